/**
 * Evidence (design: "Tags and evidence"): a tagged block counts only if the person wrote something in it. Tags,
 * task marks, headings and lines that come from a template or prompt do not.
 */
import { withoutFrontMatter } from '../frontMatter/frontMatter';
import { breakEnd, lineEnds } from '../../util/lines';
import { trimmed } from '../markdown/blockStarts';
import { code, Cursor, isLetter } from '../markdown/cursor';
import { takeMarks, type LineMarks } from '../markdown/lineMarks';
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
  const cursor = new Cursor(line);
  cursor.startLine(0, line.length);
  takeMarks(cursor);
  return normalised(line.slice(cursor.next));
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
  const cursor = new Cursor(text);
  const endOf = lineEnds(text);
  let end = 0;
  for (let start = 0; start < text.length && written < enough; start = breakEnd(text, end)) {
    end = endOf(start);
    cursor.startLine(start, end);
    const marks = takeMarks(cursor);
    if (marks.isUnderline && paragraph.quotes === marks.quotes) {
      paragraph = noParagraph;
      continue;
    }
    const line = text.slice(cursor.next, end);
    const kind = kindOf(line, marks);
    const count = kind === 'break' ? 0 : ownWords(line, known);
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

/** @param line without its marks, as all that follows takes it */
function kindOf(line: string, { isHeading, isItem }: LineMarks): 'break' | 'item' | 'text' {
  if (isHeading || line.trim() === '') return 'break';
  return isItem ? 'item' : 'text';
}

function normalised(line: string): string {
  const own = withoutTags(line);
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

function ownWords(line: string, known: KnownLines): number {
  const simple = simpleText(line, known);
  const text = simple?.text ?? normalised(line);
  return known.has(text) ? 0 : (simple?.words ?? wordCount(text));
}

/**
 * The text of a line of ASCII with one space between its words, no details of a task, and tags at its end only: as most
 * lines are, and found in one go; without it, a scan of the benchmark's notes takes 1.4 times as long. `undefined` for others.
 */
function simpleText(
  line: string,
  known: KnownLines,
): { readonly text: string; readonly words: number } | undefined {
  let [end, words, inWord] = [0, 0, false];
  for (let offset = 0; offset < line.length; offset++) {
    const unit = line.charCodeAt(offset);
    if (unit === code.hash) {
      const tagEnd = candidateEnd(line, offset);
      if (tagEnd !== undefined)
        return isRestTags(line, tagEnd) ? { text: line.slice(0, end), words } : undefined;
    }
    const isBlank = unit === code.space;
    if (isBlank && words >= enough && end >= beginning && !known.hasPrefixOf(line.slice(0, end)))
      return { text: line.slice(0, end), words };
    if (
      unit >= 0x80 ||
      unit < code.space ||
      unit === code.at ||
      unit === code.colon ||
      (isBlank && offset > end)
    )
      return undefined;
    const isWord =
      isLetter(unit) ||
      (unit >= code.zero && unit <= code.nine) ||
      (inWord && (unit === code.apostrophe || unit === code.minus));
    if (isWord && !inWord) words++;
    inWord = isWord;
    if (!isBlank) end = offset + 1;
  }
  return { text: line.slice(0, end), words };
}

/** Are there only tags and white space? */
function isRestTags(line: string, start: number): boolean {
  let end: number | undefined = start;
  while (end !== undefined && textStart(line, end) < line.length) end = tagEndAt(line, textStart(line, end));
  return end !== undefined;
}

function tagEndAt(line: string, offset: number): number | undefined {
  return line.charCodeAt(offset) === code.hash ? candidateEnd(line, offset) : undefined;
}

/** The first offset that is neither a space nor a tab. */
function textStart(line: string, offset: number): number {
  return trimmed(line, offset, line.length)[0];
}

function wordCount(text: string): number {
  if (isAscii(text)) return text.match(asciiWords)?.length ?? 0;
  const characters = text.match(unspaced)?.length ?? 0;
  return characters / 2 + (text.replace(unspaced, ' ').match(words)?.length ?? 0);
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}
