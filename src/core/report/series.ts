/** What a person says of a side, week by week. */
import { sidesOf } from '../framework/lookup';
import type { Framework, Side } from '../framework/model';
import { checkDate } from '../selfcheck/checks';
import type { CheckRecord } from '../selfcheck/record';
import { statementHash } from '../selfcheck/statements';
import { dayOf, lastWholeWeek, weekOf } from '../util/calendar';

/** A value of a series: of one ISO week. */
export interface WeeklyValue {
  /** Local date `YYYY-MM-DD` of the check. */
  readonly date: string;
  /** See `weekOf`. */
  readonly week: number;
  /** 1 to 5; a whole number for one statement. */
  readonly value: number;
}

/**
 * `anchor`: the answer to the first statement, from whatever check asked it. `full`: the mean of all statements, from
 * checks that asked all and where all were scored. The two are never mixed: a switch from one to the other looks like
 * a change to 11 of 100 people who did not change.
 */
export const seriesKinds = ['anchor', 'full'] as const;
export type SeriesKind = (typeof seriesKinds)[number];

export interface SideSeries extends Side, Readonly<Record<SeriesKind, readonly WeeklyValue[]>> {}

/** The oldest first; clocks that were set back, and offsets, are of no matter. */
export function oldestFirst<Check extends CheckRecord>(checks: readonly Check[]): readonly Check[] {
  return [...checks].sort((one, other) => Date.parse(one.finished) - Date.parse(other.finished));
}

/**
 * Both series of every side, in the framework's order. At most one value a week counts, the last one that is scored;
 * a week that is not over at the end of `to` does not count yet. Only answers to statements in today's words belong
 * to a series.
 * @param checks the oldest first
 * @param to local date `YYYY-MM-DD`
 */
export function seriesOf(
  framework: Framework,
  checks: readonly CheckRecord[],
  to: string,
): readonly SideSeries[] {
  const last = lastWholeWeek(dayOf(to));
  const dated = checks
    .map((check) => ({ date: checkDate(check), answers: scoredAnswers(check) }))
    .map((check) => ({ ...check, week: weekOf(dayOf(check.date)) }))
    .filter(({ week }) => week <= last);
  return sidesOf(framework).map(({ side, pole }) => {
    const keys = pole.statements.map((text, index) => answerKey(side, index + 1, statementHash({ text })));
    const weekly = (asked: readonly string[]) =>
      lastOfWeek(
        dated.flatMap(({ date, week, answers }) => {
          const values = asked.flatMap((key) => answers.get(key) ?? []);
          return values.length === asked.length && values.length > 0
            ? [{ date, week, value: mean(values) }]
            : [];
        }),
      );
    return { ...side, anchor: weekly(keys.slice(0, 1)), full: weekly(keys) };
  });
}

/** By statement and hash of its text; “no occasion” is not scored. */
function scoredAnswers({ answers }: CheckRecord): ReadonlyMap<string, number> {
  const scored = answers.filter(({ answer }) => answer > 0);
  return new Map(scored.map(({ statement, hash, answer }) => [`${statement} ${hash}`, answer]));
}

function answerKey({ dimension, hat }: Side, round: number, hash: string): string {
  return `${dimension}/${hat}/${round} ${hash}`;
}

/** At most one a week, the last one given; in the order of the weeks. */
export function lastOfWeek(values: readonly WeeklyValue[]): readonly WeeklyValue[] {
  return [...new Map(values.map((value) => [value.week, value])).values()].sort(
    (one, other) => one.week - other.week,
  );
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Answers “no occasion” to a side’s statements in today’s words, by side as `dimension/hat`. */
export function noOccasions(
  framework: Framework,
  checks: readonly CheckRecord[],
): ReadonlyMap<string, number> {
  const known = new Map(
    sidesOf(framework).flatMap(({ side, pole }) =>
      pole.statements.map((text, index) => [
        answerKey(side, index + 1, statementHash({ text })),
        `${side.dimension}/${side.hat}`,
      ]),
    ),
  );
  const counts = new Map<string, number>();
  for (const { answers } of checks)
    for (const { statement, hash, answer } of answers) {
      const side = known.get(`${statement} ${hash}`);
      if (answer === 0 && side !== undefined) counts.set(side, (counts.get(side) ?? 0) + 1);
    }
  return counts;
}
