/** What is shown beside the series that are judged: answers of the running week, and answers to other words. */
import { sidesOf, statementsOf } from '../framework/lookup';
import type { Framework } from '../framework/model';
import { checkDate } from '../selfcheck/checks';
import type { CheckRecord } from '../selfcheck/record';
import { statementHash } from '../selfcheck/statements';
import { dateOf, dayOf, lastWholeWeek, weekOf } from '../util/calendar';
import type { DatedValue } from './charts/course';
import { sideKey } from './evidence';
import type { Period } from './findings';
import { oldestFirst, lastOfWeek, seriesOf } from './series';

export interface ShownAnswers {
  /** To the anchor in the week that is not over yet: it counts when it is. */
  readonly running: DatedValue | undefined;
  /** To the anchor in other words than today’s, at most one a week, the oldest first. */
  readonly earlier: readonly DatedValue[];
}

/** Of all sides, by `sideKey`. */
export function shownAnswers(
  framework: Framework,
  checks: readonly CheckRecord[],
  period: Period,
): ReadonlyMap<string, ShownAnswers> {
  const shown = oldestFirst(checks).filter(isIn(period));
  const last = lastWholeWeek(dayOf(period.to));
  // As if the running week were over.
  const series = seriesOf(framework, shown, dateOf(dayOf(period.to) + 6));
  return new Map(
    sidesOf(framework).map(({ side, pole }, index) => {
      const [anchor = ''] = pole.statements;
      const running = series[index]?.anchor.filter(({ week }) => week > last).map(dated)[0];
      const earlier = otherWords(shown, `${sideKey(side)}/1`, statementHash({ text: anchor }));
      return [sideKey(side), { running, earlier }];
    }),
  );
}

function otherWords(checks: readonly CheckRecord[], statement: string, hash: string): readonly DatedValue[] {
  return lastOfWeek(
    checks.flatMap((check) => {
      const date = checkDate(check);
      const given = check.answers.find((answer) => answer.statement === statement && answer.hash !== hash);
      return given && given.answer > 0 ? [{ date, week: weekOf(dayOf(date)), value: given.answer }] : [];
    }),
  ).map(dated);
}

/** How many answers of the period belong to statements that the framework has not, or in other words. */
export function foreignAnswers(framework: Framework, checks: readonly CheckRecord[], period: Period): number {
  const known = new Set(
    statementsOf(framework).map((statement) => `${statement.id} ${statementHash(statement)}`),
  );
  return checks
    .filter(isIn(period))
    .flatMap(({ answers }) => answers)
    .filter(({ statement, hash }) => !known.has(`${statement} ${hash}`)).length;
}

function dated({ date, value }: DatedValue): DatedValue {
  return { date, value };
}

function isIn({ from, to }: Period): (check: CheckRecord) => boolean {
  return (check) => checkDate(check) >= from && checkDate(check) <= to;
}
