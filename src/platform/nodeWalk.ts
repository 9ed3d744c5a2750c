import { isUtf8 } from 'node:buffer';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { errorCode } from './nodeDisk';
import { isTemporary } from './temporary';
import { isWide } from './utf8';
import type { WalkedPlace } from './walkedPlace';
import { maxFileSize, sliceMs, type FileVersion, type Visitor } from '../core/journal/files';

/**
 * Walks a journal on a disk: see `Files.walk`. Reads synchronously, which is several times as fast.
 * @returns addresses of half-written files of ours in the journal's own folders, which may be of a window at work
 * @throws Error of the system where the root can't be read
 */
export async function walkDisk(
  root: string,
  paths: readonly string[],
  visitor: Visitor,
  met?: Met,
): Promise<readonly string[]> {
  const real = realPathOf(root);
  if (real === undefined) return [];
  const walk = new Walk(real, paths, visitor, met);
  for (let began = performance.now(); walk.step() && !visitor.isOver();) {
    if (performance.now() - began < sliceMs) continue;
    await setImmediate();
    began = performance.now();
  }
  return walk.halfWritten;
}

/** Whoever wants to know what a walk comes by. */
export type Met = Pick<WalkedPlace, 'meet' | 'meetLink'>;

/** Something to be looked at. */
interface WalkedEntry {
  /** In the journal; `''` is its root. */
  readonly path: string;
  /** On the disk, below a real folder. */
  readonly full: string;
  readonly kind: Kind;
}

type Kind = 'file' | 'folder' | 'link' | 'other';

/** A folder of which some entries are still to be looked at. */
interface OpenFolder {
  /** What stands before the names of its entries, in the journal and on the disk. */
  readonly path: string;
  readonly full: string;
  readonly entries: readonly fs.Dirent[];
  next: number;
}

class Walk {
  readonly halfWritten: string[] = [];
  readonly #places: WalkedEntry[] = [];
  readonly #folders: OpenFolder[] = [];
  /** After all else. */
  readonly #links: WalkedEntry[] = [];
  #areLinksSorted = true;
  /** What links led to outside the journal, by real path: it is read once. */
  readonly #linked = new Set<string>();
  #buffer = Buffer.allocUnsafeSlow(1 << 16);

  constructor(
    private readonly root: string,
    paths: readonly string[],
    private readonly visitor: Visitor,
    private readonly met: Met | undefined,
  ) {
    for (const file of paths) {
      const full = file === '' ? root : path.join(root, file);
      const kind = file === '' ? 'folder' : kindOf(full);
      if (kind) this.#places.push({ path: file, full, kind });
    }
  }

  /** Looks at one file or folder more. Is there any? */
  step(): boolean {
    const folder = this.#folders.at(-1);
    if (folder) {
      const entry = folder.entries[folder.next++];
      if (entry) this.#meetEntry(folder, entry);
      else this.#folders.pop();
      return true;
    }
    const place = this.#places.pop();
    if (place) {
      this.#meet(place.path, place.full, place.kind);
      return true;
    }
    const link = this.#nextLink();
    if (link) this.#follow(link);
    return link !== undefined;
  }

