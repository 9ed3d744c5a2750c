import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { homedir } from 'node:os';
import type * as vscode from 'vscode';
import type { Files } from '../core/journal/ports';
import { NodeFiles } from './nodeFiles';
import { WorkspaceFiles, isWritableScheme, watchFolder } from './workspaceFiles';

/** The home folder of this machine. */
export function homeFolder(): string | undefined {
  return homedir();
}

/** The files of a journal, in a host with Node: directly where the journal lies on this machine's disk. */
export function openFiles(root: vscode.Uri, storage: vscode.Uri): Files {
  if (root.scheme !== 'file') return new WorkspaceFiles(root, storage);
  return new NodeFiles(root.fsPath, (listener) => watchFolder(root, listener));
}

/** Whether files can be made in an existing folder. */
export async function isWritable(folder: vscode.Uri): Promise<boolean> {
  if (folder.scheme !== 'file') return isWritableScheme(folder);
  try {
    await access(folder.fsPath, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
