/**
 * What the core asks of the world. Paths are relative to the journal's root, `/`-separated, never start with
 * `/` and never hold `.` or `..` segments.
 */
export interface Files {
  /** The file's text (UTF-8, a BOM dropped, invalid bytes as U+FFFD), or `undefined` when it does not exist. */
  read(path: string): Promise<string | undefined>;
  /**
   * Writes a new file, making its folders. Answers `false`, and changes nothing, when the path exists already.
   * A reader never sees half of it.
   */
  create(path: string, text: string): Promise<boolean>;
  /** Replaces the whole text at once: a reader sees the old or the new text, and a failure leaves the old one. */
  replace(path: string, text: string): Promise<void>;
  /** Entries of a folder, without order; an absent folder is empty. `''` is the root. */
  list(folder: string): Promise<readonly FileEntry[]>;
  /** Calls the listener after files or folders below the root changed; may coalesce. Dispose to stop. */
  watch(listener: () => void): { dispose(): void };
}

export interface FileEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

/** Every rejection of a `Files` member is one of these. */
export class FileError extends Error {
  constructor(
    readonly code: FileErrorCode,
    readonly path: string,
    cause: unknown,
  ) {
    super(`${code}: ${path}`, { cause });
    this.name = 'FileError';
  }
}

export type FileErrorCode =
  'readOnly' | 'noPermission' | 'noSpace' | 'notAFolder' | 'nameTooLong' | 'unavailable';

export interface Clock {
  /** The instant in ms since the epoch. */
  now(): number;
  /** The local offset from UTC at `instant`, in minutes east (CET is +60). */
  offset(instant: number): number;
}
