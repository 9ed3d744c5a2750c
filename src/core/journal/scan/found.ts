/** Collects what the block scanner finds. */
import { tableCells } from './blockStarts';
import type { Containers } from './containers';
import { code } from './cursor';
import { takeDefinitions } from './definitions';
import { spaceEnd } from './html';
import type { Paragraph } from './leaf';
import type { Content, HeadingContent, Structure, TaskContent } from './structure';

export class Found implements Structure {
  readonly contents: Content[] = [];
  readonly headings: HeadingContent[] = [];
  readonly tasks: TaskContent[] = [];
  readonly definitions = new Set<string>();
  missingEnd: string | undefined;
  #nextHash: number;

  constructor(
    private readonly text: string,
    private readonly containers: Containers,
    readonly lineStarts: readonly number[],
  ) {
    this.#nextHash = text.indexOf('#');
  }

  get lastLine(): number {
    return this.containers.lastLine;
  }

  /** Takes the definitions at a paragraph's start. Is anything left of it? */
  stripDefinitions(paragraph: Paragraph): boolean {
    const { pieces } = paragraph;
    if (this.text.charCodeAt(pieces[0] ?? 0) === code.openBracket) {
      const taken = takeDefinitions(this.text, pieces, this.definitions);
      pieces.splice(0, 2 * taken);
      paragraph.first += taken;
      if (taken > 0) paragraph.before = paragraph.first - 1;
    }
    return pieces.length > 0;
  }

  addParagraph(paragraph: Paragraph): void {
    const { pieces } = paragraph;
    if (!this.stripDefinitions(paragraph)) return;
    const isTask = paragraph.opensItem && this.#isTask(pieces);
    const hasHash = this.#hasHash(pieces);
    if (!isTask && !hasHash) return;
    const content = { pieces, block: this.containers.blockOf(paragraph.first, paragraph.last) };
    if (hasHash) this.contents.push(content);
    if (isTask) this.tasks.push({ ...content, mark: (pieces[0] ?? 0) + 1 });
  }

  /** @param before the last line before it that is not blank: there the sections end that it ends */
  addHeading(level: number, line: number, before: number, pieces: readonly number[]): void {
    const heading = { level, line, pieces, block: this.containers.sectionOf(level, line, before) };
    this.headings.push(heading);
    if (this.#hasHash(pieces)) this.contents.push(heading);
  }

  addRow(line: number, start: number, end: number): void {
    if (!this.hasHash(start, end)) return;
    const lines = { first: line, last: line };
    for (const cell of tableCells(this.text, start, end))
      this.contents.push({ pieces: cell, block: { lines, scope: lines } });
  }

  /** To be asked from the text's start to its end. */
  hasHash(start: number, end: number): boolean {
    if (this.#nextHash >= 0 && this.#nextHash < start) this.#nextHash = this.text.indexOf('#', start);
    return this.#nextHash >= 0 && this.#nextHash < end;
  }

  #hasHash(pieces: readonly number[]): boolean {
    return this.hasHash(pieces[0] ?? 0, pieces.at(-1) ?? 0);
  }

  /** `[ ]`, `[/]`, `[x]`, `[X]`, `[>]` or `[-]`, white space and some text. */
  #isTask(pieces: readonly number[]): boolean {
    const [start = 0, end = 0] = pieces;
    const { text } = this;
    if (text.charCodeAt(start) !== code.openBracket || text.charCodeAt(start + 2) !== code.closeBracket)
      return false;
    if (!' /xX>-'.includes(text.charAt(start + 1))) return false;
    const isText = spaceEnd(text, start + 3, end) < end || pieces.length > 2;
    const after = text.charCodeAt(start + 3);
    return isText && (end <= start + 3 || after === code.space || after === code.tab);
  }
}
