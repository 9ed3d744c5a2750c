/** Days, ISO weeks and quarters of local dates. No time zone is asked: a date is a date wherever it is read. */

/** Days from 1970-01-01 to a local date `YYYY-MM-DD`; negative before. */
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}

const dayMs = 86_400_000;

/** The local date `YYYY-MM-DD` of a day. */
export function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** Whole days from one local date to a later one; negative to an earlier one. */
export function daysBetween(from: string, to: string): number {
  return dayOf(to) - dayOf(from);
}

/** Is it a date of the calendar, `YYYY-MM-DD`? */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayOf(text)) && dateOf(dayOf(text)) === text;
}

/** The ISO week of a day, counted from the one of 1970-01-01 on: weeks begin on Monday. ISO 8601. */
export function weekOf(day: number): number {
  return Math.floor((day + daysFromMonday) / 7);
}

/** 1970-01-01 was a Thursday. */
const daysFromMonday = 3;

/** The day with which a week begins, see `weekOf`. */
export function mondayOf(week: number): number {
  return 7 * week - daysFromMonday;
}

/** The last week that is over at the end of a day: that of the day itself only if the day is a Sunday. */
export function lastWholeWeek(day: number): number {
  return weekOf(day + 1) - 1;
}

/** The last day at or before `day` that ends a calendar quarter. */
export function quarterEnd(day: number): number {
  const next = new Date((day + 1) * dayMs);
  const month = Math.floor(next.getUTCMonth() / 3) * 3;
  return Date.UTC(next.getUTCFullYear(), month, 1) / dayMs - 1;
}

/** The first of so many weeks that end with a local date `YYYY-MM-DD`. */
export function firstOfWeeks(weeks: number, to: string): string {
  return dateOf(dayOf(to) - 7 * weeks + 1);
}

/** The calendar quarter of a local date `YYYY-MM-DD`, counted from the first of year 0 on. */
export function quarterOf(date: string): number {
  return Number(date.slice(0, 4)) * 4 + Math.floor((Number(date.slice(5, 7)) - 1) / 3);
}
