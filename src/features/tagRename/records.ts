import * as vscode from 'vscode';
import { openFiles } from '#files';
import { ChangeStore } from '../../core/journal/tags/changeStore';
import type { Files } from '../../core/journal/files';
import type { Journal, Services } from '../../services/services';
import { removeIfThere } from '../../platform/workspaceTexts';

export type StoreParts = Pick<Services, 'clock' | 'context' | 'log'>;

function folderOf({ context }: Pick<Services, 'context'>): vscode.Uri {
  return vscode.Uri.joinPath(context.globalStorageUri, 'tag-changes');
}

/** In the extension's storage on this machine. */
export function recordFiles(parts: Pick<Services, 'context' | 'log'>): Files {
  return openFiles(folderOf(parts), parts.context.globalStorageUri, parts.log);
}

export function changeStore(parts: StoreParts, { root }: Pick<Journal, 'root'>): ChangeStore {
  const files = recordFiles(parts);
  return new ChangeStore(
    root.toString(),
    {
      read: (path) => files.read(path),
      create: (path, text) => files.create(path, text),
      replace: (path, text) => files.replace(path, text),
      remove: (path) => removeIfThere(vscode.Uri.joinPath(folderOf(parts), path)),
    },
    parts.clock,
  );
}
