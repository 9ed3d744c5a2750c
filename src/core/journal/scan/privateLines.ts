import type { Block, Lines } from './structure';

/** The lines that are nobody else's: blocks tagged `#private`, with what is nested in them, and *Private* sections. */
export class PrivateLines {
  readonly #ranges: Lines[] = [];

  add({ scope }: Block): void {
    this.#ranges.push(scope);
  }

  addHeading(text: string, block: Block): void {
    if (/^[*_]*private[*_]*:?[*_]*$/i.test(text.replace(/#\S+/g, '').trim())) this.add(block);
  }

  has(line: number): boolean {
    return this.#ranges.some(({ first, last }) => first <= line && line <= last);
  }
}
