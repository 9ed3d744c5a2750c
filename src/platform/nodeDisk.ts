import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import type * as fs from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import * as path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { leftMs } from './temporary';

/** What of Node's file system is used; a test hands in one that fails. */
export type NodeFileSystem = Pick<
  typeof fs,
  'access' | 'link' | 'lstat' | 'mkdir' | 'open' | 'readdir' | 'readFile' | 'readlink'
> &
  Pick<typeof fs, 'realpath' | 'rename' | 'rm' | 'stat'>;

/** A name in the folder of a file under which nothing else lies. */
export function nameBeside(file: string): string {
  return path.join(path.dirname(file), `.two-hats-${randomBytes(6).toString('hex')}.tmp`);
}

/** A disk on which many write: what is a matter of moments is tried again. */
export class NodeDisk {
  constructor(readonly fs: NodeFileSystem) {}

  async makeFolder(folder: string): Promise<void> {
    await patiently(() => this.#makeFolders(folder));
  }

  /** Node says of a read-only disk that the folder is not there; asked for that one alone, it tells the reason. */
  async #makeFolders(folder: string): Promise<void> {
    try {
      await this.fs.mkdir(folder, { recursive: true });
    } catch (error) {
      const missing = errorCode(error) === 'ENOENT' ? errorPath(error) : undefined;
      if (missing === undefined) throw error;
      await this.fs.mkdir(missing);
      await this.fs.mkdir(folder, { recursive: true });
    }
  }

  async exists(file: string): Promise<boolean> {
    return (await present(() => this.fs.lstat(file))) !== undefined;
  }

  statOf(file: string): Promise<Stats | undefined> {
    return present(() => this.fs.stat(file));
  }

  /** `undefined` where there is no such file. */
  bytesOf(file: string): Promise<Uint8Array | undefined> {
    return present(() => this.fs.readFile(file));
  }

  /** Where a link leads, though there may be nothing yet. */
  async realPath(file: string): Promise<string> {
    const real = await present(() => this.fs.realpath(file));
    if (real !== undefined) return real;
    const link = await this.fs.readlink(file).catch(() => undefined);
    return link === undefined ? file : path.resolve(path.dirname(file), link);
  }

  namesIn(folder: string): Promise<readonly string[]> {
    return patiently(() => this.fs.readdir(folder));
  }

  /** Writes a new file, flushed to the disk; nothing half-written is left of it. */
  async writeNew(file: string, bytes: Uint8Array, mode?: number): Promise<void> {
    await this.#write(file, async (handle) => {
      await handle.writeFile(bytes);
      if (mode !== undefined) await handle.chmod(mode & 0o7777);
      await handle.sync();
      const { size } = await handle.stat();
      if (size !== bytes.length) throw new Error(`${size} of ${bytes.length} bytes were written.`);
    });
  }

  /** Writes a small new file that is of no use after a crash. */
  async writeLock(file: string, text: string): Promise<void> {
    await this.#write(file, (handle) => handle.writeFile(text));
  }

  #write(file: string, fill: (handle: FileHandle) => Promise<void>): Promise<void> {
    return patiently(async () => {
      const handle = await this.fs.open(file, 'wx');
      try {
        await fill(handle).finally(() => handle.close());
      } catch (error) {
        await this.removeQuietly(file);
        throw error;
      }
    });
  }

  /** A hard link appears whole, and never in the place of another file. */
  async putNew(beside: string, target: string, bytes: Uint8Array): Promise<boolean> {
    try {
      await patiently(() => this.fs.link(beside, target));
    } catch (error) {
      if (errorCode(error) === 'EEXIST') return false;
      if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EOPNOTSUPP'].includes(errorCode(error))) throw error;
      return this.#putWithoutLink(target, bytes);
    }
    await this.#flushFolder(path.dirname(target));
    return true;
  }

  /** Windows refuses while a virus scanner or an indexer looks at either file, which is a matter of moments. */
  async putOver(beside: string, target: string): Promise<void> {
    const isWorthwhile = (code: string) => isMomentary(code) || ['EPERM', 'EACCES'].includes(code);
    await patiently(() => this.fs.rename(beside, target), isWorthwhile);
    await this.#flushFolder(path.dirname(target));
  }

  /** What can't be removed now is removed as what a crash left. */
  async removeQuietly(file: string): Promise<void> {
    await patiently(
      () => this.fs.rm(file, { force: true }),
      () => true,
    ).catch(() => undefined);
  }

  /** Removes those half-written files that a crash left; younger ones may be of another window at work. */
  async removeLeft(halfWritten: readonly string[]): Promise<void> {
    for (const file of halfWritten) {
      const stats = await this.fs.lstat(file).catch(() => undefined);
      if (stats?.isFile() && stats.mtimeMs < Date.now() - leftMs) await this.removeQuietly(file);
    }
  }

  /** For disks without hard links: never overwrites. */
  async #putWithoutLink(target: string, bytes: Uint8Array): Promise<boolean> {
    try {
      await this.writeNew(target, bytes);
      return true;
    } catch (error) {
      if (errorCode(error) === 'EEXIST') return false;
      throw error;
    }
  }

  /** Makes the new name outlast a power cut, where the system can do that for folders. */
  async #flushFolder(folder: string): Promise<void> {
    try {
      const handle = await this.fs.open(folder, 'r');
      await handle.sync().finally(() => handle.close());
    } catch {
      // The file is whole and in its place: a system that can't do more is no failure.
    }
  }
}

/** Others have the file, or too many are open: mostly that is over at once. */
function isMomentary(code: string): boolean {
  return ['EBUSY', 'EMFILE', 'ENFILE', 'ETXTBSY'].includes(code);
}

/** @param isWorthwhile whether what failed with a code is tried again */
export async function patiently<T>(
  action: () => Promise<T>,
  isWorthwhile: (code: string) => boolean = isMomentary,
): Promise<T> {
  for (const wait of [20, 100, 500]) {
    try {
      return await action();
    } catch (error) {
      if (!isWorthwhile(errorCode(error))) throw error;
      await setTimeout(wait);
    }
  }
  return action();
}

async function present<T>(action: () => Promise<T>): Promise<T | undefined> {
  try {
    return await patiently(action);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

function isAbsent(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(errorCode(error));
}

export function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

function errorPath(error: unknown): string | undefined {
  const path = error instanceof Error && 'path' in error ? error.path : undefined;
  return typeof path === 'string' ? path : undefined;
}
