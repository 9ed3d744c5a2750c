import type { Framework } from '../../framework/model';
import { taggedBlocksOf, type TaggedBlock } from '../blocks/entries';
import type { IndexedNote, NoteTag } from '../note';
import { blockRows, noteRows } from './lists';
import { countBlocks, countNotes, Row, type AnyRow } from './rows';

export const groupings = ['dimension', 'person', 'date'] as const;
export type Grouping = (typeof groupings)[number];

export interface GroupingParts {
  /** The newest first. */
  readonly notes: readonly IndexedNote[];
  readonly framework: Pick<Framework, 'dimensions' | 'hats'>;
  /** The name of whom a note is about. */
  readonly personOf: (note: IndexedNote) => string | undefined;
}

/** The first level of rows, by grouping; nothing without notes. */
export const rowsBy: Readonly<Record<Grouping, (parts: GroupingParts) => readonly AnyRow[]>> = {
  dimension: dimensionRows,
  person: rowsByPerson,
  date: ({ notes }) => noteRows(undefined, notes),
};

/** Every dimension, in the order of the framework, also one without a note: that is worth seeing. */
function dimensionRows({ notes, framework }: GroupingParts): readonly AnyRow[] {
  if (notes.length === 0) return [];
  const byDimension = new Map<string, TaggedBlock[]>(framework.dimensions.map(({ id }) => [id, []]));
  for (const note of notes)
    for (const entry of taggedBlocksOf(note))
      for (const tag of entry.tags) add(byDimension.get(tag.dimension), entry);
  return Array.from(byDimension, ([dimension, entries]) => {
    const isMeant = (tag: NoteTag) => tag.dimension === dimension;
    return new Row({
      facts: { kind: 'dimension', dimension },
      key: dimension,
      parent: undefined,
      counts: countBlocks(entries),
      children: (row) => (entries.length === 0 ? [] : hatRows(row, dimension, entries, framework.hats)),
      holds: ({ tags }, entry) => (entry?.tags ?? tags).some(isMeant),
    });
  });
}

/** Once, though several of its tags may name the dimension. */
function add(entries: TaggedBlock[] | undefined, entry: TaggedBlock): void {
  if (entries?.at(-1) !== entry) entries?.push(entry);
}

/** Both hats, also one that was not worn; what names none comes last. */
function hatRows(
  parent: AnyRow,
  dimension: string,
  entries: readonly TaggedBlock[],
  hats: Framework['hats'],
): readonly AnyRow[] {
  const row = (hat: string | undefined): AnyRow => {
    const isMeant = (tag: NoteTag) => tag.dimension === dimension && tag.hat === hat;
    const own = entries.filter(({ tags }) => tags.some(isMeant));
    return new Row({
      facts: { kind: 'hat', dimension, hat },
      key: hat ?? '',
      parent,
      counts: countBlocks(own),
      children: (above) => blockRows(above, own, isMeant),
      holds: ({ tags }, entry) => (entry?.tags ?? tags).some(isMeant),
    });
  };
  const undecided = row(undefined);
  return [...hats.map(({ id }) => row(id)), ...(undecided.children.length > 0 ? [undecided] : [])];
}

/** The most recently met first; notes about no one person come last. */
function rowsByPerson({ notes, personOf }: GroupingParts): readonly AnyRow[] {
  const byName = new Map<string | undefined, IndexedNote[]>();
  for (const note of notes) {
    const name = personOf(note);
    const own = byName.get(name);
    if (own) own.push(note);
    else byName.set(name, [note]);
  }
  const others = byName.get(undefined);
  byName.delete(undefined);
  const people = Array.from(byName, ([name, own]) => personRow(name, own, personOf));
  return others ? [...people, personRow(undefined, others, personOf)] : people;
}

function personRow(
  name: string | undefined,
  notes: readonly IndexedNote[],
  personOf: GroupingParts['personOf'],
): AnyRow {
  return new Row({
    facts: { kind: 'person', name },
    key: name ?? '',
    parent: undefined,
    counts: countNotes(notes),
    children: (row) => noteRows(row, notes),
    holds: (note) => personOf(note) === name,
  });
}
