/** Open tasks, by whom they concern and by age. */
import { TaskHistory } from './history';
import { daysBetween } from '../../util/calendar';
import type { KnownPerson, People } from '../people/knownPeople';
import { meansLead, personOfMention } from '../people/mentions';
import { plainName } from '../people/nameMatching';
import type { IndexedNote, NoteTask } from '../note';

export interface Action {
  readonly note: IndexedNote;
  readonly task: NoteTask;
  /** The owner, else whom the note is about; absent where that is nobody. */
  readonly person: string | undefined;
  readonly age: Age;
}

/** `days` are whole: since or until the due date; of a task without one, since the date of the note where it was first written. */
export type Age =
  | { readonly kind: 'overdue' | 'due'; readonly days: number; readonly date: string }
  | { readonly kind: 'open'; readonly days: number | undefined };

export interface ActionGroup {
  /** Absent: nobody's in particular, like those of retrospectives. */
  readonly person: string | undefined;
  readonly actions: readonly Action[];
}

/**
 * All open tasks: those that concern nobody in particular last, else by how urgent the first one is, then by name.
 * @param today local date `YYYY-MM-DD`
 * @param isUnwritten tells a template's task in which nobody wrote anything
 */
export function openActions(
  notes: Iterable<IndexedNote>,
  people: People,
  today: string,
  isUnwritten: (task: NoteTask) => boolean,
): readonly ActionGroup[] {
  const known = new Set(people.all.map(({ name }) => name));
  // Strangers, too, are one each, however their name is spelled.
  const keyOf = (person = ''): string => (known.has(person) ? person : `@${plainName(person)}`);
  const byPerson = new Map<string, ActionGroup & { readonly actions: Action[] }>();
  const all = [...notes];
  const history = new TaskHistory(all);
  for (const note of all)
    for (const task of note.tasks) {
      if (task.state !== 'open' || isUnwritten(task)) continue;
      const action = actionOf(note, task, people, today, history.of(note, task).since);
      const key = keyOf(action.person);
      const group = byPerson.get(key);
      if (group) group.actions.push(action);
      else byPerson.set(key, { person: action.person, actions: [action] });
    }
  for (const { actions } of byPerson.values()) actions.sort(byUrgency);
  return [...byPerson.values()].sort(
    (one, other) =>
      Number(one.person === undefined) - Number(other.person === undefined) || byFirst(one, other),
  );
}

/** @param since date of the note where it was first written */
export function actionOf(
  note: IndexedNote,
  task: NoteTask,
  people: People,
  today: string,
  since = note.date,
): Action {
  return { note, task, person: personOf(note, task, people), age: ageOf(since, task, today) };
}

/** The person whom a task’s `@name` means; see `personOfMention`. */
export function ownerOf(
  owner: string | undefined,
  people: People,
  about?: KnownPerson,
): KnownPerson | undefined {
  return owner === undefined ? undefined : personOfMention(owner, people, about);
}

function personOf(note: IndexedNote, { owner }: NoteTask, people: People): string | undefined {
  const about = people.of(note);
  // `@me` says nothing about whom it concerns.
  if (owner === undefined || meansLead(owner)) return about?.name ?? note.person;
  return ownerOf(owner, people, about)?.name ?? owner;
}

function ageOf(since: string | undefined, { due }: NoteTask, today: string): Age {
  if (due === undefined)
    return { kind: 'open', days: since === undefined ? undefined : daysBetween(since, today) };
  return due < today
    ? { kind: 'overdue', days: daysBetween(due, today), date: due }
    : { kind: 'due', days: daysBetween(today, due), date: due };
}

const order = { overdue: 0, due: 1, open: 2 } as const;

/** Overdue ones first, the longest first; then due ones, the next first; then those without a date, the oldest first. */
function byUrgency(one: Action, other: Action): number {
  return (
    order[one.age.kind] - order[other.age.kind] ||
    waiting(other.age) - waiting(one.age) ||
    (one.note.path < other.note.path
      ? -1
      : one.note.path > other.note.path
        ? 1
        : one.task.line - other.task.line)
  );
}

function waiting(age: Age): number {
  return age.kind === 'due' ? -age.days : (age.days ?? -1);
}

function byFirst(one: ActionGroup, other: ActionGroup): number {
  const [first, second] = [one.actions[0], other.actions[0]];
  const urgency = first && second ? order[first.age.kind] - order[second.age.kind] : 0;
  return urgency || (one.person ?? '').localeCompare(other.person ?? '');
}
