/** What was ticked today, so that it can be seen and unticked: where it stands, and the mark that it had. */
import * as v from 'valibot';
import type { IndexedNote, NoteTask } from '../note';

export interface DoneTask {
  readonly path: string;
  /** `NoteTask.hash` */
  readonly hash: string;
  readonly line: number;
  /** A space or `/`. */
  readonly before: string;
  /** Local date `YYYY-MM-DD`. */
  readonly date: string;
}

const stored = v.array(
  v.object({
    path: v.string(),
    hash: v.string(),
    line: v.number(),
    before: v.picklist([' ', '/']),
    date: v.string(),
  }),
);

/** Those of a day, from what was remembered; anything else is nothing. */
export function readDone(value: unknown, date: string): readonly DoneTask[] {
  const parsed = v.safeParse(stored, value);
  return parsed.success ? parsed.output.filter((done) => done.date === date) : [];
}

/** Which of a note's done tasks was ticked today: the nearest of those that say the same. */
export function findDone(note: IndexedNote, { hash, line }: DoneTask): NoteTask | undefined {
  const alike = note.tasks.filter((task) => task.state === 'done' && task.hash === hash);
  return alike.sort((one, other) => Math.abs(one.line - line) - Math.abs(other.line - line))[0];
}
