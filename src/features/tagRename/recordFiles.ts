import * as vscode from 'vscode';
import { openFiles } from '#files';
import type { Files } from '../../core/journal/files';
import { realAddress } from '../../platform/folders';
import type { Journal, Services } from '../../services/services';

export function folderOf({ context }: Pick<Services, 'context'>): vscode.Uri {
  return vscode.Uri.joinPath(context.globalStorageUri, 'tag-changes');
}

/** The same for all windows, however the journal’s folder is spelled in their settings. */
export async function journalKey({ root }: Pick<Journal, 'root'>): Promise<string> {
  return (await realAddress(root)).toString();
}

/** In the extension's storage on this machine. */
export function recordFiles(services: Pick<Services, 'context' | 'log'>): Files {
  return openFiles(folderOf(services), services.context.globalStorageUri, services.log);
}
