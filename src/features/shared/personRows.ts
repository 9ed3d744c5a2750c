/** Rows of people in pickers, found by name and alias however that is typed. */
import type * as vscode from 'vscode';
import type { KnownPerson } from '../../core/journal/people/knownPeople';
import { suggestPeople } from '../../core/journal/people/nameMatching';
import { shownName } from '../../core/journal/people/names';
import type { Privacy } from '../../services/services';

interface PersonRow extends vscode.QuickPickItem {
  readonly person: KnownPerson;
}

export interface PersonRows {
  /** Whom the typed text fits, the nearest first; everybody before anything is typed. */
  readonly found: readonly PersonRow[];
  /** All others, among whom VS Code looks for letters in their order; nobody where that would find initials. */
  readonly others: readonly PersonRow[];
}

export function personRows(
  { hidden }: Pick<Privacy, 'hidden'>,
  people: readonly KnownPerson[],
  typed: string,
): PersonRows {
  const like = typed.trim() === '' ? people : suggestPeople(people, typed);
  const found = new Set(like);
  const row = (person: KnownPerson): PersonRow => ({
    person,
    label: shownName(person.name, hidden),
    // VS Code knows labels only: no accents, no aliases, no hidden names.
    alwaysShow: found.has(person),
    ...(person.lastNote === undefined ? {} : { description: person.lastNote }),
  });
  return { found: like.map(row), others: hidden ? [] : people.filter((one) => !found.has(one)).map(row) };
}
