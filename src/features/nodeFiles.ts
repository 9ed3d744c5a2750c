import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { segmentsOf } from '../core/journal/paths';
import {
  FileError,
  type FileEntry,
  type FileErrorCode,
  type Files,
  type Visitor,
} from '../core/journal/ports';
import { walkDisk } from './nodeWalk';
import { keptBytes } from './keptBytes';
import { OwnChanges } from './ownChanges';

/** Half-written files have such names: hidden, never listed, removed when writing fails. */
const temporary = /^\.two-hats-[0-9a-f]+\.tmp$/;

/** Tells of changes by others below a folder; injected, because Node's own watcher misses some. */
export type Watch = (listener: (path: string) => void) => { dispose(): void };

/**
 * A journal on a disk. Texts are written beside, flushed and renamed, so that a reader or a power cut never sees
 * half of one; links are followed and modes are kept.
 */
export class NodeFiles implements Files {
  readonly #changes = new OwnChanges();

  /** @param link makes a hard link, as Node's own; injected, because some disks have none */
  constructor(
    private readonly root: string,
    private readonly others: Watch,
    private readonly link: (existing: string, added: string) => Promise<void> = fs.link,
  ) {}

  async read(file: string): Promise<string | undefined> {
    try {
      return new TextDecoder().decode(await fs.readFile(this.#resolve(file)));
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw toFileError(error, file);
    }
  }

  async create(file: string, text: string): Promise<boolean> {
    const target = this.#resolve(file);
    try {
      await fs.mkdir(path.dirname(target), { recursive: true });
      if (await exists(target)) return false;
      const isNew = await this.#writeBeside(target, text, undefined, (beside) =>
        this.#linkNew(beside, target, text),
      );
      if (isNew) this.#changes.tell(file);
      return isNew;
    } catch (error) {
      throw toFileError(error, file);
    }
  }

  async replace(file: string, text: string): Promise<void> {
    try {
      const link = this.#resolve(file);
      await fs.mkdir(path.dirname(link), { recursive: true });
      const target = await realPath(link);
      const mode = (await statOf(target))?.mode;
      if (isProtected(mode)) throw new FileError('readOnly', file, undefined);
      const bytes = mode === undefined ? text : keptBytes(await fs.readFile(target), text);
      await this.#writeBeside(target, bytes, mode, async (beside) => {
        await renameOver(beside, target);
        await flushFolder(path.dirname(target));
      });
      this.#changes.tell(file);
    } catch (error) {
      throw toFileError(error, file);
    }
  }

  async isReadOnly(file: string): Promise<boolean> {
    try {
      const full = this.#resolve(file);
      return isProtected((await statOf(full))?.mode) || (await isOnReadOnlyDisk(full));
    } catch (error) {
      throw toFileError(error, file);
    }
  }

  async list(folder: string): Promise<readonly FileEntry[]> {
    const target = folder === '' ? this.root : this.#resolve(folder);
    try {
      const names = await fs.readdir(target);
      const entries = await Promise.all(
        names.filter((name) => !temporary.test(name)).map((name) => entryOf(target, name)),
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
      await walkDisk(this.root, paths, visitor);
    } catch (error) {
      throw toFileError(error, '');
    }
  }

  #resolve(file: string): string {
    return path.join(this.root, ...segmentsOf(file, path.sep));
  }

  /** Writes a file beside the target, flushed to the disk, and lets `settle` put it in its place. */
  async #writeBeside<T>(
    target: string,
    text: string | Uint8Array,
    mode: number | undefined,
    settle: (beside: string) => Promise<T>,
  ): Promise<T> {
    await sweep(path.dirname(target));
    const beside = path.join(path.dirname(target), `.two-hats-${randomBytes(6).toString('hex')}.tmp`);
    try {
      await writeFlushed(beside, text);
      if (mode !== undefined) await fs.chmod(beside, mode & 0o7777);
      return await settle(beside);
    } finally {
      await fs.rm(beside, { force: true });
    }
  }

  /** A hard link appears whole, and never in the place of another file. */
  async #linkNew(beside: string, target: string, text: string): Promise<boolean> {
    try {
      await this.link(beside, target);
    } catch (error) {
      if (errorCode(error) === 'EEXIST') return false;
      if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EOPNOTSUPP'].includes(errorCode(error))) throw error;
      return createExclusively(target, text);
    }
    await flushFolder(path.dirname(target));
    return true;
  }
}

