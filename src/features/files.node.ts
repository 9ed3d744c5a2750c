import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import type * as vscode from 'vscode';
import type { Files } from '../core/journal/ports';
import { NodeFiles } from './nodeFiles';
import { WorkspaceFiles, watchFolder } from './workspaceFiles';

/** The home folder of this machine. */
export function homeFolder(): string | undefined {
  return homedir();
}

/** Node asks for the machine's time zone once, and again only when it seems to be set. */
export function lookUpZone(): void {
  const { TZ } = process.env;
  if (TZ === undefined) delete process.env.TZ;
  else process.env.TZ = TZ;
}

/** Tells a folder from another one in its place; `undefined` where it can't be told. */
export async function folderIdentity({ scheme, fsPath }: vscode.Uri): Promise<string | undefined> {
  if (scheme !== 'file') return 'same';
  const stats = await stat(fsPath).catch(() => undefined);
  return stats && `${stats.dev}:${stats.ino}`;
}

/** The files of a journal, in a host with Node: directly where the journal lies on this machine's disk. */
export function openFiles(
  root: vscode.Uri,
  storage: vscode.Uri,
  log: Pick<vscode.LogOutputChannel, 'warn'>,
): Files {
  if (root.scheme !== 'file') return new WorkspaceFiles(root, storage, log);
  return new NodeFiles(root.fsPath, (listener) => watchFolder(root, listener));
}
