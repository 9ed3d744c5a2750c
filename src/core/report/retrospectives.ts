/** Retrospectives as facts: what came up when, and what became of each action. */
import { isRetrospective, type IndexedNote, type TaskState } from '../journal/note';
import { blockCounts } from './evidence';

export interface RetrospectiveFacts {
  /** Local date `YYYY-MM-DD`. */
  readonly date: string;
  readonly path: string;
  /** Blocks with evidence, by `dimension/hat`; sides without are absent. */
  readonly notes: Readonly<Record<string, number>>;
  readonly actions: Readonly<Record<TaskState, number>>;
}

/** The oldest first; those without a date are left out. */
export function retrospectiveFacts(notes: Iterable<IndexedNote>): readonly RetrospectiveFacts[] {
  const facts: RetrospectiveFacts[] = [];
  for (const note of notes) {
    const { date, path, tasks } = note;
    if (date === undefined || !isRetrospective(note)) continue;
    const actions = { open: 0, done: 0, moved: 0, dropped: 0 };
    for (const { state } of tasks) actions[state]++;
    facts.push({ date, path, notes: Object.fromEntries(blockCounts(note)), actions });
  }
  return facts.sort((one, other) => (one.date + one.path < other.date + other.path ? -1 : 1));
}
