import { concurrently } from '../core/util/atOnce';
import * as vscode from 'vscode';
import { maxFileSize, type FileVersion, type Visitor } from '../core/journal/files';
import { isTemporary, leftMs } from './temporary';
import { isAbsent } from './workspaceTexts';
import { decodeUtf8, isWide } from './utf8';

/** How many questions are asked at once: the file system may be far away. */
const atOnce = 32;

/**
 * Walks a journal behind `workspace.fs`: see `Files.walk`. Real paths can't be told here: a linked folder is entered,
 * but no link in it, and not when it looks just like one of the folders that it lies in.
 * @throws Error of the file system where the root can't be read
 */
export async function walkWorkspace(
  root: vscode.Uri,
  paths: readonly string[],
  visitor: Visitor,
): Promise<void> {
  const walk = new Walk(root, visitor);
  await concurrently(paths, atOnce, (path) => walk.begin(path));
  await walk.run();
}

interface Folder {
  readonly path: string;
  readonly isLinked: boolean;
}

class Walk {
  #folders: Folder[] = [];
  readonly #files: string[] = [];

  constructor(
    private readonly root: vscode.Uri,
    private readonly visitor: Visitor,
  ) {}

  async begin(path: string): Promise<void> {
    if (path === '') this.#folders.push({ path, isLinked: false });
    else if (this.visitor.wantsFile(path)) this.#files.push(path);
    else if ((await this.#typeOf(path)) & vscode.FileType.Directory)
      this.#folders.push({ path, isLinked: false });
  }

  async run(): Promise<void> {
    while (this.#folders.length > 0) {
      const folders = this.#folders;
      this.#folders = [];
      await concurrently(folders, atOnce, (folder) => this.#enter(folder));
    }
    await concurrently(this.#files, atOnce, (file) => this.#look(file));
  }

  async #enter(folder: Folder): Promise<void> {
    const { path } = folder;
    if (this.visitor.isOver() || (path !== '' && !this.visitor.entersFolder(path))) return;
    try {
      const entries = await vscode.workspace.fs.readDirectory(this.#uri(path));
      for (const [name, type] of entries) {
        const at = path === '' ? name : `${path}/${name}`;
        if (isTemporary(name) && type === vscode.FileType.File && !folder.isLinked)
          await this.#removeLeft(at);
        else if (type & vscode.FileType.Directory) await this.#addFolder(at, folder, type);
        else if (this.visitor.wantsFile(at)) this.#files.push(at);
      }
    } catch (error) {
      if (path === '' && !isAbsent(error)) throw error;
      this.#fail(path, error);
    }
  }

  /** A half-written file that a crash left; a younger one may be of another window at work. */
  async #removeLeft(path: string): Promise<void> {
    try {
      const { mtime } = await vscode.workspace.fs.stat(this.#uri(path));
      if (Date.now() - mtime > leftMs) await vscode.workspace.fs.delete(this.#uri(path));
    } catch {
      // Gone meanwhile, or not ours to remove.
    }
  }

  async #addFolder(path: string, outer: Folder, type: vscode.FileType): Promise<void> {
    const isLink = (type & vscode.FileType.SymbolicLink) !== 0;
    if (isLink && this.visitor.entersFolder(path) && (outer.isLinked || (await this.#isLoop(path))))
      this.visitor.skipped(path, 'linkLoop');
    else this.#folders.push({ path, isLinked: isLink || outer.isLinked });
  }

  async #isLoop(path: string): Promise<boolean> {
    const outer = path.split('/').map((_, index, segments) => segments.slice(0, index).join('/'));
    const stats = [path, ...outer].map((folder) => vscode.workspace.fs.stat(this.#uri(folder)));
    const [linked, ...others] = await Promise.all(stats);
    return others.some(({ ctime, mtime }) => ctime === linked?.ctime && mtime === linked.mtime);
  }

  async #look(path: string): Promise<void> {
    if (this.visitor.isOver()) return;
    try {
      const uri = this.#uri(path);
      const { type, size, mtime } = await vscode.workspace.fs.stat(uri);
      const known = this.visitor.known(path);
      if (!(type & vscode.FileType.File)) this.visitor.skipped(path, 'notAFile');
      else if (size > maxFileSize) this.visitor.skipped(path, 'tooLarge');
      else if (known?.size === size && known.mtime === mtime) this.visitor.unchanged(path);
      else {
        const bytes = await vscode.workspace.fs.readFile(uri);
        if (!this.visitor.isOver()) this.#take(path, bytes, { size, mtime });
      }
    } catch (error) {
      this.#fail(path, error);
    }
  }

  #take(path: string, bytes: Uint8Array, version: FileVersion): void {
    const decoded = decodeUtf8(bytes);
    if (decoded) this.visitor.read(path, decoded.text, version);
    else {
      if (!isWide(bytes)) this.visitor.read(path, new TextDecoder().decode(bytes), version);
      this.visitor.skipped(path, 'notText');
    }
  }

  async #typeOf(path: string): Promise<vscode.FileType> {
    try {
      return (await vscode.workspace.fs.stat(this.#uri(path))).type;
    } catch {
      // Gone, or not ours to see: the walk of the folder above says so.
      return vscode.FileType.Unknown;
    }
  }

  /** What is gone by now was never there. */
  #fail(path: string, error: unknown): void {
    if (!isAbsent(error)) this.visitor.skipped(path, 'unreadable');
  }

  #uri(path: string): vscode.Uri {
    return path === '' ? this.root : vscode.Uri.joinPath(this.root, ...path.split('/'));
  }
}
