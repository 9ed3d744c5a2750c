/** The tasks of a text at hand: where their marks stand and what they say. */
import type { NoteTask } from './note';
import { lastNotAfter } from './scan/joined';
import { structureOf } from './scan/scanNote';
import { readTask, taskWords, type TaskWords } from './scan/tasks';

/** Offsets are UTF-16. */
export interface TaskInText extends Pick<NoteTask, 'line' | 'state' | 'hash'> {
  /** Where the mark stands between the brackets. */
  readonly mark: number;
  /** Behind the last character that is no white space. */
  readonly end: number;
  readonly words: TaskWords;
}

/** In the order of the text. */
export function tasksIn(text: string): readonly TaskInText[] {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const note = text.slice(bom);
  const { tasks, lineStarts, definitions } = structureOf(note);
  return tasks.map((task) => {
    const { state, hash } = readTask(note, task, definitions);
    const last = task.pieces.at(-2) ?? task.mark;
    return {
      ...{ state, hash, mark: task.mark + bom, line: lastNotAfter(lineStarts, task.mark) },
      end: bom + last + note.slice(last, task.pieces.at(-1)).trimEnd().length,
      words: taskWords(note, task, definitions),
    };
  });
}
