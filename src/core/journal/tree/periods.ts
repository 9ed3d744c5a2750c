/** So many rows can be looked through; more are put into years and months. */
export const manyRows = 50;

/** Things of one year, one month or without a date. */
export interface PeriodItems<T> {
  /** `YYYY`, `YYYY-MM`, or `undefined` for no date. */
  readonly period: string | undefined;
  readonly items: readonly T[];
}

/**
 * Puts many things into years, and those of one year into months. `undefined` where they are few, or nothing tells
 * them apart.
 * @param items the newest first, those without a date last
 * @param dateOf local date `YYYY-MM-DD`
 */
export function periodsOf<T>(
  items: readonly T[],
  dateOf: (item: T) => string | undefined,
): readonly PeriodItems<T>[] | undefined {
  if (items.length <= manyRows) return undefined;
  const years = divided(items, dateOf, 'YYYY'.length);
  const periods = years.length > 1 ? years : divided(items, dateOf, 'YYYY-MM'.length);
  return periods.length > 1 ? periods : undefined;
}

function divided<T>(
  items: readonly T[],
  dateOf: (item: T) => string | undefined,
  length: number,
): readonly PeriodItems<T>[] {
  const periods: { period: string | undefined; items: T[] }[] = [];
  for (const item of items) {
    const period = dateOf(item)?.slice(0, length);
    const last = periods.at(-1);
    if (last?.period === period && last) last.items.push(item);
    else periods.push({ period, items: [item] });
  }
  return periods;
}
