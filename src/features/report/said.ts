/** The picture of what somebody says of themselves, with the same figures as a table. */
import { findSide } from '../../core/framework/lookup';
import type { ReportBlock, ReportSection, Table } from '../../core/report/blocks';
import { enoughForLine, type Balance, type BalanceRow } from '../../core/report/charts/balance';
import { sideKey } from '../../core/report/evidence';
import type { SideFacts } from '../../core/report/report';
import { text } from './blocks';
import type { Facts } from './facts';
import type { Telling } from './telling';

/** So many of the newest answers the line goes over. */
const lineOver = 8;

export function saidSection(facts: Facts, telling: Telling): ReportSection {
  const { l10n } = telling;
  const heading = facts.person ? l10n.t('What your notes show') : l10n.t('What you say, and what you noted');
  return { id: 'said', heading, blocks: blocks(facts, telling) };
}

function blocks(facts: Facts, telling: Telling): readonly ReportBlock[] {
  const { l10n } = telling;
  if (facts.person) return [notesTable(facts, telling)];
  if (telling.context.isHidden)
    return [
      text(l10n.t('Ratings are hidden: Show Private Details brings them back.')),
      notesTable(facts, telling),
    ];
  const hasAnswers = facts.report.sides.some((side) => answersOf(side, facts).length > 0 || side.noOccasion);
  if (!hasAnswers) return nothingSaid(facts, telling);
  return [
    { kind: 'balance', balance: balanceOf(facts, telling) },
    text(legend(facts, telling), 'quiet'),
    saidTable(facts, telling),
  ];
}

function nothingSaid(facts: Facts, telling: Telling): readonly ReportBlock[] {
  const { l10n } = telling;
  const { from, to } = facts.report;
  const words =
    facts.checks.length === 0
      ? l10n.t('There is no self-check yet. The quick one takes about a minute; its answers are drawn here.')
      : l10n.t(
          'No self-check from {0} to {1}: choose a longer period, or take one now.',
          telling.date(from),
          telling.date(to),
        );
  return [
    text(words),
    { kind: 'check', label: l10n.t('Take the Quick Self-Check') },
    ...(facts.report.sides.some(({ notes }) => notes > 0) ? [notesTable(facts, telling)] : []),
  ];
}

/** The period’s answers that count, and the one of the running week. */
export function answersOf(side: SideFacts, { shown }: Facts): readonly number[] {
  const running = shown.get(sideKey(side))?.running;
  return [...(side.anchor?.values ?? []), ...(running ? [running] : [])].map(({ value }) => value);
}

function balanceOf(facts: Facts, telling: Telling): Balance {
  const { framework, report } = facts;
  const rows = framework.dimensions.map(({ id, title }): BalanceRow => ({
    title,
    lanes: report.sides
      .filter(({ dimension }) => dimension === id)
      .map((side) => ({
        letter: findSide(framework, side)?.hat.letter ?? side.hat,
        values: answersOf(side, facts),
        noOccasion: side.noOccasion ?? 0,
      })),
  }));
  const { l10n } = telling;
  return {
    title: l10n.t('How often each hat showed, by your own answers'),
    description: report.sides.map((side) => sideSentence(side, facts, telling)).join(' '),
    answers: telling.answers,
    hats: framework.hats.map(({ letter, label }) => `${letter} ${label}`),
    rows,
  };
}

function sideSentence(side: SideFacts, facts: Facts, telling: Telling): string {
  const { l10n } = telling;
  const values = answersOf(side, facts);
  const latest = values.at(-1);
  if (latest === undefined) return l10n.t('{0}: no answers.', telling.side(side));
  const said = l10n.t(
    '{0}: {1}, the latest “{2}”',
    telling.side(side),
    telling.answerCount(values.length),
    telling.answer(latest),
  );
  if (values.length < enoughForLine) return l10n.t('{0}.', said);
  return l10n.t(
    '{0}, the last {1} {2}.',
    said,
    Math.min(lineOver, values.length),
    lastRange(values, telling),
  );
}

/** `2 to 4`, or `always 4`. */
function lastRange(values: readonly number[], telling: Telling): string {
  const recent = values.slice(-lineOver);
  const [low, high] = [Math.min(...recent), Math.max(...recent)];
  return low === high ? telling.l10n.t('always {0}', low) : telling.l10n.t('between {0} and {1}', low, high);
}

function legend(facts: Facts, telling: Telling): string {
  const { l10n } = telling;
  const all = facts.report.sides.map((side) => answersOf(side, facts));
  const hasLine = all.some(({ length }) => length >= enoughForLine);
  return [
    l10n.t(
      'Each mark is an answer to the first statement of a side, at most one a week. The large one is the latest; equal ones are stacked.',
    ),
    hasLine
      ? l10n.t(
          'A line goes from the lowest to the highest of the last eight answers: in about 93 of 100 cases the next one lies within.',
        )
      : l10n.t('Under four answers a side there is no line: it would say more than is known.'),
    ...(facts.report.sides.some(({ noOccasion }) => noOccasion)
      ? [l10n.t('A hollow mark with a number counts “no occasion”.')]
      : []),
  ].join(' ');
}

function saidTable(facts: Facts, telling: Telling): Table {
  const { l10n } = telling;
  const { from, to, sides } = facts.report;
  return {
    kind: 'table',
    caption: l10n.t('The same in figures, {0}', telling.range(telling.date(from), telling.date(to))),
    head: [
      l10n.t('Side'),
      l10n.t('Answers'),
      l10n.t('Latest'),
      l10n.t('Last eight'),
      l10n.t('No occasion'),
      l10n.t('Notes'),
    ],
    rows: sides.map((side) => {
      const values = answersOf(side, facts);
      const latest = values.at(-1);
      return [
        telling.side(side),
        values.length === 0 ? '0' : l10n.t('{0} ({1})', values.length, byAnswer(values)),
        latest === undefined ? '–' : telling.answer(latest),
        values.length < enoughForLine
          ? l10n.t('too few ({0} of {1})', values.length, enoughForLine)
          : lastRange(values, telling),
        String(side.noOccasion ?? 0),
        notesCell(side, telling),
      ];
    }),
  };
}

/** `2 ×1, 4 ×3`, each of them in one line */
function byAnswer(values: readonly number[]): string {
  return [1, 2, 3, 4, 5]
    .map((answer) => ({ answer, count: values.filter((value) => value === answer).length }))
    .filter(({ count }) => count > 0)
    .map(({ answer, count }) => `${answer}\u00a0×${count}`)
    .join(', ');
}

function notesTable(facts: Facts, telling: Telling): Table {
  const { l10n } = telling;
  const { from, to, sides } = facts.report;
  return {
    kind: 'table',
    caption: l10n.t(
      'Notes in which you wrote something about a side, {0}',
      telling.range(telling.date(from), telling.date(to)),
    ),
    head: [l10n.t('Side'), l10n.t('Notes')],
    rows: sides.map((side) => [telling.side(side), notesCell(side, telling)]),
  };
}

function notesCell({ notes, blocks }: SideFacts, { l10n }: Telling): string {
  return notes === blocks ? String(notes) : l10n.t('{0} ({1} places)', notes, blocks);
}
