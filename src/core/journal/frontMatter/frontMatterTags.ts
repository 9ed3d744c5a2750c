/**
 * Tags and scalars of a note's front matter. Its usual forms are read here: scalars, quoted or not, and lists of them.
 * Anything else is left to `frontMatterYaml.ts`, which needs the YAML library.
 */

import { nextLineStart } from '../../util/lines';
import { code, isLetter } from '../markdown/cursor';
import { isPrivateTag } from './privateWords';

export interface FrontMatter {
  /** String values by key. */
  readonly entries: ReadonlyMap<string, string>;
  readonly tags: readonly ValueRange[];
  /** Does it make the whole note private? */
  readonly isPrivate: boolean;
  /** Offset of what is not valid YAML. */
  readonly problem: number | undefined;
}

/** Where a tag stands, without `#` and quotes. */
export interface ValueRange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Reads front matter between its fences; offsets are those of the whole text. */
export type ReadFrontMatter = (text: string, start: number, end: number) => FrontMatter;

interface Scalar extends ValueRange {
  readonly isQuoted: boolean;
}

/** `undefined` where the front matter takes a form that is not usual. */
export function usualFrontMatter(text: string, start: number, end: number): FrontMatter | undefined {
  const entries = new Map<string, string>();
  const keys = new Set<string>();
  const tags: ValueRange[] = [];
  let list: List | undefined;
  for (const line of linesOf(text, start, end)) {
    if (isLeftOut(line.text)) continue;
    const item = list && listItem(line, list);
    if (item === 'unusual') return undefined;
    if (item) {
      if (list?.isTags) append(tags, tagsOf(item, false));
      continue;
    }
    const key = keyOf(line.text);
    if (key === undefined || keys.has(key) || noText.test(key)) return undefined;
    keys.add(key);
    const isTags = isTagsKey(key);
    const value = usualValue(text, line.start + key.length + 1, line.start + line.text.length);
    if (value === undefined) return undefined;
    list = value === 'nothing' ? { isTags, indent: undefined } : undefined;
    if (value === 'nothing') continue;
    if (Array.isArray(value)) {
      if (isTags) for (const scalar of value) append(tags, tagsOf(scalar, false));
      continue;
    }
    entries.set(key, value.text);
    if (isTags) append(tags, tagsOf(value, true));
  }
  return { entries, tags, isPrivate: tags.some(({ text }) => isPrivateTag(text)), problem: undefined };
}

/** Both spellings are common, in any case. */
export function isTagsKey(key: string): boolean {
  return key.length <= 4 && /^tags?$/i.test(key);
}

/** By a loop, since a call takes no more than some 100,000 arguments. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const item of more) list.push(item);
}

/** The list of the key above, whose items all have the same indent. */
interface List {
  readonly isTags: boolean;
  indent: string | undefined;
}

interface Line {
  readonly start: number;
  readonly text: string;
}

function linesOf(text: string, start: number, end: number): readonly Line[] {
  const lines: Line[] = [];
  for (let from = start; from < end;) {
    const next = Math.min(nextLineStart(text, from), end);
    let to = next;
    while (to > from && isBreak(text.charCodeAt(to - 1))) to--;
    lines.push({ start: from, text: text.slice(from, to) });
    from = next;
  }
  return lines;
}

function isBlank(unit: number): boolean {
  return unit === code.space || unit === code.tab;
}

function isBreak(unit: number): boolean {
  return unit === code.newline || unit === code.return;
}

