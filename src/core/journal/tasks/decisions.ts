/** An open task is dropped, or handed over: one line of its note is changed, and can be changed back. */
import type { TaskState } from '../note';
import { applyEdits, type TextEdit } from '../../util/textEdit';
import { whyText } from './droppedTaskText';
import { findTask, markEdit, type NoTask, type SeenTask } from './taskEdit';
import { tasksIn, type TaskInText } from './taskText';

/** A task that was changed, as it is by now. */
export interface ChangedTask extends SeenTask {
  readonly state: TaskState;
  /** From its mark to its end. */
  readonly text: string;
  /** The same before. */
  readonly before: string;
}

export interface Decision {
  /** In the order of the text. */
  readonly edits: readonly TextEdit[];
  readonly changed: ChangedTask;
}

/** @param why in a word, which stands in parentheses behind it then */
export function drop(text: string, task: SeenTask, why: string): Decision | NoTask {
  return decide(text, task, (found) => [
    markEdit(found, '-'),
    { start: found.end, end: found.end, text: whyText(why) },
  ]);
}

/**
 * Makes a task somebody’s: the name stands in the place of the one that said whose it was, or else at the end.
 * @param mention what is to stand behind `@`
 */
export function handOver(text: string, task: SeenTask, mention: string): Decision | NoTask {
  return decide(text, task, ({ owner, end }) => [
    owner ? { ...owner, text: `@${mention}` } : { start: end, end, text: ` @${mention}` },
  ]);
}

/** Changes a task back to what it was, unless it was changed again since. */
export function takeBack(
  text: string,
  { state, text: now, before, ...task }: ChangedTask,
): TextEdit | NoTask {
  const found = findTask(text, task, state, state);
  if (typeof found === 'string') return found;
  const { mark, end } = found;
  return text.slice(mark, end) === now ? { start: mark, end, text: before } : 'notFound';
}

function decide(
  text: string,
  task: SeenTask,
  change: (found: TaskInText) => readonly TextEdit[],
): Decision | NoTask {
  const tasks = tasksIn(text);
  const found = findTask(text, task, 'open', 'open');
  if (typeof found === 'string') return found;
  const edits = change(found);
  const result = applyEdits(text, edits);
  const changed = tasksIn(result)[tasks.findIndex(({ mark }) => mark === found.mark)];
  if (!changed) return 'notFound';
  const { line, hash, state, mark, end } = changed;
  return {
    edits,
    changed: { line, hash, state, text: result.slice(mark, end), before: text.slice(found.mark, found.end) },
  };
}
