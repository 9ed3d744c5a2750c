/** What a finding rests on. */
import type { Framework, Side } from '../framework/model';
import type { IndexedNote } from '../journal/note';
import { checkDate } from '../selfcheck/checks';
import type { CheckRecord } from '../selfcheck/record';
import { firstOfWeeks } from '../util/calendar';
import { blockCounts, sideKey } from './evidence';
import type { Findings, Period } from './findings';
import { seriesOf } from './series';

export interface Behind<Check> {
  /** With evidence of the side in the window, the newest first. */
  readonly notes: readonly IndexedNote[];
  /** Those whose answers count, the newest first. */
  readonly checks: readonly Check[];
}

/** The window that findings look at; `undefined` where they look at none. */
export function windowOf({ asOf, weeks }: Findings): Period | undefined {
  return weeks === null ? undefined : { from: firstOfWeeks(weeks, asOf), to: asOf };
}

/** @param checks the oldest first */
export function behindSide<Check extends CheckRecord>(
  framework: Framework,
  notes: Iterable<IndexedNote>,
  checks: readonly Check[],
  side: Side,
  { from, to }: Period,
): Behind<Check> {
  const key = sideKey(side);
  const isIn = (date: string) => date >= from && date <= to;
  const series = seriesOf(framework, checks, to).find((each) => sideKey(each) === key);
  const counted = new Set(series?.anchor.map(({ date }) => date));
  // Of several checks of a day, the last one that asked counts.
  const byDate = new Map(
    checks
      .filter((check) =>
        check.answers.some(({ statement, answer }) => answer > 0 && statement === `${key}/1`),
      )
      .map((check) => [checkDate(check), check]),
  );
  return {
    notes: [...notes]
      .filter((note) => isIn(note.date ?? '') && blockCounts(note).has(key))
      .sort((one, other) => ((one.date ?? '') < (other.date ?? '') ? 1 : -1)),
    checks: Array.from(byDate, ([date, check]) => ({ date, check }))
      .filter(({ date }) => isIn(date) && counted.has(date))
      .map(({ check }) => check)
      .reverse(),
  };
}
