/** Open tasks, by whom they concern and by age. */
import { TaskHistory, type TaskPast } from './history';
import { daysBetween } from '../../util/calendar';
import type { KnownPerson, People } from '../people/knownPeople';
import { personOfMention } from '../people/mentions';
import { plainName } from '../people/nameMatching';
import type { IndexedNote, NoteTask } from '../note';

export interface Action {
  readonly note: IndexedNote;
  readonly task: NoteTask;
  /** The owner, else whom the note is about; absent where that is nobody. */
  readonly person: string | undefined;
  /** Does it lie with the lead, who writes? */
  readonly isMine: boolean;
  /** How often it was moved on since it was first written. */
  readonly moves: number;
  /** See `TaskPast`. */
  readonly keys: readonly string[];
  readonly age: Age;
}

/** `days` are whole: since or until the due date; of a task without one, since the date of the note where it was first written. */
export type Age =
  | { readonly kind: 'overdue' | 'due'; readonly days: number; readonly date: string }
  | { readonly kind: 'open'; readonly days: number | undefined };

/** By whom they lie with, by when they are due, or what lies with the lead alone, by whom it concerns. */
export const actionGroupings = ['owner', 'due', 'mine'] as const;
export type ActionGrouping = (typeof actionGroupings)[number];

/** Days of which local dates are due together; in this order. */
export const dueTimes = ['overdue', 'today', 'week', 'later', 'none'] as const;
export type DueTime = (typeof dueTimes)[number];

/** What moved on so often is worth a decision. */
export const manyMoves = 5;

export interface ActionGroup {
  /** Absent: the lead’s, nobody's in particular (like those of retrospectives), or what is due together. */
  readonly person: string | undefined;
  readonly isLead: boolean;
  readonly due: DueTime | undefined;
  readonly actions: readonly Action[];
}

/**
 * All open tasks in groups. By owner the lead’s come first and those of nobody in particular last, else by how urgent the
 * first one is, then by name.
 * @param today local date `YYYY-MM-DD`
 * @param isUnwritten tells a template's task in which nobody wrote anything
 */
export function openActions(
  notes: Iterable<IndexedNote>,
  people: People,
  today: string,
  isUnwritten: (task: NoteTask) => boolean,
  grouping: ActionGrouping = 'owner',
): readonly ActionGroup[] {
  const groupOf = grouper(people, grouping);
  const groups = new Map<string, ActionGroup & { readonly actions: Action[] }>();
  for (const action of actionsIn(notes, people, today, isUnwritten)) {
    const found = groupOf(action);
    if (!found) continue;
    const group = groups.get(found.key);
    if (group) group.actions.push(action);
    else groups.set(found.key, { ...found.group, actions: [action] });
  }
  for (const { actions } of groups.values()) actions.sort(byUrgency);
  return [...groups.values()].sort(byGroup);
}

/** The key of a group, and the group that it is; nothing for what stands in none. */
type Grouper = (
  action: Action,
) => { readonly key: string; readonly group: Omit<ActionGroup, 'actions'> } | undefined;

function grouper(people: People, grouping: ActionGrouping): Grouper {
  const known = new Set(people.all.map(({ name }) => name));
  // Strangers, too, are one each, however their name is spelled.
  const keyOf = (person = ''): string => (known.has(person) ? person : `@${plainName(person)}`);
  return ({ person, isMine, age }) => {
    if (grouping === 'mine' && !isMine) return undefined;
    const due = grouping === 'due' ? dueTime(age) : undefined;
    const isLead = grouping === 'owner' && isMine;
    const named = isLead || due ? undefined : person;
    const key = due ?? (isLead ? 'lead' : keyOf(named));
    return { key, group: { person: named, isLead, due } };
  };
}

/**
 * Is there to be asked whether to do, hand over or drop it? Once of each, wherever it moves on to afterwards.
 * @param decided keys of those of which that was answered
 */
export function asksForDecision({ moves, keys }: Action, decided: ReadonlySet<string>): boolean {
  return moves >= manyMoves && !keys.some((key) => decided.has(key));
}

function dueTime(age: Age): DueTime {
  if (age.kind === 'overdue') return 'overdue';
  if (age.kind === 'open') return 'none';
  return age.days === 0 ? 'today' : age.days < 7 ? 'week' : 'later';
}

/** What is open at the lead’s hands though its day is over. */
export function countOverdueMine(
  notes: Iterable<IndexedNote>,
  people: People,
  today: string,
  isUnwritten: (task: NoteTask) => boolean,
): number {
  let count = 0;
  for (const { tasks } of notes)
    for (const task of tasks)
      if (
        task.state === 'open' &&
        (task.due ?? today) < today &&
        people.isLead(task.owner) &&
        !isUnwritten(task)
      )
        count++;
  return count;
}

function actionsIn(
  notes: Iterable<IndexedNote>,
  people: People,
  today: string,
  isUnwritten: (task: NoteTask) => boolean,
): readonly Action[] {
  const all = [...notes];
  const history = new TaskHistory(all);
  return all.flatMap((note) =>
    note.tasks
      .filter((task) => task.state === 'open' && !isUnwritten(task))
      .map((task) => actionOf(note, task, people, today, history.of(note, task))),
  );
}

/** @param past where it was first written, and how often it moved on since */
export function actionOf(
  note: IndexedNote,
  task: NoteTask,
  people: People,
  today: string,
  { since, moves, keys }: TaskPast = { since: note.date, moves: 0, keys: [] },
): Action {
  const person = personOf(note, task, people);
  return {
    note,
    task,
    person,
    isMine: people.isLead(task.owner),
    moves,
    keys,
    age: ageOf(since, task, today),
  };
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
  if (owner === undefined || people.isLead(owner)) return about?.name ?? note.person;
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

function byGroup(one: ActionGroup, other: ActionGroup): number {
  if (one.due && other.due) return dueTimes.indexOf(one.due) - dueTimes.indexOf(other.due);
  const isNobody = ({ person, isLead }: ActionGroup) => Number(person === undefined && !isLead);
  return Number(other.isLead) - Number(one.isLead) || isNobody(one) - isNobody(other) || byFirst(one, other);
}

function byFirst(one: ActionGroup, other: ActionGroup): number {
  const [first, second] = [one.actions[0], other.actions[0]];
  const urgency = first && second ? order[first.age.kind] - order[second.age.kind] : 0;
  return urgency || (one.person ?? '').localeCompare(other.person ?? '');
}
