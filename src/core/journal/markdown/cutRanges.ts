import type { Ranges } from './structure';

/**
 * A part of a text without what lies in the ranges, but for their line breaks.
 * @param ranges offsets in the text, by their starts
 */
export function cutRanges(text: string, ranges: Ranges, start: number, end: number): string {
  // Looked at, a text that grows is copied each time: the parts become one at the end.
  const left: string[] = [];
  const leave = (part: string) => {
    if (part !== '') left.push(part);
  };
  const followsReturn = () => left.at(-1)?.endsWith('\r') ?? false;
  let from = start;
  for (const [first, last] of ranges) {
    if (last <= from) continue;
    if (first >= end) break;
    const cut = text.slice(Math.max(first, from), Math.min(last, end));
    leave(text.slice(from, first));
    leave(withoutWords(cut, followsReturn()));
    // The same behind it.
    if (cut !== '' && followsReturn() && text.startsWith('\n', last)) leave(' ');
    from = last;
  }
  leave(text.slice(from, end));
  return left.join('');
}

/** Between two line breaks that would become one, a space stays. */
function withoutWords(cut: string, followsReturn: boolean): string {
  return cut.replace(/[^\r\n]+/g, (words: string, offset: number) => {
    const isAfterReturn = offset === 0 ? followsReturn : cut.charAt(offset - 1) === '\r';
    return isAfterReturn && cut.charAt(offset + words.length) === '\n' ? ' ' : '';
  });
}
