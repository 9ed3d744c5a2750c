/** The balance report as facts: what one says of oneself, what the notes say beside it, and on how much that rests. */
import { sidesOf } from '../framework/lookup';
import {
  lastDay,
  newestExperiment,
  toldMove,
  type Experiment,
  type Experiments,
} from '../experiment/experiment';

import type { Framework, Side } from '../framework/model';
import type { KnownPerson, People } from '../journal/people/knownPeople';
import type { IndexedNote, NoteTask } from '../journal/note';
import { checkDate, type DamagedCheck } from '../selfcheck/checks';
import type { CheckRecord } from '../selfcheck/record';
import type { CheckKind } from '../selfcheck/statements';
import { firstOfWeeks } from '../util/calendar';
import {
  changeOfSide,
  priorSpread,
  scanSeries,
  type SideChange,
  type ScannedSeries,
  type Spread,
} from './change';
import { countSides, sideKey } from './evidence';
import { findingsAt, type Findings, type Period } from './findings';
import { outcomeOf, type Outcome } from './outcome';
import { personFacts, type PersonFacts } from './people';
import { retrospectiveFacts, type RetrospectiveFacts } from './retrospectives';
import { oldestFirst, noOccasions, type SeriesKind } from './series';

/** How far back, in weeks. */
export const periods = [4, 12, 26, 52, 'all'] as const;
export type ReportPeriod = (typeof periods)[number];

/** What a report looks at. */
export interface ReportInput {
  readonly framework: Framework;
  /** All of the journal. */
  readonly notes: Iterable<IndexedNote>;
  readonly people: People;
  readonly checks: readonly CheckRecord[];
  readonly damaged: readonly DamagedCheck[];
  readonly experiments: Experiments;
  /** Tells a template’s task in which nobody wrote anything. */
  readonly isUnwritten: (task: NoteTask) => boolean;
}

/** What it is to show. */
export interface ReportScope {
  /** The last day, a local date `YYYY-MM-DD`. */
  readonly to: string;
  readonly period: ReportPeriod;
  /** Only what the notes about somebody show; checks are about the lead, not about the lead with that person. */
  readonly person?: KnownPerson | undefined;
}

export interface SeriesFacts {
  /** Of the period’s weeks that count, the oldest first. */
  readonly values: readonly { readonly date: string; readonly value: number }[];
  readonly change: SideChange;
}

export interface SideFacts extends Side, Readonly<Record<SeriesKind, SeriesFacts | null>> {
  /** Answers “no occasion” in the period; `null` for one person. */
  readonly noOccasion: number | null;
  /** Notes of the period with evidence of the side; private ones count. */
  readonly notes: number;
  /** Blocks with evidence in them. */
  readonly blocks: number;
}

export interface CheckCounts extends Readonly<Record<CheckKind, number>> {
  readonly leftOut: readonly { readonly path: string; readonly reason: DamagedCheck['code'] }[];
}

export interface ExperimentFacts extends Side, Pick<Outcome, 'before' | 'after' | 'z' | 'word'> {
  /** `null`: private. */
  readonly move: string | null;
  /** Local dates `YYYY-MM-DD`: the first and the last day of trying. */
  readonly start: string;
  readonly end: string;
}

export interface Report {
  readonly format: 'two-hats-report/1';
  readonly framework: Pick<Framework, 'id' | 'version'>;
  /** Local dates `YYYY-MM-DD`, both included; of all there is, the first dated note or check. */
  readonly from: string;
  readonly to: string;
  /** `null` for one person, like the series and findings. */
  readonly checks: CheckCounts | null;
  readonly series: Readonly<Record<SeriesKind, { readonly s0: number } & Spread>> | null;
  /** In the framework’s order. */
  readonly sides: readonly SideFacts[];
  readonly findings: Findings | null;
  readonly people: readonly PersonFacts[];
  readonly retrospectives: readonly RetrospectiveFacts[];
  /** The newest, unless it was over before the period; `null` for one person. */
  readonly experiment: ExperimentFacts | null;
}

/**
 * The facts of a period. Whatever comes after its last day is as if it were not there.
 * @param scanned what `scanSeries` gives for these checks up to that day, for whoever has it already
 */
