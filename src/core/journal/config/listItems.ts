/** Lists in YAML texts that a person wrote, with comments. Import it late: it needs the YAML library. */
import { isNode, type CST, type YAMLSeq } from 'yaml';
import { lineEnd, nextLineStart } from '../../util/lines';

/**
 * The text without an item of a list, and without the comments that are the item's: those in it, and those directly above
 * it, for a comment belongs to what follows it. What an empty line sets apart may be about several, and stays.
 * @param list read with `keepSourceTokens`
 * @returns `undefined` where the items do not each begin a line
 */
export function withoutItem(source: string, list: YAMLSeq, index: number): string | undefined {
  const dashes = dashesOf(list);
  const [dash, next] = [dashes[index], dashes[index + 1]];
  if (dash === undefined || source.slice(lineStart(source, dash), dash).trim() !== '') return undefined;
  const column = dash - lineStart(source, dash);
  const first = index === 0 ? Infinity : column;
  const start = commentsAbove(source, lineStart(source, dash), first);
  const below = next === undefined ? contentBelow(source, list.items[index]) : lineStart(source, next);
  const end = ownEnd(source, below, column);
  return joined(source.slice(0, start), source.slice(end));
}

/** Where the dashes of its items stand. */
function dashesOf({ srcToken }: YAMLSeq): number[] {
  if (srcToken?.type !== 'block-seq') return [];
  return srcToken.items.flatMap(({ start }) => dashIn(start) ?? []);
}

function dashIn(tokens: readonly CST.SourceToken[]): number | undefined {
  return tokens.find(({ type }) => type === 'seq-item-ind')?.offset;
}

/** Where the first of the comment lines directly above a line begins; one that is indented deeper belongs elsewhere. */
function commentsAbove(source: string, line: number, column: number): number {
  let start = line;
  while (start > 0) {
    const above = lineStart(source, start - 1);
    if (!isComment(source, above, column)) break;
    start = above;
  }
  return start;
}

/** The first line below the last item that is neither empty nor a comment. */
function contentBelow(source: string, item: unknown): number {
  const end = isNode(item) ? (item.range?.[1] ?? 0) : 0;
  // A text in lines of its own ends behind their last break.
  let line = nextLineStart(source, Math.max(0, end - 1));
  while (line < source.length && (isEmpty(source, line) || isComment(source, line, Infinity)))
    line = nextLineStart(source, line);
  return line;
}

/** Up from what follows an item: empty lines and comments in front of that are not the item's. */
function ownEnd(source: string, below: number, column: number): number {
  let end = below;
  while (end > 0) {
    const above = lineStart(source, end - 1);
    if (!isEmpty(source, above) && !isComment(source, above, column)) break;
    end = above;
  }
  return end;
}

/** One of the two gaps around what was taken out is enough. */
function joined(before: string, after: string): string {
  const gap = emptyLinesAbove(before, before.length);
  if (gap === before.length) return before + after;
  const isLast = after.trim() === '';
  return isLast ? before.slice(0, gap) : before + after.replace(/^(?:[ \t]*(?:\r\n|\n|\r))+/, '');
}

/** Where the empty lines above a line begin. */
function emptyLinesAbove(source: string, line: number): number {
  let start = line;
  while (start > 0 && isEmpty(source, lineStart(source, start - 1))) start = lineStart(source, start - 1);
  return start;
}

function isEmpty(source: string, line: number): boolean {
  return source.slice(line, lineEnd(source, line)).trim() === '';
}

/** Is the line nothing but a comment, at most so far from its start? */
function isComment(source: string, line: number, column: number): boolean {
  const [, indent] = /^([ \t]*)#/.exec(source.slice(line, lineEnd(source, line))) ?? [];
  return indent !== undefined && indent.length <= column;
}

/** Of the line that holds the offset. */
function lineStart(source: string, offset: number): number {
  let start = offset;
  // Between the two halves of a break, it is still the line that ends there.
  if (source[start] === '\n' && source[start - 1] === '\r') start--;
  while (start > 0 && source[start - 1] !== '\n' && source[start - 1] !== '\r') start--;
  return start;
}
