/** Takes what moved into a new note out of its old places: each at once, and whatever is left another time. */
import { arrived, markMoved, type PendingMoves } from './moves';
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
