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
  const [date, year, month, day] = dateAnywhere.exec(text ?? '') ?? [];
  if (date === undefined) return undefined;
  const instant = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return instant.toISOString().startsWith(date) ? date : undefined;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
}
