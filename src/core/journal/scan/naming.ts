/** What a note is called and of which day it is: front matter, file name, first heading, in that order. */

const dateAnywhere = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/;

/** `undefined` where only the first heading says it. */
export function noteTitle(path: string, entries: ReadonlyMap<string, string>): string | undefined {
  const title = entries.get('title')?.trim();
  if (title) return title;
  const words = fileName(path)
    .replace(dateAnywhere, ' ')
    .replace(/[\s_-]+/g, ' ')
    .trim();
  return words === '' ? undefined : words;
}

/** Local date `YYYY-MM-DD`. */
export function noteDate(
  path: string,
  entries: ReadonlyMap<string, string>,
  firstHeading: string | undefined,
): string | undefined {
  return dateIn(entries.get('date')) ?? dateIn(fileName(path)) ?? dateIn(firstHeading);
}

/** The first date of the calendar in a text. */
export function dateIn(text: string | undefined): string | undefined {
  const [date, year, month, day] = text === undefined ? [] : (dateAnywhere.exec(text) ?? []);
  return date !== undefined && isDay(Number(year), Number(month), Number(day)) ? date : undefined;
}

/** Of the Gregorian calendar. */
function isDay(year: number, month: number, day: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (isLeap ? 29 : 28) : 30 + ((month + (month > 7 ? 1 : 0)) % 2);
  return month >= 1 && month <= 12 && day >= 1 && day <= days;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
}
