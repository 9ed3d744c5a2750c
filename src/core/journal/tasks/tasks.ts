/** Tasks: state, due date and owner. */
import { textHash } from '../../util/hash';
import type { NoteTask, TaskState } from '../note';
import { mentionsIn, type Mention } from '../people/mentions';
import { hiddenRanges } from '../markdown/inline';
import { joinedLines } from '../markdown/joined';
import { dateIn } from '../markdown/naming';
import type { Labels, TaskContent } from '../markdown/structure';
import { withoutWhy } from './droppedTaskText';

const states: Readonly<Record<string, TaskState>> = {
  ' ': 'open',
  '/': 'open',
  x: 'done',
  X: 'done',
  '>': 'moved',
  '-': 'dropped',
};

/**
 * The Tasks plugin's two notations, `📅 2026-12-01` (with the calendars of other keyboards) and `[due:: 2026-12-01]`, and
 * `due:2026-12-01`.
 */
const due = /(?:[📅📆🗓]\uFE0F?|(?<![\p{L}\p{M}\p{N}_])[Dd][Uu][Ee]::?)\s*(\d{4}-\d{2}-\d{2})(?!\d)/u;

/** A task's text without its due date, for where that is told in words. */
export function withoutDue(text: string): string {
  return text.replace(shownDue, ' ').replace(/\s+/g, ' ').trim();
}

const shownDue = new RegExp(
  String.raw`\[\s*(?:${due.source})\s*\]|\(\s*(?:${due.source})\s*\)|${due.source}`,
  'gu',
);

const unusualSpace = /\s\s|[^\S ]/;

interface TaskDetails extends Pick<NoteTask, 'state' | 'due' | 'hash'> {
  /** Whose it is, and where in the `taskText` that stands. */
  readonly owner: Mention | undefined;
}

export function readTask(note: string, task: TaskContent, definitions: Labels): TaskDetails {
  const text = taskText(note, task);
  const plain = withoutHidden(text, definitions);
  const state = states[note.charAt(task.mark)] ?? 'open';
  return {
    state,
    // Most tasks have neither, and the patterns take long to say so.
    due: /[:📅📆🗓]/u.test(plain) ? dateIn(due.exec(plain)?.[1]) : undefined,
    owner: mentionsIn(plain)[0],
    hash: taskHash(state === 'dropped' ? withoutWhy(text) : text),
  };
}

/** `NoteTask.hash` of what follows a task's mark. */
export function taskHash(text: string): string {
  return textHash((unusualSpace.test(text) ? text.replace(/\s+/g, ' ') : text).trim());
}

/** Of `[ ]`. */
export const markLength = 3;

/** What a task says, letter for letter: what follows the mark; lines end at `\n`. */
export function taskText(note: string, task: Pick<TaskContent, 'pieces'>): string {
  return joinedLines(note, task.pieces).text.slice(markLength);
}

/** With spaces in the place of code, links’ destinations and the like. */
function withoutHidden(text: string, definitions: Labels): string {
  const hidden = hiddenRanges(text, definitions);
  if (hidden.length === 0) return text;
  let plain = '';
  let from = 0;
  for (const [start, end] of hidden) {
    if (start < from) continue;
    plain += text.slice(from, start) + ' '.repeat(end - start);
    from = end;
  }
  return plain + text.slice(from);
}
