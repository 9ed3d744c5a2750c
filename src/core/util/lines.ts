/** Lines as the editor has them: they end at `\r\n`, `\n` or `\r`. */

const newline = 0x0a;
const carriageReturn = 0x0d;

/** Where the line ends that holds an offset, its break excluded. */
export function lineEnd(text: string, offset: number): number {
  let end = offset;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (unit === newline || unit === carriageReturn) break;
  }
  return end;
}

/** `lineEnd` for many lines of one text. */
export function lineEnds(text: string): (offset: number) => number {
  if (text.includes('\r')) return (offset) => lineEnd(text, offset);
  return (offset) => {
    const end = text.indexOf('\n', offset);
    return end < 0 ? text.length : end;
  };
}

/** The start of the next line; the text's length where there is none. */
export function nextLineStart(text: string, offset: number): number {
  return breakEnd(text, lineEnd(text, offset));
}

/** Behind the break at the end of a line. */
export function breakEnd(text: string, lineEnd: number): number {
  const isPair = text.charCodeAt(lineEnd) === carriageReturn && text.charCodeAt(lineEnd + 1) === newline;
  return Math.min(lineEnd + (isPair ? 2 : 1), text.length);
}
