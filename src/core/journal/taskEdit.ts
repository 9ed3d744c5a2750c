/**
 * Changes the mark of a task, and nothing else of its line. The task is found by what it says: its note may have
 * changed since the index read it.
 */
import type { NoteTask, TaskState } from './note';
import { tasksIn, type TaskInText } from './taskText';

/** A task as the index last saw it. */
export type SeenTask = Pick<NoteTask, 'line' | 'hash'>;

/** `before` is replaced by `after` where `offset` (UTF-16) says. */
export interface TextChange {
  readonly offset: number;
  readonly before: string;
  readonly after: string;
}

/** The task is not there any more; or two alike lie equally near, and nobody can tell which is meant. */
export type NoTask = 'notFound' | 'ambiguous';

/** `unchanged`: the task has such a mark already. */
export type MarkResult = TextChange | 'unchanged' | NoTask;

/** Ticks an open task. */
export function tick(text: string, task: SeenTask): MarkResult {
  return mark(text, task, { from: 'open', to: 'done', after: 'x' });
}

/**
 * Opens a ticked task again.
 * @param after the mark that it had: a space or `/`
 */
export function untick(text: string, task: SeenTask, after: string): MarkResult {
  return mark(text, task, { from: 'done', to: 'open', after });
}

/** Marks an open task as moved, with a link to the note where it goes on behind it. */
export function moveTo(text: string, task: SeenTask, link: string): readonly TextChange[] | NoTask {
  const found = findTask(text, task, 'open', 'moved');
  if (typeof found === 'string') return found;
  if (found.state === 'moved') return [];
  return [changeOf(text, found, '>'), { offset: found.end, before: '', after: ` ${link}` }];
}

/** The text with changes that do not overlap, in the order of the text. */
export function changed(text: string, changes: readonly TextChange[]): string {
  let result = '';
  let from = 0;
  for (const { offset, before, after } of changes) {
    result += text.slice(from, offset) + after;
    from = offset + before.length;
  }
  return result + text.slice(from);
}

/**
 * The task of those that say the same: the one on the line where it was seen, whatever its state by now; else the
 * nearest one in the state `from`; else one that is `to` already.
 */
export function findTask(
  text: string,
  { line, hash }: SeenTask,
  from: TaskState,
  to: TaskState,
): TaskInText | NoTask {
  const alike = tasksIn(text).filter((task) => task.hash === hash);
  const there = alike.find((task) => task.line === line);
  if (there) return there.state === from || there.state === to ? there : 'notFound';
  const distance = (task: TaskInText): number => Math.abs(task.line - line);
  const [nearest, next] = alike
    .filter(({ state }) => state === from)
    .sort((one, other) => distance(one) - distance(other));
  if (nearest && next && distance(nearest) === distance(next)) return 'ambiguous';
  return nearest ?? alike.find(({ state }) => state === to) ?? 'notFound';
}

interface Change {
  readonly from: TaskState;
  readonly to: TaskState;
  readonly after: string;
}

function mark(text: string, task: SeenTask, { from, to, after }: Change): MarkResult {
  const found = findTask(text, task, from, to);
  if (typeof found === 'string') return found;
  return found.state === to ? 'unchanged' : changeOf(text, found, after);
}

function changeOf(text: string, { mark: offset }: TaskInText, after: string): TextChange {
  return { offset, before: text.charAt(offset), after };
}
