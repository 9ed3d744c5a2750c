/**
 * What is said held against what is noted. Notes and not blocks are counted, because blocks come in clumps; looked at at
 * quarter ends only, because whoever looks monthly tells half of those who write evenly of something that is not there
 * (`npm run simulate`).
 */
import { sidesOf } from '../framework/lookup';
import type { Framework, Side } from '../framework/model';
import type { IndexedNote } from '../journal/note';
import { checkDate } from '../selfcheck/checks';
import type { CheckRecord } from '../selfcheck/record';
import { dateOf, dayOf, firstOfWeeks, quarterEnd } from '../util/calendar';
import { countSides, sideKey } from './evidence';
import { seriesOf } from './series';

/** In weeks, the shortest first. */
const windows = [12, 28, 52] as const;
/** Notes a side that an even writer would have. */
const enoughExpected = 6.5;
/** How seldom an even writer has so few or so many, a side and quarter. */
const rare = 0.0016;
const often = 4;
const seldom = 2;

export type FindingKind = 'saidNotNoted' | 'notedNotSaid' | 'neither' | 'both';

export interface Finding extends Side {
  readonly kind: FindingKind;
  /** Median of the anchor answers in the window, 1 to 5. */
  readonly rating: number;
  /** Notes with evidence of the side in the window. */
  readonly notes: number;
}

export interface Findings {
  /** The quarter end, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The window looked at; `null` where no one has enough notes and a check in it. */
  readonly weeks: number | null;
  /** Notes a side that an even writer would have in the window, or else in the longest. */
  readonly expected: number;
  /** Notes with evidence in it, once for each side that they show. */
  readonly notes: number;
  /** So many of them would do. */
  readonly needed: number;
  /** In the framework’s order. */
  readonly list: readonly Finding[];
}

/**
 * @param notes all of the journal; those without a date count for no window
 * @param checks the oldest first
 * @param to local date `YYYY-MM-DD`: the last quarter end at or before it is looked at
 */
export function findingsAt(
  framework: Framework,
  notes: Iterable<IndexedNote>,
  checks: readonly CheckRecord[],
  to: string,
): Findings {
  const asOf = dateOf(quarterEnd(dayOf(to)));
  const sides = sidesOf(framework).map(({ side }) => side);
  const needed = enoughExpected * sides.length;
  const dated = [...notes];
  const counted = windows.map((weeks) => {
    const period = { from: firstOfWeeks(weeks, asOf), to: asOf };
    const counts = countSides(dated.filter(({ date = '' }) => date >= period.from && date <= asOf));
    const sum = sides.reduce((total, side) => total + (counts.get(sideKey(side))?.notes ?? 0), 0);
    return { weeks, period, counts, sum };
  });
  const hasCheck = ({ from, to }: Period) =>
    checks.some((check) => checkDate(check) >= from && checkDate(check) <= to);
  const window = counted.find(({ sum, period }) => sum >= needed && hasCheck(period));
  const { sum: all = 0 } = window ?? counted.at(-1) ?? {};
  const expected = all / sides.length;
  const facts = { asOf, weeks: window?.weeks ?? null, expected, notes: all, needed };
  if (!window) return { ...facts, list: [] };
  const ratings = medianRatings(framework, checks, window.period);
  const list = sides.flatMap((side): Finding[] => {
    const rating = ratings.get(sideKey(side));
    const count = window.counts.get(sideKey(side))?.notes ?? 0;
    const kind = rating === undefined ? undefined : findingKind(rating, count, expected);
    return kind && rating !== undefined ? [{ kind, ...side, rating, notes: count }] : [];
  });
  return { ...facts, list };
}

/** Local dates `YYYY-MM-DD`, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

function medianRatings(
  framework: Framework,
  checks: readonly CheckRecord[],
  { from, to }: Period,
): ReadonlyMap<string, number> {
  const ratings = new Map<string, number>();
  for (const side of seriesOf(framework, checks, to)) {
    const values = side.anchor.filter(({ date }) => date >= from).map(({ value }) => value);
    if (values.length > 0) ratings.set(sideKey(side), median(values));
  }
  return ratings;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  return (lower + upper) / 2;
}

/** @param expected mean of the Poisson distribution that notes of an even writer follow */
export function findingKind(rating: number, notes: number, expected: number): FindingKind | undefined {
  const isHardly = atMost(notes, expected) <= rare;
  const isMuch = notes > 0 && 1 - atMost(notes - 1, expected) <= rare;
  if (rating >= often) return isHardly ? 'saidNotNoted' : isMuch ? 'both' : undefined;
  if (rating <= seldom) return isHardly ? 'neither' : isMuch ? 'notedNotSaid' : undefined;
  return undefined;
}

/** P(X ≤ count) of a Poisson distribution. By logarithms: `exp(-mean)` alone is 0 from 746 on. */
function atMost(count: number, mean: number): number {
  let [logTerm, sum] = [-mean, 0];
  for (let k = 0; k <= count; k++) {
    if (k > 0) logTerm += Math.log(mean / k);
    sum += Math.exp(logTerm);
  }
  return Math.min(1, sum);
}
