/** The parts of links and definitions by CommonMark 0.31. */
import { code } from './cursor';

/** Deeper parentheses in a destination end the link, as in cmark. */
const maxParentheses = 32;

/** The end of the link destination at an offset, which may be empty; -1 where there is none. */
export function destinationEnd(text: string, start: number, limit: number): number {
  return text.charCodeAt(start) === code.less
    ? bracketedEnd(text, start, limit)
    : bareEnd(text, start, limit);
}

function bracketedEnd(text: string, start: number, limit: number): number {
  for (let offset = start + 1; offset < limit; offset++) {
    const unit = text.charCodeAt(offset);
    if (unit === code.greater) return offset + 1;
    if (unit === code.less || unit === code.newline || unit === code.return) return -1;
    if (unit === code.backslash && isPunctuation(text.charCodeAt(offset + 1))) offset++;
  }
  return -1;
}

function bareEnd(text: string, start: number, limit: number): number {
  let depth = 0;
  let offset = start;
  for (; offset < limit; offset++) {
    const unit = text.charCodeAt(offset);
    if (unit <= code.space || unit === 0x7f) break;
    if (unit === code.backslash && isPunctuation(text.charCodeAt(offset + 1))) offset++;
    else if (unit === code.open && ++depth > maxParentheses) return -1;
    else if (unit === code.close && --depth < 0) break;
  }
  return depth > 0 ? -1 : Math.min(offset, limit);
}

const closing: ReadonlyMap<number, number> = new Map([
  [code.quote, code.quote],
  [code.apostrophe, code.apostrophe],
  [code.open, code.close],
]);

/** The end of the title at an offset, or -1. */
export function titleEnd(text: string, start: number, limit: number): number {
  const close = closing.get(text.charCodeAt(start));
  if (close === undefined) return -1;
  for (let offset = start + 1; offset < limit; offset++) {
    const unit = text.charCodeAt(offset);
    if (unit === close) return offset + 1;
    if (unit === code.open && close === code.close) return -1;
    if (unit === code.backslash) offset++;
  }
  return -1;
}

/** The end of the `[label]` at an offset, or -1. A label has at most 999 characters. */
export function labelEnd(text: string, start: number, limit: number): number {
  if (text.charCodeAt(start) !== code.openBracket) return -1;
  const last = Math.min(limit, start + 1001);
  for (let offset = start + 1; offset < last; offset++) {
    const unit = text.charCodeAt(offset);
    if (unit === code.closeBracket) return offset + 1;
    if (unit === code.openBracket) return -1;
    if (unit === code.backslash) offset++;
  }
  return -1;
}

/** Labels are the same without regard to case and white space. */
export function normalisedLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}

/** ASCII punctuation, which a backslash escapes. */
export function isPunctuation(unit: number): boolean {
  return (
    (unit >= 0x21 && unit <= 0x2f) ||
    (unit >= 0x3a && unit <= 0x40) ||
    (unit >= 0x5b && unit <= 0x60) ||
    (unit >= 0x7b && unit <= 0x7e)
  );
}
