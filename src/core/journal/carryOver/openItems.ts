/** Reads the list items with open tasks out of a note, as they are to stand in another. */
import { movedTaskText, splitMoved } from '../tasks/movedTaskText';
import type { CarriedDetail, CarriedItem, CarriedPart } from './carriedItems';
import { copiedBlocks, type Copied, type CopySource } from '../copy/copiedText';
import { enclosedLine } from '../markdown/enclosed';
import type { Move } from './moves';
import type { NoteTask } from '../note';
import { joinedLines, floorIndex } from '../markdown/joined';
import { structureOf } from '../frontMatter/noteStructure';
import { scanNote, type ScanContext } from '../scan/scanNote';
import type { Enclosure, Lines, Structure } from '../markdown/structure';
import { taskHash, taskText } from '../tasks/tasks';
import { demoteHeadings } from '../markdown/demoteHeadings';

export interface OpenItemsOptions {
  readonly scan: ScanContext;
  /** Path of the note where they go. */
  readonly to: string;
  /** The level of the heading below which they go there. */
  readonly level: number;
  /** Does an open task that is not private go? */
  readonly goes: (task: NoteTask) => boolean;
}

/**
 * Open tasks with what stands below them: sub-tasks that are open, and all that is none. What is done, moved, dropped or
 * private stays behind. Where something open stands below an item that does not go, the words of that item go along,
 * so that everybody can tell what it belongs to.
 */
export function openItems(path: string, text: string, options: OpenItemsOptions): readonly CarriedItem[] {
  return new OpenItems(path, text.startsWith('\uFEFF') ? text.slice(1) : text, options).read();
}

class OpenItems {
  readonly #structure: Structure;
  readonly #source: CopySource;
  readonly #children = new Map<Enclosure | undefined, Enclosure[]>();
  /** By the offsets at which the paragraphs of their items begin. */
  readonly #tasks = new Map<number, NoteTask>();
  readonly #going = new Map<number, NoteTask>();
  readonly #privateLines: readonly Lines[];
  /** Lines that are copied nowhere, or with what refers to them. */
  readonly #leftOut: readonly Lines[];

