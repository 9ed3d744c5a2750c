import * as vscode from 'vscode';
import { openFiles } from '#files';
import { ChangeStore } from '../../core/journal/changeStore';
import type { Journal, Parts } from '../parts';
import { removeIfThere } from '../texts';

export type StoreParts = Pick<Parts, 'clock' | 'context' | 'log'>;

/** In the extension's storage on this machine. */
export function recordsFolder({ context }: Pick<Parts, 'context'>): vscode.Uri {
  return vscode.Uri.joinPath(context.globalStorageUri, 'tag-changes');
}

export function changeStore(parts: StoreParts, { root }: Pick<Journal, 'root'>): ChangeStore {
  const folder = recordsFolder(parts);
  const files = openFiles(folder, parts.context.globalStorageUri, parts.log);
  return new ChangeStore(
    root.toString(),
    {
      read: (path) => files.read(path),
      create: (path, text) => files.create(path, text),
      replace: (path, text) => files.replace(path, text),
      remove: (path) => removeIfThere(vscode.Uri.joinPath(folder, path)),
    },
    parts.clock,
  );
}
