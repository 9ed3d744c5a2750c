/**
 * What a note is called and of which day it is: front matter, file name, first heading, in that order. Asked for every
 * note, and several times: regular expressions would be felt.
 */
import { noteName } from '../paths';
import { code, isDigit } from './cursor';

/** `undefined` where only the first heading says it. */
export function noteTitle(path: string, entries: ReadonlyMap<string, string>): string | undefined {
  const title = entries.get('title')?.trim();
  if (title) return title;
  const name = noteName(path);
  const date = dateStart(name);
  const undated = date < 0 ? name : `${name.slice(0, date)} ${name.slice(date + dateLength)}`;
  const words = undated.replace(/[\s_-]+/g, ' ').trim();
  return words === '' ? undefined : words;
}

/** Local date `YYYY-MM-DD`. */
export function noteDate(
  path: string,
  entries: ReadonlyMap<string, string>,
  firstHeading: string | undefined,
): string | undefined {
  return dateIn(entries.get('date')) ?? dateIn(noteName(path)) ?? dateIn(firstHeading);
}

/** The first date in a text, if it is one of the calendar. */
export function dateIn(text: string | undefined): string | undefined {
  const start = text === undefined ? -1 : dateStart(text);
  if (text === undefined || start < 0) return undefined;
  const [year, month, day] = [
    numberAt(text, start, 4),
    numberAt(text, start + 5, 2),
    numberAt(text, start + 8, 2),
  ];
  return isDay(year, month, day) ? text.slice(start, start + dateLength) : undefined;
}

const dateLength = 'YYYY-MM-DD'.length;

/** Where the first `YYYY-MM-DD` begins that no digit touches, or -1. */
function dateStart(text: string): number {
  for (let dash = text.indexOf('-'); dash >= 0; dash = text.indexOf('-', dash + 1)) {
    const start = dash - 4;
    const isDate =
      text.charCodeAt(start + 7) === code.minus &&
      areDigits(text, start, 4) &&
      areDigits(text, start + 5, 2) &&
      areDigits(text, start + 8, 2);
    if (isDate && !areDigits(text, start - 1, 1) && !areDigits(text, start + dateLength, 1)) return start;
  }
  return -1;
}

function areDigits(text: string, start: number, count: number): boolean {
  for (let offset = start; offset < start + count; offset++) {
    // Outside of the text there is no number at all.
    if (!isDigit(text.charCodeAt(offset))) return false;
  }
  return true;
}

function numberAt(text: string, start: number, count: number): number {
  let value = 0;
  for (let offset = start; offset < start + count; offset++)
    value = 10 * value + text.charCodeAt(offset) - code.zero;
  return value;
}

/** Of the Gregorian calendar. */
function isDay(year: number, month: number, day: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (isLeap ? 29 : 28) : 30 + ((month + (month > 7 ? 1 : 0)) % 2);
  return month >= 1 && month <= 12 && day >= 1 && day <= days;
}
