/**
 * Did an answer change for good? A change-point scan with a shrunken, pooled spread: the sequential form of Hawkins, Qiu
 * and Kang (2003), unknown level and spread, no fixed start phase. Looking at every check with the usual rules would tell
 * nearly everybody of a change that is none; these limits keep that to about 2 of 100 persons in a year
 * (`npm run simulate`).
 */
import { seriesOf, type SeriesKind, type SideSeries, type WeeklyValue } from './series';
import type { Framework } from '../framework/model';
import type { CheckRecord } from '../selfcheck/record';

/** Standard error of measurement of one statement, and of the mean of three: what stands in before there are answers. */
export const priorSpread = { anchor: 0.65, full: 0.5 } as const;

/** A segment holds so many values at most, the newest. */
const longest = 52;
/** So many checks a side before anything is said. */
export const enoughChecks = 8;
const leastBefore = 5;
const leastAfter = 3;

/** What answers vary by themselves, over all sides of a person. */
export interface Spread {
  /** In squared points of the scale. */
  readonly pooledVariance: number;
  /** Of one value with the next, 0 to 0.5. */
  readonly autocorrelation: number;
}

/** The best place to cut a segment in two. */
export interface Split {
  /** |difference of the means| in its standard errors. */
  readonly z: number;
  /** Of the first check after it, `YYYY-MM-DD`. */
  readonly date: string;
  /** Means, 1 to 5. */
  readonly before: number;
  readonly after: number;
  readonly checksBefore: number;
  readonly checksAfter: number;
}

/** What the scan came to for a side. */
export interface SideScan {
  /** Every change that was called, the oldest first. */
  readonly changes: readonly Split[];
  /** The values since the last one. */
  readonly segment: readonly WeeklyValue[];
  /** The best split of the segment as it is now; `undefined` where it has too few values. */
  readonly split: Split | undefined;
}

export interface SeriesScan {
  /** As it is after the last week. */
  readonly spread: Spread;
  /** In the order in which the sides were given. */
  readonly sides: readonly SideScan[];
}

/**
 * Replays the weeks from the first check on, so that the answer does not depend on when somebody looked: each week’s
 * values are appended, the spread is taken over all sides as they then are, and each side with a new value is tested.
 * @param sides values in the order of their weeks
 * @param s0 standard error of measurement that stands in before there are answers, in points of the scale
 */
export function scanChanges(sides: readonly (readonly WeeklyValue[])[], s0: number): SeriesScan {
  const running = sides.map((): Running => ({ segment: [], changes: [] }));
  const next = sides.map(() => 0);
  const weeks = new Set(sides.flatMap((values) => values.map(({ week }) => week)));
  for (const week of [...weeks].sort((one, other) => one - other)) {
    const fresh = running.filter((side, index) => {
      const value = sides[index]?.[next[index] ?? 0];
      if (value?.week !== week) return false;
      next[index] = (next[index] ?? 0) + 1;
      side.segment = [...side.segment, value].slice(-longest);
      return true;
    });
    const spread = spreadOf(running, s0);
    for (const side of fresh) callChange(side, spread);
  }
  const spread = spreadOf(running, s0);
  return {
    spread,
    sides: running.map(({ segment, changes }) => ({ changes, segment, split: bestSplit(segment, spread) })),
  };
}

/** What a person says of every side, and what the scan of each kind of series comes to. */
export interface ScannedSeries {
  /** In the framework’s order, as are the sides of the scans. */
  readonly sides: readonly SideSeries[];
  readonly scans: Readonly<Record<SeriesKind, SeriesScan>>;
}

/**
 * @param checks the oldest first
 * @param to local date `YYYY-MM-DD`
 */
export function scanSeries(framework: Framework, checks: readonly CheckRecord[], to: string): ScannedSeries {
  const sides = seriesOf(framework, checks, to);
  return { sides, scans: { anchor: scanKind(sides, 'anchor'), full: scanKind(sides, 'full') } };
}

/** `scanChanges` of one kind of series. */
export function scanKind(sides: readonly SideSeries[], kind: SeriesKind): SeriesScan {
  return scanChanges(
    sides.map((side) => side[kind]),
    priorSpread[kind],
  );
}

interface Running {
  segment: readonly WeeklyValue[];
  readonly changes: Split[];
}

function callChange(side: Running, spread: Spread): void {
  const split = bestSplit(side.segment, spread);
  if (!split || split.z < limits(side.segment.length).changed) return;
  side.changes.push(split);
  side.segment = side.segment.slice(split.checksBefore);
}

/** How large z must be to say “changed”, or “perhaps”, for a segment of n values. */
export function limits(n: number): { readonly changed: number; readonly perhaps: number } {
  return n <= 26 ? { changed: 4.2, perhaps: 3.2 } : { changed: 4.5, perhaps: 3.5 };
}

