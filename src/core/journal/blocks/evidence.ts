/**
 * Evidence (design: "Tags and evidence"): a tagged block counts only if the person wrote something in it. Tags,
 * task marks, headings and lines that come from a template or prompt do not.
 */
import { withoutFrontMatter } from '../frontMatter/frontMatter';
import { breakEnd, lineEnds } from '../../util/lines';
import { candidateEnd } from '../tags/tags';

/** Owner and due date of a task. */
const taskDetails =
  /(?<![\p{L}\p{M}\p{N}])@[\p{L}\p{N}][\p{L}\p{M}\p{N}_.’'-]*|[📅📆🗓]\uFE0F?\s*[\d-]*|(?<![\p{L}\p{M}\p{N}])due::?\s*[\d-]*/giu;
/** By script extensions: `ー` belongs to Hiragana and Katakana alike. */
const unspaced =
  /(?=[\p{L}\p{M}\p{N}])[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/gu;
const words = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;
const asciiWords = /[a-z0-9][a-z0-9'-]*/gi;

/** Three words, or six characters of a script without spaces, or a mix: two such characters count as a word. */
const enough = 3;

/** A line without its marks, tags, owner and due date, white space folded: as known lines are compared. */
export function normaliseLine(line: string): string {
  return normalised(line, readMarks(line));
}

/** Lines of templates and prompts, normalised: nobody wrote them. */
export interface KnownLines {
  has(line: string): boolean;
  /** Whether one of them may begin as a text of `beginning` characters or more does. */
  hasPrefixOf(text: string): boolean;
}

/** So many characters tell most lines from each other. */
const beginning = 16;

export function knownLines(lines: Iterable<string>): KnownLines {
  const known = new Set(Array.from(lines, normaliseLine));
  const beginnings = new Set(Array.from(known, (line) => line.slice(0, beginning)));
  return {
    has: (line) => known.has(line),
    hasPrefixOf: (text) => beginnings.has(text.slice(0, beginning)),
  };
}

const noLines = knownLines([]);

/** Whether the person wrote something in a block: lines of templates and prompts do not count. */
export function isEvidence(block: string, known = noLines): boolean {
  const text = withoutFrontMatter(block);
  let written = 0;
  let paragraph = noParagraph;
  const endOf = lineEnds(text);
  let end = 0;
  for (let start = 0; start < text.length && written < enough; start = breakEnd(text, end)) {
    end = endOf(start);
    const line = text.slice(start, end);
    const marks = readMarks(line);
    if (marks.isUnderline && paragraph.quotes === marks.quotes) {
      paragraph = noParagraph;
      continue;
    }
    const kind = kindOf(line, marks);
    const count = kind === 'break' ? 0 : ownWords(line, marks, known);
    if (kind === 'text' && paragraph.quotes !== inList)
      paragraph = { words: paragraph.words + count, quotes: marks.quotes };
    else {
      written += paragraph.words + count;
      paragraph = kind === 'break' ? noParagraph : { words: 0, quotes: inList };
    }
  }
  return written + paragraph.words >= enough;
}

/** The paragraph so far, which a line of `=` or `-` in as many block quotes makes a heading. */
interface Paragraph {
  readonly words: number;
  readonly quotes: number;
}

const noParagraph: Paragraph = { words: 0, quotes: -1 };
/** Text that goes on a list item's; a line of `-` below it is a rule. */
const inList = -2;

/** What stands before a line's own text. */
export interface Marks {
  /** After block quote, heading, list and task marks and the white space after them. */
  readonly end: number;
  readonly quotes: number;
  readonly isHeading: boolean;
  /** A list or task mark is among them. */
  readonly isItem: boolean;
  /** Nothing but `=` or `-`, quoted perhaps: makes a heading of the paragraph above it. */
  readonly isUnderline: boolean;
}

const mark = /(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)|\[[^\]]\](?=\s|$)/y;
const heading = /#{1,6}(?=[ \t]|$)/y;
const underline = /(?:=+|-{2,})[ \t]*$/y;

const noMarks: Marks = { end: 0, quotes: 0, isHeading: false, isItem: false, isUnderline: false };

export function readMarks(line: string): Marks {
  if (isLetter(line.charCodeAt(0))) return noMarks;
  let end = blankEnd(line, 0);
  let quotes = 0;
  for (; line.startsWith('>', end); quotes++) end = blankEnd(line, end + 1);
  const isUnderline = matchEnd(underline, line, end) !== undefined;
  const headingEnd = matchEnd(heading, line, end);
  let isItem = false;
  for (let next: number | undefined = headingEnd ?? end; next !== undefined;) {
    end = blankEnd(line, next);
    if (isLetter(line.charCodeAt(end))) break;
    const itemEnd = matchEnd(mark, line, end);
    isItem ||= itemEnd !== undefined;
    if (itemEnd === undefined && line.startsWith('>', end)) quotes++;
    next = itemEnd ?? (line.startsWith('>', end) ? end + 1 : undefined);
  }
  const innerEnd = headingEnd === undefined ? matchEnd(heading, line, end) : undefined;
  if (innerEnd !== undefined) end = blankEnd(line, innerEnd);
  const isHeading = (headingEnd ?? innerEnd) !== undefined;
  return { end, quotes, isHeading, isItem, isUnderline };
}

/** Of the Latin alphabet: the quickest way to tell that there is no mark. */
function isLetter(unit: number): boolean {
  const small = unit | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

function blankEnd(line: string, start: number): number {
  let end = start;
  while (line.startsWith(' ', end) || line.startsWith('\t', end)) end++;
  return end;
}

/** After what a sticky pattern finds at an offset. */
function matchEnd(pattern: RegExp, line: string, offset: number): number | undefined {
  pattern.lastIndex = offset;
  return pattern.test(line) ? pattern.lastIndex : undefined;
}

function kindOf(line: string, { end, isHeading, isItem }: Marks): 'break' | 'item' | 'text' {
  if (isHeading || line.slice(end).trim() === '') return 'break';
  return isItem ? 'item' : 'text';
}

function normalised(line: string, { end }: Marks): string {
  const own = withoutTags(line.slice(end));
  const text = /[@📅📆🗓]|due:/iu.test(own) ? own.replace(taskDetails, ' ') : own;
  return (isAscii(text) ? text : text.normalize('NFC')).replace(/\s+/gu, ' ').trim();
}

/**
 * With a space in the place of each.
 * @param isTag tells a tag from another candidate (which has its `#`)
 */
export function withoutTags(text: string, isTag: (run: string) => boolean = () => true): string {
  let own = '';
  let from = 0;
  for (let hash = text.indexOf('#'); hash >= 0; hash = text.indexOf('#', hash + 1)) {
    const end = candidateEnd(text, hash);
    if (end === undefined || !isTag(text.slice(hash, end))) continue;
    own += `${text.slice(from, hash)} `;
    from = end;
  }
  return from === 0 ? text : own + text.slice(from);
}

/** Not all are counted where there are enough. */
function ownWords(line: string, marks: Marks, known: KnownLines): number {
  const simple = simpleText(line, marks.end, known);
  const text = simple?.text ?? normalised(line, marks);
  return known.has(text) ? 0 : (simple?.words ?? wordCount(text));
}

/**
 * The text of a line of ASCII with one space between its words, no details of a task, and tags at its end only: as most
 * lines are, and found in one go. `undefined` for others.
 */
function simpleText(
  line: string,
  start: number,
  known: KnownLines,
): { readonly text: string; readonly words: number } | undefined {
  let [end, words, inWord] = [start, 0, false];
  for (let offset = start; offset < line.length; offset++) {
    const unit = line.charCodeAt(offset);
    if (unit === hash) {
      const tagEnd = candidateEnd(line, offset);
      if (tagEnd !== undefined)
        return isRestTags(line, tagEnd) ? { text: line.slice(start, end), words } : undefined;
    }
    const isBlank = unit === space;
    if (isBlank && words >= enough && end - start >= beginning && !known.hasPrefixOf(line.slice(start, end)))
      return { text: line.slice(start, end), words };
    if (unit >= 0x80 || unit < space || unit === at || unit === colon || (isBlank && offset > end))
      return undefined;
    const isWord =
      isLetter(unit) || (unit >= zero && unit <= nine) || (inWord && (unit === apostrophe || unit === minus));
    if (isWord && !inWord) words++;
    inWord = isWord;
    if (!isBlank) end = offset + 1;
  }
  return { text: line.slice(start, end), words };
}

/** Are there only tags and white space? */
function isRestTags(line: string, start: number): boolean {
  let end: number | undefined = start;
  while (end !== undefined && blankEnd(line, end) < line.length) end = tagEndAt(line, blankEnd(line, end));
  return end !== undefined;
}

function tagEndAt(line: string, offset: number): number | undefined {
  return line.charCodeAt(offset) === hash ? candidateEnd(line, offset) : undefined;
}

const [space, hash, apostrophe, minus, zero, nine, colon, at] = [
  0x20, 0x23, 0x27, 0x2d, 0x30, 0x39, 0x3a, 0x40,
];

function wordCount(text: string): number {
  if (isAscii(text)) return text.match(asciiWords)?.length ?? 0;
  const characters = text.match(unspaced)?.length ?? 0;
  return characters / 2 + (text.replace(unspaced, ' ').match(words)?.length ?? 0);
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}
