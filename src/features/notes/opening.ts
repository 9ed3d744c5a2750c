/** What a new note opens with, and what that takes out of older ones. */
import * as vscode from 'vscode';
import { daysBetween } from '../../core/util/calendar';
import type { Framework } from '../../core/framework/model';
import type { IndexedNote, NoteTask } from '../../core/journal/note';
import { addItems, namedList, placesOf, type CarriedItem } from '../../core/journal/carryOver/carriedItems';
import { linkPath, markdownLink } from '../../core/journal/markdown/linkPaths';
import { openItems, type OpenItemsOptions } from '../../core/journal/carryOver/openItems';
import { fileName } from '../../core/journal/paths';
import { tasksIn } from '../../core/journal/tasks/taskText';
import { localDate } from '../../core/util/dates';
import { knownTags } from '../../core/journal/tags/tags';
import { takenUp, topicsIn, topicsKey, type Topics } from '../../core/journal/capture/topics';
import {
  openingSections,
  sectionLevel,
  sectionsText,
  withOpening,
  type OpeningSection,
} from '../../core/templates/carryOver';
import { takeIn } from '../../core/templates/takeIn';
import type { TextEdit } from '../../core/util/textEdit';
import builtin from '../../core/templates/builtin.templates.yaml';
import type { NoteDraft } from '../../core/templates/note';
import type { TemplatePrompt } from '../../core/templates/prompts';
import { scanContext } from '../../core/templates/scanContext';
import { templateTasks } from '../../core/templates/templateTasks';
import { noteText } from '../shared/editNote';
import { scanWhole, yamlFor } from '../../services/noteScan';
import type { Journal, Services } from '../../services/services';
import type { Moved, Moves } from './moves';
import { outcomesText, type OutcomeSource } from './outcomes';
import type { SavedNote } from '../shared/saveNote';

export type OpeningServices = Pick<Services, 'clock' | 'framework' | 'log' | 'settings'> & {
  readonly moves: Moves;
};

export interface OpeningSources {
  /** Earlier notes of the same person or kind, the newest first. */
  readonly earlier: readonly IndexedNote[];
  /** Path of the collected topics. */
  readonly next: string;
  readonly prompts: readonly TemplatePrompt[];
  /** Other notes, where open tasks may concern the person: they are named, and stay there. */
  readonly elsewhere?: readonly IndexedNote[];
  readonly owns?: (task: NoteTask) => boolean;
  /** What became of the actions of which note it is to open with. */
  readonly outcomes?: OutcomeSource | undefined;
  /** Says when the last one was, if that is worth it. Both are local dates. */
  readonly saysLast: (date: string | undefined, today: string) => string | undefined;
}

/** Makes the note with its opening; one that is there already takes in what of that it does not have. */
export async function saveWithOpening(
  services: OpeningServices,
  journal: Journal,
  path: string,
  draft: NoteDraft,
  { earlier, elsewhere = [], owns, next, prompts, outcomes, saysLast }: OpeningSources,
): Promise<SavedNote> {
  const { clock, framework, settings, moves } = services;
  // What a kill left may be among what is open.
  await moves.finishAll();
  const older = earlier.filter((note) => note.path !== path && note.path !== next);
  const there = (await journal.files.read(path)) === undefined ? undefined : await noteText(journal, path);
  const reads = { journal, framework: framework.current, path };
  // What came in there would be out of sight.
  if (there !== undefined && (await isPrivate(reads, path, there))) return { isNew: false, first: undefined };
  const open = await openIn(reads, older, () => true);
  const owned = owns ? await openIn(reads, elsewhere, owns) : [];
  const [carried, named] = settings.carryOver ? [open, owned] : [[], addItems(open, owned)];
  const topics = await collectedIn(reads, next, there && takenUp(there));
  const found: Found = { carried, named, topics, next, prompts };
  if (there !== undefined) return takeInto(services, journal, path, there, found);
  const lastMet = saysLast(older[0]?.date, localDate(clock));
  const became = outcomes ? await outcomesText(services, journal, path, outcomes) : '';
  const sections = [
    ...(became === '' ? [] : [{ heading: openingWords().outcomes, text: became }]),
    ...sectionsOf(found, path),
  ];
  const text = (lastMet === undefined ? '' : `*${lastMet}*\n\n`) + sectionsText(sections);
  const opened = withOpening(draft, text, topics ? [[topicsKey, topics.mark]] : []);
  const isNew = await moves.make(journal, path, opened.text, movedOf(found));
  return { isNew, first: isNew ? opened.first : undefined };
}

