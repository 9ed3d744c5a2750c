/** Lines as the editor has them: they end at `\r\n`, `\n` or `\r`. */

const lineBreak = /\r\n|\n|\r/g;

/** Where the line ends that holds an offset, its break excluded. */
export function lineEnd(text: string, offset: number): number {
  lineBreak.lastIndex = offset;
  return lineBreak.exec(text)?.index ?? text.length;
}

/** The start of the next line; the text's length where there is none. */
export function nextLineStart(text: string, offset: number): number {
  lineBreak.lastIndex = offset;
  return lineBreak.test(text) ? lineBreak.lastIndex : text.length;
}
