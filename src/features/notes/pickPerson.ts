import * as vscode from 'vscode';
import { initials } from '../../core/journal/names';
import type { Person } from '../../core/journal/people';
import type { Privacy } from '../parts';
import { ask, back, pick } from '../quickInput';

interface PersonItem extends vscode.QuickPickItem {
  /** Absent: somebody new. */
  readonly person?: Person;
}

interface Step {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

/** Asks for one of the people, or for a new name. `undefined` when the person cancels. */
export async function pickPerson(
  privacy: Pick<Privacy, 'hidden'>,
  people: readonly Person[],
  step: Step,
): Promise<string | undefined> {
  for (;;) {
    const picked = await pick<PersonItem>({
      ...step,
      placeholder: vscode.l10n.t('With whom? Choose a name or type a new one'),
      items: (typed) => personItems(people, privacy.hidden, typed.trim()),
    });
    if (picked === undefined || picked === back) return undefined;
    // The text at the moment of Enter: the label of the item may lag behind it.
    const name = picked.item.person?.name ?? picked.typed;
    if (name !== '') return name;
    const asked = await askName(step);
    if (asked !== back) return asked;
  }
}

/** Filtered by VS Code, but for hidden names: they are found by the name, of which only the initials are shown. */
function personItems(people: readonly Person[], hidden: boolean, typed: string): PersonItem[] {
  const known = hidden ? people.filter(({ name }) => folded(name).includes(folded(typed))) : people;
  const isNew = typed === '' || !people.some(({ name }) => folded(name) === folded(typed));
  return [
    ...known.map((person) => ({
      person,
      label: hidden ? initials(person.name) : person.name,
      alwaysShow: hidden,
      ...(person.lastNote === undefined ? {} : { description: person.lastNote }),
    })),
    ...(isNew ? [newPerson(typed)] : []),
  ];
}

function newPerson(typed: string): PersonItem {
  return {
    label: typed === '' ? vscode.l10n.t('New person…') : vscode.l10n.t('New person: “{0}”', typed),
    iconPath: new vscode.ThemeIcon('add'),
    alwaysShow: true,
  };
}

function folded(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase();
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
