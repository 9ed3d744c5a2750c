import { dateOf, dayOf } from '../../util/calendar';
import { taggedBlocksOf, type TaggedBlock } from './entries';
import type { IndexedNote, NoteTag } from '../note';

/** Which blocks are looked through. What is `undefined` may be anything. */
export interface BlockFilter {
  readonly dimension: string | undefined;
  /** Without an id: tags that name no hat. */
  readonly hat: { readonly id: string | undefined } | undefined;
  /** Without a name: notes that are not about one person. */
  readonly person: { readonly name: string | undefined } | undefined;
  readonly period: DatePeriod | undefined;
}

/** Local dates `YYYY-MM-DD`, both included. */
export interface DatePeriod {
  readonly first: string;
  readonly last: string;
}

export const anything: BlockFilter = {
  dimension: undefined,
  hat: undefined,
  person: undefined,
  period: undefined,
};

export interface FoundBlock {
  readonly entry: TaggedBlock;
  /** The first of its tags that the filter lets through. */
  readonly tag: NoteTag;
}

/**
 * @param notes the newest first, as the answer is
 * @param personOf the name of whom a note is about
 */
export function findBlocks(
  notes: readonly IndexedNote[],
  { dimension, hat, person, period }: BlockFilter,
  personOf: (note: IndexedNote) => string | undefined,
): readonly FoundBlock[] {
  const isMeant = (tag: NoteTag) =>
    (dimension === undefined || tag.dimension === dimension) && (!hat || tag.hat === hat.id);
  const isWanted = (note: IndexedNote) =>
    note.tags.length > 0 &&
    (!period || isWithin(note.date, period)) &&
    (!person || personOf(note) === person.name);
  return notes.filter(isWanted).flatMap((note) =>
    taggedBlocksOf(note).flatMap((entry) => {
      const tag = entry.tags.find(isMeant);
      return tag ? [{ entry, tag }] : [];
    }),
  );
}

function isWithin(date: string | undefined, { first, last }: DatePeriod): boolean {
  return date !== undefined && first <= date && date <= last;
}

/** So many days up to a day, which is one of them. What is written for days to come counts, too. */
export function lastDays(today: string, days: number): DatePeriod {
  return { first: dateOf(dayOf(today) - (days - 1)), last: '9999-12-31' };
}

/** The years of notes, the newest first. */
export function yearsOf(notes: readonly IndexedNote[]): readonly string[] {
  const years = new Set(notes.flatMap(({ date }) => date?.slice(0, 4) ?? []));
  return [...years].sort().reverse();
}

export function wholeYear(year: string): DatePeriod {
  return { first: `${year}-01-01`, last: `${year}-12-31` };
}
