/** What a block says, on one line: for where a person looks through many. Nothing of it is ever saved on the disk. */
import { withoutComments } from './comments';
import {
  closesFence,
  fenceLength,
  footnoteLabel,
  isThematicBreak,
  tableCells,
  tableColumns,
  withoutClosingMarks,
} from '../markdown/blockStarts';
import { code, Cursor } from '../markdown/cursor';
import { takeDefinitions } from '../markdown/definitions';
import { takeMarks } from '../markdown/lineMarks';
import { withoutTags } from './evidence';
import { frontMatterRange } from '../frontMatter/frontMatter';
import { nextLineStart } from '../../util/lines';
import type { LineRange } from '../note';

/** Nobody looks further, in UTF-16 units. */
const maxLength = 2000;

/** The lines of a note, ready to read blocks of it. */
export class NoteLines {
  readonly #lines: readonly string[];
  /** The first line below the front matter. */
  readonly #start: number;

  /**
   * @param text a byte order mark has no width
   * @param privateLines are left out
   */
  constructor(
    text: string,
    readonly privateLines: readonly LineRange[],
  ) {
    const note = withoutComments(text.startsWith('\uFEFF') ? text.slice(1) : text);
    this.#lines = note.split(/\r\n|\n|\r/);
    const { after } = frontMatterRange(note);
    this.#start = lineOf(note, after || frontMatterRange(note, '+++').after);
  }

  /**
   * A block without tags, marks, code and comments; its paragraphs, items and rows stand apart by ` · `.
   * @returns at most about 2,000 UTF-16 units; `''` where nothing is left
   */
  plainText({ first, last }: LineRange): string {
    const plain = new PlainText();
    for (let line = Math.max(first, this.#start); line <= last && plain.length < maxLength; line++) {
      const text = this.#lines[line];
      if (text === undefined) break;
      if (this.#isPrivate(line)) plain.end();
      else plain.add(text.slice(0, 2 * maxLength));
    }
    return plain.result();
  }

  #isPrivate(line: number): boolean {
    return this.privateLines.some(({ first, last }) => first <= line && line <= last);
  }
}

function lineOf(text: string, offset: number): number {
  let line = 0;
  for (let start = 0; start < offset; start = nextLineStart(text, start)) line++;
  return line;
}

/** Puts lines together, as they are read. */
class PlainText {
  readonly #units: string[] = [];
  #unit: string[] = [];
  /** The closing fence that is waited for. */
  #fence: { readonly mark: number; readonly length: number } | undefined;
  length = 0;

  add(line: string): void {
    const cursor = new Cursor(line);
    cursor.startLine(0, line.length);
    const { isHeading, isItem, isUnderline } = takeMarks(cursor);
    cursor.takeIndent();
    if (this.#takeFence(cursor)) return;
    const isRow = cursor.nextCode === code.pipe;
    const isBlank = line.slice(cursor.next).trim() === '';
    if (isHeading || isItem || isRow || isUnderline || isBlank) this.end();
    if (isUnderline || isBlank || saysNothing(cursor)) return;
    this.length += line.length - cursor.next;
    this.#unit.push(isHeading ? headingText(cursor) : isRow ? rowText(cursor) : line.slice(cursor.next));
    if (isHeading || isRow) this.end();
  }

  /** What follows is another paragraph. */
  end(): void {
    if (this.#unit.length > 0) this.#units.push(this.#unit.join(' '));
    this.#unit = [];
  }

  result(): string {
    this.end();
    const text = this.#units.map(plainInline).filter(Boolean).join(' · ');
    return text.length > maxLength ? `${text.slice(0, maxLength).replace(/[\ud800-\udbff]$/, '')}…` : text;
  }

  #takeFence(cursor: Cursor): boolean {
    if (this.#fence) {
      if (closesFence(cursor, this.#fence.mark, this.#fence.length)) this.#fence = undefined;
      return true;
    }
    const length = fenceLength(cursor);
    if (length === 0) return false;
    this.#fence = { mark: cursor.nextCode, length };
    this.end();
    return true;
  }
}

/** A rule, the rule of a table, or where a link or a footnote leads. */
function saysNothing(cursor: Cursor): boolean {
  const { text, next, end } = cursor;
  return (
    isThematicBreak(cursor) ||
    tableColumns(text, next, end) > 0 ||
    footnoteLabel(cursor) > 0 ||
    takeDefinitions(text, [next, end], 0, new Map()) > 0
  );
}

function headingText({ text, next, end }: Cursor): string {
  return text.slice(...withoutClosingMarks(text, next, end));
}

function rowText({ text, next, end }: Cursor): string {
  return tableCells(text, next, end)
    .map(([first, last]) => text.slice(first, last))
    .join(' · ');
}

const callout = /^\[![\p{L}\p{N}-]+\][+-]?/u;
const footnote = /\[\^[^\]]*\]:?/g;
const image = /!\[([^[\]]*)\]\([^()]*\)/g;
const wikiLink = /!?\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g;
const link = /\[((?:\\.|[^[\]\\])*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^[\]]*\])/g;
const autolink = /<([a-z][a-z0-9+.-]*:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>/gi;
const htmlTag = /<\/?[a-z][^<>]*>/gi;
/** Runs of them beside a word; within words `_` is a letter. */
const emphasis = /(?<![\\\s])(?:\*+|~~|==)|(?:(?<!\\)\*+|~~|==)(?=\S)/g;
const underscores = /(?<![\p{L}\p{N}\\_])_+(?=\S)|(?<=[^\s\\_])_+(?![\p{L}\p{N}_])/gu;
const escaped = /\\([!-/:-@[-`{-~])/g;
const emptyBrackets = /\([\s,;]*\)|\[[\s,;]*\]/g;
/** Characters that would break a line or turn its direction. */
const unprintable = /[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** A number after `#`, as of an issue, is none of the person's tags. */
const isTag = (run: string) => !/^#\d+$/.test(run);

function plainInline(text: string): string {
  return withoutTags(text, isTag)
    .replace(callout, ' ')
    .replace(footnote, '')
    .replace(image, '$1')
    .replace(wikiLink, '$1')
    .replace(link, '$1')
    .replace(autolink, '$1')
    .replace(htmlTag, '')
    .replace(emphasis, '')
    .replace(underscores, '')
    .replace(/`+/g, '')
    .replace(escaped, '$1')
    .replace(emptyBrackets, ' ')
    .replace(unprintable, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?…)])/g, '')
    .trim();
}

/** At most so many characters as a person counts them; `…` in the place of what is cut away. */
export function cutToCharacters(text: string, count: number): string {
  if (text.length <= count) return text;
  let characters = 0;
  for (const { index } of new Intl.Segmenter().segment(text)) {
    if (characters === count) return `${text.slice(0, index).trimEnd()}…`;
    characters++;
  }
  return text;
}
