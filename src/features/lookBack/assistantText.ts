/** Text for an assistant: what somebody chose to show it, with what it holds and what was left out. */
import type { Passage } from '../../core/journal/digest/written';
import { markdownText } from '../../core/journal/markdown/linkPaths';
import type { Company, Month } from '../../core/report/lookBack';
import { monthsText, noteText, type TextContext, type Texts } from './text';

export const purposes = ['oneOnOne', 'summary', 'question'] as const;
export type Purpose = (typeof purposes)[number];

export interface AssistantFacts {
  readonly purpose: Purpose;
  readonly company: Company;
  /** Of a summary every month, empty ones too; else those in which the last notes lie. */
  readonly months: readonly Month[];
  readonly texts: Texts;
  /** What is open between both, where it is a 1:1. */
  readonly mine: readonly Passage[];
  readonly theirs: readonly Passage[];
  /** As it may be shown. */
  readonly name: string;
}

export interface AssistantText {
  readonly text: string;
  /** Where the text for the assistant begins, below the head. UTF-16. */
  readonly start: number;
}

export function assistantText(facts: AssistantFacts, given: TextContext): AssistantText {
  const context = withoutAddresses(given);
  const head = headOf(facts, context)
    .map((line) => `> ${line}\n`)
    .join('>\n');
  const body = [requestOf(facts, context), ...contentOf(facts, context)].join('\n\n');
  const above = `${head}\n`;
  return { text: `${above}${body}\n`, start: above.length };
}

/** What leads anywhere may say more than its reader is to know: whom it is about, or a way in. */
function withoutAddresses(context: TextContext): TextContext {
  const left = context.l10n.t('[link]');
  const told = (text: string) => text.replace(address, left);
  return {
    ...context,
    titleOf: (note) => told(context.titleOf(note)),
    shown: (text) => context.shown(told(text)),
  };
}

/** Without the punctuation behind it. */
const address = /(?:\b[a-z][a-z\d+.-]*:\/\/|\bwww\.)[^\s<>]*[^\s<>.,;:!?)\]}"'’”]/giu;

function headOf({ months, texts }: AssistantFacts, { l10n }: TextContext): readonly string[] {
  const notes = months.flatMap((month) => month.notes);
  const written = notes.flatMap(({ path }) => texts.get(path) ?? []);
  const hidden = written.reduce((sum, each) => sum + each.private.length, 0);
  return [
    l10n.t('Notes in this text: {0}. Below it is selected: copy it where you want it.', notes.length),
    l10n.t(
      'Left out: private places ({0}), self-ratings, links, and what a template wrote. Names that your journal knows are initials; all others stand as you wrote them.',
      hidden,
    ),
    l10n.t('Read it first. What you give to an assistant leaves this machine, and can’t be taken back.'),
  ];
}

function requestOf({ purpose, name, company }: AssistantFacts, { l10n }: TextContext): string {
  const rules = l10n.t(
    'Use only what is written here, name the date of what you use, and say where too little is written. Rate nobody.',
  );
  const about = aboutWords(company, name, l10n);
  switch (purpose) {
    case 'oneOnOne':
      return `${l10n.t('I lead a team. Help me to prepare my next 1:1 with {0}: what is open between us, what has come up again, and three questions worth asking. Below are my notes.', markdownText(name))} ${rules}`;
    case 'summary':
      return `${l10n.t('I lead a team. Sum up the last half year from my notes below ({0}), month by month and then as a whole, the early months with as much weight as the late ones.', about)} ${rules}`;
    case 'question':
      return `${l10n.t('I lead a team. Read my last notes below ({0}), and find one question that I seem not to have asked yet: say from which lines you take it.', about)} ${rules}`;
  }
}

function aboutWords(company: Company, name: string, l10n: TextContext['l10n']): string {
  if (company === 'team') return l10n.t('retrospectives of the team');
  if (company === 'alone') return l10n.t('reflections and other notes of mine');
  return l10n.t('about {0}', markdownText(name));
}

function contentOf(facts: AssistantFacts, context: TextContext): readonly string[] {
  const { purpose, months, texts, mine, theirs } = facts;
  const { l10n } = context;
  // A rating is nothing for others.
  const shown = months.map((month) => ({ ...month, checks: [] }));
  if (purpose === 'summary') return monthsText(shown, texts, context);
  const notes = shown.flatMap((month) => month.notes);
  return [
    `## ${l10n.t('Notes')}`,
    ...(notes.length === 0 ? [l10n.t('There are none.')] : []),
    ...notes.flatMap((note) => noteText(note, texts.get(note.path), context)),
    ...promised(l10n.t('What I promised'), mine, context),
    ...promised(l10n.t('What they promised'), theirs, context),
  ];
}

function promised(heading: string, passages: readonly Passage[], { shown }: TextContext): readonly string[] {
  if (passages.length === 0) return [];
  return [`## ${heading}`, passages.map(({ text }) => `- ${markdownText(shown(text))}`).join('\n')];
}
