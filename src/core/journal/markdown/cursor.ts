/** A place on a line. Columns count tabs as up to the next multiple of four, as CommonMark does. */

export const code = {
  tab: 0x09,
  newline: 0x0a,
  return: 0x0d,
  space: 0x20,
  bang: 0x21,
  quote: 0x22,
  hash: 0x23,
  dollar: 0x24,
  percent: 0x25,
  and: 0x26,
  apostrophe: 0x27,
  open: 0x28,
  close: 0x29,
  star: 0x2a,
  plus: 0x2b,
  minus: 0x2d,
  dot: 0x2e,
  slash: 0x2f,
  zero: 0x30,
  nine: 0x39,
  colon: 0x3a,
  less: 0x3c,
  equals: 0x3d,
  greater: 0x3e,
  at: 0x40,
  H: 0x48,
  W: 0x57,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
  caret: 0x5e,
  underscore: 0x5f,
  backtick: 0x60,
  a: 0x61,
  h: 0x68,
  t: 0x74,
  w: 0x77,
  z: 0x7a,
  pipe: 0x7c,
  tilde: 0x7e,
} as const;

/** Of ASCII. */
export function isDigit(unit: number): boolean {
  return unit >= code.zero && unit <= code.nine;
}

/** Of the Latin alphabet: the quickest way to tell that a line begins with no mark. */
export function isLetter(unit: number): boolean {
  const small = unit | 0x20;
  return small >= code.a && small <= code.z;
}

export class Cursor {
  /** Where the line's text ends, its break excluded. */
  end = 0;
  /** Up to here the line was taken. A tab may be taken in part: then this is the tab, and `#column` lies within it. */
  position = 0;
  #column = 0;
  /** Columns of a tab that was taken in part. */
  #leftOfTab = 0;
  /** The first character from here on that is neither a space nor a tab; `end` on a blank line. */
  next = 0;
  /** Columns of white space before `next`. */
  indent = 0;
  #nextColumn = 0;

  constructor(readonly text: string) {}

  get isBlank(): boolean {
    return this.next >= this.end;
  }

  /** The code unit at `next`; `NaN` on a blank line. */
  get nextCode(): number {
    return this.next < this.end ? this.text.charCodeAt(this.next) : Number.NaN;
  }

  startLine(start: number, end: number): void {
    this.position = start;
    this.end = end;
    this.#column = 0;
    this.#leftOfTab = 0;
    this.look();
  }

  /** Finds `next` and `indent` anew. */
  look(): void {
    let [next, column] = [this.position, this.#column];
    for (; next < this.end; next++) {
      const unit = this.text.charCodeAt(next);
      if (unit === code.space) column++;
      else if (unit === code.tab) column += 4 - (column % 4);
      else break;
    }
    this.next = next;
    this.#nextColumn = column;
    this.indent = column - this.#column;
  }

  /** Takes columns of white space. */
  takeColumns(columns: number): void {
    for (let left = columns; left > 0 && this.position < this.end;) {
      const width = this.text.charCodeAt(this.position) === code.tab ? 4 - (this.#column % 4) : 1;
      if (width <= left) this.position++;
      this.#column += Math.min(width, left);
      this.#leftOfTab = Math.max(0, width - left);
      left -= width;
    }
    this.look();
  }

  /** Takes the white space and so many characters after it. */
  takeCharacters(count: number): void {
    this.position = this.next + count;
    this.#leftOfTab = 0;
    this.#column = this.#nextColumn + count;
    this.look();
  }

  /** Takes the white space. */
  takeIndent(): void {
    this.takeCharacters(0);
  }

  /** What was not taken; a tab of which a part was taken is spaces. */
  get rest(): string {
    const from = this.#leftOfTab > 0 ? this.position + 1 : this.position;
    return ' '.repeat(this.#leftOfTab) + this.text.slice(from, this.end);
  }

  /** Takes one space or tab column, if there is one. */
  takeOneSpace(): void {
    if (this.indent > 0) this.takeColumns(1);
  }

  /** Is this code unit at an offset of the line followed by white space or the line's end? */
  endsWordAt(offset: number): boolean {
    if (offset >= this.end) return true;
    const unit = this.text.charCodeAt(offset);
    return unit === code.space || unit === code.tab;
  }
}
