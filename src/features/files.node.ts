import type * as vscode from 'vscode';
import type { Files } from '../core/journal/ports';
import { NodeFiles } from './nodeFiles';
import { WorkspaceFiles, watchFolder } from './workspaceFiles';

/** The files of a journal, in a host with Node: directly where the journal lies on this machine's disk. */
export function openFiles(root: vscode.Uri, storage: vscode.Uri): Files {
  if (root.scheme !== 'file') return new WorkspaceFiles(root, storage);
  return new NodeFiles(root.fsPath, (listener) => watchFolder(root, listener));
}

/** The home folder, or `undefined` where there is none. */
export { homedir as homeFolder } from 'node:os';
