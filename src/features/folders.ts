import * as vscode from 'vscode';
import { homeFolder } from '#files';

/** The home folder of this machine; `undefined` on the web. */
export function homeUri(): vscode.Uri | undefined {
  const home = homeFolder();
  return home === undefined ? undefined : vscode.Uri.file(home);
}

/** A path for people: `~` for the home folder, the whole address where it is no path of this machine. */
export function shownPath(uri: vscode.Uri): string {
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
    if (config !== undefined) return /^\s*\[remote\b/m.test(config);
    if (at.path === '/' || at.path === vscode.Uri.joinPath(at, '..').path) return false;
  }
}

/** The configuration of the repository whose top a folder is, a linked work tree's included; else `undefined`. */
async function gitConfig(folder: vscode.Uri): Promise<string | undefined> {
  const config = await readText(vscode.Uri.joinPath(folder, '.git', 'config'));
  if (config !== undefined) return config;
  const link = await readText(vscode.Uri.joinPath(folder, '.git'));
  const target = /^gitdir: (.+)$/m.exec(link ?? '')?.[1];
  if (target === undefined) return undefined;
  const directory = /^([a-z]:)?[\\/]/i.test(target)
    ? folder.with({ path: target })
    : vscode.Uri.joinPath(folder, target);
  return (
    (await readText(vscode.Uri.joinPath(directory, 'config'))) ??
    readText(vscode.Uri.joinPath(directory, '../../config'))
  );
}

async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    // Absent, a folder, or not ours to read: all of them mean "no repository here".
    return undefined;
  }
}
