import { FileError, type Files, type Visitor } from '../../core/journal/files';

/** Files of a journal of which nothing is written while it is gone: no new one is made in its place. */
export class GuardedFiles implements Files {
  /** @param isGone asks whether the journal was there and is not */
  constructor(
    private readonly files: Files,
    private readonly isGone: () => Promise<boolean>,
  ) {}

  read(path: string): ReturnType<Files['read']> {
    return this.files.read(path);
  }

  async create(path: string, text: string): Promise<boolean> {
    return this.#write(path, () => this.files.create(path, text));
  }

  async edit(path: string, change: (text: string | undefined) => string | undefined): Promise<boolean> {
    return this.#write(path, () => this.files.edit(path, change));
  }

  async replace(path: string, text: string): Promise<void> {
    await this.#write(path, () => this.files.replace(path, text));
  }

  isReadOnly(path: string): Promise<boolean> {
    return this.files.isReadOnly(path);
  }

  list(folder: string): ReturnType<Files['list']> {
    return this.files.list(folder);
  }

  watch(listener: (path: string) => void): { dispose(): void } {
    return this.files.watch(listener);
  }

  /** A journal that is only read is seen, too. */
  async walk(paths: readonly string[], visitor: Visitor): Promise<void> {
    await this.files.walk(paths, visitor);
    if (paths.includes('')) await this.isGone();
  }

  async #write<T>(path: string, action: () => Promise<T>): Promise<T> {
    if (await this.isGone()) throw new FileError('journalGone', path, undefined);
    const result = await action();
    // With its first file a journal is seen.
    await this.isGone();
    return result;
  }
}
