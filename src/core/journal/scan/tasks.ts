/** Tasks: state, due date and owner. */
import { textHash } from '../../hash';
import type { NoteTask, TaskState } from '../note';
import { hiddenRanges } from './inline';
import { joinedLines } from './joined';
import { dateIn } from './naming';
import type { TaskContent } from './structure';

const states: Readonly<Record<string, TaskState>> = {
  ' ': 'open',
  '/': 'open',
  x: 'done',
  X: 'done',
  '>': 'moved',
  '-': 'dropped',
};

/** The Tasks plugin's two notations, `📅 2026-12-01` and `[due:: 2026-12-01]`, and `due:2026-12-01`. */
const due = /(?:📅\uFE0F?|(?<![\p{L}\p{M}\p{N}_])due::?)\s*(\d{4}-\d{2}-\d{2})(?!\d)/iu;
const owner = /(?<![\p{L}\p{M}\p{N}_.@/+-])@([\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_.’'-]*[\p{L}\p{M}\p{N}_])?)/u;

/** A task's text without its due date, for where that is told in words. */
export function withoutDue(text: string): string {
  return text.replace(shownDue, ' ').replace(/\s+/g, ' ').trim();
}

const shownDue = new RegExp(
  String.raw`\[\s*(?:${due.source})\s*\]|\(\s*(?:${due.source})\s*\)|${due.source}`,
  'giu',
);

type TaskDetails = Pick<NoteTask, 'state' | 'due' | 'owner' | 'hash'>;

export function readTask(note: string, task: TaskContent, definitions: ReadonlySet<string>): TaskDetails {
  const text = joinedLines(note, task.pieces).text.slice(3);
  const plain = withoutHidden(text, definitions);
  return {
    state: states[note.charAt(task.mark)] ?? 'open',
    due: dateIn(due.exec(plain)?.[1]),
    owner: owner.exec(plain)?.[1],
    hash: textHash(text.replace(/\s+/g, ' ').trim()),
  };
}

/** With spaces in the place of code, links’ destinations and the like. */
function withoutHidden(text: string, definitions: ReadonlySet<string>): string {
  let plain = '';
  let from = 0;
  for (const [start, end] of hiddenRanges(text, definitions)) {
    if (start < from) continue;
    plain += text.slice(from, start) + ' '.repeat(end - start);
    from = end;
  }
  return plain + text.slice(from);
}
