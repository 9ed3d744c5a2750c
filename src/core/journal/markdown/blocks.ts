/**
 * The block structure of a Markdown text by CommonMark 0.31 with GFM's tables, tasks and footnotes, and the blocks of
 * other note apps, `$$` and `%%`:
 * which lines are text that may hold tags, and what they belong to. One pass, line by line.
 */
import { breakEnd, lineEnds } from '../../util/lines';
import {
  atxLevel,
  closesFence,
  fenceLength,
  footnoteLabel,
  isThematicBreak,
  listMarker,
  mathStart,
  setextLevel,
  tableCells,
  tableColumns,
  withoutClosingMarks,
} from './blockStarts';
import { Containers, takeQuoteMark } from './containers';
import { code, Cursor, isLetter } from './cursor';
import { StructureBuilder } from './structureBuilder';
import { htmlBlock, isComment } from './html';
import { LaterEnds } from './laterEnds';
import { missingEnd, type Leaf, type Paragraph } from './leaf';
import type { Structure } from './structure';

/**
 * @param start offset of a line's start; what stands before is no Markdown
 * @param lineStarts offsets of the lines before it; the others are added
 * @param wantsAll tells contents without a `#`, too
 */
export function scanBlocks(text: string, start: number, lineStarts: number[], wantsAll = false): Structure {
  const scanner = new BlockScanner(text, lineStarts, wantsAll);
  scanner.scan(start);
  return scanner.found;
}

class BlockScanner {
  readonly found: StructureBuilder;
  readonly #containers = new Containers();
  readonly #cursor: Cursor;
  #leaf: Leaf | undefined;
  #line = 0;
  readonly #later: LaterEnds;

