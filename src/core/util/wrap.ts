import { unspaced } from './tokenize';

/**
 * Lines of at most so many columns, broken where words end; what is longer than a line by itself is broken between its
 * words (in scripts without spaces), else between letters.
 * @param width in columns, as `columnsIn` counts them
 * @returns one line or more; joined they are the text, but for the white space at the breaks
 */
export function wrapText(text: string, width: number, columnsIn = columnsOf): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of pieces(text.trim(), width, columnsIn)) {
    const columns = columnsIn(piece.trimEnd());
    if (used > 0 && used + columns > width) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    line += piece;
    used += columnsIn(piece);
  }
  return [...lines, line.trimEnd()];
}

/** What stays together: a word with the punctuation and the white space after it. */
function pieces(text: string, width: number, columnsIn: typeof columnsOf): string[] {
  return (text.match(/\S+\s*/gu) ?? []).flatMap((word) =>
    unspaced.test(word) || columnsIn(word.trimEnd()) > width ? parts(word, width, columnsIn) : [word],
  );
}

function parts(word: string, width: number, columnsIn: typeof columnsOf): string[] {
  const segments = Array.from(words.segment(word), ({ segment }) => segment);
  return joined(segments, Infinity, columnsIn).flatMap((part) =>
    columnsIn(part.trimEnd()) > width ? joined(letters(part), width, columnsIn) : [part],
  );
}

/** No line begins with what closes or ends something, and none ends with what opens it. */
function joined(segments: readonly string[], width: number, columnsIn: typeof columnsOf): string[] {
  const found: string[] = [];
  let last = '';
  for (const segment of segments) {
    const joins = opening.test(last) || (last !== '' && closing.test(segment));
    if (joins && columnsIn((last + segment).trimEnd()) <= width) {
      last += segment;
      continue;
    }
    if (last !== '') found.push(last);
    last = segment;
  }
  return last === '' ? found : [...found, last];
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' });
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function letters(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** The width of a text: 1 a letter, 2 where letters are as wide as high. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const letter of letters(text)) columns += wide.test(letter) ? 2 : 1;
  return columns;
}

/** The same in the fonts of user interfaces, whose letters differ: right to about 2 % in DejaVu Sans, a wide one. */
export function proportionalColumnsOf(text: string): number {
  let columns = 0;
  for (const letter of letters(text)) {
    if (narrow.test(letter)) columns += 0.55;
    else if (broad.test(letter)) columns += 1.5;
    else columns += columnsOf(letter);
  }
  return columns;
}

const narrow = /^[fijlrtI.,:;'’!|()[\]·\s-]$/u;

const broad = /^[mwMW@%—…]$/u;

/** East Asian wide and full-width letters (UAX #11), and emoji. */
const wide =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

const opening = /[\p{Ps}\p{Pi}]$/u;

const closing = /^(?:\s|[\p{Pe}\p{Pf}\p{Po}\p{Pd}])+$/u;
