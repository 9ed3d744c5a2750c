import * as vscode from 'vscode';
import { segmentsOf } from '../core/journal/paths';
import {
  FileError,
  type FileEntry,
  type FileErrorCode,
  type Files,
  type Visitor,
} from '../core/journal/ports';
import { keptBytes } from './keptBytes';
import { OwnChanges } from './ownChanges';
import { pathBelow } from './pathBelow';
import { Replacing } from './replacing';
import { isAbsent, readText, writeText } from './texts';
import { walkWorkspace } from './workspaceWalk';

/**
 * A journal behind `workspace.fs`: the web, virtual and remote file systems. New files are written beside and
 * renamed. A replaced text is kept in the extension's storage until the new one was read back whole, because
 * renaming over a file deletes it first here. What was interrupted is finished at first use.
 */
export class WorkspaceFiles implements Files {
  readonly #replacing: Replacing;
  readonly #changes = new OwnChanges();
  readonly #last = new Map<string, Promise<unknown>>();
  #finished: Promise<void> | undefined;

  /** @param storage where texts being replaced are kept meanwhile; on this machine */
  constructor(
    private readonly root: vscode.Uri,
    storage: vscode.Uri,
    private readonly log: Pick<vscode.LogOutputChannel, 'warn'>,
  ) {
    this.#replacing = new Replacing(storage);
  }

  read(path: string): Promise<string | undefined> {
    const file = this.#uri(path);
    return this.#attempt(path, () => readText(file));
  }

  create(path: string, text: string): Promise<boolean> {
    const target = this.#uri(path);
    const beside = vscode.Uri.joinPath(target, '..', temporaryName());
    return this.#attempt(path, async () => {
      if (await exists(target)) return false;
      try {
        await writeText(beside, text);
        const isNew = await renameNew(beside, target);
        if (isNew) this.#changes.tell(path);
        return isNew;
      } catch (error) {
        if (await exists(beside)) await vscode.workspace.fs.delete(beside);
        throw error;
      }
    });
  }

  replace(path: string, text: string): Promise<void> {
    const file = this.#uri(path);
    return this.#attempt(path, async () => {
      const before = await readText(file);
      const record = await this.#replacing.remember({ file, before, text });
      try {
        if (before === undefined) await writeText(file, text);
        else
          await vscode.workspace.fs.writeFile(
            file,
            keptBytes(await vscode.workspace.fs.readFile(file), text),
          );
        if ((await readText(file)) !== withoutMark(text)) throw vscode.FileSystemError.Unavailable(file);
      } catch (error) {
        await putBack(file, before);
        await this.#replacing.forget(record);
        throw error;
      }
      await this.#replacing.forget(record);
      this.#changes.tell(path);
    });
  }

  isReadOnly(path: string): Promise<boolean> {
    const file = this.#uri(path);
    return this.#attempt(path, async () => {
      if (vscode.workspace.fs.isWritableFileSystem(file.scheme) === false) return true;
      if (!(await exists(file))) return false;
      const { permissions = 0 } = await vscode.workspace.fs.stat(file);
      return (permissions & vscode.FilePermission.Readonly) !== 0;
    });
  }

  list(folder: string): Promise<readonly FileEntry[]> {
    const uri = folder === '' ? this.root : this.#uri(folder);
    return this.#attempt(folder, async () => {
      const entries = await readFolder(uri);
      return entries.filter(([name]) => !isTemporary(name)).flatMap(([name, type]) => toEntry(name, type));
    });
  }

  watch(listener: (path: string) => void): { dispose(): void } {
    return this.#changes.add(listener, watchFolder(this.root, listener));
  }

  async walk(paths: readonly string[], visitor: Visitor): Promise<void> {
    for (const path of paths) if (path !== '') segmentsOf(path);
    await (this.#finished ??= this.#finish());
    try {
      await walkWorkspace(this.root, paths, visitor);
    } catch (error) {
      throw toFileError(error, '');
    }
  }

  #uri(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.root, ...segmentsOf(path));
  }

  /** One at a time for each path: these file systems themselves keep neither writers nor readers apart. */
  async #attempt<T>(path: string, action: () => Promise<T>): Promise<T> {
    this.#finished ??= this.#finish();
    const before = this.#last.get(path) ?? this.#finished;
    const attempt = before.then(action, action);
    this.#last.set(path, attempt);
    try {
      return await attempt;
    } catch (error) {
      throw toFileError(error, path);
    } finally {
      if (this.#last.get(path) === attempt) this.#last.delete(path);
    }
  }

  async #finish(): Promise<void> {
    try {
      for (const record of await this.#replacing.finish(this.root))
        this.log.warn(
          `A text could not be put where it belongs, because the file changed since: ${record.toString()}`,
        );
    } catch (error) {
      // Tried again at the next start; the records stay.
      this.log.warn('What was interrupted could not be finished.', error);
    }
  }
}

/** Half-written files have such names: hidden, never listed, removed when writing fails. */
export function isTemporary(name: string): boolean {
  return /^\.two-hats-[0-9a-f]*\.tmp$/.test(name);
}

export function temporaryName(): string {
  return `.two-hats-${Math.random().toString(16).slice(2)}.tmp`;
}

/** As it reads back: without a byte order mark. */
function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

async function putBack(file: vscode.Uri, before: string | undefined): Promise<void> {
  if (before !== undefined) await writeText(file, before);
  else if (await exists(file)) await vscode.workspace.fs.delete(file);
}

async function readFolder(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

/** Tells of changes of files below a folder, inside the workspace or not, by their paths in it. */
export function watchFolder(root: vscode.Uri, listener: (path: string) => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, '**/*'));
  const tell = (uri: vscode.Uri) => {
    listener(pathBelow(root, uri) ?? '');
  };
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(tell),
    watcher.onDidCreate(tell),
    watcher.onDidDelete(tell),
  );
}

async function renameNew(beside: vscode.Uri, target: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.rename(beside, target, { overwrite: false });
    return true;
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError && error.code === 'FileExists')) throw error;
    await vscode.workspace.fs.delete(beside);
    return false;
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
