import type { LineRange } from '../note';
import { floorIndex } from '../markdown/joined';
import { isPrivateHeading } from '../frontMatter/privateWords';
import type { Block, Lines } from '../markdown/structure';

/** The lines that are nobody else's: blocks tagged `#private`, with what is nested in them, and *Private* sections. */
export class PrivateLines {
  readonly #ranges: Lines[] = [];
  /** Where ranges begin, and how far those that have begun reach: ascending both. */
  #starts: number[] | undefined;
  #ends: number[] = [];

  /** They may lie within each other. Complete when all blocks are. */
  get ranges(): readonly LineRange[] {
    return this.#ranges;
  }

  add({ scope }: Block): void {
    this.#ranges.push(scope);
  }

  addHeading(text: string, block: Block): void {
    if (isPrivateHeading(text)) this.add(block);
  }

  /** Asked when all ranges were added and all blocks are complete. */
  has(line: number): boolean {
    if (this.#ranges.length === 0) return false;
    this.#starts ??= this.#sort();
    const index = floorIndex(this.#starts, line);
    return (this.#starts[index] ?? Infinity) <= line && line <= (this.#ends[index] ?? -1);
  }

  #sort(): number[] {
    this.#ranges.sort((one, other) => one.first - other.first);
    let end = -1;
    for (const { last } of this.#ranges) this.#ends.push((end = Math.max(end, last)));
    return this.#ranges.map(({ first }) => first);
  }
}
