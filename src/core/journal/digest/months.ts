/** Calendar months `YYYY-MM`. */

/** Every month that a span touches, the earliest first. @param from, to local dates `YYYY-MM-DD`, both included */
export function monthsBetween(from: string, to: string): readonly string[] {
  const [first, last] = [monthNumber(from), monthNumber(to)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => monthOf(first + index));
}

/** The months of a span in which none of some dates lies: they stay visible as empty. All are local dates. */
export function emptyMonths(dates: Iterable<string>, from: string, to: string): readonly string[] {
  const written = new Set(Array.from(dates, (date) => date.slice(0, 'YYYY-MM'.length)));
  return monthsBetween(from, to).filter((month) => !written.has(month));
}

/** The first day of the month that lies so many months before that of a local date. */
export function monthsBefore(date: string, months: number): string {
  return `${monthOf(monthNumber(date) - months)}-01`;
}

function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function monthOf(number: number): string {
  const [year, month] = [Math.floor(number / 12), (number % 12) + 1];
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}
