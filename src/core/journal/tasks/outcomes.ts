/** What became of the actions of a note, wherever they went since. */
import { targetHash } from './movedTaskText';
import type { IndexedNote, NoteTask } from '../note';

export interface Outcome {
  /** As it stands in the note. */
  readonly task: NoteTask;
  /** What it is by now, and the note where it is that; of one that can’t be followed, what it is in the note. */
  readonly now: NoteTask;
  readonly at: IndexedNote;
}

/** In the order of the note. */
export function outcomesOf(note: IndexedNote, all: Iterable<IndexedNote>): readonly Outcome[] {
  const moved = new Set(note.tasks.filter(({ state }) => state === 'moved').map(({ hash }) => hash));
  const arrived = moved.size === 0 ? undefined : arrivedFrom(moved, [...all]);
  return note.tasks.map((task) => ({ task, ...(arrived?.get(task.hash) ?? { now: task, at: note }) }));
}

/** By what moved tasks know of it, where they are now: found from there back along the moves. */
function arrivedFrom(
  moved: ReadonlySet<string>,
  notes: readonly IndexedNote[],
): ReadonlyMap<string, Omit<Outcome, 'task'>> {
  const origins = new Map<string, string>();
  for (const { path, tasks } of notes)
    for (const { state, hash } of tasks) if (state === 'moved') origins.set(hash, path);
  const arrived = new Map<string, Omit<Outcome, 'task'>>();
  for (const at of notes)
    for (const now of at.tasks) {
      if (now.state === 'moved') continue;
      const seen = new Set<string>();
      for (let path: string | undefined = at.path; path !== undefined && !seen.has(path);) {
        seen.add(path);
        const key = targetHash(now.hash, path);
        if (moved.has(key)) arrived.set(key, { now, at });
        path = origins.get(key);
      }
    }
  return arrived;
}
