/** What is written with somebody, as facts by date: never a measure of a person. */
import { ownerOf } from '../tasks/actions';
import { TaskHistory, type TaskPast } from '../tasks/history';
import type { KnownPerson, People } from '../people/knownPeople';
import type { IndexedNote, NoteTask } from '../note';
import { emptyMonths } from './months';

/** Local dates `YYYY-MM-DD`, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** A task with whoever is to do it. */
export interface Promised extends TaskPast {
  readonly note: IndexedNote;
  readonly task: NoteTask;
}

export interface PersonDigest {
  /** Notes about them within the span, the oldest first. */
  readonly notes: readonly IndexedNote[];
  /** Of the newest note about them up to the end of the span. */
  readonly lastMet: string | undefined;
  /** Months of the span without a note about them. */
  readonly emptyMonths: readonly string[];
  /** What is open at the lead’s hands in notes about them, the oldest first. Private tasks are left out. */
  readonly mine: readonly Promised[];
  /** What is open and theirs, wherever it stands, the oldest first. Private tasks are left out. */
  readonly theirs: readonly Promised[];
}

/**
 * @param all every note of the journal
 * @param isUnwritten tells a template’s task in which nobody wrote anything
 */
export function personDigest(
  all: Iterable<IndexedNote>,
  people: People,
  person: KnownPerson,
  { from, to }: Span,
  isUnwritten: (task: NoteTask) => boolean,
): PersonDigest {
  const known = [...all].filter(({ date }) => (date ?? '') <= to);
  const about = oldestFirst(known.filter((note) => people.of(note) === person));
  const notes = about.filter(({ date }) => date !== undefined && date >= from);
  const history = new TaskHistory(known);
  const open: Record<'mine' | 'theirs', Promised[]> = { mine: [], theirs: [] };
  for (const note of known)
    for (const task of note.tasks) {
      if (task.state !== 'open' || task.isPrivate || isUnwritten(task)) continue;
      const side = sideOf(note, task, people, person);
      if (side) open[side].push({ note, task, ...history.of(note, task) });
    }
  return {
    notes,
    lastMet: about.at(-1)?.date,
    emptyMonths: emptyMonths(
      notes.flatMap(({ date }) => date ?? []),
      from,
      to,
    ),
    mine: open.mine.sort(bySince),
    theirs: open.theirs.sort(bySince),
  };
}

/**
 * Whose a task is between the lead and somebody; `undefined` where it is neither’s. `@me` in a note about them is the
 * lead’s; what is theirs by `@name` is so wherever it stands, and in a note about them what names nobody.
 */
export function sideOf(
  note: IndexedNote,
  { owner }: NoteTask,
  people: People,
  person: KnownPerson,
): 'mine' | 'theirs' | undefined {
  const about = people.of(note);
  if (people.isLead(owner)) return about === person ? 'mine' : undefined;
  const theirs = owner === undefined ? about : ownerOf(owner, people, about);
  return theirs === person ? 'theirs' : undefined;
}

/** Those without a date first, of one day by their paths. */
export function oldestFirst(notes: Iterable<IndexedNote>): readonly IndexedNote[] {
  const key = ({ date = '', path }: IndexedNote) => `${date} ${path}`;
  return [...notes].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

function bySince(one: Promised, other: Promised): number {
  const [first, second] = [one, other].map(({ since = '', note }) => `${since} ${note.path}`);
  if (first === second) return one.task.line - other.task.line;
  return (first ?? '') < (second ?? '') ? -1 : 1;
}