/** What there is to open with. */
interface Found {
  readonly carried: readonly CarriedItem[];
  readonly named: readonly CarriedItem[];
  readonly topics: Topics | undefined;
  readonly next: string;
  readonly prompts: readonly TemplatePrompt[];
}

function movedOf({ carried, topics, next }: Found): Moved {
  return { items: carried, ...(topics ? { topics: { path: next, mark: topics.mark } } : {}) };
}

/** Nothing that it has already is put there once more; what it has as a task counts as moved there all the same. */
async function takeInto(
  { moves }: OpeningServices,
  journal: Journal,
  path: string,
  there: string,
  found: Found,
): Promise<SavedNote> {
  const left = {
    ...found,
    carried: notAmong(there, found.carried),
    prompts: found.prompts.filter(({ text }) => !there.includes(text)),
  };
  const into = (text: string, { topics }: Pick<Found, 'topics'>) =>
    takeIn(text, sectionsOf({ ...left, topics }, path, text), {
      headings: new Set(Object.values(openingWords())),
      mark: topics?.mark,
    });
  // Topics stay where they are if the note can’t say that it has them.
  const taken = into(there, found) ? found : { ...found, topics: undefined };
  let first: SavedNote['first'];
  const change = (text: string) => {
    const edits = into(text, taken) ?? [];
    first = firstIn(edits);
    return edits;
  };
  const moved = movedOf(taken);
  const hasNew = (into(there, taken) ?? []).length > 0;
  if (hasNew || moved.items.length > 0 || moved.topics) await moves.takeIn(journal, path, change, moved);
  return { isNew: false, first };
}

/** Where the last edit stands in the text after all of them: that in the front matter is the first. */
function firstIn(edits: readonly TextEdit[]): SavedNote['first'] {
  const last = edits.at(-1);
  if (!last) return undefined;
  const before = edits
    .slice(0, -1)
    .reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
  return { start: last.start + before, end: last.start + before };
}

/** @param there the note’s text so far: what stays elsewhere is named in it once */
function sectionsOf(
  { carried, named, topics, prompts }: Found,
  path: string,
  there = '',
): readonly OpeningSection[] {
  const opening = { stillOpen: notAmong(topics?.text, carried), topics: topics?.text, prompts };
  const words = openingWords();
  const text = openElsewhere(named, path, there);
  return [...openingSections(opening, words), ...(text === '' ? [] : [{ heading: words.elsewhere, text }])];
}

/** What front matter makes private stays where it is: the front matter does not go along. */
async function collectedIn(
  reads: Reads,
  next: string,
  taken: string | undefined,
): Promise<Topics | undefined> {
  const text = (await noteText(reads.journal, next)) ?? '';
  return (await isPrivate(reads, next, text)) ? undefined : topicsIn(text, taken);
}

/** Does front matter say so of the whole note? */
async function isPrivate({ framework }: Reads, path: string, text: string): Promise<boolean> {
  const { privateLines } = await scanWhole(path, text, knownTags(framework));
  return /^\uFEFF?\s*---/.test(text) && privateLines.some(({ first }) => first === 0);
}

/** What is collected as a topic, too, stands among the topics; what the note has already, be it done, stands there. */
function notAmong(text: string | undefined, items: readonly CarriedItem[]): readonly CarriedItem[] {
  if (text === undefined) return items;
  const tasks = tasksIn(text).filter(({ state }) => state === 'open' || state === 'done');
  const there = new Set(tasks.map(({ hash }) => hash));
  return items.filter((item) => !placesOf([item]).every(({ arrivesAs }) => there.has(arrivesAs)));
}

function openingWords() {
  return {
    stillOpen: vscode.l10n.t('Still open'),
    topics: vscode.l10n.t('Collected topics'),
    prompts: vscode.l10n.t('Worth asking'),
    elsewhere: vscode.l10n.t('Open elsewhere'),
    outcomes: vscode.l10n.t('What became of the last actions'),
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

/** Those that stay where they are, each with a link, as far as the note does not name them; they are no tasks of it. */
function openElsewhere(items: readonly CarriedItem[], path: string, there: string): string {
  const where = (places: readonly { readonly path: string }[]): string =>
    [...new Set(places.map((place) => place.path))]
      .map((place) => markdownLink(fileName(place), linkPath(path, place)))
      .join(', ');
  const lines = new Set(there.split(/\r\n|\n|\r/));
  const isNamed = (item: CarriedItem) => lines.has(namedList([item], where).split('\n')[0] ?? '');
  return namedList(
    items.filter((item) => !isNamed(item)),
    where,
  );
}
