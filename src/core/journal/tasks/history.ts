/** Where an open task was first written, and how often it moved on since. */
import { targetHash } from './movedTaskText';
import type { IndexedNote, NoteTask } from '../note';

export interface TaskPast {
  /** Local date `YYYY-MM-DD` of the note where it was first written. */
  readonly since: string | undefined;
  /** How often it was moved into a later note; 0 or more. */
  readonly moves: number;
  /** What tells it in each of the notes where it stood, the newest first. */
  readonly keys: readonly string[];
}

/** The pasts of the tasks of some notes, all of which are looked through once. */
export class TaskHistory {
  /** The notes out of which tasks were moved, by what these became: the earliest one, where several became the same. */
  readonly #origins = new Map<string, IndexedNote>();

  constructor(notes: Iterable<IndexedNote>) {
    for (const note of notes)
      for (const { state, hash } of note.tasks) {
        if (state !== 'moved' || note.date === undefined) continue;
        const known = this.#origins.get(hash)?.date;
        if (known === undefined || note.date < known) this.#origins.set(hash, note);
      }
  }

  /** Back along the moves that brought a task into its note, as long as they come from earlier ones. */
  of(note: IndexedNote, { hash }: NoteTask): TaskPast {
    const seen = new Set<IndexedNote>([note]);
    const keys: string[] = [];
    let first = note;
    for (;;) {
      const key = targetHash(hash, first.path);
      keys.push(key);
      const before = this.#origins.get(key);
      const isEarlier = first.date === undefined || (before?.date ?? '') <= first.date;
      if (before === undefined || !isEarlier || seen.has(before)) break;
      seen.add((first = before));
    }
    return { since: first.date, moves: seen.size - 1, keys };
  }
}
