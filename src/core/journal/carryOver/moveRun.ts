/**
 * Makes a note of what moves into it, and takes that out of its old places: each at once, and whatever is left another
 * time. It is written down before the note is made, and until all of it is done.
 */
import { arrived, markMoved, type PendingMoves } from './moves';
import { FileError, type Files } from '../files';
import { textHash } from '../../util/hash';
import type { TextEdit } from '../../util/textEdit';
import { hasTakenUp, withoutTopics } from '../capture/topics';

/** The notes of a journal as they are on screen, or else in their files. */
export interface MovedNotes {
  edit(path: string, change: (text: string) => readonly TextEdit[]): Promise<unknown>;
  /** Is what was changed there on screen only? */
  isUnsaved(path: string): boolean;
}

export interface ClearedPlaces {
  /** The notes that could not be changed, by their paths, and why. */
  readonly failures: ReadonlyMap<string, unknown>;
  /** What is to be done another time. */
  readonly left: PendingMoves | undefined;
}

/** Where moves are written down, a file each. */
export interface MoveRecords extends Pick<Files, 'create' | 'edit'> {
  /** What is not there any more is no failure. */
  remove(record: string): Promise<void>;
}

export interface MoveRun {
  readonly records: MoveRecords;
  readonly notes: MovedNotes & {
    /** @returns `false` where there is such a note already, which is as it was */
    create(path: string, text: string): Promise<boolean>;
    /** `undefined` where there is none. */
    text(path: string): Promise<string | undefined>;
  };
}

/**
 * Makes the new note.
 * @param text the note's, with what is moved into it
 * @returns the record, to be finished now; `undefined` where the note exists already: nothing is moved
 * @throws FileError
 */
export async function beginMoves(
  { records, notes }: MoveRun,
  pending: PendingMoves,
  text: string,
): Promise<string | undefined> {
  return begin(records, pending, () => notes.create(pending.note, text));
}

/**
 * Puts what moves into a note that is there already.
 * @param edit the note, which throws where it can’t be changed
 * @returns the record, to be finished now, or once the note is saved
 * @throws FileError
 */
export async function beginTakingIn(
  { records }: Pick<MoveRun, 'records'>,
  pending: PendingMoves,
  edit: () => Promise<unknown>,
): Promise<string | undefined> {
  return begin(records, pending, async () => {
    await edit();
    return true;
  });
}

async function begin(
  records: MoveRecords,
  pending: PendingMoves,
  write: () => Promise<boolean>,
): Promise<string | undefined> {
  const json = JSON.stringify(pending);
  const record = `${pending.at}-${textHash(json)}.json`;
  await records.create(record, json).catch((error: unknown) => {
    // It is the note that the person asked for.
    throw error instanceof FileError ? new FileError(error.code, pending.note, error) : error;
  });
  let isWritten = false;
  try {
    isWritten = await write();
  } finally {
    if (!isWritten) await records.remove(record);
  }
  return isWritten ? record : undefined;
}

/** @returns what could not be changed, and stays written down; `undefined` where there is no such note (yet) */
export async function finishMoves(
  { records, notes }: MoveRun,
  record: string,
  pending: PendingMoves,
): Promise<ClearedPlaces | undefined> {
  // What a note holds on screen alone may be lost yet.
  if (notes.isUnsaved(pending.note)) return { failures: new Map(), left: pending };
  const note = await notes.text(pending.note);
  if (note === undefined) return undefined;
  const cleared = await clearOldPlaces(notes, pending, note);
  const left = cleared.left && JSON.stringify(cleared.left);
  // Another window may have finished it before.
  if (left !== undefined) await records.edit(record, (before) => (before === undefined ? undefined : left));
  else await records.remove(record);
  return cleared;
}

/** @param newNote the text of the new note as it is by now */
export async function clearOldPlaces(
  notes: MovedNotes,
  { topics, ...pending }: PendingMoves,
  newNote: string,
): Promise<ClearedPlaces> {
  const failures = new Map<string, unknown>();
  const change = (path: string, edits: (text: string) => readonly TextEdit[]) =>
    notes.edit(path, edits).catch((error: unknown) => failures.set(path, error));
  const tasks = arrived(pending, newNote);
  for (const path of new Set(tasks.map((task) => task.path))) {
    const ofNote = tasks.filter((task) => task.path === path);
    await change(path, (text) => markMoved(text, path, ofNote, pending.note));
  }
  if (topics && hasTakenUp(newNote, topics.mark))
    await change(topics.path, (text) => withoutTopics(text, topics.mark));
  // What is done is done once: the same may be collected, or stand there as an action, once more.
  const leftTasks = tasks.filter(({ path }) => failures.has(path) || notes.isUnsaved(path));
  const leftTopics = topics && failures.has(topics.path) ? { topics } : {};
  const isDone = leftTasks.length === 0 && !('topics' in leftTopics);
  return { failures, left: isDone ? undefined : { ...pending, tasks: leftTasks, ...leftTopics } };
}
