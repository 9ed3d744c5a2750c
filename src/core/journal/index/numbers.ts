/**
 * Integers of 32 bit as text, small ones short: base 64, the least significant five bits first, as in source maps. That
 * reads back three times as fast as JSON.
 */
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Of a digit after which more come. */
const more = 32;

const float = new Float64Array(1);
const halves = new Int32Array(float.buffer);

export class NumberWriter {
  #text = '';
  #codes: number[] = [];

  add(value: number): void {
    let rest = value >>> 0;
    for (; rest >= more; rest >>>= 5) this.#codes.push(digits.charCodeAt((rest & 31) | more));
    this.#codes.push(digits.charCodeAt(rest));
    if (this.#codes.length > 4096) this.#flush();
  }

  addFloat(value: number): void {
    float[0] = value;
    for (const half of halves) this.add(half);
  }

  text(): string {
    this.#flush();
    return this.#text;
  }

  #flush(): void {
    this.#text += String.fromCharCode(...this.#codes);
    this.#codes = [];
  }
}

const none = 0xff;
const values = new Uint8Array(0x80).fill(none);
for (let value = 0; value < digits.length; value++) values[digits.charCodeAt(value)] = value;

export class NumberReader {
  #offset: number;

  /** Reads from one offset of a text to another. */
  constructor(
    private readonly text: string,
    start: number,
    private readonly end: number,
  ) {
    this.#offset = start;
  }

  get isAtEnd(): boolean {
    return this.#offset >= this.end;
  }

  /** @throws RangeError at the end, and for what is no number */
  next(): number {
    let result = 0;
    for (let shift = 0; shift < 35; shift += 5) {
      const value = values[this.text.charCodeAt(this.#offset++)] ?? none;
      if (value < more) return result | (value << shift);
      if (value === none) break;
      result |= (value & 31) << shift;
    }
    throw new RangeError(`There is no number before ${this.#offset}.`);
  }

  /** @throws RangeError */
  nextFloat(): number {
    halves[0] = this.next();
    halves[1] = this.next();
    return float[0] ?? 0;
  }
}
