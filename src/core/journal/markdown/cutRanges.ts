import type { Ranges } from './structure';

/**
 * A part of a text without what lies in the ranges, but for their line breaks.
 * @param ranges offsets in the text, by their starts
 */
export function cutRanges(text: string, ranges: Ranges, start: number, end: number): string {
  let left = '';
  let from = start;
  for (const [first, last] of ranges) {
    if (last <= from) continue;
    if (first >= end) break;
    const cut = text.slice(Math.max(first, from), Math.min(last, end));
    left += text.slice(from, first);
    left += withoutWords(cut, left.endsWith('\r'));
    // The same behind it.
    if (cut !== '' && left.endsWith('\r') && text.startsWith('\n', last)) left += ' ';
    from = last;
  }
  return left + text.slice(from, end);
}

/** Between two line breaks that would become one, a space stays. */
function withoutWords(cut: string, followsReturn: boolean): string {
  return cut.replace(/[^\r\n]+/g, (words: string, offset: number) => {
    const isAfterReturn = offset === 0 ? followsReturn : cut.charAt(offset - 1) === '\r';
    return isAfterReturn && cut.charAt(offset + words.length) === '\n' ? ' ' : '';
  });
}
