/** A preparation as Markdown. What comes from notes is escaped; while details are hidden, it is left out. */
import * as vscode from 'vscode';
import { linkPath, markdownLink, markdownText } from '../../../core/journal/markdown/linkPaths';
import type { IndexedNote } from '../../../core/journal/note';
import { withoutDue } from '../../../core/journal/tasks/tasks';
import { daysBetween } from '../../../core/util/calendar';
import { formatDate, formatMonth } from '../../shared/format';
import type { NoteLabels } from '../../shared/noteLabels';
import {
  promisesShown,
  type Preparation,
  type PromisedLine,
  type Talk,
} from '../../../core/report/preparation';

export function preparationText(facts: Preparation, labels: NoteLabels): string {
  return [
    `# ${vscode.l10n.t('Prepare 1:1 with {0}', markdownText(labels.shownName(facts.person.name)))}`,
    [formatLastMet(facts), formatCadence(facts, labels)].filter(Boolean).join(' '),
    ...section(vscode.l10n.t('What you promised'), promisedLines(facts.mine, facts, labels)),
    ...section(vscode.l10n.t('What they promised'), promisedLines(facts.theirs, facts, labels)),
    ...section(vscode.l10n.t('Collected topics'), topicLines(facts, labels)),
    ...talkSections(facts, labels),
    ...monthsSection(facts),
    ...questionsSection(facts, labels),
  ]
    .map((block) => `${block}\n`)
    .join('\n');
}

function section(heading: string, lines: readonly string[]): readonly string[] {
  return [`## ${heading}`, lines.length === 0 ? vscode.l10n.t('Nothing.') : lines.join('\n')];
}

function formatLastMet({ lastMet, today }: Preparation): string {
  if (lastMet === undefined) return vscode.l10n.t('There is no note with a date yet.');
  const [days, date] = [daysBetween(lastMet, today), formatDate(lastMet)];
  if (days === 0) return vscode.l10n.t('Last met today, {0}.', date);
  if (days === 1) return vscode.l10n.t('Last met yesterday, {0}.', date);
  return vscode.l10n.t('Last met {0} days ago, {1}.', days, date);
}

function formatCadence({ person: { cadence } }: Preparation, labels: NoteLabels): string {
  return cadence === undefined
    ? ''
    : vscode.l10n.t('You mean to meet: {0}.', markdownText(labels.shown(cadence)));
}

function promisedLines(
  promised: readonly PromisedLine[],
  { today }: Preparation,
  labels: NoteLabels,
): readonly string[] {
  const lines = promised.slice(0, promisesShown).map(({ note, task, since, moves, text }) => {
    const about = [
      since === undefined ? undefined : vscode.l10n.t('since {0}', formatDate(since)),
      formatDue(task.due, today),
      moves > 1 ? vscode.l10n.t('moved on {0} times', moves) : undefined,
    ].filter((words) => words !== undefined);
    const said = shownText(text === undefined ? undefined : withoutDue(text), note, labels);
    const place = placeLink(note.path, task.line, formatLine(task.line), labels);
    return `- ${[said, ...about, place].join(' · ')}`;
  });
  const more = promised.length - lines.length;
  return more > 0 ? [...lines, `- ${vscode.l10n.t('{0} more in the Actions view', more)}`] : lines;
}

function formatDue(due: string | undefined, today: string): string | undefined {
  if (due === undefined) return undefined;
  return due < today
    ? vscode.l10n.t('overdue since {0}', formatDate(due))
    : vscode.l10n.t('due {0}', formatDate(due));
}

function topicLines({ topics, next, person }: Preparation, labels: NoteLabels): readonly string[] {
  const about = { path: next, person: person.name };
  return topics.map(({ text, lines: { first } }) => {
    const place = placeLink(next, first, formatLine(first), labels);
    return `- ${shownText(text, about, labels)} · ${place}`;
  });
}

function talkSections({ talks }: Preparation, labels: NoteLabels): readonly string[] {
  const heading = `## ${vscode.l10n.t('Your words of the last talks')}`;
  if (talks.length === 0) return [heading, vscode.l10n.t('Nothing.')];
  return [heading, ...talks.flatMap((talk) => talkSection(talk, labels))];
}

/** What such a heading has below it is made by Two Hats. */
const isMade = (heading = '') =>
  [vscode.l10n.t('Open elsewhere'), vscode.l10n.t('What became of the last actions')].includes(heading);

function talkSection({ note, words }: Talk, labels: NoteLabels): readonly string[] {
  const title = note.date === undefined ? labels.path(note.path) : formatDate(note.date);
  const lines = words
    .filter(({ heading }) => !isMade(heading))
    .map(({ text, heading, task, lines: { first } }) => {
      const said = shownText(text, note, labels);
      const isShown = labels.mayShow(note, false);
      const under = heading === undefined || !isShown ? '' : `*${markdownText(withoutMinutes(heading))}:* `;
      const mark =
        task?.state === 'dropped'
          ? ` · ${vscode.l10n.t('dropped')}`
          : task
            ? ` · ${vscode.l10n.t('done')}`
            : '';
      return `- ${under}${said}${mark} · ${placeLink(note.path, first, formatLine(first), labels)}`;
    });
  const heading = `### ${placeLink(note.path, 0, title, labels)}`;
  return [heading, lines.length === 0 ? vscode.l10n.t('Nothing in your own words.') : lines.join('\n')];
}

/** `Check-in (5 min)` */
function withoutMinutes(heading: string): string {
  return heading.replace(/\s*\([^()]*\)$/, '') || heading;
}

function monthsSection({ emptyMonths }: Preparation): readonly string[] {
  if (!emptyMonths) return [];
  const list = new Intl.ListFormat(vscode.env.language, { type: 'conjunction' });
  return [
    `## ${vscode.l10n.t('Months of the last half year without a note')}`,
    emptyMonths.length === 0 ? vscode.l10n.t('None.') : list.format(emptyMonths.map(formatMonth)),
  ];
}

function questionsSection({ questions }: Preparation, labels: NoteLabels): readonly string[] {
  if (questions.length === 0) return [];
  return [
    `## ${vscode.l10n.t('Worth asking')}`,
    vscode.l10n.t('For sides that these talks hardly touch:'),
    questions.map(({ text }) => `- ${markdownText(labels.shown(text))}`).join('\n'),
  ];
}

function shownText(
  text: string | undefined,
  note: Pick<IndexedNote, 'path' | 'person'>,
  labels: NoteLabels,
): string {
  if (!labels.mayShow(note, false)) return vscode.l10n.t('Hidden');
  return text === undefined ? vscode.l10n.t('Can’t be read') : markdownText(labels.shown(text));
}

/** @param line 0-based */
function formatLine(line: number): string {
  return vscode.l10n.t('line {0}', line + 1);
}

/** A path names whom its folder is about. */
function placeLink(path: string, line: number, words: string, labels: NoteLabels): string {
  if (labels.isHidden) return markdownText(words);
  return markdownLink(words, `${linkPath('', path)}#L${line + 1}`);
}
