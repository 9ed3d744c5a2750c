/** Collects what the block scanner finds. */
import { tableCells } from './blockStarts';
import type { Containers } from './containers';
import { code } from './cursor';
import { takeDefinitions } from './definitions';
import { commentRanges } from './inline';
import type { Ranges } from './structure';
import { joinedLines } from './joined';
import type { Paragraph } from './leaf';
import { normalisedLabel } from './links';
import type {
  Content,
  Enclosure,
  HeadingContent,
  Lines,
  LinkTarget,
  Structure,
  TaskContent,
} from './structure';

export class StructureBuilder implements Structure {
  readonly contents: Content[] = [];
  readonly headings: HeadingContent[] = [];
  readonly tasks: TaskContent[] = [];
  readonly items: Enclosure[] = [];
  readonly definitions = new Map<string, LinkTarget>();
  readonly definitionLines: Lines[] = [];
  readonly footnotes = new Map<string, Enclosure>();
  readonly footnoteLines: Lines[] = [];
  /** On lines of their own. */
  readonly comments: [start: number, end: number][] = [];
  readonly #commented: (readonly number[])[] = [];
  /** May one stand anywhere? */
  readonly holdsComment: boolean;
  missingEnd: string | undefined;
  #nextHash: number;

  constructor(
    private readonly text: string,
    private readonly containers: Containers,
    readonly lineStarts: readonly number[],
    private readonly wantsAll: boolean,
  ) {
    this.#nextHash = text.indexOf('#');
    this.holdsComment = text.includes('%%') || text.includes('<!--');
  }

  get lastLine(): number {
    return this.containers.lastLine;
  }

  /** Takes the definitions at a paragraph's start. Is anything left of it? */
  stripDefinitions(paragraph: Paragraph): boolean {
    const { pieces } = paragraph;
    if (this.text.charCodeAt(pieces[0] ?? 0) === code.openBracket) {
      const taken = takeDefinitions(this.text, pieces, paragraph.first, this.definitions);
      pieces.splice(0, 2 * taken);
      if (taken > 0) {
        this.definitionLines.push({ first: paragraph.first, last: paragraph.first + taken - 1 });
        paragraph.first += taken;
        paragraph.before = paragraph.first - 1;
      }
    }
    return pieces.length > 0;
  }

  addParagraph(paragraph: Paragraph): void {
    const { pieces } = paragraph;
    if (!this.stripDefinitions(paragraph)) return;
    this.#lookForComment(pieces);
    if (paragraph.opensItem) this.containers.setHead(pieces);
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
    this.#lookForComment(pieces);
    if (this.#hasHash(pieces)) this.contents.push(heading);
  }

  /** @param label as it is written, with its brackets and its colon */
  addFootnote(label: string, footnote: Enclosure): void {
    const key = normalisedLabel(label.slice('[^'.length, -']:'.length));
    if (!this.footnotes.has(key)) this.footnotes.set(key, footnote);
    this.footnoteLines.push(footnote.scope);
  }

  addRow(line: number, start: number, end: number): void {
    const hasHash = this.hasHash(start, end);
    if (!hasHash && !this.holdsComment) return;
    const lines = { first: line, last: line };
    for (const cell of tableCells(this.text, start, end)) {
      if (hasHash) this.contents.push({ pieces: cell, block: { lines, scope: lines } });
      this.#lookForComment(cell);
    }
  }

  /** When all definitions are known: where comments stand, by their starts. */
  commentRanges(): Ranges {
    const inText = this.#commented.flatMap((pieces) => {
      const { text, offsetOf } = joinedLines(this.text, pieces);
      return commentRanges(text, this.definitions).map(
        ([start, end]) => [offsetOf(start), offsetOf(end - 1) + 1] as const,
      );
    });
    return [...this.comments, ...inText].sort(([one], [other]) => one - other);
  }

  #lookForComment(pieces: readonly number[]): void {
    if (!this.holdsComment) return;
    if (/%%|<!--/.test(this.text.slice(pieces[0], pieces.at(-1)))) this.#commented.push(pieces);
  }

  /** Does anybody want to know of a text? To be asked from the text's start to its end. */
  hasHash(start: number, end: number): boolean {
    if (this.wantsAll) return true;
    if (this.#nextHash >= 0 && this.#nextHash < start) this.#nextHash = this.text.indexOf('#', start);
    return this.#nextHash >= 0 && this.#nextHash < end;
  }

  /** Does a paragraph of that one line matter to anybody? Asked as `hasHash` is. */
  mayMatter(start: number, end: number): boolean {
    return this.holdsComment || this.hasHash(start, end);
  }

  #hasHash(pieces: readonly number[]): boolean {
    return this.hasHash(pieces[0] ?? 0, pieces.at(-1) ?? 0);
  }

  /** `[ ]`, `[/]`, `[x]`, `[X]`, `[>]` or `[-]`, white space of any keyboard, and some text. */
  #isTask(pieces: readonly number[]): boolean {
    const [start = 0, end = 0] = pieces;
    const { text } = this;
    if (text.charCodeAt(start) !== code.openBracket || text.charCodeAt(start + 2) !== code.closeBracket)
      return false;
    if (!' /xX>-'.includes(text.charAt(start + 1))) return false;
    const rest = text.slice(start + 3, end);
    return /^(?:\s|$)/.test(rest) && (rest.trim() !== '' || pieces.length > 2);
  }
}
