import { daysBetween } from '../util/calendar';

/** Days from one check to the next, by what the setting may say. */
const days: Readonly<Record<string, number>> = { weekly: 7, everyTwoWeeks: 14, monthly: 31 };

/**
 * Days since the last check, if that is longer ago than the rhythm says; `undefined` while it is not, without a check,
 * and without a rhythm.
 * @param rhythm `weekly`, `everyTwoWeeks` or `monthly`; anything else is none
 * @param last local date `YYYY-MM-DD` of the last check
 * @param today local date
 */
export function overdueDays(rhythm: string, last: string | undefined, today: string): number | undefined {
  const limit = Object.hasOwn(days, rhythm) ? days[rhythm] : undefined;
  if (limit === undefined || last === undefined) return undefined;
  const since = daysBetween(last, today);
  return since > limit ? since : undefined;
}
