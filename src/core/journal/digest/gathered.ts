/** Lines of a note as they stand, with what is private taken out unless somebody decided otherwise. */
import type { LineRange } from '../note';

/** Both lines of each included; in their order, and none touches another. */
export function joinedRanges(ranges: readonly LineRange[]): readonly LineRange[] {
  const joined: LineRange[] = [];
  for (const range of [...ranges].sort((one, other) => one.first - other.first)) {
    const last = joined.at(-1);
    if (last && range.first <= last.last + 1)
      joined.splice(-1, 1, { first: last.first, last: Math.max(last.last, range.last) });
    else joined.push(range);
  }
  return joined;
}

/**
 * The lines of some ranges; between them, and in the place of what is left out, one line says so.
 * @param out what is left out
 */
export function verbatimLines(
  text: string,
  ranges: readonly LineRange[],
  out: readonly LineRange[],
  words: { readonly between: string; readonly out: string },
): readonly string[] {
  const lines = (text.startsWith('\uFEFF') ? text.slice(1) : text).split(/\r\n|\n|\r/);
  const shown: string[] = [];
  for (const [index, { first, last }] of joinedRanges(ranges).entries()) {
    if (index > 0) shown.push(words.between);
    for (let line = first; line <= Math.min(last, lines.length - 1); line++) {
      const isOut = out.some((range) => range.first <= line && line <= range.last);
      if (!isOut) shown.push(lines[line] ?? '');
      else if (shown.at(-1) !== words.out) shown.push(words.out);
    }
  }
  while (shown.at(-1)?.trim() === '') shown.pop();
  return shown;
}

/** Those of the lines that a test finds, each with the passage that it stands in. */
export function rangesWith(
  text: string,
  passages: readonly LineRange[],
  finds: (line: string) => boolean,
): readonly LineRange[] {
  return joinedRanges(
    text.split(/\r\n|\n|\r/).flatMap((words, line) => {
      if (!finds(words)) return [];
      return [
        passages.find(({ first, last }) => first <= line && line <= last) ?? { first: line, last: line },
      ];
    }),
  );
}
