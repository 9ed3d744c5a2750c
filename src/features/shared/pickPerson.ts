import * as vscode from 'vscode';
import type { KnownPerson, People } from '../../core/journal/people/knownPeople';
import type { Privacy } from '../../services/services';
import { personRows } from './personRows';
import { ask, back, pick, type InputAnswer } from './quickInput';

interface PersonItem extends vscode.QuickPickItem {
  /** Absent: somebody new. */
  readonly person?: KnownPerson;
}

interface Step {
  readonly title: string;
  readonly placeholder: string;
  readonly step: number;
  readonly totalSteps: number;
}

/** Asks for one of the people, or for a new name. */
export async function pickPerson(
  privacy: Pick<Privacy, 'hidden'>,
  people: People,
  step: Step,
): Promise<InputAnswer<string>> {
  for (;;) {
    const picked = await pick<PersonItem>({
      ...step,
      items: (typed) => personItems(privacy, people, typed.trim()),
    });
    if (picked === undefined || picked === back) return picked;
    // The text at the moment of Enter: the label of the item may lag behind it.
    const name = picked.item.person?.name ?? picked.typed;
    if (name !== '') return name;
    const asked = await askName(step);
    if (asked !== back) return asked;
  }
}

/** Asks for one of those whom the journal knows. `undefined` when the person cancels. */
export async function pickKnownPerson(
  privacy: Pick<Privacy, 'hidden'>,
  known: readonly KnownPerson[],
  texts: Pick<Step, 'title' | 'placeholder'>,
): Promise<KnownPerson | undefined> {
  const picked = await pick({
    ...texts,
    items: (typed) => {
      const { found, others } = personRows(privacy, known, typed);
      return [...found, ...others];
    },
  });
  return typeof picked === 'object' ? picked.item.person : undefined;
}

/** Whoever is found stands before somebody new: Enter makes no second person of a name that is typed differently. */
function personItems(privacy: Pick<Privacy, 'hidden'>, people: People, typed: string): PersonItem[] {
  const { found, others } = personRows(privacy, people.all, typed);
  const isNew = typed === '' || !people.find(typed);
  return [...found, ...others, ...(isNew ? [newPerson(typed)] : [])];
}

function newPerson(typed: string): PersonItem {
  return {
    label: typed === '' ? vscode.l10n.t('New person…') : vscode.l10n.t('New person: “{0}”', typed),
    iconPath: new vscode.ThemeIcon('add'),
    alwaysShow: true,
  };
}

function askName(step: Step): ReturnType<typeof ask> {
  return ask({
    ...step,
    canGoBack: true,
    prompt: vscode.l10n.t('The name as you write it. The folder gets a safe form of it.'),
    placeholder: vscode.l10n.t('Priya Shah'),
    validate: (name) => (name === '' ? vscode.l10n.t('Type a name.') : undefined),
  });
}
