/** How blocks begin, by CommonMark 0.31 and GFM: questions about the rest of a line, from its first character on. */
import { code, isDigit, type Cursor } from './cursor';

/** Three or more of `*`, `-` or `_`, and white space. */
export function isThematicBreak({ text, next, end }: Cursor): boolean {
  const mark = text.charCodeAt(next);
  if (mark !== code.star && mark !== code.minus && mark !== code.underscore) return false;
  let count = 0;
  for (let offset = next; offset < end; offset++) {
    const unit = text.charCodeAt(offset);
    if (unit === mark) count++;
    else if (unit !== code.space && unit !== code.tab) return false;
  }
  return count >= 3;
}

/** 1 for a line of `=`, 2 for one of `-`, with white space at its end; else 0. */
export function setextLevel({ text, next, end }: Cursor): number {
  const mark = text.charCodeAt(next);
  let offset = next;
  while (offset < end && text.charCodeAt(offset) === mark) offset++;
  while (offset < end && isBlank(text.charCodeAt(offset))) offset++;
  if (offset < end) return 0;
  return mark === code.equals ? 1 : 2;
}

/** 1 to 6 for a line that begins with so many `#` and then white space or its end; else 0. */
export function atxLevel(cursor: Cursor): number {
  const { text, next, end, nextCode } = cursor;
  if (nextCode !== code.hash) return 0;
  const level = runLength(text, next, end);
  return level <= 6 && cursor.endsWordAt(next + level) ? level : 0;
}

/** How many marks open a code fence at the cursor; else 0. */
export function fenceLength({ text, next, end, nextCode }: Cursor): number {
  if (nextCode !== code.backtick && nextCode !== code.tilde) return 0;
  const length = runLength(text, next, end);
  const isCodeSpan = nextCode === code.backtick && text.slice(next + length, end).includes('`');
  return length < 3 || isCodeSpan ? 0 : length;
}

/** An ATX heading's text between its marks and the closing ones, if any. */
export function withoutClosingMarks(text: string, start: number, end: number): readonly [number, number] {
  const [from, to] = trimmed(text, start, end);
  let marks = to;
  while (marks > from && text.charCodeAt(marks - 1) === code.hash) marks--;
  if (marks === to || (marks > from && !isBlank(text.charCodeAt(marks - 1)))) return [from, to];
  return trimmed(text, from, marks);
}

/** How many of the same code unit stand together at an offset. */
export function runLength(text: string, start: number, end: number): number {
  const unit = text.charCodeAt(start);
  let offset = start + 1;
  while (offset < end && text.charCodeAt(offset) === unit) offset++;
  return offset - start;
}

/** Is the line the end of a code fence of such marks? */
export function closesFence(
  { text, next, end, indent, nextCode }: Cursor,
  mark: number,
  length: number,
): boolean {
  if (indent > 3 || nextCode !== mark) return false;
  const run = runLength(text, next, end);
  return run >= length && text.slice(next + run, end).trim() === '';
}

/** Whether a line that begins with `$$` is a block of its own, or opens one. */
export function mathStart(line: string): 'whole' | 'open' | undefined {
  const text = line.trimEnd();
  if (!text.startsWith('$$')) return undefined;
  const next = text.indexOf('$', 2);
  if (next < 0) return 'open';
  return text.length > 4 && next === text.length - 2 && text.endsWith('$$') ? 'whole' : undefined;
}

export interface Marker {
  readonly length: number;
  /** Of an ordered list; 1 for bullets. */
  readonly number: number;
}

/** The list marker at the cursor, which white space or the line's end follows. */
export function listMarker(cursor: Cursor): Marker | undefined {
  const { text, next } = cursor;
  let offset = next;
  while (offset - next < 10 && isDigit(text.charCodeAt(offset))) offset++;
  const digits = offset - next;
  if (digits > 9) return undefined;
  const mark = text.charCodeAt(offset);
  const isMark =
    digits === 0
      ? mark === code.minus || mark === code.plus || mark === code.star
      : mark === code.dot || mark === code.close;
  if (!isMark || !cursor.endsWordAt(offset + 1)) return undefined;
  return { length: digits + 1, number: digits === 0 ? 1 : Number(text.slice(next, offset)) };
}

const footnote = /\[\^[^\s[\]]+\]:/y;

/** The length of a footnote definition's label with its colon, or 0. */
export function footnoteLabel({ text, next }: Cursor): number {
  footnote.lastIndex = next;
  return footnote.test(text) ? footnote.lastIndex - next : 0;
}

/** The number of columns that a table's delimiter row makes; 0 for any other line. */
export function tableColumns(text: string, start: number, end: number): number {
  const [from, to] = trimmed(text, start, end);
  if (from === to) return 0;
  const cells = tableCells(text, from, to);
  return cells.every(([first, last]) => isDelimiter(text, first, last)) ? cells.length : 0;
}

/** Dashes, perhaps with a colon on either side. */
function isDelimiter(text: string, start: number, end: number): boolean {
  const from = text.charCodeAt(start) === code.colon ? start + 1 : start;
  const to = end > from && text.charCodeAt(end - 1) === code.colon ? end - 1 : end;
  return to > from && text.charCodeAt(from) === code.minus && runLength(text, from, to) === to - from;
}

/** Start and end of each cell of a row, without white space around it. */
export function tableCells(text: string, start: number, end: number): (readonly [number, number])[] {
  const cells: (readonly [number, number])[] = [];
  let from = text.charCodeAt(start) === code.pipe ? start + 1 : start;
  for (let offset = from; offset < end; offset++) {
    const unit = text.charCodeAt(offset);
    if (unit === code.backslash) offset++;
    else if (unit === code.pipe) {
      cells.push(trimmed(text, from, offset));
      from = offset + 1;
    }
  }
  const last = trimmed(text, from, end);
  if (last[0] < last[1]) cells.push(last);
  return cells;
}

/** A range without the spaces and tabs at its ends. */
export function trimmed(text: string, start: number, end: number): readonly [number, number] {
  let [from, to] = [start, end];
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return [from, to];
}

function isBlank(unit: number): boolean {
  return unit === code.space || unit === code.tab;
}
