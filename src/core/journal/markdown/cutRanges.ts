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
    left += text.slice(from, first) + cut.replace(/[^\r\n]+/g, '');
    // Two line breaks that would become one.
    if (cut !== '' && left.endsWith('\r') && text.startsWith('\n', last)) left += ' ';
    from = last;
  }
  return left + text.slice(from, end);
}