  constructor(
    private readonly text: string,
    private readonly lineStarts: number[],
    wantsAll: boolean,
  ) {
    this.#cursor = new Cursor(text);
    this.#later = new LaterEnds(text);
    this.found = new StructureBuilder(text, this.#containers, lineStarts, wantsAll);
  }

  scan(start: number): void {
    const { text, lineStarts } = this;
    const endOf = lineEnds(text);
    for (let from = start; from < text.length;) {
      const end = endOf(from);
      this.#line = lineStarts.length;
      lineStarts.push(from);
      if (!this.#readPlainLine(from, end)) {
        this.#cursor.startLine(from, end);
        this.#readLine();
      }
      from = breakEnd(text, end);
    }
    if (this.#containers.isEmpty) this.found.missingEnd = missingEnd(this.#leaf);
    this.#closeLeaf();
    this.#containers.closeAll();
  }

  /** Most lines are empty, or text that begins with a letter, outside of any container: takes such a line. */
  #readPlainLine(start: number, end: number): boolean {
    if (!this.#containers.isEmpty || (this.#leaf !== undefined && this.#leaf.kind !== 'paragraph'))
      return false;
    if (start === end) {
      this.#closeLeaf();
      return true;
    }
    if (!isLetter(this.text.charCodeAt(start))) return false;
    // A paragraph of one such line without a tag is nothing to anybody.
    if (this.#leaf !== undefined || this.found.mayMatter(start, end) || !this.#endsParagraph(end))
      this.#addText(start, end);
    this.#containers.lastLine = this.#line;
    return true;
  }

  /** Can it be told at once that an empty line follows on a line's end? */
  #endsParagraph(lineEnd: number): boolean {
    return (
      this.text.charCodeAt(lineEnd) === code.newline && this.text.charCodeAt(lineEnd + 1) === code.newline
    );
  }

  #readLine(): void {
    const containers = this.#containers;
    const cursor = this.#cursor;
    const hasMarks = !cursor.isBlank;
    containers.match(cursor);
    if (!containers.isComplete || !this.#goesOnVerbatim()) {
      while (this.#startsContainer());
      if (cursor.isBlank) this.#end();
      else if (!this.#startsLeaf()) this.#addText(cursor.next, cursor.end);
    }
    if (hasMarks) containers.lastLine = this.#line;
    if (!cursor.isBlank) containers.extendItem(this.#line);
  }

  /** The open paragraph, if all its containers go on. One whose containers do not may go on lazily. */
  get #ownParagraph(): Paragraph | undefined {
    return this.#containers.isComplete && this.#leaf?.kind === 'paragraph' ? this.#leaf : undefined;
  }

  /** Takes the line if it belongs to code, HTML, a formula or a comment. */
  #goesOnVerbatim(): boolean {
    const leaf = this.#leaf;
    const cursor = this.#cursor;
    switch (leaf?.kind) {
      case 'comment':
        this.#takeComment();
        if (this.#rest.includes('%%')) this.#leaf = undefined;
        return true;
      case 'fence':
        if (closesFence(cursor, leaf.mark, leaf.length)) this.#leaf = undefined;
        return true;
      case 'math':
        if (/\$\$[ \t]*$/.test(this.#rest)) this.#leaf = undefined;
        return true;
      case 'html':
        if (leaf.end === 'blankLine') return !cursor.isBlank;
        if (isComment(leaf.end)) this.#takeComment();
        if (leaf.end.pattern.test(this.#rest)) this.#leaf = undefined;
        return true;
      case 'indented':
        return cursor.isBlank || cursor.indent >= 4;
      case 'paragraph':
      case 'table':
      case undefined:
        return false;
    }
  }

  /** The line without the white space before it. */
  get #rest(): string {
    return this.text.slice(this.#cursor.next, this.#cursor.end);
  }

  #startsContainer(): boolean {
    const cursor = this.#cursor;
    if (cursor.isBlank || cursor.indent > 3 || !this.#containers.canNest) return false;
    const unit = cursor.nextCode;
    if (unit === code.greater) {
      this.#end();
      takeQuoteMark(cursor);
      this.#containers.open('quote', 0, this.#line, cursor.position);
      return true;
    }
    if (unit === code.openBracket) return this.#startsFootnote();
    const isBullet = unit === code.minus || unit === code.star || unit === code.plus;
    return (isBullet || (unit >= code.zero && unit <= code.nine)) && this.#startsItem();
  }

  #startsFootnote(): boolean {
    const cursor = this.#cursor;
    const length = footnoteLabel(cursor);
    if (length === 0) return false;
    const label = this.text.slice(cursor.next, cursor.next + length);
    this.#end();
    cursor.takeCharacters(length);
    cursor.takeIndent();
    this.found.addFootnote(label, this.#containers.open('footnote', 4, this.#line, cursor.position));
    return true;
  }

  #startsItem(): boolean {
    const cursor = this.#cursor;
    const marker = listMarker(cursor);
    if (!marker || isThematicBreak(cursor)) return false;
    if (this.#ownParagraph) {
      const isEmpty = this.text.slice(cursor.next + marker.length, cursor.end).trim() === '';
      if (isEmpty || marker.number !== 1 || setextLevel(cursor) > 0) return false;
    }
    this.#end();
    const before = cursor.indent;
    cursor.takeCharacters(marker.length);
    const isDeep = cursor.isBlank || cursor.indent > 4;
    const gap = isDeep ? 1 : cursor.indent;
    if (isDeep) cursor.takeOneSpace();
    else cursor.takeColumns(gap);
    const [indent, from] = [before + marker.length + gap, cursor.position];
    this.found.items.push(this.#containers.open('item', indent, this.#line, from));
    return true;
  }

  #startsLeaf(): boolean {
    const cursor = this.#cursor;
    if (cursor.indent > 3) {
      if (this.#leaf?.kind === 'paragraph') return false;
      this.#begin({ kind: 'indented' });
      return true;
    }
    switch (cursor.nextCode) {
      case code.hash:
        return this.#startsHeading();
      case code.backtick:
      case code.tilde:
        return this.#startsFence();
      case code.dollar:
        return this.#startsMath();
      case code.percent:
        return this.#startsComment();
      case code.less:
        return this.#startsHtml();
      case code.equals:
        return this.#underlines();
      case code.minus:
        return this.#underlines() || this.#breaks() || this.#delimits();
      case code.star:
      case code.underscore:
        return this.#breaks();
      case code.pipe:
      case code.colon:
        return this.#delimits();
      default:
        return false;
    }
  }

  #startsHeading(): boolean {
    const { next, end } = this.#cursor;
    const level = atxLevel(this.#cursor);
    if (level === 0) return false;
    this.#begin(undefined);
    this.found.addHeading(
      level,
      this.#line,
      this.#containers.lastLine,
      withoutClosingMarks(this.text, next + level, end),
    );
    return true;
  }

  #startsFence(): boolean {
    const length = fenceLength(this.#cursor);
    if (length === 0) return false;
    this.#begin({ kind: 'fence', mark: this.#cursor.nextCode, length });
    return true;
  }

  /** A stray `$$` or `%%` hides nothing. */
  #startsMath(): boolean {
    const start = mathStart(this.#rest);
    if (!start || (start === 'open' && !this.#later.hasMath(this.#cursor.end))) return false;
    this.#begin(start === 'open' ? { kind: 'math' } : undefined);
    return true;
  }

  /** One that is over on its line stands in a paragraph. */
  #startsComment(): boolean {
    if (!/^%%(?!.*%%)/.test(this.#rest) || !this.#later.hasComment(this.#cursor.end)) return false;
    this.#begin({ kind: 'comment' });
    this.#takeComment();
    return true;
  }

  #takeComment(): void {
    this.found.comments.push([this.#cursor.next, this.#cursor.end]);
  }

  #startsHtml(): boolean {
    const end = htmlBlock(this.text, this.#cursor.next, this.#cursor.end, this.#leaf?.kind === 'paragraph');
    if (!end) return false;
    this.#begin(end !== 'blankLine' && end.pattern.test(this.#rest) ? undefined : { kind: 'html', end });
    if (isComment(end)) this.#takeComment();
    return true;
  }

  /** Does the line make a heading of the paragraph above? */
  #underlines(): boolean {
    const paragraph = this.#ownParagraph;
    const level = paragraph ? setextLevel(this.#cursor) : 0;
    if (!paragraph || level === 0) return false;
    this.#leaf = undefined;
    if (!this.found.stripDefinitions(paragraph)) return false;
    this.found.addHeading(level, paragraph.first, paragraph.before, paragraph.pieces);
    return true;
  }

  #breaks(): boolean {
    if (!isThematicBreak(this.#cursor)) return false;
    this.#begin(undefined);
    return true;
  }

  /** Does the line make a table's head of the last line above? */
  #delimits(): boolean {
    const paragraph = this.#ownParagraph;
    const { next, end: lineEnd } = this.#cursor;
    const columns = paragraph ? tableColumns(this.text, next, lineEnd) : 0;
    if (!paragraph || columns === 0) return false;
    const [start = 0, end = 0] = paragraph.pieces.slice(-2);
    if (tableCells(this.text, start, end).length !== columns) return false;
    paragraph.pieces.splice(-2);
    paragraph.last--;
    if (paragraph.pieces.length > 0) this.found.addParagraph(paragraph);
    this.found.addRow(this.#line - 1, start, end);
    this.#leaf = { kind: 'table' };
    return true;
  }

  #addText(start: number, end: number): void {
    if (this.#leaf?.kind === 'paragraph') {
      this.#leaf.pieces.push(start, end);
      this.#leaf.last = this.#line;
    } else if (this.#leaf?.kind === 'table' && this.#containers.isComplete)
      this.found.addRow(this.#line, start, end);
    else {
      this.#end();
      const opensItem = this.#containers.takeEmptyItem();
      const [line, before] = [this.#line, this.#containers.lastLine];
      this.#leaf = { kind: 'paragraph', pieces: [start, end], first: line, last: line, before, opensItem };
    }
  }

  #begin(leaf: Leaf | undefined): void {
    this.#end();
    this.#containers.takeEmptyItem();
    this.#leaf = leaf;
  }

  /** Ends what the line does not go on. */
  #end(): void {
    this.#closeLeaf();
    this.#containers.closeUnmatched();
  }

  #closeLeaf(): void {
    if (this.#leaf?.kind === 'paragraph') this.found.addParagraph(this.#leaf);
    this.#leaf = undefined;
  }
}
