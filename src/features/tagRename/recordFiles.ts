import * as vscode from 'vscode';
import { openFiles } from '#files';
import type { Files } from '../../core/journal/files';
import type { Services } from '../../services/services';

export function folderOf({ context }: Pick<Services, 'context'>): vscode.Uri {
  return vscode.Uri.joinPath(context.globalStorageUri, 'tag-changes');
}

/** In the extension's storage on this machine. */
export function recordFiles(services: Pick<Services, 'context' | 'log'>): Files {
  return openFiles(folderOf(services), services.context.globalStorageUri, services.log);
}
