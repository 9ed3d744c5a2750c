import * as vscode from 'vscode';
import { answeredCount, isAnswered, type CheckRun } from '../../core/selfcheck/run';
import { back, pick } from '../shared/quickInput';

type StoredAction = 'goOn' | 'save' | 'anew';

interface StoredItem extends vscode.QuickPickItem {
  readonly action: StoredAction;
}

/** Asks what to do with the check that an earlier start left; `undefined` when the person leaves it once more. */
export async function askAboutStored(stored: CheckRun): Promise<StoredAction | undefined> {
  const title = isAnswered(stored)
    ? vscode.l10n.t('Your check of {0} isn’t kept yet', startWords(stored))
    : vscode.l10n.t('Your check of {0} isn’t finished yet', startWords(stored));
  const items = isAnswered(stored) ? answeredItems() : resumeItems(stored);
  const picked = await pick({ title, placeholder: '', items });
  return picked === undefined || picked === back ? undefined : picked.item.action;
}

function answeredItems(): readonly StoredItem[] {
  return [
    { label: vscode.l10n.t('See the result'), action: 'goOn' },
    { label: vscode.l10n.t('Keep it in the journal'), action: 'save' },
    { label: vscode.l10n.t('Discard it and start anew'), action: 'anew' },
  ];
}

function resumeItems(stored: CheckRun): readonly StoredItem[] {
  const goOn = vscode.l10n.t(
    'Go on where you stopped: {0} of {1} answered',
    answeredCount(stored),
    stored.statements.length,
  );
  const dropped = vscode.l10n.t('Drops the answers that were given');
  return [
    { label: goOn, action: 'goOn' },
    { label: vscode.l10n.t('Start anew'), detail: dropped, action: 'anew' },
  ];
}

function startWords({ started }: CheckRun): string {
  const format = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' });
  return format.format(new Date(started));
}
