import * as vscode from 'vscode';
import { openFiles } from '#files';
import type { Files } from '../../core/journal/files';
import type { Services } from '../../services/services';

export function folderOf({ context }: Pick<Services, 'context'>): vscode.Uri {
  return vscode.Uri.joinPath(context.globalStorageUri, 'tag-changes');
}

/** In the extension's storage on this machine. */
export function recordFiles(parts: Pick<Services, 'context' | 'log'>): Files {
  return openFiles(folderOf(parts), parts.context.globalStorageUri, parts.log);
}
