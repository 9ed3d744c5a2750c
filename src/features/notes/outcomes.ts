/** What became of the last retrospective’s actions, for the next one to open with: facts, and no figure of anybody. */
import * as vscode from 'vscode';
import type { IndexedNote, TaskState } from '../../core/journal/note';
import { linkPath, markdownLink, markdownText } from '../../core/journal/markdown/linkPaths';
import { noteName } from '../../core/journal/paths';
import { outcomesOf, type Outcome } from '../../core/journal/tasks/outcomes';
import { withoutDue } from '../../core/journal/tasks/tasks';
import type { Journal, Services } from '../../services/services';
import { readWritten } from '../shared/writtenNotes';

export interface OutcomeSource {
  readonly last: IndexedNote;
  readonly all: Iterable<IndexedNote>;
}

/**
 * As items that are no tasks. Where nothing became of any but that it is open, there is nothing to tell: those go on in
 * the new note.
 * @param path of the new note
 * @returns `''` where there is nothing to tell
 */
export async function outcomesText(
  services: Pick<Services, 'framework' | 'log'>,
  journal: Journal,
  path: string,
  { last, all }: OutcomeSource,
): Promise<string> {
  const { own } = await readWritten(services, journal, last.path);
  const texts = new Map(own.flatMap(({ task, text }) => (task ? [[task.line, text] as const] : [])));
  const told = outcomesOf(last, all).filter(({ task }) => !task.isPrivate && texts.has(task.line));
  if (told.every(({ now }) => now.state === 'open')) return '';
  return told
    .map((outcome) => `- ${formatOutcome(outcome, texts.get(outcome.task.line) ?? '', last, path)}`)
    .join('\n');
}

function formatOutcome({ task, now, at }: Outcome, text: string, last: IndexedNote, path: string): string {
  // A moved one has the link behind it that says where it went.
  const said = markdownText(withoutDue(task.state === 'moved' ? text.replace(/\s*→[^→]*$/, '') : text));
  const state = formatState(now.state);
  if (at === last) return vscode.l10n.t('{0}: {1}', said, state);
  const place = markdownLink(noteName(at.path), linkPath(path, at.path));
  return vscode.l10n.t('{0}: {1} in {2}', said, state, place);
}

function formatState(state: TaskState): string {
  switch (state) {
    case 'open':
      return vscode.l10n.t('still open');
    case 'done':
      return vscode.l10n.t('done');
    case 'moved':
      return vscode.l10n.t('moved on');
    case 'dropped':
      return vscode.l10n.t('let go');
  }
}