  #meetEntry(folder: OpenFolder, entry: fs.Dirent): void {
    const full = folder.full + entry.name;
    if (isTemporary(entry.name) && entry.isFile() && isBelow(full, this.root)) this.halfWritten.push(full);
    else this.#meet(folder.path + entry.name, full, kindOfEntry(entry));
  }

  /** By their paths, so that of several that lead to the same place it is always the same one that counts. */
  #nextLink(): WalkedEntry | undefined {
    if (!this.#areLinksSorted) this.#links.sort((one, other) => (one.path < other.path ? 1 : -1));
    this.#areLinksSorted = true;
    return this.#links.pop();
  }

  #meet(at: string, full: string, kind: Kind): void {
    if (kind !== 'link' && !this.#linked.has(full)) this.met?.meet(at);
    if (kind === 'folder') this.#enter(at, full);
    else if (kind === 'link') {
      this.#links.push({ path: at, full, kind });
      this.#areLinksSorted = false;
    } else if (this.visitor.wantsFile(at)) this.#look(at, full, kind);
  }

  #enter(folder: string, full: string): void {
    if (folder !== '' && !this.visitor.entersFolder(folder)) return;
    try {
      const entries = fs.readdirSync(full, { withFileTypes: true });
      this.#folders.push({
        path: folder === '' ? '' : `${folder}/`,
        full: full + path.sep,
        entries,
        next: 0,
      });
    } catch (error) {
      if (folder === '') throw error;
      this.#fail(folder, error);
    }
  }

  /** What lies in the journal itself is met there, and counts once. */
  #follow({ path: link, full }: WalkedEntry): void {
    const isWanted = this.visitor.wantsFile(link);
    try {
      const real = fs.realpathSync.native(full);
      const kind = fs.statSync(real).isDirectory() ? 'folder' : kindOf(real);
      if (kind === 'folder' ? !this.visitor.entersFolder(link) : !isWanted) return;
      this.met?.meetLink(link, real);
      if (kind === 'folder' && isBelow(path.dirname(full), real)) this.visitor.skipped(link, 'linkLoop');
      else if (kind && !this.#isMet(real, kind) && !this.#linked.has(real)) {
        this.#linked.add(real);
        this.#places.push({ path: link, full: real, kind });
      }
    } catch (error) {
      const isLoop = errorCode(error) === 'ELOOP';
      // A link to nothing may have meant a folder: only a file is missed.
      if (isWanted || isLoop) this.visitor.skipped(link, isLoop ? 'linkLoop' : 'unreadable');
    }
  }

  /** Does the walk of the whole journal come by without a link? */
  #isMet(real: string, kind: Kind): boolean {
    if (!isBelow(real, this.root)) return false;
    const segments = path.relative(this.root, real).split(path.sep);
    return segments.every((_, index) => {
      const at = segments.slice(0, index + 1).join('/');
      const isFile = kind !== 'folder' && index === segments.length - 1;
      return at === '' || (isFile ? this.visitor.wantsFile(at) : this.visitor.entersFolder(at));
    });
  }

  #look(file: string, full: string, kind: Kind): void {
    if (kind === 'other') {
      this.visitor.skipped(file, 'notAFile');
      return;
    }
    try {
      const known = this.visitor.known(file);
      if (known && isVersion(fs.statSync(full), known)) this.visitor.unchanged(file);
      else this.#read(file, full);
    } catch (error) {
      this.#fail(file, error);
    }
  }

  /** Should the file have become a pipe meanwhile, opening it must not wait for a writer. */
  #read(file: string, full: string): void {
    const descriptor = fs.openSync(full, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
    try {
      const stats = fs.fstatSync(descriptor);
      const { size, mtimeMs: mtime } = stats;
      if (!stats.isFile()) this.visitor.skipped(file, 'notAFile');
      else if (size > maxFileSize) this.visitor.skipped(file, 'tooLarge');
      else this.#take(file, this.#bytesOf(descriptor, size), { size, mtime });
    } finally {
      fs.closeSync(descriptor);
    }
  }

  #take(file: string, bytes: Buffer, version: FileVersion): void {
    const isText = isUtf8(bytes) && !bytes.includes(0);
    if (isText || !isWide(bytes)) {
      const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
      this.visitor.read(file, bytes.toString('utf8', hasMark ? 3 : 0), version);
    }
    if (!isText) this.visitor.skipped(file, 'notText');
  }

  #bytesOf(descriptor: number, size: number): Buffer {
    if (this.#buffer.length <= size) this.#buffer = Buffer.allocUnsafeSlow(2 * size);
    let length = 0;
    for (let count = -1; length < size && count !== 0; length += count)
      count = fs.readSync(descriptor, this.#buffer, length, this.#buffer.length - length, null);
    return this.#buffer.subarray(0, length);
  }

  /** What is gone by now was never there; but a name that is no UTF-8 can't be asked for. */
  #fail(file: string, error: unknown): void {
    const code = errorCode(error);
    if (code === '') throw error;
    const isGone = code === 'ENOENT' || code === 'ENOTDIR';
    if (!isGone || file.includes('\uFFFD')) this.visitor.skipped(file, 'unreadable');
  }
}

function isVersion({ size, mtimeMs }: fs.Stats, known: FileVersion): boolean {
  return size === known.size && mtimeMs === known.mtime;
}

/** Is it that folder, or in it? */
function isBelow(real: string, folder: string): boolean {
  return real === folder || real.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}

function realPathOf(root: string): string | undefined {
  try {
    return fs.realpathSync.native(root);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function kindOf(full: string): Kind | undefined {
  try {
    return kindOfEntry(fs.lstatSync(full));
  } catch {
    return undefined;
  }
}

function kindOfEntry(entry: fs.Dirent | fs.Stats): Kind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}
