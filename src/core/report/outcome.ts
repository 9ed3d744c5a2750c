/**
 * What came of an experiment. Whoever plans a change learns more than whoever looks for one: six weekly checks before and
 * six after, looked at once, find a change of one point for 81 of 100, against 17 to 42 by scanning; 3.4 of 100 are
 * told of one that is none, and 6.8 where answers carry over strongly.
 */
import { lastDay, neededAfter, neededBefore, type Experiment } from '../experiment/experiment';
import { dayOf, lastWholeWeek, weekOf } from '../util/calendar';
import { varianceOfMean } from './change';
import { mean, type WeeklyValue } from './series';

/** `running`: not over, or not begun. `noVerdict`: over, with too few checks before or in it. */
export type OutcomeWord = 'running' | 'noVerdict' | 'none' | 'moreOften' | 'lessOften';

export interface Outcome {
  readonly word: OutcomeWord;
  /** Means of the last values before the start and of those in it, 1 to 5; `null` where there are none. */
  readonly before: number | null;
  readonly after: number | null;
  readonly checksBefore: number;
  readonly checksAfter: number;
  /** |difference of the means| in its standard errors; `null` without a verdict. */
  readonly z: number | null;
}

/** Answers carry over so much from one check to the next. */
const autocorrelation = 0.2;
/** Two-sided, at 5 of 100. */
const limit = 1.96;

/**
 * One look, at the end: z = |mean after − mean before| / √(P·(f(k)/k + f(a)/a)), of the last k = 6 values before the start
 * and the a values in it; see `varianceOfMean` for f.
 * @param full the side’s full series, see `seriesOf`
 * @param pooledVariance P, see `Spread`
 * @param to local date `YYYY-MM-DD`
 */
export function outcomeOf(
  experiment: Experiment,
  full: readonly WeeklyValue[],
  pooledVariance: number,
  to: string,
): Outcome {
  const last = lastDay(experiment);
  const valuesIn = (isIn: (date: string) => boolean) =>
    full.filter(({ date }) => isIn(date)).map(({ value }) => value);
  const before = valuesIn((date) => date < experiment.start).slice(-neededBefore);
  const after = valuesIn((date) => date >= experiment.start && date <= last);
  const facts = {
    before: before.length > 0 ? mean(before) : null,
    after: after.length > 0 ? mean(after) : null,
    checksBefore: before.length,
    checksAfter: after.length,
  };
  if (weekOf(dayOf(last)) > lastWholeWeek(dayOf(to))) return { word: 'running', ...facts, z: null };
  if (before.length < neededBefore || after.length < neededAfter)
    return { word: 'noVerdict', ...facts, z: null };
  const variances = varianceOfMean(Math.max(before.length, after.length), autocorrelation);
  const error = Math.sqrt(
    pooledVariance * ((variances[before.length] ?? 0) + (variances[after.length] ?? 0)),
  );
  const difference = mean(after) - mean(before);
  const z = Math.abs(difference) / error;
  const word = z <= limit ? 'none' : difference > 0 ? 'moreOften' : 'lessOften';
  return { word, ...facts, z };
}
