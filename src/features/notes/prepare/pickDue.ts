import * as vscode from 'vscode';
import type { Due } from '../../../core/journal/digest/due';
import type { KnownPerson } from '../../../core/journal/people/knownPeople';
import type { NoteLabels } from '../../shared/noteLabels';
import { personRows } from '../../shared/personRows';
import { back, pick } from '../../shared/quickInput';
import type { Privacy } from '../../../services/services';

interface DueItem extends vscode.QuickPickItem {
  readonly person: KnownPerson;
}

/** Asks for one of the people, who is due first. `undefined` when the person cancels. */
export async function pickDue(
  privacy: Pick<Privacy, 'hidden'>,
  due: readonly Due[],
  labels: NoteLabels,
): Promise<KnownPerson | undefined> {
  const people = due.map(({ person }) => person);
  const words = new Map(due.map((one) => [one.person, formatDue(one, labels)]));
  const items = (typed: string): DueItem[] => {
    const { found, others } = personRows(privacy, people, typed.trim());
    return [...found, ...others].map((row) => ({ ...row, description: words.get(row.person) ?? '' }));
  };
  const picked = await pick<DueItem>({
    title: vscode.l10n.t('Prepare 1:1'),
    placeholder: vscode.l10n.t('With whom? Who is due stands first'),
    items,
  });
  return picked === undefined || picked === back ? undefined : picked.item.person;
}

/** `due since 5 days · met 12 days ago · weekly` */
function formatDue({ person: { cadence }, days, dueIn }: Due, labels: NoteLabels): string {
  return [formatDueIn(dueIn), formatMet(days), cadence === undefined ? undefined : labels.shown(cadence)]
    .filter(Boolean)
    .join(' · ');
}

function formatDueIn(dueIn: number | undefined): string | undefined {
  if (dueIn === undefined || dueIn > 0) return undefined;
  if (dueIn === 0) return vscode.l10n.t('due today');
  return dueIn === -1 ? vscode.l10n.t('due since yesterday') : vscode.l10n.t('due since {0} days', -dueIn);
}

function formatMet(days: number | undefined): string {
  if (days === undefined) return vscode.l10n.t('not met yet');
  if (days === 0) return vscode.l10n.t('met today');
  return days === 1 ? vscode.l10n.t('met yesterday') : vscode.l10n.t('met {0} days ago', days);
}
