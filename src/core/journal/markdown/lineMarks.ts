/**
 * What stands before the text of one line, whatever the lines above it say: for those who read a block line by line,
 * where the containers of the note no longer matter.
 */
import { atxLevel, listMarker, setextLevel } from './blockStarts';
import { code, isLetter, type Cursor } from './cursor';

export interface LineMarks {
  readonly quotes: number;
  readonly isHeading: boolean;
  /** A list or task mark is among them. */
  readonly isItem: boolean;
  /** Nothing but `=` or `--`, quoted perhaps: makes a heading of the paragraph above it. */
  readonly isUnderline: boolean;
}

const noMarks: LineMarks = { quotes: 0, isHeading: false, isItem: false, isUnderline: false };

/** Takes the block quote, heading, list and task marks of a line, however deep: its own text begins at `next`. */
export function takeMarks(cursor: Cursor): LineMarks {
  if (isLetter(cursor.nextCode)) return noMarks;
  let quotes = 0;
  for (; cursor.nextCode === code.greater; quotes++) cursor.takeCharacters(1);
  const isUnderline = isUnderlining(cursor);
  const isOuterHeading = takeHeadingMark(cursor);
  let isItem = false;
  while (!cursor.isBlank && !isLetter(cursor.nextCode)) {
    const length = listMarker(cursor)?.length ?? taskMarkLength(cursor);
    if (length > 0) isItem = true;
    else if (cursor.nextCode === code.greater) quotes++;
    else break;
    cursor.takeCharacters(length || 1);
  }
  return { quotes, isHeading: isOuterHeading || takeHeadingMark(cursor), isItem, isUnderline };
}

/** One dash alone is the mark of an empty list item. */
function isUnderlining(cursor: Cursor): boolean {
  const { text, next, nextCode } = cursor;
  const mayBe =
    nextCode === code.equals || (nextCode === code.minus && text.charCodeAt(next + 1) === code.minus);
  return mayBe && setextLevel(cursor) > 0;
}

function takeHeadingMark(cursor: Cursor): boolean {
  const level = atxLevel(cursor);
  if (level > 0) cursor.takeCharacters(level);
  return level > 0;
}

/** Of a task in whatever state, those of other note apps too: `[?]`. */
function taskMarkLength({ text, next, end, nextCode }: Cursor): number {
  const isMark =
    nextCode === code.openBracket &&
    next + 2 < end &&
    text.charCodeAt(next + 1) !== code.closeBracket &&
    text.charCodeAt(next + 2) === code.closeBracket;
  return isMark && (next + 3 === end || /\s/.test(text.charAt(next + 3))) ? 3 : 0;
}
