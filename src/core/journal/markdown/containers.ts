/** The open containers of a Markdown text (block quotes, list items, footnotes) and the sections within them. */
import { code, type Cursor } from './cursor';
import type { Block, Enclosure, Lines } from './structure';

interface Container extends Enclosure {
  /** An item that begins with a blank line ends at the next one. */
  isEmpty: boolean;
  /** The headings in it whose sections are not over, outermost first. */
  readonly sections: Section[];
  head: readonly number[] | undefined;
  /** Of an item: its lines since its last nested item. */
  block: Block | undefined;
}

interface Section {
  readonly level: number;
  readonly lines: Lines;
}

/** Deeper nesting is taken as text: whoever nests so deep wants to slow a reader down. */
const maxDepth = 100;

export class Containers {
  readonly #open: Container[] = [container('document', 0, 0, 0, undefined)];
  readonly #items: Container[] = [];
  /** The last line that is not blank; -1 before the first. */
  lastLine = -1;
  /** How many go on in the current line. Those beyond it end, unless the line goes on a paragraph in them. */
  #matched = 1;

  /** Is nothing open but the document? */
  get isEmpty(): boolean {
    return this.#open.length === 1;
  }

  get isComplete(): boolean {
    return this.#matched === this.#open.length;
  }

  get canNest(): boolean {
    return this.#open.length <= maxDepth;
  }

  /** Takes from a line what its containers put before the content. */
  match(cursor: Cursor): void {
    this.#matched = 1;
    for (let index = 1; index < this.#open.length; index++) {
      const open = this.#open[index];
      if (!open || !goesOn(open, cursor)) return;
      this.#matched++;
    }
  }

  closeUnmatched(): void {
    this.#close(this.#matched);
  }

  closeAll(): void {
    this.#close(0);
  }

  /** Is this the first content of a list item? Says so once. */
  takeEmptyItem(): boolean {
    const innermost = this.#open.at(-1);
    if (!innermost?.isEmpty) return false;
    innermost.isEmpty = false;
    return innermost.kind === 'item';
  }

  /** @param from where its content begins */
  open(kind: 'quote' | 'item' | 'footnote', indent: number, line: number, from: number): Enclosure {
    this.takeEmptyItem();
    const opened = container(kind, indent, line, from, this.#open.at(-1));
    this.#open.push(opened);
    this.#matched = this.#open.length;
    if (kind !== 'item') return opened;
    const outer = this.#items.at(-1);
    if (outer) outer.block = undefined;
    opened.block = { lines: { first: line, last: line }, scope: opened.scope };
    this.#items.push(opened);
    return opened;
  }

  /** The innermost item begins with that paragraph. */
  setHead(pieces: readonly number[]): void {
    const item = this.#items.at(-1);
    if (item) item.head = pieces;
  }

  /** The block of a line's text: the list item's, else one of its own. */
  blockOf(first: number, last: number): Block {
    const item = this.#items.at(-1);
    if (item) return (item.block ??= { lines: { first, last }, scope: item.scope });
    const lines = { first, last };
    return { lines, scope: lines };
  }

  /** The block of a heading: the list item's, else its section. `before` is where the sections end that it ends. */
  sectionOf(level: number, first: number, before: number): Block {
    const innermost = this.#open.at(-1);
    if (!innermost || this.#items.length > 0) return this.blockOf(first, first);
    while ((innermost.sections.at(-1)?.level ?? 0) >= level) endSection(innermost.sections.pop(), before);
    const lines = { first, last: first };
    innermost.sections.push({ level, lines });
    return { lines, scope: lines };
  }

  /** The line has content, which belongs to the innermost item. */
  extendItem(line: number): void {
    const item = this.#items.at(-1);
    if (!item) return;
    item.block ??= { lines: { first: line, last: line }, scope: item.scope };
    item.block.lines.last = line;
  }

  #close(depth: number): void {
    while (this.#open.length > depth) {
      const closed = this.#open.pop();
      if (!closed) return;
      if (closed.kind === 'item') this.#items.pop();
      closed.scope.last = Math.max(closed.scope.first, this.lastLine);
      for (const section of closed.sections) endSection(section, this.lastLine);
    }
  }
}

function endSection(section: Section | undefined, last: number): void {
  if (section) section.lines.last = Math.max(section.lines.last, last);
}

function container(
  kind: Container['kind'],
  indent: number,
  line: number,
  from: number,
  outer: Enclosure | undefined,
): Container {
  const scope = { first: line, last: line };
  return { kind, indent, outer, from, isEmpty: true, sections: [], scope, head: undefined, block: undefined };
}

/** Takes from a line what a container puts before its content, if the line goes on in it. */
export function goesOn(
  { kind, indent, isEmpty = false }: Pick<Enclosure, 'kind' | 'indent'> & Partial<Pick<Container, 'isEmpty'>>,
  cursor: Cursor,
): boolean {
  if (kind === 'quote') return takeQuoteMark(cursor);
  if (cursor.isBlank) {
    if (kind === 'item' && isEmpty) return false;
    cursor.takeIndent();
    return true;
  }
  if (cursor.indent < indent) return false;
  cursor.takeColumns(indent);
  return true;
}

/** Takes a `>` and the space after it. */
export function takeQuoteMark(cursor: Cursor): boolean {
  if (cursor.indent > 3 || cursor.nextCode !== code.greater) return false;
  cursor.takeCharacters(1);
  cursor.takeOneSpace();
  return true;
}
