/**
 * Changes the mark of a task, and nothing else of its line. The task is found by what it says: its note may have
 * changed since the index read it.
 */
import type { NoteTask, TaskState } from '../note';
import { tasksIn, type TaskInText } from './taskText';
import type { TextEdit } from '../../util/textEdit';

/** A task as the index last saw it. */
export type SeenTask = Pick<NoteTask, 'line' | 'hash'>;

/** The task is not there any more; or two alike lie equally near, and nobody can tell which is meant. */
export type NoTask = 'notFound' | 'ambiguous';

/** `unchanged`: the task has such a mark already. */
export type MarkResult = TextEdit | 'unchanged' | NoTask;

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

/**
 * Marks open tasks as moved, with a link to the note where they go on behind each; those that are not open there any
 * more are passed over, and each counts once.
 */
export function moveTo(text: string, tasks: readonly SeenTask[], link: string): readonly TextEdit[] {
  const left = [...tasksIn(text)];
  const edits: TextEdit[] = [];
  for (const task of tasks) {
    const found = findTaskIn(left, task, 'open', 'moved');
    if (typeof found === 'string') continue;
    left.splice(left.indexOf(found), 1);
    if (found.state === 'open')
      edits.push(markEdit(found, '>'), { start: found.end, end: found.end, text: ` ${link}` });
  }
  return edits.sort((one, other) => one.start - other.start);
}

/**
 * The task of those that say the same: the one on the line where it was seen, whatever its state by now; else the
 * nearest one in the state `from`; else one that is `to` already.
 */
export function findTask(text: string, task: SeenTask, from: TaskState, to: TaskState): TaskInText | NoTask {
  return findTaskIn(tasksIn(text), task, from, to);
}

function findTaskIn(
  tasks: readonly TaskInText[],
  { line, hash }: SeenTask,
  from: TaskState,
  to: TaskState,
): TaskInText | NoTask {
  const alike = tasks.filter((task) => task.hash === hash);
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
  return found.state === to ? 'unchanged' : markEdit(found, after);
}

/** Gives a task another mark. */
export function markEdit({ mark }: TaskInText, text: string): TextEdit {
  return { start: mark, end: mark + 1, text };
}
