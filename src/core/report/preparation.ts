/** What there is to know before a 1:1: facts by date, and the person’s own words of the last talks. */
import type { Framework } from '../framework/model';
import { emptyMonths, monthsBefore } from '../journal/digest/months';
import { personDigest, type PersonDigest, type Promised } from '../journal/digest/person';
import type { Passage, Written } from '../journal/digest/written';
import type { IndexedNote, NoteTask } from '../journal/note';
import type { KnownPerson, People } from '../journal/people/knownPeople';
import { dateOf, dayOf } from '../util/calendar';
import { promptsForNeglected } from '../templates/carryOver';
import { oneOnOnePath } from '../templates/note';
import type { TemplatePrompt } from '../templates/prompts';

export interface PromisedLine extends Promised {
  /** Plain; absent where it can’t be read, and of those that are only counted. */
  readonly text: string | undefined;
}

export interface Talk {
  readonly note: IndexedNote;
  readonly words: readonly Passage[];
}

export interface Preparation {
  readonly person: KnownPerson;
  /** Local date `YYYY-MM-DD`. */
  readonly today: string;
  readonly lastMet: string | undefined;
  readonly mine: readonly PromisedLine[];
  readonly theirs: readonly PromisedLine[];
  /** Where topics are collected, and those that are. */
  readonly next: string;
  readonly topics: readonly Passage[];
  /** The newest first, three at most. */
  readonly talks: readonly Talk[];
  /** Of the six whole months before this one, but not before the first note; `undefined` where there was none yet. */
  readonly emptyMonths: readonly string[] | undefined;
  /** Three at most. */
  readonly questions: readonly TemplatePrompt[];
}

export interface PreparationInput {
  readonly notes: readonly IndexedNote[];
  readonly people: People;
  readonly person: KnownPerson;
  readonly framework: Framework;
  readonly today: string;
  readonly isUnwritten: (task: NoteTask) => boolean;
  /** What is written in a note. */
  readonly read: (path: string) => Promise<Written>;
}

const talksShown = 3;

/** So many promises are read each way; more are counted. */
export const promisesShown = 20;

export async function preparationOf(input: PreparationInput): Promise<Preparation> {
  const { people, person, framework, today } = input;
  const span = { from: '1970-01-01', to: today };
  const digest = personDigest(input.notes, people, person, span, input.isUnwritten);
  const known = new Map<string, Promise<Written>>();
  const read = (path: string) => {
    const reading = known.get(path) ?? input.read(path);
    known.set(path, reading);
    return reading;
  };
  const next = oneOnOnePath(people.all, person.name, today).replace(/[^/]+$/, 'next.md');
  const last = digest.notes.slice(-talksShown).reverse();
  const [mine, theirs, topics, talks] = await Promise.all([
    withTexts(digest.mine, read),
    withTexts(digest.theirs, read),
    read(next),
    Promise.all(last.map(async (note) => ({ note, words: ownWords(await read(note.path)) }))),
  ]);
  return {
    ...{ person, today, lastMet: digest.lastMet, mine, theirs, next, topics: topics.own, talks },
    emptyMonths: monthsWithout(digest, today),
    questions: promptsForNeglected(framework, 'oneOnOne', digest.notes, today),
  };
}

/** Of the six whole months before this one: a month that runs is not over. */
function monthsWithout({ notes }: PersonDigest, today: string): readonly string[] | undefined {
  const dates = notes.flatMap(({ date }) => date ?? []);
  const [first] = dates;
  const to = dateOf(dayOf(monthsBefore(today, 0)) - 1);
  if (first === undefined || first > to) return undefined;
  const from = monthsBefore(today, 6);
  return emptyMonths(dates, first > from ? first : from, to);
}

/** What is open, or went on to a later note, is told as a promise. */
function ownWords({ own }: Written): readonly Passage[] {
  return own.filter(({ task }) => task === undefined || task.state === 'done' || task.state === 'dropped');
}

function withTexts(
  promised: readonly Promised[],
  read: (path: string) => Promise<Written>,
): Promise<readonly PromisedLine[]> {
  return Promise.all(
    promised.map(async (one, index) => {
      if (index >= promisesShown) return { ...one, text: undefined };
      const { own } = await read(one.note.path);
      const { line, hash } = one.task;
      const passage = own.find(({ task }) => task?.line === line && task.hash === hash);
      return { ...one, text: passage?.text };
    }),
  );
}
