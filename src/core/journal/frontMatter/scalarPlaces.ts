/** Where the parts of a YAML scalar's value stand in its source: escapes are longer, and lines are folded. */
import { Scalar } from 'yaml';

export interface ScalarRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds a part of the value in the source, by UTF-16 offsets; it begins and ends with no white space. Folding changes
 * nothing but white space, so that everything else is there in the same order.
 */
export function scalarRanges(
  scalar: Scalar,
  source: string,
): (value: string, start: number, end: number) => ScalarRange | undefined {
  const places = rangesOf(scalar, source);
  return (value, start, end) => {
    const before = countOf(value.slice(0, start));
    const first = places[before];
    const last = places[before + countOf(value.slice(start, end)) - 1];
    return first && last && { start: first.start, end: last.end };
  };
}

/** Of each UTF-16 unit of the value that is no white space. */
function rangesOf({ type, range }: Scalar, source: string): readonly ScalarRange[] {
  const [from = 0, to = from] = range ?? [];
  const isBlock = type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL';
  const begin = isBlock ? source.indexOf('\n', from) + 1 : from;
  const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
  const [start, end] = isQuoted ? [begin + 1, to - 1] : [begin, to];
  const unit = type === 'QUOTE_DOUBLE' ? unitOfDouble : type === 'QUOTE_SINGLE' ? unitOfSingle : anyUnit;
  const places: ScalarRange[] = [];
  for (const { 0: text, index } of source.slice(start, end).matchAll(unit)) {
    const place = { start: start + index, end: start + index + text.length };
    for (let left = unitsOf(text); left > 0; left--) places.push(place);
  }
  return places;
}

const unitOfDouble = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|\r\n|[^])|[^]/g;
const unitOfSingle = /''|[^]/g;
const anyUnit = /[^]/g;

const blank = /[ \t\r\n]/g;

function countOf(text: string): number {
  return text.replace(blank, '').length;
}

/** How many units a character or an escape stands for, white space left out. */
function unitsOf(text: string): number {
  if (text.length === 1) return countOf(text);
  const digits = /^\\[xuU](.+)$/.exec(text)?.[1];
  if (digits !== undefined) return countOf(String.fromCodePoint(Number.parseInt(digits, 16)));
  return /^\\[ntr \t\r\n]/.test(text) ? 0 : 1;
}
