/** What was written with somebody, with the team or alone, month by month: facts, the months without a note among them. */
import { monthsBetween } from '../journal/digest/months';
import { oldestFirst, type Span } from '../journal/digest/person';
import type { KnownPerson, People } from '../journal/people/knownPeople';
import { isRetrospective, type IndexedNote } from '../journal/note';
import { checkDate, type FiledCheck } from '../selfcheck/checks';

/** With whom somebody looks back. */
export type Company = KnownPerson | 'team' | 'alone';

export interface LookBackInput {
  readonly notes: Iterable<IndexedNote>;
  readonly checks: readonly FiledCheck[];
  readonly people: People;
}

export interface Month {
  /** `YYYY-MM` */
  readonly month: string;
  /** The oldest first; those of a month without any stay visible as none. */
  readonly notes: readonly IndexedNote[];
  readonly checks: readonly FiledCheck[];
}

/** Every month of the span. What has no date, like an earlier look back, is of no month. */
export function lookBackOf(
  { notes, checks, people }: LookBackInput,
  company: Company,
  { from, to }: Span,
): readonly Month[] {
  const isIn = (date = '') => date >= from && date <= to;
  const dated = oldestFirst(notes).filter((note) => isIn(note.date) && isWith(company, note, people));
  const own = company === 'alone' ? checks.filter((check) => isIn(checkDate(check))) : [];
  const byDate = [...own].sort((one, other) => (one.finished < other.finished ? -1 : 1));
  return monthsBetween(from, to).map((month) => ({
    month,
    notes: dated.filter(({ date }) => date?.startsWith(month)),
    checks: byDate.filter((check) => checkDate(check).startsWith(month)),
  }));
}

/** Alone is what is about nobody and no retrospective. */
function isWith(company: Company, note: IndexedNote, people: People): boolean {
  const about = people.of(note);
  if (typeof company === 'object') return about === company;
  if (company === 'team') return isRetrospective(note);
  return about === undefined && note.person === undefined && !isRetrospective(note);
}
