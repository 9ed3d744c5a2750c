/**
 * What is kept between two sessions, as text of three lines: what it is, numbers, and the strings that they name, each
 * of them once.
 */
import { NumberReader, NumberWriter } from './numbers';

/** Takes values one by one: writing all at once would stop the host. */
export class PackedWriter {
  readonly #numbers = new NumberWriter();
  readonly #strings: string[] = [];
  /** Places in `strings`, from 1 on. */
  readonly #places = new Map<string, number>();

  /** @param value an integer of 32 bit */
  add(value: number): void {
    this.#numbers.add(value);
  }

  addFloat(value: number): void {
    this.#numbers.addFloat(value);
  }

  /** 0 stands for what is absent. */
  addString(text: string | undefined): void {
    if (text === undefined) {
      this.#numbers.add(0);
      return;
    }
    let place = this.#places.get(text);
    if (place === undefined) {
      place = this.#strings.push(text);
      this.#places.set(text, place);
    }
    this.#numbers.add(place);
  }

  /** @param title a line that says what it is */
  text(title: string): string {
    return sealed(title, `${this.#numbers.text()}\n${JSON.stringify(this.#strings)}`);
  }
}

/** Gives back the values in their order. */
export class PackedReader {
  readonly #numbers: NumberReader;
  readonly #strings: readonly unknown[];

  /** @throws Error for another title, and for what is damaged; so do `next`, `nextFloat` and the strings */
  constructor(text: string, title: string) {
    const headEnd = text.indexOf('\n');
    if (text.slice(0, headEnd) !== head(title, text, headEnd + 1))
      throw new Error('It is damaged, or was made otherwise.');
    const numbersEnd = text.indexOf('\n', headEnd + 1);
    const strings: unknown = JSON.parse(text.slice(numbersEnd + 1));
    if (!Array.isArray(strings)) throw new Error('It holds no strings.');
    this.#strings = strings;
    this.#numbers = new NumberReader(text, headEnd + 1, numbersEnd);
  }

  get isAtEnd(): boolean {
    return this.#numbers.isAtEnd;
  }

  next(): number {
    return this.#numbers.next();
  }

  nextFloat(): number {
    return this.#numbers.nextFloat();
  }

  string(): string {
    return this.stringIfAny() ?? '';
  }

  stringIfAny(): string | undefined {
    const place = this.#numbers.next();
    if (place === 0) return undefined;
    const text = this.#strings[place - 1];
    if (typeof text !== 'string') throw new RangeError(`There is no string ${place}.`);
    return text;
  }
}

/** A title and the two lines below it, numbers and strings. */
export function sealed(title: string, body: string): string {
  return `${head(title, body, 0)}\n${body}`;
}

/** The first line, which tells a rest that was cut short or damaged. */
function head(title: string, text: string, start: number): string {
  return `${title} ${text.length - start} ${checksum(text, start)}`;
}

/** Quicker than `textHash` by half: warm starts wait for it. */
function checksum(text: string, start: number): number {
  let sum = 0;
  for (let index = start; index < text.length; index++)
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  return sum >>> 0;
}
