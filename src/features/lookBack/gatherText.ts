/** What a journal keeps about somebody, word for word: in code blocks, where it is neither tag, task, link nor HTML. */
import { holdsPrivateTag } from '../../core/experiment/experiment';
import { readExperiment } from '../../core/experiment/experimentText';
import type { ExperimentFile } from '../../core/experiment/experimentFiles';
import { verbatimLines } from '../../core/journal/digest/gathered';
import { markdownLink, markdownText } from '../../core/journal/markdown/linkPaths';
import type { IndexedNote, LineRange } from '../../core/journal/note';
import type { KnownPerson } from '../../core/journal/people/knownPeople';
import type { OthersHidden } from '../../core/journal/people/othersHidden';
import type { TextContext } from './text';

/** A note, or what of it mentions somebody. */
export interface GatheredNote {
  readonly note: IndexedNote;
  readonly text: string;
  /** What of it is gathered. */
  readonly ranges: readonly LineRange[];
  /** The whole note is about them. */
  readonly isAbout: boolean;
}

/** A private place among what is gathered, in or out by decision. */
export interface PrivatePlace {
  readonly gathered: GatheredNote;
  readonly lines: LineRange;
}

export interface Gathered {
  readonly person: KnownPerson;
  /** The oldest first, those without a date last. */
  readonly notes: readonly GatheredNote[];
  /** Experiments that mention them, and those that can’t be read. */
  readonly experiments: readonly ExperimentFile[];
  /** Private places that stay out. */
  readonly out: readonly PrivatePlace[];
  /** How many private places there are. */
  readonly privateCount: number;
  /** Paths of what lies in their folders and is no note, and of what can’t be read. */
  readonly otherFiles: readonly string[];
  readonly unreadable: readonly string[];
  /** What can’t be reached, as *Remove Person…* says it. */
  readonly outOfReach: string;
}

type GatherContext = Omit<TextContext, 'shown' | 'titleOf'> & { readonly others: OthersHidden };

export function gatheredText(gathered: Gathered, context: GatherContext): string {
  const { l10n } = context;
  const { person, notes, experiments, otherFiles } = gathered;
  const unread = experiments.flatMap(({ path, text }) => (text === undefined ? [path] : []));
  const blocks = [
    `# ${markdownText(l10n.t('What I keep about {0}', person.name))}`,
    ...headOf(gathered, context),
    ...settingsOf(person, context),
    ...notes.flatMap((note) => noteOf(note, gathered.out, context)),
    ...experimentsOf(experiments, context),
    ...paths(l10n.t('Other files in their folder'), otherFiles, context),
    ...paths(l10n.t('Files that can’t be read'), [...gathered.unreadable, ...unread], context),
    `## ${l10n.t('Not in here')}`,
    gathered.outOfReach,
    l10n.t(
      'Nor text that is not saved in another window, notes outside this journal, and what was copied or exported before.',
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function headOf({ person, notes, out, privateCount }: Gathered, { l10n }: GatherContext): readonly string[] {
  const about = notes.filter(({ isAbout }) => isAbout).length;
  return [
    l10n.t(
      'Notes about {0}: {1}, word for word. Other notes that mention the name: {2}, with the places that do. By date.',
      markdownText(person.name),
      about,
      notes.length - about,
    ),
    l10n.t('Private places: {0}, of which left out: {1}.', privateCount, out.length),
    l10n.t(
      'Other people are initials, as far as your journal knows their names: read it before you hand it on.',
    ),
  ];
}

function settingsOf(
  { aliases, role, cadence }: KnownPerson,
  { l10n, others }: GatherContext,
): readonly string[] {
  const said = [
    ...(aliases.length > 0 ? [l10n.t('also called {0}', aliases.join(', '))] : []),
    ...(role === undefined ? [] : [l10n.t('role: {0}', role)]),
    ...(cadence === undefined ? [] : [l10n.t('you mean to meet: {0}', cadence)]),
  ];
  if (said.length === 0) return [];
  return [
    `## ${l10n.t('In two-hats.yaml')}`,
    said.map((words) => `- ${markdownText(others.text(words))}`).join('\n'),
  ];
}

function noteOf(
  gathered: GatheredNote,
  out: readonly PrivatePlace[],
  context: GatherContext,
): readonly string[] {
  const { l10n, others } = context;
  const { note, text, ranges } = gathered;
  const left = out.filter((place) => place.gathered === gathered).map(({ lines }) => lines);
  const words = { between: '[…]', out: l10n.t('[private: left out]') };
  const lines = verbatimLines(text, ranges, left, words).map(others.text);
  return [`## ${headingOf(note, context)}`, fenced(lines)];
}

/** Their files are short: each stands there whole. */
function experimentsOf(experiments: readonly ExperimentFile[], context: GatherContext): readonly string[] {
  const { l10n, others } = context;
  return experiments.flatMap(({ path, text }) => {
    if (text === undefined) return [];
    const isPrivate = [text, readExperiment(text)?.move ?? ''].some(holdsPrivateTag);
    const lines = isPrivate ? [l10n.t('[private: left out]')] : text.trimEnd().split(/\r\n|\n|\r/);
    const name = others.title(path);
    return [
      `## ${linkedTo(path, l10n.t('What you try: {0}', name), context)}`,
      fenced(lines.map(others.text)),
    ];
  });
}

function headingOf(note: IndexedNote, context: GatherContext): string {
  const { l10n, date, others } = context;
  const title = note.title === undefined ? kindWords(note, context) : others.title(note.title);
  const words = l10n.t(
    '{0}: {1}',
    note.date === undefined ? l10n.t('Without a date') : date(note.date),
    title,
  );
  return linkedTo(note.path, words, context);
}

/** A link where its address names nobody else. */
function linkedTo(file: string, words: string, { linkTo, others }: GatherContext): string {
  const path = others.path(file);
  const target = path === undefined ? undefined : linkTo(path);
  return target === undefined ? markdownText(words) : markdownLink(words, target);
}

function kindWords({ kind, path }: IndexedNote, { l10n }: GatherContext): string {
  if (kind === 'one-on-one') return l10n.t('1:1');
  return path.endsWith('/next.md') ? l10n.t('Collected topics') : l10n.t('Note');
}

/** Longer than whatever stands in it. */
function fenced(lines: readonly string[]): string {
  const longest = Math.max(
    2,
    ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map(({ length }) => length)),
  );
  const fence = '`'.repeat(longest + 1);
  return [fence, ...lines, fence].join('\n');
}

function paths(heading: string, files: readonly string[], { others }: GatherContext): readonly string[] {
  if (files.length === 0) return [];
  return [`## ${heading}`, files.map((file) => `- ${markdownText(others.title(file))}`).join('\n')];
}
