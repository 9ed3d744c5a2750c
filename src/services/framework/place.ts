import * as vscode from 'vscode';

/** Where a path leads: a file; nowhere yet, since it is relative to a workspace that is not trusted; or nowhere. */
export type FrameworkLocation = vscode.Uri | 'untrusted' | 'unknown';

/**
 * The file that `twoHats.framework` names: absolute, an address with a scheme, below the home folder (`~`), or relative
 * to the first workspace folder. `home` is `undefined` where there is none, as in a browser.
 *
 * What a workspace's own settings say does not arrive here before the workspace is trusted: the setting is one of
 * `restrictedConfigurations`.
 */
export function frameworkLocation(path: string, home: vscode.Uri | undefined): FrameworkLocation {
  const slashed = path.replaceAll('\\', '/');
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(path)) return vscode.Uri.parse(path);
  if (/^~(\/|$)/.test(slashed)) return home ? vscode.Uri.joinPath(home, slashed.slice(1)) : 'unknown';
  if (/^(\/|[a-z]:\/)/i.test(slashed)) return absolute(path, folder);
  if (!folder) return 'unknown';
  return vscode.workspace.isTrusted ? vscode.Uri.joinPath(folder.uri, slashed) : 'untrusted';
}

/** In a browser there are no `file:` addresses: the path is one of the workspace's file system. */
function absolute(path: string, folder: vscode.WorkspaceFolder | undefined): vscode.Uri {
  const hasFiles = vscode.workspace.fs.isWritableFileSystem('file') !== undefined;
  return folder && !hasFiles ? folder.uri.with({ path }) : vscode.Uri.file(path);
}

/** The file as a setting can name it. */
export function settingPath(file: vscode.Uri): string {
  return file.scheme === 'file' ? file.fsPath : file.toString();
}
