import * as vscode from 'vscode';
import { segmentsOf } from '../core/journal/paths';
import { FileError, type FileEntry, type Files, type Visitor } from '../core/journal/files';
import { LocalChangeEmitter } from './localChanges';
import { WriteAheadLog } from './writeAheadLog';
import { fileErrorOf } from './fileErrors';
import { isTemporary } from './temporary';
import { exists, isAbsent, readBytes, readText, writeText } from './workspaceTexts';
import { changedBytes, isSameBytes, type TextChange } from './utf8';
import { placeAt, type WalkedPlace } from './walkedPlace';
import { walkWorkspace } from './workspaceWalk';

/** So often a change is made anew because others changed the file, before that is said to be a failure. */
const maxTries = 20;

/**
 * A journal behind `workspace.fs`: the web, virtual and remote file systems. New files are written beside and
 * renamed. A replaced text is saved in the extension’s storage until the new one was read back whole, because
 * renaming over a file deletes it first here. What was interrupted is finished at first use.
 */
export class WorkspaceFiles implements Files {
  readonly #replacing: WriteAheadLog;
  readonly #changes = new LocalChangeEmitter();
  readonly #last = new Map<string, Promise<unknown>>();
  #finished: Promise<void> | undefined;

  /** @param storage where texts being replaced are saved meanwhile; on this machine */
  constructor(
    private readonly root: vscode.Uri,
    storage: vscode.Uri,
    private readonly log: Pick<vscode.LogOutputChannel, 'warn'>,
    private readonly place: Pick<WalkedPlace, 'pathOf'> = placeAt(root),
  ) {
    this.#replacing = new WriteAheadLog(storage);
  }

  read(path: string): Promise<string | undefined> {
    const file = this.#uri(path);
    return this.#withFileError(path, () => readText(file));
  }

  create(path: string, text: string): Promise<boolean> {
    const target = this.#uri(path);
    const beside = vscode.Uri.joinPath(target, '..', temporaryName());
    return this.#withFileError(path, async () => {
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

  async replace(path: string, text: string): Promise<void> {
    await this.edit(path, () => text);
  }

  /** Writers in other windows can't be kept apart here; one that was faster is noticed before and after. */
  edit(path: string, change: TextChange): Promise<boolean> {
    const file = this.#uri(path);
    return this.#withFileError(path, async () => {
      for (let tries = 0; tries < maxTries; tries++) {
        const before = await readBytes(file);
        const after = changedBytes(path, before, change);
        if (!after) return false;
        if (!(await this.#tryToPut(file, before, after))) continue;
        this.#changes.tell(path);
        return true;
      }
      throw new FileError('busy', path, undefined);
    });
  }

  isReadOnly(path: string): Promise<boolean> {
    const file = this.#uri(path);
    return this.#withFileError(path, async () => {
      if (vscode.workspace.fs.isWritableFileSystem(file.scheme) === false) return true;
      if (!(await exists(file))) return false;
      const { permissions = 0 } = await vscode.workspace.fs.stat(file);
      return (permissions & vscode.FilePermission.Readonly) !== 0;
    });
  }

  list(folder: string): Promise<readonly FileEntry[]> {
    const uri = folder === '' ? this.root : this.#uri(folder);
    return this.#withFileError(folder, async () => {
      const entries = await listFolder(uri);
      return entries.filter(([name]) => !isTemporary(name)).flatMap(([name, type]) => toEntry(name, type));
    });
  }

  watch(listener: (path: string) => void): { dispose(): void } {
    return this.#changes.add(listener, watchFolder(this.root, this.place, listener));
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

  /** @returns `false` where somebody else wrote meanwhile */
  async #tryToPut(file: vscode.Uri, before: Uint8Array | undefined, after: Uint8Array): Promise<boolean> {
    const text = textOf(after);
    const record = await this.#replacing.remember({ file, before: before && textOf(before), text });
    const isCurrent = isSameBytes(before, await readBytes(file));
    const isPut = isCurrent && (await put(file, before, after, () => this.#replacing.forget(record)));
    await this.#replacing.forget(record);
    return isPut;
  }

  /** One at a time for each path: these file systems themselves keep neither writers nor readers apart. */
  async #withFileError<T>(path: string, action: () => Promise<T>): Promise<T> {
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
      for (const record of await this.#replacing.finish(this.place))
        this.log.warn(
          `A text could not be put where it belongs, because the file changed since: ${record.toString()}`,
        );
    } catch (error) {
      // Tried again at the next start; the records stay.
      this.log.warn('What was interrupted could not be finished.', error);
    }
  }
}

/** A name that `isTemporary`. */
export function temporaryName(): string {
  return `.two-hats-${Math.random().toString(16).slice(2)}.tmp`;
}

/** With its byte order mark. */
function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/**
 * Writes, and reads back what was written; what fails leaves the file as it was.
 * @param takenBack called when it is as it was
 * @returns `false` where it is somebody else's text by now
 */
async function put(
  file: vscode.Uri,
  before: Uint8Array | undefined,
  after: Uint8Array,
  takenBack: () => Promise<void>,
): Promise<boolean> {
  const isHalf = (now: Uint8Array | undefined) => !now || textOf(after).includes(textOf(now));
  try {
    await vscode.workspace.fs.writeFile(file, after);
    const now = await readBytes(file);
    if (isSameBytes(now, after)) return true;
    if (isHalf(now)) throw vscode.FileSystemError.Unavailable(file);
    return false;
  } catch (error) {
    if (isHalf(await readBytes(file))) await putBack(file, before);
    await takenBack();
    throw error;
  }
}

async function putBack(file: vscode.Uri, before: Uint8Array | undefined): Promise<void> {
  if (before) await vscode.workspace.fs.writeFile(file, before);
  else if (await exists(file)) await vscode.workspace.fs.delete(file);
}

async function listFolder(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

/** Tells of changes of files below a folder, inside the workspace or not, by their paths in it. */
export function watchFolder(
  root: vscode.Uri,
  place: Pick<WalkedPlace, 'pathOf'>,
  listener: (path: string) => void,
): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, '**/*'));
  const tell = (uri: vscode.Uri) => {
    listener(place.pathOf(uri) ?? '');
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

function toEntry(name: string, type: vscode.FileType): FileEntry[] {
  if (type & vscode.FileType.Directory) return [{ name, kind: 'folder' }];
  return type & vscode.FileType.File ? [{ name, kind: 'file' }] : [];
}

/** What VS Code calls some of the system’s errors; of the others it says the name. */
const codes: Readonly<Record<string, string>> = {
  NoPermissions: 'EACCES',
  FileNotADirectory: 'ENOTDIR',
  FileExists: 'EEXIST',
};

/** What `workspace.fs` throws, of a path in the journal. */
export function toFileError(error: unknown, path: string): FileError {
  if (error instanceof FileError) return error;
  const { code, message } = error instanceof vscode.FileSystemError ? error : { code: '', message: '' };
  return fileErrorOf(codes[code] ?? /\bE[A-Z]{3,}\b/.exec(message)?.[0] ?? '', path, error);
}
