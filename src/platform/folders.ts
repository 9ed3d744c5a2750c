import * as vscode from 'vscode';
import { homeFolder, realFile, temporaryFolder } from '#files';
import { readText } from './workspaceTexts';

/** The home folder of this machine; `undefined` on the web. */
export function homeUri(): vscode.Uri | undefined {
  const home = homeFolder();
  return home === undefined ? undefined : vscode.Uri.file(home);
}

/** The folder of this machine for what may be cleared; `undefined` on the web. */
export function temporaryUri(): vscode.Uri | undefined {
  const folder = temporaryFolder();
  return folder === undefined ? undefined : vscode.Uri.file(folder);
}

/** The one address of a file or folder that has several; the given one where that can't be told. */
export async function realAddress(uri: vscode.Uri): Promise<vscode.Uri> {
  const real = await realFile(uri);
  return real === undefined ? uri : vscode.Uri.file(real);
}

/** Do both lead to the same file or folder, however they are spelled? */
export async function isSameAddress(one: vscode.Uri, other: vscode.Uri): Promise<boolean> {
  if (one.toString() === other.toString()) return true;
  return (await realAddress(one)).toString() === (await realAddress(other)).toString();
}

/**
 * Where a folder lies, for people: a path, with `~` for the home folder; the whole address where it is no path of this
 * machine. What VS Code keeps in the browser has an address that nobody can open, and is told by the picker's words.
 */
export function shownPath(uri: vscode.Uri): string {
  if (uri.scheme === 'vscode-userdata') return vscode.l10n.t('In this browser');
  if (uri.scheme !== 'file') return uri.toString(true);
  const home = homeFolder();
  const path = uri.fsPath;
  return home !== undefined && (path === home || path.startsWith(`${home}/`) || path.startsWith(`${home}\\`))
    ? `~${path.slice(home.length)}`
    : path;
}

/** Whether a folder lies in a Git repository that has a remote, so that others may come to see what is in it. */
export async function hasGitRemote(folder: vscode.Uri): Promise<boolean> {
  for (let at = folder; ; at = vscode.Uri.joinPath(at, '..')) {
    const config = await gitConfig(at);
    if (config !== undefined) return /^[ \t]*\[remote[ \t]+"/m.test(config);
    if (at.path === '/' || at.path === vscode.Uri.joinPath(at, '..').path) return false;
  }
}

/** The configuration of the repository whose top a folder is, a linked work tree's included; else `undefined`. */
async function gitConfig(folder: vscode.Uri): Promise<string | undefined> {
  const config = await readAnyway(vscode.Uri.joinPath(folder, '.git', 'config'));
  if (config !== undefined) return config;
  const link = await readAnyway(vscode.Uri.joinPath(folder, '.git'));
  const target = /^gitdir: (.+)$/m.exec(link ?? '')?.[1];
  if (target === undefined) return undefined;
  const directory = /^([a-z]:)?[\\/]/i.test(target)
    ? folder.with({ path: target })
    : vscode.Uri.joinPath(folder, target);
  return (
    (await readAnyway(vscode.Uri.joinPath(directory, 'config'))) ??
    readAnyway(vscode.Uri.joinPath(directory, '../../config'))
  );
}

async function readAnyway(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return await readText(uri);
  } catch {
    // A folder, or not ours to read: both mean "no repository here".
    return undefined;
  }
}
