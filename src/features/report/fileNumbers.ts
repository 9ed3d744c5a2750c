/** Numbers that stand for files of the journal: a path in the page would hold names that are hidden. */
export class FileNumbers {
  readonly #paths: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(path: string): number {
    const known = this.#numbers.get(path);
    if (known !== undefined) return known;
    const number = this.#paths.push(path) - 1;
    this.#numbers.set(path, number);
    return number;
  }

  pathOf(number: number): string | undefined {
    return this.#paths[number];
  }
}
