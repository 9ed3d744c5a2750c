/** The tasks of a text at hand: where their marks stand and what they say. */
import type { NoteTask } from '../note';
import { joinedLines, floorIndex } from '../markdown/joined';
import { structureOf } from '../frontMatter/noteStructure';
import type { Mention } from '../people/mentions';
import { markLength, readTask } from './tasks';
import type { TaskContent } from '../markdown/structure';
import { blockIdStart } from '../copy/copiedText';

/** Offsets are UTF-16. */
export interface TaskInText extends Pick<NoteTask, 'line' | 'state' | 'hash'> {
  /** Where the mark stands between the brackets. */
  readonly mark: number;
  /** Behind the last character that is no white space; a block’s id, which counts only as the last, does not count. */
  readonly end: number;
  /** Where whose it is stands: `@name`. */
  readonly owner: { readonly start: number; readonly end: number } | undefined;
}

/** In the order of the text. */
export function tasksIn(text: string): readonly TaskInText[] {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const note = text.slice(bom);
  const { tasks, lineStarts, definitions } = structureOf(note);
  return tasks.map((task) => {
    const { state, hash, owner } = readTask(note, task, definitions);
    return {
      ...{ state, hash, mark: task.mark + bom, line: floorIndex(lineStarts, task.mark) },
      end: bom + wordsEnd(note, task),
      owner: owner && mentionRange(note, task, owner, bom),
    };
  });
}

/** A mention stands on one line. */
function mentionRange(
  note: string,
  { pieces }: TaskContent,
  { start, end }: Mention,
  bom: number,
): TaskInText['owner'] {
  const from = bom + joinedLines(note, pieces).offsetOf(start + markLength);
  return { start: from, end: from + end - start };
}

function wordsEnd(note: string, { pieces }: TaskContent): number {
  const { text, offsetOf } = joinedLines(note, pieces);
  const words = text.slice(0, blockIdStart(text)).trimEnd();
  return offsetOf(words.length - 1) + 1;
}
