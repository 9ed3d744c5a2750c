/**
 * Moves open tasks and collected topics into a new note so that each stands in one place: what is to be moved is
 * remembered before the note is made and until the old places know it. Whoever finds that later finishes it.
 */
import * as v from 'valibot';
import { moveLink } from '../tasks/movedTaskText';
import { moveTo } from '../tasks/taskEdit';
import { tasksIn } from '../tasks/taskText';
import type { TextEdit } from '../../util/textEdit';

const move = v.object({
  path: v.string(),
  line: v.number(),
  hash: v.string(),
  /** Its hash in the new note. */
  arrivesAs: v.string(),
});
const stored = v.object({
  /** Address of the journal. */
  journal: v.string(),
  /** Path of the new note. */
  note: v.string(),
  /** When it began: ms since the epoch. */
  at: v.number(),
  tasks: v.array(move),
  /** The file of the topics, and which of them (`Topics.mark`). */
  topics: v.optional(v.object({ path: v.string(), mark: v.string() })),
});

export type PendingMoves = v.InferOutput<typeof stored>;
export type Move = v.InferOutput<typeof move>;

/** `undefined` for what is none, like a record that was cut short. */
export function readPending(json: string): PendingMoves | undefined {
  try {
    const parsed = v.safeParse(stored, JSON.parse(json));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Those tasks that the new note holds, in whatever state by now: the old ones are to be marked. Of several notes in which
 * one stood it holds it once.
 */
export function arrived({ tasks }: PendingMoves, newNote: string | undefined): readonly Move[] {
  if (newNote === undefined) return [];
  const there = tasksIn(newNote).map(({ hash }) => hash);
  const left = new Map<string, string[]>();
  return tasks.filter(({ path, arrivesAs }) => {
    const hashes = left.get(path) ?? [...there];
    left.set(path, hashes);
    const index = hashes.indexOf(arrivesAs);
    if (index >= 0) hashes.splice(index, 1);
    return index >= 0;
  });
}

/** Marks tasks of a note as moved, with a link to the new note behind each; none that is not open there any more. */
export function markMoved(
  text: string,
  path: string,
  tasks: readonly Move[],
  note: string,
): readonly TextEdit[] {
  return moveTo(text, tasks, moveLink(path, note));
}
