/** What was written, as Markdown that counts for nothing once more: no tag is one in it, and no task. */
import type * as vscode from 'vscode';
import type { Passage, Written } from '../../core/journal/digest/written';
import { writeFrontMatter } from '../../core/journal/frontMatter/frontMatter';
import { markdownLink, markdownText } from '../../core/journal/markdown/linkPaths';
import type { IndexedNote, NoteTask } from '../../core/journal/note';
import type { Company, Month } from '../../core/report/lookBack';
import { checkDate, type FiledCheck } from '../../core/selfcheck/checks';

export interface TextContext {
  readonly l10n: Pick<typeof vscode.l10n, 't'>;
  /** @param date local, `YYYY-MM-DD` */
  readonly date: (date: string) => string;
  /** @param month `YYYY-MM` */
  readonly month: (month: string) => string;
  /** Beside its date. */
  readonly titleOf: (note: IndexedNote) => string;
  /** As it may stand there. */
  readonly shown: (text: string) => string;
  /** Where a link to a file of the journal leads; `undefined` for none. */
  readonly linkTo: (path: string) => string | undefined;
}

/** What is written in the notes of some months, by their paths. */
export type Texts = ReadonlyMap<string, Written>;

/** The whole document. It is of no day, so that nobody was met on it; whoever it is about takes it along when removed. */
export function lookBackText(
  company: Company,
  months: readonly Month[],
  texts: Texts,
  context: TextContext,
): string {
  const title = titleOf(company, months, context);
  const head = writeFrontMatter([
    ['kind', 'look-back'],
    ['title', title],
    ...(typeof company === 'object' ? [['person', company.name] as const] : []),
  ]);
  const blocks = [
    `# ${markdownText(title)}`,
    context.l10n.t(
      'What you wrote, month by month, each with a link to its note. What is private stays there. Change it as you like: no tag and no task in it counts once more.',
    ),
    ...monthsText(months, texts, context),
  ];
  return `${head}\n${blocks.join('\n\n')}\n`;
}

/** Months in words: a date in it would make it a note of that day. */
export function titleOf(company: Company, months: readonly Month[], { l10n, month }: TextContext): string {
  const [first = '', last = ''] = [months[0], months.at(-1)].map((each) => (each ? month(each.month) : ''));
  switch (company) {
    case 'team':
      return l10n.t('Looking back with the team, {0} to {1}', first, last);
    case 'alone':
      return l10n.t('Looking back alone, {0} to {1}', first, last);
    default:
      return l10n.t('Looking back with {0}, {1} to {2}', company.name, first, last);
  }
}

export function monthsText(months: readonly Month[], texts: Texts, context: TextContext): readonly string[] {
  return months.flatMap((month) => monthText(month, texts, context));
}

function monthText({ month, notes, checks }: Month, texts: Texts, context: TextContext): readonly string[] {
  const { l10n } = context;
  return [
    `## ${markdownText(context.month(month))}`,
    ...(notes.length + checks.length === 0 ? [l10n.t('Nothing is written of this month.')] : []),
    ...notes.flatMap((note) => noteText(note, texts.get(note.path), context)),
    ...(checks.length === 0 ? [] : [checks.map((check) => checkLine(check, context)).join('\n')]),
  ];
}

export function noteText(
  note: IndexedNote,
  written: Written | undefined,
  context: TextContext,
): readonly string[] {
  const { l10n } = context;
  const { own = [], private: hidden = [] } = written ?? {};
  const heading = `### ${linked(noteWords(note, context), note.path, context)}`;
  const isPrivate = own.length === 0 && hidden.length > 0;
  if (isPrivate) return [heading, l10n.t('Private: it stays in its note.')];
  return [heading, ...(own.length === 0 ? [l10n.t('Nothing in your own words.')] : passages(own, context))];
}

/** `12 Jun 2026: 1:1 with Ana Example` */
function noteWords(note: IndexedNote, { l10n, date, titleOf }: TextContext): string {
  const title = titleOf(note);
  return note.date === undefined ? title : l10n.t('{0}: {1}', date(note.date), title);
}

function linked(words: string, path: string, { linkTo }: TextContext): string {
  const target = linkTo(path);
  return target === undefined ? markdownText(words) : markdownLink(words, target);
}

/** Under the headings of their note. */
function passages(own: readonly Passage[], context: TextContext): readonly string[] {
  const groups: { readonly heading: string | undefined; readonly items: string[] }[] = [];
  for (const { text, heading, task } of own) {
    const item = `- ${markdownText(context.shown(text))}${taskWords(task, context)}`;
    const last = groups.at(-1);
    if (last && last.heading === heading) last.items.push(item);
    else groups.push({ heading, items: [item] });
  }
  return groups.flatMap(({ heading, items }) => [
    ...(heading === undefined ? [] : [`*${markdownText(context.shown(heading))}*`]),
    items.join('\n'),
  ]);
}

/** No box: nobody is to do it here. */
function taskWords(task: NoteTask | undefined, { l10n }: TextContext): string {
  switch (task?.state) {
    case undefined:
      return '';
    case 'open':
      return ` (${l10n.t('open')})`;
    case 'done':
      return ` (${l10n.t('done')})`;
    case 'moved':
      return ` (${l10n.t('moved on')})`;
    case 'dropped':
      return ` (${l10n.t('dropped')})`;
  }
}

function checkLine(check: FiledCheck, context: TextContext): string {
  const { l10n, date } = context;
  const words = l10n.t('{0}: self-check', date(checkDate(check)));
  const given = check.answers.filter(({ answer }) => answer > 0).length;
  return `- ${linked(words, check.path, context)} (${l10n.t('{0} answers', given)})`;
}
