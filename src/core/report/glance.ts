/** What a card says in passing of each side: a few figures of the balance report. */
import type { Framework, Side } from '../framework/model';
import type { IndexedNote } from '../journal/note';
import { checkDate } from '../selfcheck/checks';
import type { CheckRecord } from '../selfcheck/record';
import { firstOfWeeks } from '../util/calendar';
import { changeOfSide, enoughChecks, scanKind } from './change';
import { countSides, sideKey } from './evidence';
import { oldestFirst, seriesOf } from './series';

/** How far back, in weeks. */
export const glanceWeeks = 12;

export interface SideGlance extends Side {
  /** Those of the last twelve weeks with evidence of the side; private ones count. */
  readonly notes: number;
  /** While a change can't be seen yet: whole weeks with a check so far, and how many it takes. */
  readonly early: { readonly weeks: number; readonly needed: number } | null;
}

/**
 * Every side, in the framework's order. Whoever never checked is not told that it is too early.
 * @param to local date `YYYY-MM-DD`; what comes after it is as if it were not there
 */
export function glanceOf(
  framework: Framework,
  notes: Iterable<IndexedNote>,
  checks: readonly CheckRecord[],
  to: string,
): readonly SideGlance[] {
  const from = firstOfWeeks(glanceWeeks, to);
  const recent = [...notes].filter(({ date }) => date !== undefined && date >= from && date <= to);
  const counts = countSides(recent);
  const known = oldestFirst(checks).filter((check) => checkDate(check) <= to);
  const series = seriesOf(framework, known, to);
  const scan = scanKind(series, 'anchor');
  return series.map(({ dimension, hat }, index) => {
    const side = scan.sides[index];
    const isEarly = known.length > 0 && side && changeOfSide(side, from).word === 'tooEarly';
    return {
      ...{ dimension, hat, notes: counts.get(sideKey({ dimension, hat }))?.notes ?? 0 },
      early: isEarly ? { weeks: side.segment.length, needed: enoughChecks } : null,
    };
  });
}
