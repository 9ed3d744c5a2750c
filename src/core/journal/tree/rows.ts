import { taggedBlocksOf, type TaggedBlock } from '../blocks/entries';
import type { IndexedNote, NoteTag, SkippedFile } from '../note';

/** What a row of the Notes view stands for. */
export type RowFacts =
  | { readonly kind: 'dimension'; readonly dimension: string }
  /** Without a hat: both, or undecided. */
  | { readonly kind: 'hat'; readonly dimension: string; readonly hat: string | undefined }
  /** Without a name: notes that are not about one person. */
  | { readonly kind: 'person'; readonly name: string | undefined }
  /** A year `YYYY` or a month `YYYY-MM`; without it, notes without a date. */
  | { readonly kind: 'period'; readonly period: string | undefined }
  | { readonly kind: 'note'; readonly note: IndexedNote }
  /** Opens at the tag. */
  | { readonly kind: 'entry'; readonly entry: TaggedBlock; readonly tag: NoteTag }
  | { readonly kind: 'skipped'; readonly files: readonly SkippedFile[] }
  | { readonly kind: 'skippedFile'; readonly file: SkippedFile };

/** Tagged blocks at or below a row. */
export interface BlockCounts {
  /** Those that are evidence. */
  readonly written: number;
  /** Those in which nothing was written yet. */
  readonly unwritten: number;
}

/** Of the kind of a row, with what it stands for. */
export type RowOf<K extends RowFacts['kind']> = Row<Extract<RowFacts, { kind: K }>>;

interface RowParts<F extends RowFacts> {
  readonly facts: F;
  /** Tells the row from its siblings, and stays as it is when others come and go. */
  readonly key: string;
  readonly parent: AnyRow | undefined;
  readonly counts: BlockCounts;
  readonly children?: (row: AnyRow) => readonly AnyRow[];
  /** Is the note, or this entry of it, at or below the row? */
  readonly holds: (note: IndexedNote, entry: TaggedBlock | undefined) => boolean;
}

export type AnyRow = Row<RowFacts>;

/** A row of the Notes view. What is below it is made when it is first asked for. */
export class Row<F extends RowFacts> {
  readonly facts: F;
  readonly parent: AnyRow | undefined;
  readonly counts: BlockCounts;
  /** The same for the same thing in every tree of a grouping; no other row has it. */
  readonly id: string;
  readonly holds: RowParts<F>['holds'];
  readonly #path: readonly string[];
  readonly #make: RowParts<F>['children'];
  #children: readonly AnyRow[] | undefined;

  constructor({ facts, key, parent, counts, children, holds }: RowParts<F>) {
    this.facts = facts;
    this.parent = parent;
    this.counts = counts;
    this.holds = holds;
    this.#make = children;
    this.#path = [...(parent ? parent.#path : []), facts.kind, key];
    this.id = JSON.stringify(this.#path);
  }

  get children(): readonly AnyRow[] {
    return (this.#children ??= this.#make?.(this) ?? []);
  }
}

export function countBlocks(entries: Iterable<Pick<TaggedBlock, 'evidence'>>): BlockCounts {
  let [written, unwritten] = [0, 0];
  for (const { evidence } of entries) {
    if (evidence) written++;
    else unwritten++;
  }
  return { written, unwritten };
}

export function countNotes(notes: Iterable<IndexedNote>): BlockCounts {
  let [written, unwritten] = [0, 0];
  for (const note of notes) {
    const counts = countBlocks(taggedBlocksOf(note));
    written += counts.written;
    unwritten += counts.unwritten;
  }
  return { written, unwritten };
}

/** The row of a note, or of the entry where the rows list entries only. */
export function findRow(
  rows: readonly AnyRow[],
  note: IndexedNote,
  entry: TaggedBlock | undefined,
): AnyRow | undefined {
  for (const row of rows) {
    if (!row.holds(note, entry)) continue;
    const { kind } = row.facts;
    if (kind === 'note' || kind === 'entry') return row;
    const found = findRow(row.children, note, entry);
    if (found) return found;
  }
  return undefined;
}

/** VS Code hands a row to a command as it came, and others may hand anything. */
export function isRow(value: unknown): value is AnyRow {
  return value instanceof Row;
}