const priorWeight = 12;
const autocorrelationPrior = 0.2;
const autocorrelationWeight = 60;

/**
 * Variance by an inverse-gamma prior of 12 pseudo-observations (Smyth 2004); lag-1 autocorrelation by 60 of 0.2, with
 * the usual correction of its bias by 1/n, n being the mean length of the segments that have two values or more.
 */
function spreadOf(sides: readonly Pick<Running, 'segment'>[], s0: number): Spread {
  let [squares, freedom, lagged, scaled, segments, values] = [0, 0, 0, 0, 0, 0];
  for (const { segment } of sides) {
    const n = segment.length;
    if (n < 2) continue;
    const deviations = fromMean(segment);
    const own = deviations.reduce((sum, each) => sum + each * each, 0);
    for (let index = 1; index < n; index++) lagged += (deviations[index - 1] ?? 0) * (deviations[index] ?? 0);
    squares += own;
    scaled += (own * (n - 1)) / n;
    freedom += n - 1;
    segments++;
    values += n;
  }
  const measured = scaled > 0 ? lagged / scaled + segments / values : 0;
  const shrunken =
    (autocorrelationWeight * autocorrelationPrior + freedom * measured) / (autocorrelationWeight + freedom);
  return {
    pooledVariance: (priorWeight * s0 ** 2 + squares) / (priorWeight + freedom),
    autocorrelation: Math.min(0.5, Math.max(0, shrunken)),
  };
}

function fromMean(segment: readonly WeeklyValue[]): readonly number[] {
  const level = segment.reduce((sum, { value }) => sum + value, 0) / segment.length;
  return segment.map(({ value }) => value - level);
}

/** The split with the largest z, at least 5 values before it and 3 after; the earliest of equal ones. */
function bestSplit(segment: readonly WeeklyValue[], spread: Spread): Split | undefined {
  const n = segment.length;
  const inflated = varianceOfMean(n, spread.autocorrelation);
  let best: Split | undefined;
  // Sums of the values and of their squares up to each place: a split costs no second pass.
  const [total, totalSquares] = sums(segment);
  let [sum, squares] = sums(segment.slice(0, leastBefore - 1));
  for (let before = leastBefore; before <= n - leastAfter; before++) {
    const value = segment[before - 1]?.value ?? 0;
    [sum, squares] = [sum + value, squares + value * value];
    const after = n - before;
    const means = { before: sum / before, after: (total - sum) / after };
    const within = squares - sum * means.before + (totalSquares - squares) - (total - sum) * means.after;
    const variance = Math.max(
      spread.pooledVariance,
      (ownWeight * spread.pooledVariance + Math.max(0, within)) / (ownWeight + n - 2),
    );
    const error = Math.sqrt(variance * ((inflated[after] ?? 0) + (inflated[before] ?? 0)));
    const z = Math.abs(means.after - means.before) / error;
    const first = segment[before];
    if (first && (!best || z > best.z))
      best = { z, date: first.date, ...means, checksBefore: before, checksAfter: after };
  }
  return best;
}

/** How much a person’s pooled variance counts beside that of the one side. */
const ownWeight = 20;

function sums(values: readonly WeeklyValue[]): [sum: number, squares: number] {
  return [
    values.reduce((sum, { value }) => sum + value, 0),
    values.reduce((sum, { value }) => sum + value * value, 0),
  ];
}

/**
 * By k: the variance of the mean of k values in a row, whose variance is 1 and whose lag-1 autocorrelation is r:
 * f(k)/k with f(k) = 1 + 2·Σ_{j<k}(1 − j/k)·rʲ.
 */
export function varianceOfMean(most: number, r: number): readonly number[] {
  const variances = [0];
  let [power, powers, weighted] = [1, 0, 0];
  for (let k = 1; k <= most; k++) {
    variances.push((1 + 2 * (powers - weighted / k)) / k);
    power *= r;
    powers += power;
    weighted += k * power;
  }
  return variances;
}

/** What is said of a side in a period. */
export type ChangeWord = 'tooEarly' | 'none' | 'perhaps' | 'changed';

export type SideChange = { readonly word: ChangeWord } & {
  readonly [Key in keyof Split]: Split[Key] | null;
};

const nothing = { z: null, date: null, before: null, after: null, checksBefore: null, checksAfter: null };

/**
 * The last change that was called, if it lies in the period; else how the values since then look.
 * @param from local date `YYYY-MM-DD`
 */
export function changeOfSide({ changes, segment, split }: SideScan, from: string): SideChange {
  const last = changes.at(-1);
  if (last && last.date >= from) return { word: 'changed', ...last };
  if (segment.length < enoughChecks || !split) return { word: 'tooEarly', ...nothing };
  return split.z >= limits(segment.length).perhaps
    ? { word: 'perhaps', ...split }
    : { word: 'none', ...nothing, z: split.z };
}