export function reportOf(input: ReportInput, scope: ReportScope, scanned?: ScannedSeries): Report {
  const { framework, people, isUnwritten } = input;
  const { to, person } = scope;
  const notes = [...input.notes].filter(
    (note) => (note.date ?? '') <= to && (!person || people.of(note) === person),
  );
  const checks = person ? [] : oldestFirst(input.checks).filter((check) => checkDate(check) <= to);
  const period = { from: firstDay(scope, notes, checks), to };
  const within = ({ date }: { readonly date?: string | undefined }) =>
    date !== undefined && date >= period.from && date <= to;
  const said = person
    ? undefined
    : saidOf(input, checks, period, scanned ?? scanSeries(framework, checks, to));
  return {
    format: 'two-hats-report/1',
    framework: { id: framework.id, version: framework.version },
    ...period,
    checks: person ? null : countChecks(checks, input.damaged, period),
    series: said?.series ?? null,
    sides: sideFacts(framework, notes.filter(within), said?.sides),
    findings: person ? null : findingsAt(framework, notes, checks, to),
    people: personFacts(notes, people, isUnwritten).filter(
      (facts) => person === undefined || facts.person === person.name,
    ),
    retrospectives: retrospectiveFacts(notes.filter(within)),
    experiment: said?.experiment ?? null,
  };
}

function firstDay(
  { to, period }: ReportScope,
  notes: readonly IndexedNote[],
  checks: readonly CheckRecord[],
): string {
  if (period !== 'all') return firstOfWeeks(period, to);
  const dates = [...notes.flatMap(({ date }) => date ?? []), ...checks.map(checkDate)];
  return dates.reduce((first, date) => (date < first ? date : first), to);
}

function countChecks(
  checks: readonly CheckRecord[],
  damaged: readonly DamagedCheck[],
  { from }: Period,
): CheckCounts {
  const count = (kind: CheckKind) =>
    checks.filter((check) => check.kind === kind && checkDate(check) >= from).length;
  return {
    ...{ quick: count('quick'), full: count('full'), dimension: count('dimension') },
    leftOut: damaged.map(({ path, code }) => ({ path, reason: code })),
  };
}

interface Said extends Pick<Report, 'series' | 'experiment'> {
  /** By `sideKey`. */
  readonly sides: ReadonlyMap<string, Pick<SideFacts, SeriesKind | 'noOccasion'>>;
}

function saidOf(
  { framework, experiments }: Pick<ReportInput, 'framework' | 'experiments'>,
  checks: readonly CheckRecord[],
  { from, to }: Period,
  scanned: ScannedSeries,
): Said {
  const { sides, scans } = scanned;
  const declined = noOccasions(
    framework,
    checks.filter((check) => checkDate(check) >= from),
  );
  const facts = (kind: SeriesKind, index: number): SeriesFacts | null => {
    const [values, scanned] = [sides[index]?.[kind], scans[kind].sides[index]];
    if (!values || !scanned) return null;
    const shown = values.filter(({ date }) => date >= from);
    return { values: shown.map(({ date, value }) => ({ date, value })), change: changeOfSide(scanned, from) };
  };
  return {
    series: {
      anchor: { s0: priorSpread.anchor, ...scans.anchor.spread },
      full: { s0: priorSpread.full, ...scans.full.spread },
    },
    experiment: experimentFacts(experiments, scanned, { from, to }),
    sides: new Map(
      sides.map((side, index) => [
        sideKey(side),
        {
          noOccasion: declined.get(sideKey(side)) ?? 0,
          anchor: facts('anchor', index),
          full: facts('full', index),
        },
      ]),
    ),
  };
}

function experimentFacts(
  experiments: Experiments,
  scanned: ScannedSeries,
  { from, to }: Period,
): ExperimentFacts | null {
  const experiment = newestExperiment(experiments, to);
  if (!experiment || lastDay(experiment) < from) return null;
  const { dimension, hat, start } = experiment;
  const move = toldMove(experiment) ?? null;
  const { before, after, z, word } = outcomeIn(experiment, scanned, to);
  return { dimension, hat, move, start, end: lastDay(experiment), before, after, z, word };
}

/** What came of an experiment by then. A side that the framework does not have has no values. */
export function outcomeIn(experiment: Experiment, { sides, scans }: ScannedSeries, to: string): Outcome {
  const series = sides.find((side) => sideKey(side) === sideKey(experiment));
  return outcomeOf(experiment, series?.full ?? [], scans.full.spread.pooledVariance, to);
}

function sideFacts(
  framework: Framework,
  notes: readonly IndexedNote[],
  said: Said['sides'] | undefined,
): readonly SideFacts[] {
  const counted = countSides(notes);
  return sidesOf(framework).map(({ side }) => {
    const { notes, blocks } = counted.get(sideKey(side)) ?? { notes: 0, blocks: 0 };
    const { noOccasion = null, anchor = null, full = null } = said?.get(sideKey(side)) ?? {};
    return { ...side, noOccasion, notes, blocks, anchor, full };
  });
}
