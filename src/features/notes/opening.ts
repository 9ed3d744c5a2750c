/** What a new note opens with, and what that takes out of older ones. */
import * as vscode from 'vscode';
import { daysBetween } from '../../core/journal/actions';
import type { IndexedNote, NoteTask } from '../../core/journal/note';
import { tasksIn } from '../../core/journal/taskText';
import { localDate } from '../../core/journal/time';
import { takeUpTopics, topicsKey } from '../../core/journal/topics';
import { openingText, withOpening, type CarriedTask } from '../../core/templates/carryOver';
import builtin from '../../core/templates/builtin.templates.yaml';
import type { Draft } from '../../core/templates/note';
import type { Prompt } from '../../core/templates/prompts';
import { templateTasks } from '../../core/templates/templateTasks';
import type { Journal, Parts } from '../parts';
import type { Moves } from './moves';
import type { Kept } from './keepNote';

export type OpeningParts = Pick<Parts, 'clock' | 'framework' | 'settings'> & { readonly moves: Moves };

export interface OpeningSources {
  /** Earlier notes of the same person or kind, the newest first. */
  readonly earlier: readonly IndexedNote[];
  /** Path of the collected topics. */
  readonly next: string;
  readonly prompts: readonly Prompt[];
  /** Is it worth saying when that was? */
  readonly saysLastMet: boolean;
}

/** Makes the note with its opening; where there is one already, changes nothing. */
export async function keepWithOpening(
  { clock, framework, settings, moves }: OpeningParts,
  journal: Journal,
  path: string,
  draft: Draft,
  { earlier, next, prompts, saysLastMet }: OpeningSources,
): Promise<Kept> {
  const older = earlier.filter((note) => note.path !== path && note.path !== next);
  const open =
    (await journal.files.read(path)) === undefined
      ? await openTasks(journal, older, templateTasks(builtin.templates, framework.current))
      : [];
  const tasks = settings.carryOver ? open : [];
  const lastMet = saysLastMet ? lastMetWords(older[0]?.date, localDate(clock)) : undefined;
  let kept = draft;
  const takers = older.slice(0, 3).map((note) => note.path);
  const isNew = await takeUpTopics(journal.files, next, takers, (topics) => {
    const opening = { lastMet, tasks, topics: topics?.text, prompts };
    const text = openingText(opening, openingWords()) + (settings.carryOver ? '' : stillOpenList(open, path));
    kept = withOpening(draft, text, topics ? [[topicsKey, topics.mark]] : []);
    return moves.make(journal, path, kept.text, tasks);
  });
  return { isNew, first: kept.first };
}

function openingWords() {
  return {
    stillOpen: vscode.l10n.t('Still open'),
    topics: vscode.l10n.t('Collected topics'),
    prompts: vscode.l10n.t('Worth asking'),
  };
}

function lastMetWords(date: string | undefined, today: string): string | undefined {
  if (date === undefined) return undefined;
  const days = daysBetween(date, today);
  if (days < 1) return undefined;
  return days === 1
    ? vscode.l10n.t('Last met yesterday, {0}', date)
    : vscode.l10n.t('Last met {0} days ago, {1}', days, date);
}

/** Those that nobody else may not see, in the order of their notes from the oldest on. */
async function openTasks(
  { files }: Journal,
  notes: readonly IndexedNote[],
  isUnwritten: (task: NoteTask) => boolean,
): Promise<CarriedTask[]> {
  const found: CarriedTask[] = [];
  for (const note of [...notes].reverse()) {
    const open = note.tasks.filter((task) => task.state === 'open' && !task.isPrivate && !isUnwritten(task));
    if (open.length === 0) continue;
    const texts = tasksIn((await files.read(note.path)) ?? '');
    for (const { line, hash } of open) {
      const task = texts.find((one) => one.hash === hash && one.state === 'open');
      if (task) found.push({ path: note.path, task: { line, hash }, text: task.text });
    }
  }
  return found;
}

/** Without carry-over nothing is moved: what is open stays where it is, and is named here. */
function stillOpenList(open: readonly CarriedTask[], path: string): string {
  if (open.length === 0) return '';
  const up = '../'.repeat(path.split('/').length - 1);
  const lines = open.map(
    (task) => `- ${task.text} ([${vscode.l10n.t('note')}](${up}${encodeURI(task.path)}))`,
  );
  return `## ${openingWords().stillOpen}\n\n${lines.join('\n')}\n\n`;
}
