import * as vscode from 'vscode';
import { ChangeStore } from '../../core/journal/tags/changeStore';
import type { Journal, Services } from '../../services/services';
import { removeIfThere } from '../../platform/workspaceTexts';
import { realAddress } from '../../platform/folders';
import { folderOf, recordFiles } from './recordFiles';

export type StoreServices = Pick<Services, 'clock' | 'context' | 'log'>;

/** The same for all windows, however the journal’s folder is spelled in their settings. */
export async function changeStore(
  services: StoreServices,
  { root }: Pick<Journal, 'root'>,
): Promise<ChangeStore> {
  const files = recordFiles(services);
  return new ChangeStore(
    (await realAddress(root)).toString(),
    {
      read: (path) => files.read(path),
      create: (path, text) => files.create(path, text),
      replace: (path, text) => files.replace(path, text),
      remove: (path) => removeIfThere(vscode.Uri.joinPath(folderOf(services), path)),
    },
    services.clock,
  );
}
