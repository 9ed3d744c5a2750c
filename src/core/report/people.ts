/** When one last met whom, and what was promised: facts by date, never a measure of a person. */
import { ownerOf } from '../journal/tasks/actions';
import type { KnownPerson, People } from '../journal/people/knownPeople';
import type { IndexedNote, NoteTask } from '../journal/note';

export interface PersonFacts {
  readonly person: string;
  /** Local date `YYYY-MM-DD` of the newest note about them. */
  readonly lastMet: string | null;
  /** In the lead’s own words. */
  readonly cadence: string | null;
  /** Open actions in notes about them that the lead owns: `@me`. */
  readonly openMine: number;
  /** Open actions that are theirs. */
  readonly openTheirs: number;
}

/**
 * Everybody, the most recently met first.
 * @param notes up to the end of the period
 * @param isUnwritten tells a template’s task in which nobody wrote anything
 */
export function personFacts(
  notes: readonly IndexedNote[],
  people: People,
  isUnwritten: (task: NoteTask) => boolean,
): readonly PersonFacts[] {
  const facts = new Map<KnownPerson, { lastMet: string | null; openMine: number; openTheirs: number }>(
    people.all.map((person) => [person, { lastMet: null, openMine: 0, openTheirs: 0 }]),
  );
  for (const note of notes) {
    const about = people.of(note);
    const own = about && facts.get(about);
    if (own && note.date !== undefined && note.date > (own.lastMet ?? '')) own.lastMet = note.date;
    for (const task of note.tasks) {
      if (task.state !== 'open' || isUnwritten(task)) continue;
      if (people.isLead(task.owner)) {
        if (own) own.openMine++;
        continue;
      }
      const owner = task.owner === undefined ? about : ownerOf(task.owner, people, about);
      const theirs = owner && facts.get(owner);
      if (theirs) theirs.openTheirs++;
    }
  }
  return Array.from(facts, ([{ name, cadence }, counted]) => ({
    person: name,
    cadence: cadence ?? null,
    ...counted,
  })).sort(
    (one, other) =>
      (other.lastMet ?? '').localeCompare(one.lastMet ?? '') || one.person.localeCompare(other.person),
  );
}
