import * as nodeFs from 'node:fs/promises';
import * as path from 'node:path';
import { segmentsOf } from '../core/journal/paths';
import { FileError, type FileEntry, type Files, type Visitor } from '../core/journal/files';
import { errorCode, nameBeside, NodeDisk, type NodeFileSystem } from './nodeDisk';
import { whileLocked } from './nodeLock';
import { walkDisk, type Met } from './nodeWalk';
import { LocalChangeEmitter } from './localChanges';
import { fileErrorOf } from './fileErrors';
import { isTemporary } from './temporary';
import { changedBytes, isSameBytes, type TextChange } from './utf8';

/** Tells of changes by others below a folder; injected, because Node's own watcher misses some. */
export type Watch = (listener: (path: string) => void) => { dispose(): void };

/** So often a change is made anew because others changed the file, before that is said to be a failure. */
const maxTries = 20;

/**
 * A journal on a disk. Texts are written beside, flushed and renamed, so that a reader or a power cut never sees
 * half of one; links are followed and modes are kept.
 */
export class NodeFiles implements Files {
  readonly #changes = new LocalChangeEmitter();
  readonly #disk: NodeDisk;

  /** @param place is told what walks meet */
  constructor(
    private readonly root: string,
    private readonly others: Watch,
    fileSystem: NodeFileSystem = nodeFs,
    private readonly place?: Met,
  ) {
    this.#disk = new NodeDisk(fileSystem);
  }

  async read(file: string): Promise<string | undefined> {
    try {
      const bytes = await this.#disk.bytesOf(this.#resolve(file));
      return bytes && new TextDecoder().decode(bytes);
    } catch (error) {
      throw toFileError(error, file);
    }
  }

  async create(file: string, text: string): Promise<boolean> {
    try {
      const target = this.#resolve(file);
      await this.#disk.makeFolder(path.dirname(target));
      if (await this.#disk.exists(target)) return false;
      const bytes = new TextEncoder().encode(text);
      const isNew = await this.#writeBeside(target, bytes, undefined, (beside) =>
        this.#disk.putNew(beside, target, bytes),
      );
      if (isNew) this.#changes.tell(file);
      return isNew;
    } catch (error) {
      throw toFileError(error, file);
    }
  }

  async replace(file: string, text: string): Promise<void> {
    await this.edit(file, () => text);
  }

  async edit(file: string, change: TextChange): Promise<boolean> {
    try {
      const target = await this.#disk.realPath(this.#resolve(file));
      if (!changedBytes(file, await this.#disk.bytesOf(target), change)) return false;
      await this.#disk.makeFolder(path.dirname(target));
      for (let tries = 0; tries < maxTries; tries++) {
        const result = await whileLocked(this.#disk, target, (isOurs) =>
          this.#tryToEdit(file, target, change, isOurs),
        );
        if (result === 'written') this.#changes.tell(file);
        if (result !== 'overtaken') return result === 'written';
      }
      throw new FileError('busy', file, undefined);
    } catch (error) {
      throw toFileError(error, file);
    }
  }

  async isReadOnly(file: string): Promise<boolean> {
    try {
      const full = this.#resolve(file);
      return isProtected((await this.#disk.statOf(full))?.mode) || (await this.#isOnReadOnlyDisk(full));
    } catch (error) {
      throw toFileError(error, file);
    }
  }

  async list(folder: string): Promise<readonly FileEntry[]> {
    const target = folder === '' ? this.root : this.#resolve(folder);
    try {
      const names = await this.#disk.namesIn(target);
      await this.#disk.removeLeft(names.filter(isTemporary).map((name) => path.join(target, name)));
      const entries = await Promise.all(
        names.filter((name) => !isTemporary(name)).map((name) => this.#entryOf(target, name)),
      );
      return entries.filter((entry) => entry !== undefined);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw toFileError(error, folder);
    }
  }

  watch(listener: (path: string) => void): { dispose(): void } {
    return this.#changes.add(listener, this.others(listener));
  }

  async walk(paths: readonly string[], visitor: Visitor): Promise<void> {
    for (const place of paths) if (place !== '') segmentsOf(place, path.sep);
    try {
      await this.#disk.removeLeft(await walkDisk(this.root, paths, visitor, this.place));
    } catch (error) {
      throw toFileError(error, '');
    }
  }

  #resolve(file: string): string {
    return path.join(this.root, ...segmentsOf(file, path.sep));
  }

  /** Others may write without asking for the lock: compared just before, the file is what the change was made of. */
  async #tryToEdit(
    file: string,
    target: string,
    change: TextChange,
    isOurs: () => Promise<boolean>,
  ): Promise<'written' | 'left' | 'overtaken'> {
    const mode = (await this.#disk.statOf(target))?.mode;
    if (isProtected(mode)) throw new FileError('readOnly', file, undefined);
    const before = await this.#disk.bytesOf(target);
    const after = changedBytes(file, before, change);
    if (!after) return 'left';
    return this.#writeBeside(target, after, mode, async (beside) => {
      if (!isSameBytes(before, await this.#disk.bytesOf(target)) || !(await isOurs())) return 'overtaken';
      if (!before) return (await this.#disk.putNew(beside, target, after)) ? 'written' : 'overtaken';
      await this.#disk.putOver(beside, target);
      return 'written';
    });
  }

  /** Writes a file beside the target, flushed to the disk, and lets `settle` put it in its place. */
  async #writeBeside<T>(
    target: string,
    bytes: Uint8Array,
    mode: number | undefined,
    settle: (beside: string) => Promise<T>,
  ): Promise<T> {
    const beside = nameBeside(target);
    await this.#disk.writeNew(beside, bytes, mode);
    try {
      return await settle(beside);
    } finally {
      await this.#disk.removeQuietly(beside);
    }
  }

  /** There nobody may write, whatever the modes of files say. */
  async #isOnReadOnlyDisk(file: string): Promise<boolean> {
    try {
      await this.#disk.fs.access(file, nodeFs.constants.W_OK);
      return false;
    } catch (error) {
      return errorCode(error) === 'EROFS';
    }
  }

  /** `undefined` for what is neither a file nor a folder, and for a link to nothing. */
  async #entryOf(folder: string, name: string): Promise<FileEntry | undefined> {
    const stats = await this.#disk.statOf(path.join(folder, name)).catch(() => undefined);
    if (stats?.isFile()) return { name, kind: 'file' };
    return stats?.isDirectory() ? { name, kind: 'folder' } : undefined;
  }
}

/** Nobody at all may write it: `root` still can, but somebody said not to. */
function isProtected(mode: number | undefined): boolean {
  return mode !== undefined && (mode & 0o222) === 0;
}

function toFileError(error: unknown, file: string): FileError {
  if (error instanceof FileError) return error;
  return fileErrorOf(errorCode(error), file, error);
}
