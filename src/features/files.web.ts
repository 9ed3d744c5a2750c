import type * as vscode from 'vscode';
import type { Files } from '../core/journal/ports';
import { WorkspaceFiles, isWritableScheme } from './workspaceFiles';

/** There is no home folder on the web. */
export function homeFolder(): string | undefined {
  return undefined;
}

/** The files of a journal, in a host without Node. */
export function openFiles(root: vscode.Uri, storage: vscode.Uri): Files {
  return new WorkspaceFiles(root, storage);
}

/** Whether files can be made in an existing folder. */
export function isWritable(folder: vscode.Uri): Promise<boolean> {
  return Promise.resolve(isWritableScheme(folder));
}
