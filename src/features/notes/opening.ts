/** What a new note opens with, and what that takes out of older ones. */
import * as vscode from 'vscode';
import { daysBetween } from '../../core/journal/actions';
import type { Framework } from '../../core/framework/model';
import type { IndexedNote, NoteTask } from '../../core/journal/note';
import { linkPath, markdownLink } from '../../core/journal/linkPaths';
import { fileName } from '../../core/journal/paths';
import { knownTags } from '../../core/journal/tags';
import { tasksIn } from '../../core/journal/taskText';
import { localDate } from '../../core/journal/time';
import { topicsIn, topicsKey } from '../../core/journal/topics';
import { carriedTask, openingText, withOpening, type CarriedTask } from '../../core/templates/carryOver';
import builtin from '../../core/templates/builtin.templates.yaml';
import type { Draft } from '../../core/templates/note';
import type { Prompt } from '../../core/templates/prompts';
import { templateTasks } from '../../core/templates/templateTasks';
import { noteText } from '../editNote';
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
  /** Other notes, where open tasks may concern the person: they are named, and stay there. */
  readonly elsewhere?: readonly IndexedNote[];
  readonly owns?: (task: NoteTask) => boolean;
  /** Says when the last one was, if that is worth it. Both are local dates. */
  readonly saysLast: (date: string | undefined, today: string) => string | undefined;
}

/** Makes the note with its opening; where there is one already, changes nothing. */
export async function keepWithOpening(
  { clock, framework, settings, moves }: OpeningParts,
  journal: Journal,
  path: string,
  draft: Draft,
  { earlier, elsewhere = [], owns, next, prompts, saysLast }: OpeningSources,
): Promise<Kept> {
  // What a kill left may be among what is open.
  await moves.finishAll();
  const older = earlier.filter((note) => note.path !== path && note.path !== next);
  const isThere = (await journal.files.read(path)) !== undefined;
  const open = isThere ? [] : await openTasks(journal, older, framework.current, path, () => true);
  const owned = isThere || !owns ? [] : await openTasks(journal, elsewhere, framework.current, path, owns);
  const tasks = settings.carryOver ? open : [];
  const named = settings.carryOver ? owned : [...open, ...owned];
  const lastMet = saysLast(older[0]?.date, localDate(clock));
  const topics = isThere ? undefined : topicsIn((await noteText(journal, next)) ?? '');
  const opening = { lastMet, tasks, topics: topics?.text, prompts };
  const text = openingText(opening, openingWords()) + namedTasks(named, path);
  const kept = withOpening(draft, text, topics ? [[topicsKey, topics.mark]] : []);
  const moved = { tasks, ...(topics ? { topics: { path: next, mark: topics.mark } } : {}) };
  return { isNew: await moves.make(journal, path, kept.text, moved), first: kept.first };
}

function openingWords() {
  return {
    stillOpen: vscode.l10n.t('Still open'),
    topics: vscode.l10n.t('Collected topics'),
    prompts: vscode.l10n.t('Worth asking'),
  };
}

export function lastMetWords(date: string | undefined, today: string): string | undefined {
  const days = date === undefined ? 0 : daysBetween(date, today);
  if (date === undefined || days < 1) return undefined;
  return days === 1
    ? vscode.l10n.t('Last met yesterday, {0}', date)
    : vscode.l10n.t('Last met {0} days ago, {1}', days, date);
}

export function lastRetrospectiveWords(date: string | undefined, today: string): string | undefined {
  const days = date === undefined ? 0 : daysBetween(date, today);
  if (date === undefined || days < 1) return undefined;
  return days === 1
    ? vscode.l10n.t('The last retrospective was yesterday, {0}', date)
    : vscode.l10n.t('The last retrospective was {0} days ago, {1}', days, date);
}

/** Nobody looks back at more; the others stay where they are. */
const mostCarried = 20;

/** Those of the newest note first, as they are to stand in the note at `path`; private ones left out. */
async function openTasks(
  journal: Journal,
  notes: readonly IndexedNote[],
  framework: Framework,
  path: string,
  concerns: (task: NoteTask) => boolean,
): Promise<CarriedTask[]> {
  const isUnwritten = templateTasks(builtin.templates, framework);
  const tags = knownTags(framework);
  const found: CarriedTask[] = [];
  for (const note of notes) {
    const open = note.tasks.filter(
      (task) => task.state === 'open' && !task.isPrivate && !isUnwritten(task) && concerns(task),
    );
    if (open.length === 0 || found.length >= mostCarried) continue;
    const texts = tasksIn((await noteText(journal, note.path)) ?? '').filter(({ state }) => state === 'open');
    for (const task of open) {
      const index = texts.findIndex(({ hash }) => hash === task.hash);
      const [text] = index < 0 ? [] : texts.splice(index, 1);
      if (text) found.push(carriedTask(note.path, text, tags, path));
    }
  }
  return found.slice(0, mostCarried);
}

/** Those that stay where they are, each with a link; they are no tasks of this note. */
function namedTasks(tasks: readonly CarriedTask[], path: string): string {
  if (tasks.length === 0) return '';
  const lines = tasks.map(
    (task) => `- ${task.text} (${markdownLink(fileName(task.path), linkPath(path, task.path))})`,
  );
  return `## ${vscode.l10n.t('Open elsewhere')}\n\n${lines.join('\n')}\n\n`;
}
