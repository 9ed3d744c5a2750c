import * as vscode from 'vscode';
import { shownPath } from '../folders';
import type { Parts } from '../parts';

export { createJournalSource } from './source';

/** *Open Journal* and *Choose Journal Folder…*. */
export function registerJournal(parts: Pick<Parts, 'journal'>): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('twoHats.openJournal', async () => {
      const journal = await parts.journal.ensure();
      if (journal) await showFolder(journal.root);
    }),
    vscode.commands.registerCommand('twoHats.chooseJournalFolder', () => chooseFolder(parts)),
  );
}

async function chooseFolder({ journal }: Pick<Parts, 'journal'>): Promise<void> {
  const before = journal.current;
  const chosen = await journal.choose();
  if (!chosen || chosen === before) return;
  const place = shownPath(chosen.root);
  await vscode.window.showInformationMessage(
    before
      ? vscode.l10n.t(
          'Your journal is now “{0}”. What is in “{1}” stays there.',
          place,
          shownPath(before.root),
        )
      : vscode.l10n.t('Your journal is “{0}”.', place),
  );
}

/** In the Explorer where it belongs to this window, else in a window of its own. */
async function showFolder(root: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.createDirectory(root);
  if (vscode.workspace.getWorkspaceFolder(root))
    await vscode.commands.executeCommand('revealInExplorer', root);
  else await vscode.commands.executeCommand('vscode.openFolder', root, { forceNewWindow: true });
}
