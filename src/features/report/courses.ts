/** How each side went over time, and how sure that is. */
import type { Side } from '../../core/framework/model';
import type { ReportBlock, Courses, ReportSection } from '../../core/report/blocks';
import { hatPlaces } from '../../core/report/charts/svg';
import { enoughChecks, type SideChange, type SideScan } from '../../core/report/change';
import { sideKey } from '../../core/report/evidence';
import { promises } from '../../core/report/promises';
import type { SideFacts } from '../../core/report/report';
import type { SeriesKind } from '../../core/report/series';
import { list, more, text } from './blocks';
import type { Facts } from './facts';
import type { Telling } from './telling';

export function coursesSection(facts: Facts, telling: Telling): ReportSection | undefined {
  const { sides, checks } = facts.report;
  if (!checks || telling.context.isHidden || facts.checks.length === 0) return undefined;
  const told = sides.filter((side) => marksOf(side, facts) > 0);
  const untold = sides.filter((side) => !told.includes(side));
  const { l10n } = telling;
  return {
    id: 'courses',
    heading: l10n.t('Over time'),
    blocks: [
      ...(told.some((side) => marksOf(side, facts) >= enoughForCourse)
        ? courses(told.map((side) => courseOf(side, facts, telling)))
        : [text(tooFew(told, facts, telling))]),
      ...(untold.length === 0 ? [] : [text(withoutAnswers(untold, sides.length, telling), 'quiet')]),
      ...more(l10n.t('How sure is this?'), list(howSure(telling))),
    ],
  };
}

function courses(found: readonly CourseBlock[]): readonly ReportBlock[] {
  return found.length === 0 ? [] : [{ kind: 'courses', courses: found }];
}

/** Fewer marks are no course. */
const enoughForCourse = 3;

function marksOf(side: SideFacts, { shown }: Facts): number {
  const { running, earlier = [] } = shown.get(sideKey(side)) ?? {};
  return (side.anchor?.values.length ?? 0) + Number(running !== undefined) + earlier.length;
}

function tooFew(sides: readonly SideFacts[], facts: Facts, telling: Telling): string {
  const most = Math.max(0, ...sides.map((side) => marksOf(side, facts)));
  return telling.l10n.t(
    'Too early: a side has {0} in this period at most. From {1} on each is drawn over time, and from {2} on it is said whether it changed.',
    telling.answerCount(most),
    enoughForCourse,
    enoughChecks,
  );
}

function withoutAnswers(sides: readonly Side[], all: number, telling: Telling): string {
  return telling.l10n.t(
    'Without an answer in this period: {0} of {1} sides ({2}).',
    sides.length,
    all,
    telling.list(sides.map((side) => telling.side(side))),
  );
}

type CourseBlock = Courses['courses'][number];

function courseOf(side: SideFacts, facts: Facts, telling: Telling): CourseBlock {
  const { from, to } = facts.report;
  const { running, earlier = [] } = facts.shown.get(sideKey(side)) ?? {};
  const counted = side.anchor?.values ?? [];
  const values = running ? [...counted, running] : counted;
  const heading = telling.side(side);
  const sentences = sentencesOf(side, facts, telling);
  const hat = facts.framework.hats.findIndex(({ id }) => id === side.hat);
  const {
    word = 'tooEarly',
    date = null,
    before = null,
    after = null,
    checksBefore = null,
  } = side.anchor?.change ?? {};
  return {
    heading,
    sentences,
    course: {
      ...{ title: heading, description: [inWords(values, telling), ...sentences].join(' ') },
      ...{ place: hatPlaces[hat] ?? 'second', from, to, values, earlier },
      dates: [telling.date(from), telling.date(to)],
      change: { word, date, before, after, checksBefore },
    },
  };
}

function inWords(
  values: readonly { readonly date: string; readonly value: number }[],
  telling: Telling,
): string {
  const [first, last] = [values[0], values.at(-1)];
  if (!first || !last) return telling.l10n.t('No answers to today’s words.');
  const all = values.map(({ value }) => value);
  return telling.l10n.t(
    '{0}, {1}, between {2} and {3}, the latest “{4}”.',
    telling.answerCount(values.length),
    telling.range(telling.date(first.date), telling.date(last.date)),
    Math.min(...all),
    Math.max(...all),
    telling.answer(last.value),
  );
}

