import { taggedBlocksOf, type TaggedBlock } from '../blocks/entries';
import type { IndexedNote, NoteTag, SkippedFile } from '../note';
import { periodsOf } from './periods';
import { countBlocks, countNotes, Row, type AnyRow, type BlockCounts } from './rows';

/** What stands in a list by date. */
interface Listed<T> {
  readonly dateOf: (item: T) => string | undefined;
  readonly count: (items: readonly T[]) => BlockCounts;
  readonly row: (item: T, parent: AnyRow | undefined) => AnyRow;
}

/** Rows of things, in years and months where they are many. */
function listRows<T>(parent: AnyRow | undefined, items: readonly T[], listed: Listed<T>): readonly AnyRow[] {
  const periods = periodsOf(items, listed.dateOf);
  if (!periods) return items.map((item) => listed.row(item, parent));
  return periods.map(
    ({ period, items: some }) =>
      new Row({
        facts: { kind: 'period', period },
        key: period ?? '',
        parent,
        counts: listed.count(some),
        children: (row) => listRows(row, some, listed),
        holds: ({ date }) => date?.slice(0, period?.length ?? 0) === period,
      }),
  );
}

/** @param notes the newest first */
export function noteRows(parent: AnyRow | undefined, notes: readonly IndexedNote[]): readonly AnyRow[] {
  return listRows(parent, notes, { dateOf: ({ date }) => date, count: countNotes, row: noteRow });
}

/** @param entries the newest first */
export function blockRows(
  parent: AnyRow,
  entries: readonly TaggedBlock[],
  isMeant: (tag: NoteTag) => boolean,
): readonly AnyRow[] {
  return listRows(parent, entries, {
    dateOf: ({ note }) => note.date,
    count: countBlocks,
    row: (entry, above) => entryRow(entry, entry.tags.find(isMeant) ?? entry.tags[0], above),
  });
}

function noteRow(note: IndexedNote, parent: AnyRow | undefined): AnyRow {
  const entries = taggedBlocksOf(note);
  return new Row({
    facts: { kind: 'note', note },
    key: note.path,
    parent,
    counts: countBlocks(entries),
    children: (row) => entries.map((entry) => entryRow(entry, entry.tags[0], row)),
    holds: ({ path }) => path === note.path,
  });
}

function entryRow(entry: TaggedBlock, tag: NoteTag, parent: AnyRow | undefined): AnyRow {
  return new Row({
    facts: { kind: 'entry', entry, tag },
    key: `${entry.note.path}#${entry.index}`,
    parent,
    counts: countBlocks([entry]),
    holds: ({ path }, other) =>
      path === entry.note.path && (other === undefined || other.index === entry.index),
  });
}

/** One row for all files that can't be read; none where there is no such file. */
export function skippedRows(files: readonly SkippedFile[]): readonly AnyRow[] {
  if (files.length === 0) return [];
  const nothing = { counts: countBlocks([]), holds: () => false };
  const children = (parent: AnyRow): readonly AnyRow[] =>
    files.map(
      (file) => new Row({ facts: { kind: 'skippedFile', file }, key: file.path, parent, ...nothing }),
    );
  return [new Row({ facts: { kind: 'skipped', files }, key: '', parent: undefined, children, ...nothing })];
}
