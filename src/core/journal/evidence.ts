/**
 * Evidence (design: "Tags and evidence"): a tagged block counts only if the person wrote something in it. Tags,
 * task marks, headings and lines that come from a template or prompt do not.
 */
import { withoutFrontMatter } from './frontMatter';

const tags = /(?<![\p{L}\p{M}\p{N}_\-/#&\\])#[\p{L}\p{M}\p{N}\p{Extended_Pictographic}_\-/]+/gu;
/** Block quote, list and task marks before a line's own text. */
const marks = /^(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|\[[^\]]\](?=[ \t]|$)))+[ \t]*/;
const heading = /^[ \t]*(?:>[ \t]*)*#{1,6}(?:[ \t]|$)/;
/** Owner and due date of a task. */
const taskDetails = /(?<![\p{L}\p{N}])@[\p{L}\p{N}._-]+|📅\s*[\d-]*|(?<![\p{L}\p{N}])due:\s*[\d-]*/gu;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
const words = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;

/** Three words, or six characters of a script without spaces, or a mix: two such characters count as a word. */
const enough = 3;

/** A line without its marks and tags, white space folded: as known lines are compared. */
export function normaliseLine(line: string): string {
  return line
    .replace(heading, '')
    .replace(marks, '')
    .replace(tags, ' ')
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
  for (const line of withoutFrontMatter(block).split(/\r\n|\n|\r/)) {
    if (heading.test(line)) continue;
    const text = normaliseLine(line);
    if (!isKnownLine(text)) written += wordCount(text.replace(taskDetails, ' '));
    if (written >= enough) return true;
  }
  return false;
}

function wordCount(text: string): number {
  const characters = text.match(unspaced)?.length ?? 0;
  return characters / 2 + (text.replace(unspaced, ' ').match(words)?.length ?? 0);
}