/** Removes what writes left that a crash interrupted. Younger ones may be of another window at work. */
async function sweep(folder: string): Promise<void> {
  const longAgo = Date.now() - 3_600_000;
  try {
    for (const name of (await fs.readdir(folder)).filter((name) => temporary.test(name))) {
      const file = path.join(folder, name);
      if ((await fs.stat(file)).mtimeMs < longAgo) await fs.rm(file, { force: true });
    }
  } catch {
    // Gone meanwhile, or not ours to remove: no reason not to write.
  }
}

/** Windows refuses while a virus scanner or an indexer looks at either file, which is a matter of moments. */
async function renameOver(beside: string, target: string): Promise<void> {
  for (const wait of [20, 100, 500]) {
    try {
      await fs.rename(beside, target);
      return;
    } catch (error) {
      if (!['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error))) throw error;
      await setTimeout(wait);
    }
  }
  await fs.rename(beside, target);
}

/** For disks without hard links: never overwrites, and leaves nothing half-written behind. */
async function createExclusively(target: string, text: string): Promise<boolean> {
  try {
    await writeFlushed(target, text);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    await fs.rm(target, { force: true });
    throw error;
  }
}

async function writeFlushed(file: string, text: string | Uint8Array): Promise<void> {
  const handle = await fs.open(file, 'wx');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the new name outlast a power cut, where the system can do that for folders. */
async function flushFolder(folder: string): Promise<void> {
  try {
    const handle = await fs.open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // The file is whole and in its place: a system that can't do more is no failure.
  }
}

async function realPath(file: string): Promise<string> {
  try {
    return await fs.realpath(file);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    const link = await fs.readlink(file).catch(() => undefined);
    return link === undefined ? file : path.resolve(path.dirname(file), link);
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await fs.lstat(file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

async function statOf(file: string): Promise<Stats | undefined> {
  try {
    return await fs.stat(file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Nobody at all may write it: `root` still can, but somebody said not to. */
function isProtected(mode: number | undefined): boolean {
  return mode !== undefined && (mode & 0o222) === 0;
}

/** There nobody may write, whatever the modes of files say. */
async function isOnReadOnlyDisk(file: string): Promise<boolean> {
  try {
    await fs.access(file, fs.constants.W_OK);
    return false;
  } catch (error) {
    return errorCode(error) === 'EROFS';
  }
}

/** `undefined` for what is neither a file nor a folder, and for a link to nothing. */
async function entryOf(folder: string, name: string): Promise<FileEntry | undefined> {
  const stats = await statOf(path.join(folder, name)).catch(() => undefined);
  if (stats?.isFile()) return { name, kind: 'file' };
  return stats?.isDirectory() ? { name, kind: 'folder' } : undefined;
}

function isAbsent(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(errorCode(error));
}

const codes: Readonly<Record<string, FileErrorCode>> = {
  EROFS: 'readOnly',
  EACCES: 'noPermission',
  EPERM: 'noPermission',
  ENOSPC: 'noSpace',
  EDQUOT: 'noSpace',
  ENOTDIR: 'notAFolder',
  EEXIST: 'notAFolder',
  ENAMETOOLONG: 'nameTooLong',
};

function toFileError(error: unknown, file: string): FileError {
  if (error instanceof FileError) return error;
  return new FileError(codes[errorCode(error)] ?? 'unavailable', file, error);
}

function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}
