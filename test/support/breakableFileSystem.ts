import * as vscode from 'vscode';

/** A file system in memory that a test can break. Paths as in `/journal/a.md`; every folder is there. */
export class BreakableFileSystem implements vscode.FileSystemProvider {
  readonly files = new Map<string, string>();
  /** Asked before each call; what it throws, the call throws. */
  before: (call: 'read' | 'write' | 'rename' | 'delete', path: string) => void = () => undefined;
  /** What of a text reaches a file. */
  written: (path: string, text: string) => string = (_, text) => text;
  /** Paths of files that are marked so. */
  readonly readOnly = new Set<string>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const type = this.files.has(path) ? vscode.FileType.File : vscode.FileType.Directory;
    if (type === vscode.FileType.Directory && /\.\w+$/.test(path))
      throw vscode.FileSystemError.FileNotFound();
    const permissions = this.readOnly.has(path) ? { permissions: vscode.FilePermission.Readonly } : {};
    return { type, ctime: 0, mtime: 0, size: 0, ...permissions };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    return [...this.files.keys()]
      .filter((file) => file.slice(0, file.lastIndexOf('/')) === path)
      .map((file) => [file.slice(path.length + 1), vscode.FileType.File]);
  }

  createDirectory(): void {
    // Every folder is there.
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    this.before('read', path);
    const text = this.files.get(path);
    if (text === undefined) throw vscode.FileSystemError.FileNotFound();
    return new TextEncoder().encode(text);
  }

  // Async: VS Code never goes on after a write that throws before it is a promise.
  // eslint-disable-next-line @typescript-eslint/require-await
  async writeFile({ path }: vscode.Uri, content: Uint8Array): Promise<void> {
    const text = new TextDecoder().decode(content);
    const written = this.written(path, text);
    // What breaks while writing leaves a part of the text behind.
    this.files.set(path, written);
    this.before('write', path);
  }

  delete({ path }: vscode.Uri): void {
    this.before('delete', path);
    this.files.delete(path);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.before('rename', to.path);
    const text = this.files.get(from.path);
    if (text === undefined) throw vscode.FileSystemError.FileNotFound();
    this.files.delete(from.path);
    this.files.set(to.path, text);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
