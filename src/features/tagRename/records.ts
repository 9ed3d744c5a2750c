import * as vscode from 'vscode';
import { ChangeStore } from '../../core/journal/tags/changeStore';
import type { Journal, Services } from '../../services/services';
import { removeIfThere } from '../../platform/workspaceTexts';
import { folderOf, journalKey, recordFiles } from './recordFiles';

export type StoreServices = Pick<Services, 'clock' | 'context' | 'log'>;

export async function changeStore(
  services: StoreServices,
  journal: Pick<Journal, 'root'>,
): Promise<ChangeStore> {
  const files = recordFiles(services);
  return new ChangeStore(
    await journalKey(journal),
    {
      read: (path) => files.read(path),
      create: (path, text) => files.create(path, text),
      replace: (path, text) => files.replace(path, text),
      remove: (path) => removeIfThere(vscode.Uri.joinPath(folderOf(services), path)),
    },
    services.clock,
  );
}
