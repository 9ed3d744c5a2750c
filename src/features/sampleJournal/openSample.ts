import * as vscode from 'vscode';
import builtin from '../../core/framework/builtin.framework.yaml';
import { sampleJournal } from '../../core/sample/sampleJournal';
import { homeUri, shownPath, temporaryUri } from '../../platform/folders';
import { showInformationMessage, withProgress } from '../../platform/messages';
import { exists, writeText } from '../../platform/workspaceTexts';
import { systemClock } from '../../services/clock';
import type { Services } from '../../services/services';
import { askForFolder } from '../shared/askForFolder';
import { back, pick } from '../shared/quickInput';
import { withErrorMessage } from '../shared/withErrorMessage';

const folderName = 'two-hats-sample';

interface PlaceItem extends vscode.QuickPickItem {
  /** Where the folder of the sample is made; `undefined` when the person stepped back. */
  readonly parent: () => Thenable<vscode.Uri | undefined>;
}

/** Writes the sample into a folder of its own and shows all that Two Hats has with it, in this window. */
export async function openSample(services: Services): Promise<void> {
  const { journalVisit, log } = services;
  const parent = await chooseParent(services);
  if (!parent) return;
  const failure = vscode.l10n.t('The sample journal could not be written to “{0}”.', shownPath(parent));
  const done = await withErrorMessage(log, failure, async () => {
    const root = await freeFolder(parent);
    const title = vscode.l10n.t('Writing the sample journal');
    await withProgress({ location: vscode.ProgressLocation.Notification, title }, () => writeSample(root));
    journalVisit.visit(root);
  });
  if (!done) return;
  await vscode.commands.executeCommand('twoHats.notes.focus');
  await sayWhatItIs(services);
}

async function sayWhatItIs({ journalVisit }: Services): Promise<void> {
  const backToOwn = vscode.l10n.t('Back to My Journal');
  const message = vscode.l10n.t(
    'This is a sample of half a year; nobody in it is real. Your own journal stays as it is.',
  );
  if ((await showInformationMessage(message, backToOwn)) === backToOwn) journalVisit.visit(undefined);
}

async function chooseParent({ context }: Pick<Services, 'context'>): Promise<vscode.Uri | undefined> {
  const temporary = temporaryUri() ?? context.globalStorageUri;
  const home = homeUri();
  const items: PlaceItem[] = [
    {
      label: vscode.l10n.t('A temporary folder'),
      detail: vscode.l10n.t('To look around; your system clears it some day'),
      parent: () => Promise.resolve(temporary),
    },
    {
      label: vscode.l10n.t('Choose a folder…'),
      detail: vscode.l10n.t('A new folder “{0}” is made in it, for you to keep', folderName),
      parent: async () => (await askForFolder(vscode.l10n.t('Choose a folder for the sample journal')))?.[0],
    },
  ];
  for (;;) {
    const picked = await pick<PlaceItem>({
      title: vscode.l10n.t('Open Sample Journal'),
      placeholder: vscode.l10n.t('Where shall the sample be written?'),
      items: home ? items : items.slice(0, 1),
    });
    if (picked === undefined || picked === back) return undefined;
    const parent = await picked.item.parent();
    if (parent) return parent;
  }
}

/** What stands somewhere already is left as it is. */
async function freeFolder(parent: vscode.Uri): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const folder = vscode.Uri.joinPath(parent, number === 1 ? folderName : `${folderName}-${number}`);
    if (!(await exists(folder))) return folder;
  }
}

async function writeSample(root: vscode.Uri): Promise<void> {
  for (const [path, text] of sampleJournal(builtin, systemClock))
    await writeText(vscode.Uri.joinPath(root, path), text);
}