/** Nothing, or a comment. Most lines begin with a letter. */
function isLeftOut(line: string): boolean {
  return !isLetter(line.charCodeAt(0)) && /^[ \t]*(?:#|$)/.test(line);
}

function keyOf(line: string): string | undefined {
  let end = 0;
  while (isLetter(line.charCodeAt(end))) end++;
  const isUsual = end > 0 && line.charCodeAt(end) === code.colon && line.charCodeAt(end + 1) === code.space;
  return isUsual ? line.slice(0, end) : /^([\p{L}_][\p{L}\p{N}_-]*):(?=[ \t]|$)/u.exec(line)?.[1];
}

/** `undefined` for a line that is no item. */
function listItem(line: Line, list: List): Scalar | 'unusual' | undefined {
  const [mark, indent] = /^( *)- +/.exec(line.text) ?? [];
  if (mark === undefined)
    return /^[ \t]/.test(line.text) || line.text.startsWith('-') ? 'unusual' : undefined;
  list.indent ??= indent;
  if (indent !== list.indent) return 'unusual';
  const scalar = usualScalar(line.text, mark.length, line.text.length, endOfPlain);
  if (!scalar) return 'unusual';
  return { ...scalar, start: line.start + scalar.start, end: line.start + scalar.end };
}

/** `undefined` for what is not usual. */
function usualValue(text: string, start: number, end: number): Scalar | Scalar[] | 'nothing' | undefined {
  const from = skipBlank(text, start, end);
  if (from === end || text.charAt(from) === '#') return 'nothing';
  return text.charAt(from) === '[' ? flowList(text, from, end) : usualScalar(text, from, end, endOfPlain);
}

/** `[a, "b", 'c']`, and perhaps a comment. */
function flowList(text: string, start: number, end: number): Scalar[] | undefined {
  const scalars: Scalar[] = [];
  for (let offset = start + 1; ;) {
    offset = skipBlank(text, offset, end);
    if (text.charAt(offset) === ']' && offset < end) break;
    const scalar = readScalar(text, offset, end, endOfFlowPlain);
    if (!scalar) return undefined;
    scalars.push(scalar);
    offset = skipBlank(text, scalar.end + (scalar.isQuoted ? 1 : 0), end);
    const separator = offset < end ? text.charAt(offset) : '';
    if (separator !== ',' && separator !== ']') return undefined;
    if (separator === ',') offset++;
  }
  const close = text.indexOf(']', scalars.at(-1)?.end ?? start);
  return isRestEmpty(text, close + 1, end) ? scalars : undefined;
}

function usualScalar(text: string, start: number, end: number, plainEnd: PlainEnd): Scalar | undefined {
  const scalar = readScalar(text, start, end, plainEnd);
  return scalar && isRestEmpty(text, scalar.end + (scalar.isQuoted ? 1 : 0), end) ? scalar : undefined;
}

type PlainEnd = (source: string) => number;

function readScalar(text: string, start: number, end: number, plainEnd: PlainEnd): Scalar | undefined {
  const quote = text.charAt(start);
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, start + 1);
    const isWhole = close >= 0 && close < end && text.charAt(close + 1) !== quote;
    const value = text.slice(start + 1, close);
    if (!isWhole || value.includes('\\')) return undefined;
    return { start: start + 1, end: close, text: value, isQuoted: true };
  }
  const source = text.slice(start, end);
  const plain = source.slice(0, plainEnd(source)).trimEnd();
  if (plain.length === 4 && noText.test(plain)) return undefined;
  if (alphanumeric.test(plain)) return { start, end: start + plain.length, text: plain, isQuoted: false };
  if (!/^[\p{L}\p{N}]/u.test(plain) || /:(?:[ \t]|$)/.test(plain) || control.test(plain)) return undefined;
  return { start, end: start + plain.length, text: plain, isQuoted: false };
}

/** What YAML takes for another kind of value. */
const noText = /^(?:null|true|false)$/i;
/** Of ASCII: nothing in it means something in YAML. */
const alphanumeric = /^[a-z0-9][a-z0-9 _./-]*$/i;
const control = /[\0-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/;

function endOfPlain(source: string): number {
  if (!source.includes('#')) return source.length;
  const comment = /[ \t]#/.exec(source);
  return comment ? comment.index : source.length;
}

function endOfFlowPlain(source: string): number {
  const end = /[,[\]{}]|[ \t]#/.exec(source);
  return end ? end.index : source.length;
}

function skipBlank(text: string, start: number, end: number): number {
  let offset = start;
  while (offset < end && isBlank(text.charCodeAt(offset))) offset++;
  return offset;
}

/** Nothing, or a comment that white space sets apart. */
function isRestEmpty(text: string, start: number, end: number): boolean {
  return start === end || /^(?:[ \t]*$|[ \t]+#)/.test(text.slice(start, end));
}

/**
 * The tags in a value: one in an item of a list; in a string of its own, all that commas and white space set apart.
 * A `#` before a quoted one is dropped.
 */
export function tagsOf({ start, text, isQuoted }: Omit<Scalar, 'end'>, isString: boolean): ValueRange[] {
  const tags: ValueRange[] = [];
  for (const match of text.matchAll(isString ? /[^\s,]+/g : /\S(?:.*\S)?/gs)) {
    const marked = isQuoted && match[0].startsWith('#') ? 1 : 0;
    const tag = match[0].slice(marked).replace(/\/+$/, '');
    const from = start + match.index + marked;
    if (tag !== '') tags.push({ start: from, end: from + tag.length, text: tag });
  }
  return tags;
}
