import type * as vscode from 'vscode';
import type { Files } from '../core/journal/ports';
import { WorkspaceFiles } from './workspaceFiles';

/** The files of a journal, in a host without Node. */
export function openFiles(root: vscode.Uri, storage: vscode.Uri): Files {
  return new WorkspaceFiles(root, storage);
}

/** There is no home folder on the web. */
export function homeFolder(): string | undefined {
  return undefined;
}
