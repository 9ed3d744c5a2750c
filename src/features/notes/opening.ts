/** What a new note opens with, and what that takes out of older ones. */
import * as vscode from 'vscode';
import { daysBetween } from '../../core/util/calendar';
import type { Framework } from '../../core/framework/model';
import type { IndexedNote, NoteTask } from '../../core/journal/note';
import { addItems, namedList, placesOf, type CarriedItem } from '../../core/journal/tasks/carriedItems';
import { linkPath, markdownLink } from '../../core/journal/markdown/linkPaths';
import { openItems, type OpenItemsOptions } from '../../core/journal/tasks/openItems';
import { fileName } from '../../core/journal/paths';
import { tasksIn } from '../../core/journal/tasks/taskText';
import { localDate } from '../../core/util/dates';
import { knownTags } from '../../core/journal/tags/tags';
import { topicsIn, topicsKey, type Topics } from '../../core/journal/capture/topics';
import { openingText, sectionLevel, withOpening } from '../../core/templates/carryOver';
import builtin from '../../core/templates/builtin.templates.yaml';
import type { NoteDraft } from '../../core/templates/note';
import type { TemplatePrompt } from '../../core/templates/prompts';
import { scanContext } from '../../core/templates/scanContext';
import { templateTasks } from '../../core/templates/templateTasks';
import { noteText } from '../shared/editNote';
import { scanWhole, yamlFor } from '../../services/noteScan';
import type { Journal, Services } from '../../services/services';
import type { Moves } from './moves';
import type { SavedNote } from './saveNote';

export type OpeningServices = Pick<Services, 'clock' | 'framework' | 'settings'> & { readonly moves: Moves };

export interface OpeningSources {
  /** Earlier notes of the same person or kind, the newest first. */
  readonly earlier: readonly IndexedNote[];
  /** Path of the collected topics. */
  readonly next: string;
  readonly prompts: readonly TemplatePrompt[];
  /** Other notes, where open tasks may concern the person: they are named, and stay there. */
  readonly elsewhere?: readonly IndexedNote[];
  readonly owns?: (task: NoteTask) => boolean;
  /** Says when the last one was, if that is worth it. Both are local dates. */
  readonly saysLast: (date: string | undefined, today: string) => string | undefined;
}

/** Makes the note with its opening; where there is one already, changes nothing. */
export async function saveWithOpening(
  { clock, framework, settings, moves }: OpeningServices,
  journal: Journal,
  path: string,
  draft: NoteDraft,
  { earlier, elsewhere = [], owns, next, prompts, saysLast }: OpeningSources,
): Promise<SavedNote> {
  // What a kill left may be among what is open.
  await moves.finishAll();
  const older = earlier.filter((note) => note.path !== path && note.path !== next);
  const isThere = (await journal.files.read(path)) !== undefined;
  const reads = { journal, framework: framework.current, path };
  const open = isThere ? [] : await openIn(reads, older, () => true);
  const owned = isThere || !owns ? [] : await openIn(reads, elsewhere, owns);
  const [carried, named] = settings.carryOver ? [open, owned] : [[], addItems(open, owned)];
  const lastMet = saysLast(older[0]?.date, localDate(clock));
  const topics = isThere ? undefined : await collectedIn(reads, next);
  const opening = { lastMet, stillOpen: notAmong(topics?.text, carried), topics: topics?.text, prompts };
  const text = openingText(opening, openingWords()) + openElsewhere(named, path);
  const opened = withOpening(draft, text, topics ? [[topicsKey, topics.mark]] : []);
  const moved = { items: carried, ...(topics ? { topics: { path: next, mark: topics.mark } } : {}) };
  return { isNew: await moves.make(journal, path, opened.text, moved), first: opened.first };
}

/** What front matter makes private stays where it is: the front matter does not go along. */
async function collectedIn({ journal, framework }: Reads, next: string): Promise<Topics | undefined> {
  const text = (await noteText(journal, next)) ?? '';
  const { privateLines } = await scanWhole(next, text, knownTags(framework));
  const isPrivate = /^\uFEFF?\s*---/.test(text) && privateLines.some(({ first }) => first === 0);
  return isPrivate ? undefined : topicsIn(text);
}

/** What is collected as a topic, too, stands among the topics. */
function notAmong(topics: string | undefined, items: readonly CarriedItem[]): readonly CarriedItem[] {
  if (topics === undefined) return items;
  const open = tasksIn(topics).filter(({ state }) => state === 'open');
  const there = new Set(open.map(({ hash }) => hash));
  return items.filter((item) => !placesOf([item]).every(({ arrivesAs }) => there.has(arrivesAs)));
}

function openingWords() {
  return {
    stillOpen: vscode.l10n.t('Still open'),
    topics: vscode.l10n.t('Collected topics'),
    prompts: vscode.l10n.t('Worth asking'),
  };
}

export function formatLastMet(date: string | undefined, today: string): string | undefined {
  const days = date === undefined ? 0 : daysBetween(date, today);
  if (date === undefined || days < 1) return undefined;
  return days === 1
    ? vscode.l10n.t('Last met yesterday, {0}', date)
    : vscode.l10n.t('Last met {0} days ago, {1}', days, date);
}

export function formatLastRetrospective(date: string | undefined, today: string): string | undefined {
  const days = date === undefined ? 0 : daysBetween(date, today);
  if (date === undefined || days < 1) return undefined;
  return days === 1
    ? vscode.l10n.t('The last retrospective was yesterday, {0}', date)
    : vscode.l10n.t('The last retrospective was {0} days ago, {1}', days, date);
}

/** Nobody looks back at more; the others stay where they are. */
const mostCarried = 20;

interface Reads {
  readonly journal: Journal;
  readonly framework: Framework;
  /** Of the new note. */
  readonly path: string;
}

/** Those of the newest note first, as they are to stand in the new one; private ones left out. */
async function openIn(
  { journal, framework, path }: Reads,
  notes: readonly IndexedNote[],
  concerns: (task: NoteTask) => boolean,
): Promise<readonly CarriedItem[]> {
  const isUnwritten = templateTasks(builtin.templates, framework);
  const goes = (task: NoteTask) =>
    task.state === 'open' && !task.isPrivate && !isUnwritten(task) && concerns(task);
  const read: Omit<OpenItemsOptions, 'goes'> = {
    scan: scanContext(framework, builtin),
    to: path,
    level: sectionLevel,
  };
  let items: readonly CarriedItem[] = [];
  for (const note of notes) {
    // Where front matter says that all of a note is private, only the index may know.
    const known = new Set(note.tasks.filter(goes).map(({ hash }) => hash));
    if (known.size === 0) continue;
    const text = (await noteText(journal, note.path)) ?? '';
    const readYaml = await yamlFor(note.path, text, read.scan.tags);
    const found = openItems(note.path, text, {
      ...{ ...read, scan: { ...read.scan, readYaml } },
      goes: (task) => known.has(task.hash) && goes(task),
    });
    items = addItems(items, found, mostCarried);
  }
  return items;
}

/** Those that stay where they are, each with a link; they are no tasks of this note. */
function openElsewhere(items: readonly CarriedItem[], path: string): string {
  if (items.length === 0) return '';
  const where = (places: readonly { readonly path: string }[]): string =>
    [...new Set(places.map((place) => place.path))]
      .map((place) => markdownLink(fileName(place), linkPath(path, place)))
      .join(', ');
  return `## ${vscode.l10n.t('Open elsewhere')}\n\n${namedList(items, where)}\n\n`;
}
