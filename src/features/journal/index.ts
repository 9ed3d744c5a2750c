import * as vscode from 'vscode';
import { shownPath } from '../../platform/folders';
import { setContextKey } from '../../services/contextKeys';
import { showErrorMessage, showInformationMessage } from '../../platform/messages';
import type { Journal, Services } from '../../services/services';

type OpenServices = Pick<Services, 'journal' | 'log'>;

/** *Open Journal* and *Choose Journal Folder…*, and whether the views of a journal are shown. */
export function registerJournal(services: OpenServices): vscode.Disposable {
  tellViews(services);
  return vscode.Disposable.from(
    services.journal.onDidChange(() => {
      tellViews(services);
    }),
    vscode.commands.registerCommand('twoHats.openJournal', () => showJournal(services)),
    vscode.commands.registerCommand('twoHats.chooseJournalFolder', () => chooseFolder(services)),
  );
}

function tellViews({ journal, log }: OpenServices): void {
  setContextKey('twoHats:hasJournal', journal.current !== undefined).catch((error: unknown) => {
    log.error('The views of the journal could not be shown or hidden.', error);
  });
}

async function showJournal({ journal, log }: OpenServices): Promise<void> {
  let chosen = await journal.ensure();
  while (chosen && !(await isThere(log, chosen))) chosen = await chooseInstead(journal, chosen);
  if (chosen) await showFolder(chosen.root);
}

/** Makes the folder where nothing was saved in it yet. */
async function isThere(log: vscode.LogOutputChannel, { root }: Journal): Promise<boolean> {
  try {
    await vscode.workspace.fs.createDirectory(root);
    return true;
  } catch (error) {
    log.error(`The journal can’t be opened: ${root.toString()}`, error);
    return false;
  }
}

async function chooseInstead(journal: Services['journal'], { root }: Journal): Promise<Journal | undefined> {
  const another = vscode.l10n.t('Choose Another Place');
  const message = vscode.l10n.t('Your journal “{0}” can’t be reached.', shownPath(root));
  const answer = await showErrorMessage(message, another);
  return answer === another ? journal.choose() : undefined;
}

async function chooseFolder({ journal }: OpenServices): Promise<void> {
  const before = journal.current;
  const chosen = await journal.choose();
  if (!chosen || chosen === before) return;
  const place = shownPath(chosen.root);
  void showInformationMessage(
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
  if (vscode.workspace.getWorkspaceFolder(root))
    await vscode.commands.executeCommand('revealInExplorer', root);
  else await vscode.commands.executeCommand('vscode.openFolder', root, { forceNewWindow: true });
}
