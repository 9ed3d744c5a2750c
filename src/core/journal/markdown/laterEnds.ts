/** Whether a block that a line opens is closed by a later one; asked line by line, a text is looked through once. */
export class LaterEnds {
  #math = -1;
  #comment = -1;

  constructor(private readonly text: string) {}

  /** Does a line behind an offset end in `$$`? */
  hasMath(offset: number): boolean {
    if (this.#math < offset) {
      mathEnd.lastIndex = offset;
      this.#math = mathEnd.exec(this.text)?.index ?? Infinity;
    }
    return this.#math < Infinity;
  }

  /** Is there a `%%` behind an offset? */
  hasComment(offset: number): boolean {
    if (this.#comment < offset) {
      const found = this.text.indexOf('%%', offset);
      this.#comment = found < 0 ? Infinity : found;
    }
    return this.#comment < Infinity;
  }
}

const mathEnd = /\$\$(?=[ \t]*(?:[\r\n]|$))/g;
