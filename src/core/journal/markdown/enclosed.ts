/** What list items and footnotes say, as Markdown that stands for itself. */
import { lineEnd } from '../../util/lines';
import { goesOn } from './containers';
import { Cursor } from './cursor';
import type { Enclosure, Structure } from './structure';

/** A line without what its containers put before it, those of the enclosure included. */
export function enclosedLine(
  text: string,
  { lineStarts }: Pick<Structure, 'lineStarts'>,
  enclosure: Enclosure,
  line: number,
): string {
  const start = lineStarts[line] ?? text.length;
  const end = lineEnd(text, start);
  if (line === enclosure.scope.first) return withoutBlank(text.slice(enclosure.from, end));
  const cursor = new Cursor(text);
  cursor.startLine(start, end);
  for (const container of enclosuresOf(enclosure))
    if (!goesOn(container, cursor)) return lazyLine(text, cursor);
  return withoutBlank(cursor.rest);
}

function withoutBlank(line: string): string {
  return line.trim() === '' ? '' : line;
}

/** It goes on a paragraph without what its containers demand; where it can't, it must not underline that. */
function lazyLine(text: string, { next, end }: Cursor): string {
  const line = text.slice(next, end).trimEnd();
  return /^=+$/.test(line) ? `    ${line}` : line;
}

/** From the outermost to itself. */
function enclosuresOf(enclosure: Enclosure): readonly Enclosure[] {
  const all: Enclosure[] = [];
  for (let one: Enclosure | undefined = enclosure; one && one.kind !== 'document'; one = one.outer)
    all.unshift(one);
  return all;
}
