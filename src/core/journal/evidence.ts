/**
 * Evidence (design: "Tags and evidence"): a tagged block counts only if the person wrote something in it. Tags,
 * task marks, headings and lines that come from a template or prompt do not.
 */
import { withoutFrontMatter } from './frontMatter';

const tags = /(?<![\p{L}\p{M}\p{N}_\-/#&\\])#[\p{L}\p{M}\p{N}\p{Extended_Pictographic}_\-/]+/gu;
/** Block quote, list and task marks before a line's own text. */
const marks = /^(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|\[[^\]]\](?=[ \t]|$)))+[ \t]*/;
const heading = /^[ \t]*(?:>[ \t]*)*#{1,6}(?:[ \t]|$)/;
/** Makes a heading of the paragraph above it. */
const underline = /^[ \t]*(?:>[ \t]*)*(?:=+|-{2,})[ \t]*$/;
/** Owner and due date of a task. */
const taskDetails = /(?<![\p{L}\p{N}])@[\p{L}\p{N}._-]+|📅\s*[\d-]*|(?<![\p{L}\p{N}])due:\s*[\d-]*/gu;
/** By script extensions: `ー` belongs to Hiragana and Katakana alike. */
const unspaced =
  /(?=[\p{L}\p{M}\p{N}])[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/gu;
const words = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;

/** Three words, or six characters of a script without spaces, or a mix: two such characters count as a word. */
const enough = 3;

/** A line without its marks, tags, owner and due date, white space folded: as known lines are compared. */
export function normaliseLine(line: string): string {
  return line
    .replace(heading, '')
    .replace(marks, '')
    .replace(tags, ' ')
    .replace(taskDetails, ' ')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A test for lines of templates and prompts, for `isEvidence`. */
export function knownLines(lines: Iterable<string>): (normalisedLine: string) => boolean {
  const known = new Set<string>();
  for (const line of lines) known.add(normaliseLine(line));
  return (line) => known.has(line);
}

/**
 * Whether the person wrote something in a block.
 * @param isKnownLine tells a template's or prompt's line, normalised, from one's own
 */
export function isEvidence(block: string, isKnownLine: (normalisedLine: string) => boolean): boolean {
  let written = 0;
  let paragraph = noParagraph;
  for (const line of withoutFrontMatter(block).split(/\r\n|\n|\r/)) {
    if (underline.test(line) && paragraph.quotes === quotes(line)) {
      paragraph = noParagraph;
      continue;
    }
    const kind = kindOf(line);
    const text = kind === 'break' ? '' : normaliseLine(line);
    const count = isKnownLine(text) ? 0 : wordCount(text);
    if (kind === 'text' && paragraph.quotes !== inList)
      paragraph = { words: paragraph.words + count, quotes: quotes(line) };
    else {
      written += paragraph.words + count;
      paragraph = kind === 'break' ? noParagraph : { words: 0, quotes: inList };
      if (written >= enough) return true;
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

function kindOf(line: string): 'break' | 'item' | 'text' {
  const [mark = ''] = marks.exec(line) ?? [];
  if (heading.test(line) || line.slice(mark.length).trim() === '') return 'break';
  return /[^ \t>]/.test(mark) ? 'item' : 'text';
}

function quotes(line: string): number {
  return marks.exec(line)?.[0].match(/>/g)?.length ?? 0;
}

function wordCount(text: string): number {
  const characters = text.match(unspaced)?.length ?? 0;
  return characters / 2 + (text.replace(unspaced, ' ').match(words)?.length ?? 0);
}
