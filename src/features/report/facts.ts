import { newestExperiment, type Experiment } from '../../core/experiment/experiment';
import type { Framework } from '../../core/framework/model';
import type { KnownPerson, People } from '../../core/journal/people/knownPeople';
import type { IndexedNote } from '../../core/journal/note';
import { scanSeries, type ScannedSeries, type SideScan } from '../../core/report/change';
import { sideKey } from '../../core/report/evidence';
import type { Outcome } from '../../core/report/outcome';
import {
  outcomeIn,
  periods,
  reportOf,
  type Report,
  type ReportInput,
  type ReportPeriod,
} from '../../core/report/report';
import { oldestFirst, type SeriesKind } from '../../core/report/series';
import { foreignAnswers, shownAnswers, type ShownAnswers } from '../../core/report/shown';
import { checkDate, type Checks, type FiledCheck } from '../../core/selfcheck/checks';
import { textHash } from '../../core/util/hash';

/** All that the page tells. */
export interface Facts {
  readonly report: Report;
  readonly framework: Framework;
  readonly hasJournal: boolean;
  readonly period: ReportPeriod;
  readonly people: People;
  readonly person: KnownPerson | undefined;
  /** Up to the last day. */
  readonly notes: readonly IndexedNote[];
  /** Up to the last day, the oldest first. */
  readonly checks: readonly FiledCheck[];
  /** By `sideKey`. */
  readonly shown: ReadonlyMap<string, ShownAnswers>;
  /** What the scan came to for each side, by `sideKey`. */
  readonly scans: ReadonlyMap<string, Readonly<Record<SeriesKind, SideScan>>>;
  readonly foreign: number;
  /** The experiment of `report`, with on how much it rests. */
  readonly tried: TriedFacts | undefined;
  /** Paths of files that are no experiments. */
  readonly damagedExperiments: readonly string[];
}

export interface TriedFacts {
  readonly experiment: Experiment;
  readonly outcome: Outcome;
}

export interface FactsInput extends Omit<ReportInput, 'checks' | 'damaged'> {
  readonly checks: Checks;
  readonly hasJournal: boolean;
}

/** As the page says it: an id of each. */
export interface ChosenScope {
  readonly period: string;
  readonly person: string;
}

/** No name stands in the page or in what it remembers. */
export function personId({ name }: Pick<KnownPerson, 'name'>): string {
  return textHash(name);
}

/**
 * What is not there any more is replaced: a period by 12 weeks, a person by everyone.
 * @param to local date `YYYY-MM-DD`
 */
export function factsOf(input: FactsInput, scope: ChosenScope, to: string): Facts {
  const { framework, people, checks: known, hasJournal } = input;
  const notes = [...input.notes].filter((note) => (note.date ?? '') <= to);
  const period = periods.find((each) => String(each) === scope.period) ?? 12;
  const person = people.all.find((each) => personId(each) === scope.person);
  const { records, damaged } = known;
  const checks = oldestFirst(records).filter((check) => checkDate(check) <= to);
  const scanned = scanSeries(framework, checks, to);
  const report = reportOf({ ...input, notes, checks, damaged }, { to, period, person }, scanned);
  return {
    ...{ report, framework, hasJournal, period, people, person, notes, checks },
    shown: shownAnswers(framework, checks, report),
    scans: scansOf(scanned),
    foreign: foreignAnswers(framework, checks, report),
    tried: report.experiment ? triedIn(input, scanned, to) : undefined,
    damagedExperiments: input.experiments.damaged,
  };
}

function triedIn({ experiments }: FactsInput, scanned: ScannedSeries, to: string): TriedFacts | undefined {
  const experiment = newestExperiment(experiments, to);
  return experiment && { experiment, outcome: outcomeIn(experiment, scanned, to) };
}

function scansOf({ sides, scans: { anchor, full } }: ScannedSeries): Facts['scans'] {
  const none: SideScan = { changes: [], segment: [], split: undefined };
  return new Map(
    sides.map((side, index) => [
      sideKey(side),
      { anchor: anchor.sides[index] ?? none, full: full.sides[index] ?? none },
    ]),
  );
}
