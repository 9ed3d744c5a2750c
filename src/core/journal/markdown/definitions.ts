/** Link reference definitions at the start of a paragraph, by CommonMark 0.31. */
import { code } from './cursor';
import { joinedLines } from './joined';
import { destinationEnd, labelEnd, normalisedLabel, titleEnd } from './links';
import type { LinkTarget } from './structure';

/**
 * Reads the definitions with which a paragraph begins and adds them by their labels.
 * @param first the paragraph's first line
 * @returns how many of its lines they take
 */
export function takeDefinitions(
  text: string,
  pieces: readonly number[],
  first: number,
  targets: Map<string, LinkTarget>,
): number {
  const { text: paragraph } = joinedLines(text, pieces);
  let lines = 0;
  for (let start = 0; start < paragraph.length;) {
    const definition = definitionAt(paragraph, start);
    if (!definition) break;
    const { label, destination, title } = definition;
    if (!targets.has(label)) targets.set(label, { destination, title, line: first + lines });
    for (let offset = start; offset < definition.end; offset++)
      if (paragraph.charCodeAt(offset) === code.newline) lines++;
    start = definition.end;
    if (start >= paragraph.length) lines++;
  }
  return lines;
}

interface Definition extends Pick<LinkTarget, 'destination' | 'title'> {
  readonly label: string;
  /** After its line break, or the paragraph's end. */
  readonly end: number;
}

function definitionAt(text: string, start: number): Definition | undefined {
  const limit = text.length;
  const afterLabel = labelEnd(text, start, limit);
  if (afterLabel < 0 || text.charCodeAt(afterLabel) !== code.colon) return undefined;
  const label = normalisedLabel(text.slice(start + 1, afterLabel - 1));
  const destination = gapEnd(text, afterLabel + 1);
  const end = destinationEnd(text, destination, limit);
  if (label === '' || end <= destination) return undefined;
  const title = gapEnd(text, end);
  const afterTitle = title > end ? titleEnd(text, title, limit) : -1;
  const whole = afterTitle < 0 ? undefined : endOfLine(text, afterTitle);
  const lineEnd = whole ?? endOfLine(text, end);
  if (lineEnd === undefined) return undefined;
  return {
    label,
    destination: text.slice(destination, end),
    title: whole === undefined ? '' : text.slice(title, afterTitle),
    end: lineEnd,
  };
}

/** After white space with one line break at most. */
function gapEnd(text: string, start: number): number {
  const first = blankEnd(text, start);
  return text.charCodeAt(first) === code.newline ? blankEnd(text, first + 1) : first;
}

function blankEnd(text: string, start: number): number {
  let offset = start;
  while (text.charCodeAt(offset) === code.space || text.charCodeAt(offset) === code.tab) offset++;
  return offset;
}

/** After the line break, if nothing but white space stands before it. */
function endOfLine(text: string, start: number): number | undefined {
  const end = blankEnd(text, start);
  if (end >= text.length) return text.length;
  return text.charCodeAt(end) === code.newline ? end + 1 : undefined;
}
