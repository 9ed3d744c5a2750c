import * as vscode from 'vscode';
import { textHash } from '../core/hash';
import { segmentsOf } from '../core/journal/paths';
import { FileError, type FileEntry, type FileErrorCode, type Files } from '../core/journal/ports';

/**
 * A journal behind `workspace.fs`: the web, virtual and remote file systems. New files are written beside and
 * renamed. A replaced text is kept in the extension's storage until the new one was read back whole, because
 * renaming over a file deletes it first here.
 */
export class WorkspaceFiles implements Files {
  /** @param storage where texts being replaced are kept meanwhile; on this machine */
  constructor(
    private readonly root: vscode.Uri,
    private readonly storage: vscode.Uri,
  ) {}

  async read(path: string): Promise<string | undefined> {
    try {
      return await readText(this.#uri(path));
    } catch (error) {
      throw toFileError(error, path);
    }
  }

  async create(path: string, text: string): Promise<boolean> {
    const target = this.#uri(path);
    try {
      if (await exists(target)) return false;
      const beside = vscode.Uri.joinPath(
        target,
        '..',
        `.two-hats-${Math.random().toString(16).slice(2)}.tmp`,
      );
      await vscode.workspace.fs.writeFile(beside, new TextEncoder().encode(text));
      return await renameNew(beside, target);
    } catch (error) {
      throw toFileError(error, path);
    }
  }

  async replace(path: string, text: string): Promise<void> {
    const target = this.#uri(path);
    const kept = vscode.Uri.joinPath(this.storage, 'replacing', `${textHash(target.toString())}.json`);
    try {
      const before = await readText(target);
      await vscode.workspace.fs.writeFile(
        kept,
        new TextEncoder().encode(JSON.stringify({ uri: target.toString(), before, text })),
      );
      await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
      if ((await readText(target)) !== text) throw vscode.FileSystemError.Unavailable(target);
      await vscode.workspace.fs.delete(kept);
    } catch (error) {
      throw toFileError(error, path);
    }
  }

  async list(folder: string): Promise<readonly FileEntry[]> {
    try {
      const entries = await vscode.workspace.fs.readDirectory(folder === '' ? this.root : this.#uri(folder));
      return entries
        .filter(([name]) => !/^\.two-hats-.*\.tmp$/.test(name))
        .flatMap(([name, type]) => toEntry(name, type));
    } catch (error) {
      if (isAbsent(error)) return [];
      throw toFileError(error, folder);
    }
  }

  watch(listener: () => void): vscode.Disposable {
    return watchFolder(this.root, listener);
  }

  #uri(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.root, ...segmentsOf(path));
  }
}

/** Whether the file system of an address can be written to at all; one that does not say so is believed to be. */
export function isWritableScheme({ scheme }: vscode.Uri): boolean {
  return vscode.workspace.fs.isWritableFileSystem(scheme) !== false;
}

/** Tells of changes of files below a folder, inside the workspace or not. */
export function watchFolder(root: vscode.Uri, listener: () => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, '**/*'));
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(listener),
    watcher.onDidCreate(listener),
    watcher.onDidDelete(listener),
  );
}

async function renameNew(beside: vscode.Uri, target: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.rename(beside, target, { overwrite: false });
    return true;
  } catch (error) {
    await vscode.workspace.fs.delete(beside);
    if (error instanceof vscode.FileSystemError && error.code === 'FileExists') return false;
    throw error;
  }
}

async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (isAbsent(error)) return false;
    throw error;
  }
}

function toEntry(name: string, type: vscode.FileType): FileEntry[] {
  if (type & vscode.FileType.Directory) return [{ name, kind: 'folder' }];
  return type & vscode.FileType.File ? [{ name, kind: 'file' }] : [];
}

function isAbsent(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && ['FileNotFound', 'EntryNotFound'].includes(error.code);
}

const codes: Readonly<Record<string, FileErrorCode>> = {
  NoPermissions: 'noPermission',
  FileNotADirectory: 'notAFolder',
  FileExists: 'notAFolder',
};

function toFileError(error: unknown, path: string): FileError {
  if (error instanceof FileError) return error;
  const code = error instanceof vscode.FileSystemError ? codes[error.code] : undefined;
  return new FileError(code ?? 'unavailable', path, error);
}
