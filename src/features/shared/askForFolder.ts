import * as vscode from 'vscode';
import { homeUri } from '../../platform/folders';

/** One folder, from the home folder on; `undefined` when the person cancels. */
export function askForFolder(title: string): Thenable<vscode.Uri[] | undefined> {
  const defaultUri = homeUri();
  return vscode.window.showOpenDialog({
    // Where the window is remote and the extension is not, a folder of this computer is meant.
    ...(defaultUri && { defaultUri }),
    title,
    openLabel: vscode.l10n.t('Use This Folder'),
    ...{ canSelectFolders: true, canSelectFiles: false, canSelectMany: false },
  });
}
