import { segmentsOf } from '../../src/core/journal/paths';
import type { SkipReason } from '../../src/core/journal/note';
import {
  FileError,
  maxFileSize,
  type FileEntry,
  type FileErrorCode,
  type Files,
  type Visitor,
} from '../../src/core/journal/files';

/** A journal in memory: text by path. `calls` tells what was asked of it; `fail` makes the next write fail. */
export class MemoryFiles implements Files {
  readonly texts: Map<string, string>;
  readonly calls: string[] = [];
  fail: FileErrorCode | undefined;
  /** Like `fail`, for `replace` alone. */
  failReplace: FileErrorCode | undefined;
  /** Paths that a walk can't read. */
  readonly unreadable = new Map<string, SkipReason>();
  /** Paths of files that hold bytes which are no UTF-8. */
  readonly damaged = new Set<string>();
  /** When each text was written; every write comes later than the last. */
  readonly times = new Map<string, number>();
  readonly #listeners = new Set<(path: string) => void>();
  #time = 0;

  constructor(texts: Readonly<Record<string, string>> = {}) {
    this.texts = new Map(Object.entries(texts));
  }

  read(path: string): Promise<string | undefined> {
    segmentsOf(path);
    this.calls.push(`read ${path}`);
    return Promise.resolve(this.texts.get(path));
  }

  async create(path: string, text: string): Promise<boolean> {
    this.#before('create', path);
    if (this.texts.has(path) || this.#isFolder(path)) return false;
    await Promise.resolve();
    if (this.texts.has(path)) return false;
    this.#set(path, text);
    return true;
  }

  async replace(path: string, text: string): Promise<void> {
    await this.edit(path, () => text);
  }

  edit(path: string, change: (text: string | undefined) => string | undefined): Promise<boolean> {
    try {
      segmentsOf(path);
      const before = this.texts.get(path);
      const after = change(before);
      if (after === undefined || after === before) return Promise.resolve(false);
      this.#before('replace', path);
      this.#set(path, after);
      return Promise.resolve(true);
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  isReadOnly(): Promise<boolean> {
    return Promise.resolve(this.fail === 'readOnly');
  }

  list(folder: string): Promise<readonly FileEntry[]> {
    this.calls.push(`list ${folder}`);
    const prefix = folder === '' ? '' : `${segmentsOf(folder).join('/')}/`;
    if (this.texts.has(folder)) return Promise.reject(new FileError('notAFolder', folder, undefined));
    const entries = new Map<string, FileEntry>();
    for (const path of this.texts.keys()) {
      if (!path.startsWith(prefix)) continue;
      const [name = '', ...rest] = path.slice(prefix.length).split('/');
      entries.set(name, { name, kind: rest.length > 0 ? 'folder' : 'file' });
    }
    return Promise.resolve([...entries.values()]);
  }

  watch(listener: (path: string) => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  async walk(paths: readonly string[], visitor: Visitor): Promise<void> {
    this.calls.push(`walk ${paths.join(' ')}`);
    for (const path of paths) if (path !== '') segmentsOf(path);
    const skipped = Array.from(this.unreadable, ([path]) => [path, ''] as const);
    for (const [path, text] of [...this.texts, ...skipped]) {
      await Promise.resolve();
      if (visitor.isOver()) return;
      if (this.unreadable.has(path) && text !== '') continue;
      const segments = segmentsOf(path);
      const above = segments.map((_, index) => segments.slice(0, index).join('/'));
      if (![...above, path].some((place) => paths.includes(place)) || !visitor.wantsFile(path)) continue;
      if (above.some((folder) => folder !== '' && !visitor.entersFolder(folder))) continue;
      const version = { size: text.length, mtime: this.times.get(path) ?? 0 };
      const known = visitor.known(path);
      const reason = version.size > maxFileSize ? 'tooLarge' : this.unreadable.get(path);
      if (reason) visitor.skipped(path, reason);
      else if (known?.size === version.size && known.mtime === version.mtime) visitor.unchanged(path);
      else {
        this.calls.push(`read ${path}`);
        visitor.read(path, text, version);
        if (this.damaged.has(path)) visitor.skipped(path, 'notText');
      }
    }
  }

  #before(call: string, path: string): void {
    const segments = segmentsOf(path);
    this.calls.push(`${call} ${path}`);
    const parents = segments.slice(0, -1).map((_, index) => segments.slice(0, index + 1).join('/'));
    if (parents.some((parent) => this.texts.has(parent))) throw new FileError('notAFolder', path, undefined);
    const failure = call === 'replace' ? (this.failReplace ?? this.fail) : this.fail;
    if (failure) throw new FileError(failure, path, undefined);
  }

  #isFolder(path: string): boolean {
    return [...this.texts.keys()].some((other) => other.startsWith(`${path}/`));
  }

  #set(path: string, text: string): void {
    this.texts.set(path, text.replace(/^\uFEFF/, ''));
    this.times.set(path, ++this.#time);
    for (const listener of this.#listeners) listener(path);
  }
}