function sentencesOf(side: SideFacts, facts: Facts, telling: Telling): readonly string[] {
  const { l10n } = telling;
  const { earlier = [] } = facts.shown.get(sideKey(side)) ?? {};
  const full =
    side.full && side.full.values.length > 0 ? changeWords(side, 'full', facts, telling) : undefined;
  return [
    changeWords(side, 'anchor', facts, telling),
    ...(full === undefined ? [] : [l10n.t('All three statements together: {0}', full)]),
    ...(earlier.length > 0
      ? [
          l10n.t(
            'Drawn faintly: {0} to earlier words of the statement, compared with nothing.',
            telling.answerCount(earlier.length),
          ),
        ]
      : []),
  ];
}

/** What is said of a side’s series; every judgement with its figures. */
function changeWords(side: SideFacts, kind: SeriesKind, facts: Facts, telling: Telling): string {
  const { l10n } = telling;
  const change = side[kind]?.change;
  // A check that asked all three statements gave three answers to a side.
  const counted = (count: number) =>
    kind === 'full' ? telling.checkCount(count) : telling.answerCount(count);
  const scan = facts.scans.get(sideKey(side))?.[kind] ?? { changes: [], segment: [], split: undefined };
  const { changes, segment } = scan;
  const since = changes.at(-1)?.date;
  switch (change?.word) {
    case 'changed':
      return changedWords(change, telling);
    case 'perhaps':
      return perhapsWords(change, telling);
    case 'none':
      return noneWords(scan, side[kind]?.values[0]?.date, counted(segment.length), telling);
    case 'tooEarly':
    case undefined:
      return since === undefined
        ? l10n.t('Too early to say whether it changed: {0} of {1}.', segment.length, counted(enoughChecks))
        : l10n.t(
            'Too early to say whether it changed since about {0}: {1} of {2}.',
            telling.date(since),
            segment.length,
            counted(enoughChecks),
          );
  }
}

/**
 * More was looked at than the period shows, or less of a long one: then it is said since when.
 * @param shown date of the first answer in the period
 * @param since of the last change that was called
 */
function noneWords(
  { segment, changes }: SideScan,
  shown: string | undefined,
  counted: string,
  telling: Telling,
): string {
  const { l10n } = telling;
  const since = changes.at(-1)?.date;
  if (since !== undefined)
    return l10n.t('No change to be seen in {0} since the change of about {1}.', counted, telling.date(since));
  const first = segment[0]?.date;
  return first === undefined || first === shown
    ? l10n.t('No change to be seen in {0}.', counted)
    : l10n.t('No change to be seen in {0} since {1}.', counted, telling.date(first));
}

function changedWords(
  { date, before, after, checksBefore, checksAfter }: SideChange,
  telling: Telling,
): string {
  return telling.l10n.t(
    'Changed, about {0}, give or take two checks: from {1} to {2} ({3}; about 2 of 100 people who never changed see such a line in a year).',
    telling.date(date ?? ''),
    telling.number(before ?? 0),
    telling.number(after ?? 0),
    telling.checkCount((checksBefore ?? 0) + (checksAfter ?? 0)),
  );
}

function perhapsWords(
  { date, before, after, checksBefore, checksAfter }: SideChange,
  telling: Telling,
): string {
  return telling.l10n.t(
    'Perhaps changed, about {0}: from {1} to {2} ({3}). By luck, 33 to 54 of 100 people who never changed see such a “perhaps” somewhere.',
    telling.date(date ?? ''),
    telling.number(before ?? 0),
    telling.number(after ?? 0),
    telling.checkCount((checksBefore ?? 0) + (checksAfter ?? 0)),
  );
}

/** What was simulated, and with what. */
export function howSure(telling: Telling): readonly string[] {
  const { l10n } = telling;
  const number = (value: number) => telling.share(value);
  const { within26, within52 } = promises.falseChanges;
  const { oneStatement, threeStatements } = promises.foundChanges;
  return [
    l10n.t(
      'The rules were tried on simulated leads. Of 100 who never changed, {0} to {1} are told of a change within 26 checks, and {2} to {3} within 52: the most where answers carry over strongly from one check to the next.',
      number(within26.lowest),
      number(within26.highest),
      number(within52.lowest),
      number(within52.highest),
    ),
    l10n.t(
      'A side that went up by one point is found within 26 and 52 checks for {0} and {1} of 100 with one statement, for {2} and {3} with three. So “no change to be seen” does not say that nothing changed.',
      ...oneStatement,
      ...threeStatements,
    ),
  ];
}
