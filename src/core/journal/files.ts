import type { SkipReason } from './note';

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
  /**
   * Changes a text as it is at that moment, whoever else writes: `change` gets it, `undefined` where there is no file,
   * and answers the new one, or `undefined` to leave all as it is. It is asked again where somebody else was faster. A
   * reader sees the old or the new text, and a failure leaves the old one; a byte order mark stays.
   * @returns whether the file was written
   * @throws FileError `notText` for a file that is no UTF-8: it is never written into
   */
  edit(path: string, change: (text: string | undefined) => string | undefined): Promise<boolean>;
  /** The same, for a text that does not come from the one before. */
  replace(path: string, text: string): Promise<void>;
  /** Whether a file is there and marked as one that nobody is to write. */
  isReadOnly(path: string): Promise<boolean>;
  /** Entries of a folder, without order; an absent folder is empty. `''` is the root. */
  list(folder: string): Promise<readonly FileEntry[]>;
  /**
   * Calls the listener after files or folders below the root changed, with the path of one of them; `''` where that
   * is not known. May coalesce. Dispose to stop.
   */
  watch(listener: (path: string) => void): { dispose(): void };
  /**
   * Reads what is new or changed of some files and of all below some folders (`''` is the root); what is not there
   * is passed over. Links are followed, unless what they lead to lies in the journal anyway. Only regular files are
   * ever opened. The visitor is called synchronously, in slices of at most `sliceMs` between which other work of the
   * host gets its turn; a single file may take longer.
   * @throws FileError where the root can't be read
   */
  walk(paths: readonly string[], visitor: Visitor): Promise<void>;
}

/** The longest time in ms that a walk keeps the host at a stretch, reading and visiting. */
export const sliceMs = 8;

/** Larger files, in bytes, are not read: nobody wrote them by hand, and reading them would stop the host. */
export const maxFileSize = 32 * 1024 * 1024;

/** Tells a changed file from one that is as it was. */
export interface FileVersion {
  /** In bytes. */
  readonly size: number;
  /** When it was last changed: ms since the epoch, with fractions where the disk has them. */
  readonly mtime: number;
}

/** A file that was changed so shortly, in ms, before it was read may change again and keep its version. */
const unsettledMs = 2000;

/** @param now when it was read: ms since the epoch */
export function isUnsettled({ mtime }: FileVersion, now: number): boolean {
  return Math.abs(now - mtime) < unsettledMs;
}

/** What a walk asks, and whom it tells what it finds. */
export interface Visitor {
  entersFolder(path: string): boolean;
  wantsFile(path: string): boolean;
  /** As which version a file is known. It is read only when it has another one. */
  known(path: string): FileVersion | undefined;
  unchanged(path: string): void;
  /** A BOM is dropped, invalid bytes are U+FFFD; a file with such bytes is skipped, too, after it was read. */
  read(path: string, text: string, version: FileVersion): void;
  /** A wanted file, or a folder, which can't be read, or not whole. */
  skipped(path: string, reason: SkipReason): void;
  /** Asked between files. A walk that is over ends early, without an error. */
  isOver(): boolean;
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
  | 'readOnly'
  | 'noPermission'
  | 'noSpace'
  | 'notAFolder'
  | 'nameTooLong'
  /** It is no UTF-8. */
  | 'notText'
  /** Others do not let go of it. */
  | 'busy'
  | 'tooManyOpen'
  /** The whole journal was there and is not. */
  | 'journalGone'
  | 'unavailable';