  constructor(
    private readonly path: string,
    private readonly text: string,
    private readonly options: OpenItemsOptions,
  ) {
    const { tasks, privateLines } = scanNote(path, text, options.scan);
    this.#structure = structureOf(text);
    this.#privateLines = privateLines;
    this.#leftOut = [...privateLines, ...this.#structure.definitionLines, ...this.#structure.footnoteLines];
    const { definitions, footnotes } = this.#structure;
    const isPrivate = (line: number) => holds(privateLines, line);
    this.#source = { definitions, footnotes, isPrivate, tags: options.scan.tags, from: path, to: options.to };
    this.#structure.tasks.forEach(({ mark }, index) => {
      const task = tasks[index];
      if (!task) return;
      this.#tasks.set(mark - 1, task);
      if (task.state === 'open' && !task.isPrivate && options.goes(task)) this.#going.set(task.line, task);
    });
    for (const item of this.#structure.items) {
      const outer = outerItem(item);
      const others = this.#children.get(outer);
      if (others) others.push(item);
      else this.#children.set(outer, [item]);
    }
  }

  read(): readonly CarriedItem[] {
    return this.#below(undefined);
  }

  /** Of an item that does not go. */
  #below(item: Enclosure | undefined): readonly CarriedItem[] {
    return (this.#children.get(item) ?? []).flatMap((child) => this.#item(child));
  }

  #item(item: Enclosure): readonly CarriedItem[] {
    const task = this.#taskOf(item);
    const open = task && this.#going.has(task.line) ? this.#open(item, task) : undefined;
    if (open && open.text !== '') return [open];
    const below = this.#below(item);
    const text = below.length === 0 ? '' : movedTaskText(this.#words(item), this.#source).text;
    return text === '' ? below : [{ marker: this.#marker(item), mark: undefined, text, places: [], below }];
  }

  #open(item: Enclosure, task: NoteTask): CarriedItem {
    const { text, footnotes } = movedTaskText(this.#words(item), this.#source);
    return {
      marker: this.#marker(item),
      mark: this.text.charAt((item.head?.[0] ?? 0) + 1) === '/' ? '/' : ' ',
      text,
      places: [this.#place(task, text)],
      below: this.#parts(item, footnotes),
    };
  }

  #place({ line, hash }: NoteTask, text: string): Move {
    return { path: this.path, line, hash, arrivesAs: taskHash(text) };
  }

  /** An item below an open task that is no task itself; with its tasks, if it has any. Nothing of a private one. */
  #plain(item: Enclosure): readonly CarriedPart[] {
    if (holds(this.#privateLines, item.scope.first)) return [];
    const { text, footnotes } = movedTaskText(this.#words(item), this.#source);
    const below = this.#parts(item, footnotes);
    return text === '' ? below : [{ marker: this.#marker(item), mark: undefined, text, places: [], below }];
  }

  /** What stands below the first paragraph of an open task, or of an item that goes along with one. */
  #parts(item: Enclosure, footnotes: readonly string[]): readonly CarriedPart[] {
    const nested = new Map(
      (this.#children.get(item) ?? [])
        .filter((child) => child.outer === item && this.#holdsTask(child))
        .map((child) => [child.scope.first, child]),
    );
    const parts: CarriedPart[] = [];
    let blocks = new Blocks();
    for (let line = this.#firstBelow(item); line <= item.scope.last; line++) {
      const child = nested.get(line);
      if (child) {
        const kept = this.#taskOf(child) ? this.#item(child) : this.#plain(child);
        parts.push(...this.#detail(blocks), ...kept);
        blocks = new Blocks(kept.length === 0);
        line = child.scope.last;
      } else if (holds(this.#leftOut, line)) blocks.skip();
      else blocks.add(enclosedLine(this.text, this.#structure, item, line), this.#verbatim(line));
    }
    parts.push(...this.#detail(blocks));
    return [...this.#footnotes(footnotes), ...parts];
  }

  #verbatim(line: number): readonly Move[] {
    const task = this.#going.get(line);
    const item = task && this.#structure.items.find(({ head }) => this.#tasks.get(head?.[0] ?? -1) === task);
    return task && item ? [this.#place(task, movedTaskText(this.#words(item), this.#source).text)] : [];
  }

  #detail({ text, places }: Blocks): readonly CarriedPart[] {
    const copied = copiedBlocks(text, this.#source);
    const kept = demoteHeadings(copied.text, this.options.level);
    const details = kept.trim() === '' ? [] : [{ text: kept, places }];
    return [...this.#footnotes(copied.footnotes), ...details];
  }

  /** As items of their own: what they are the notes of stands in several notes, where a label would not be theirs alone. */
  #footnotes(labels: readonly string[], seen: readonly string[] = []): readonly CarriedDetail[] {
    return labels.flatMap((label) => {
      const footnote = this.#structure.footnotes.get(label);
      if (!footnote || seen.includes(label)) return [];
      const copied = this.#footnote(footnote);
      const [first = '', ...more] = copied.text.trim().split('\n');
      const text = [`- ${first}`, ...more.map((line) => (line === '' ? '' : `  ${line}`))].join('\n');
      const own = first === '' ? [] : [{ text, places: [] }];
      return [...own, ...this.#footnotes(copied.footnotes, [...seen, label])];
    });
  }

  /** Without tasks: those go for themselves. */
  #footnote(footnote: Enclosure): Copied {
    const { first, last } = footnote.scope;
    const lines: string[] = [];
    for (let line = first; line <= last; line++) {
      if (holds(this.#privateLines, line) || holds(this.#structure.definitionLines, line)) continue;
      lines.push(enclosedLine(this.text, this.#structure, footnote, line));
    }
    const hasTask = [...this.#tasks.values()].some(({ line }) => first <= line && line <= last);
    return hasTask ? { text: '', footnotes: [] } : copiedBlocks(lines.join('\n'), this.#source);
  }

  #taskOf({ head }: Enclosure): NoteTask | undefined {
    return head && this.#tasks.get(head[0] ?? -1);
  }

  #holdsTask(item: Enclosure): boolean {
    return (
      this.#taskOf(item) !== undefined ||
      (this.#children.get(item) ?? []).some((child) => this.#holdsTask(child))
    );
  }

  /** What an item’s first paragraph says, but for a task’s mark and the link that says where it went. */
  #words(item: Enclosure): string {
    const pieces = item.head;
    if (!pieces) return '';
    const task = this.#taskOf(item);
    if (!task) return joinedLines(this.text, pieces).text;
    const text = taskText(this.text, { pieces });
    return task.state === 'moved' ? splitMoved(text).text : text;
  }

  #firstBelow({ head, scope }: Enclosure): number {
    const last = head?.at(-2);
    return last === undefined ? scope.first : floorIndex(this.#structure.lineStarts, last) + 1;
  }

  #marker({ from, scope }: Enclosure): string {
    const before = this.text.slice(this.#structure.lineStarts[scope.first], from).trimEnd();
    return /(?:\d+[.)]|[-*+])$/.exec(before)?.[0] ?? '-';
  }
}

/** Lines that stand together below an item, and the open tasks in them. */
class Blocks {
  readonly #lines: string[] = [];
  readonly places: Move[] = [];

  /** @param isApart other words stand before them now: they must not go on those */
  constructor(private isApart = false) {}

  get text(): string {
    return this.#lines.join('\n');
  }

  add(line: string, places: readonly Move[]): void {
    if (this.isApart && !beginsBlock.test(line) && this.#lines.at(-1) !== '') this.#lines.push('');
    this.isApart = false;
    this.#lines.push(line);
    this.places.push(...places);
  }

  skip(): void {
    this.isApart = true;
  }
}

/** A blank line, or one that goes on no paragraph. */
const beginsBlock = /^$|^[-*+] +[^\s*+-]/;

function holds(ranges: readonly Lines[], line: number): boolean {
  return ranges.some(({ first, last }) => first <= line && line <= last);
}

function outerItem({ outer }: Enclosure): Enclosure | undefined {
  let one = outer;
  while (one && one.kind !== 'item') one = one.outer;
  return one;
}
