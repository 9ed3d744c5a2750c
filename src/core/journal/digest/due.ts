/** Whom one means to meet next: when one last met, held against how often one means to. */
import { daysBetween } from '../../util/calendar';
import type { IndexedNote } from '../note';
import type { KnownPerson, People } from '../people/knownPeople';

export interface Due {
  readonly person: KnownPerson;
  /** Local date `YYYY-MM-DD` of the newest note about them that is not of a day to come. */
  readonly lastMet: string | undefined;
  /** Whole days since then. */
  readonly days: number | undefined;
  /** Whole days until they are due, below 0 since; absent where no cadence says so, or one never met. */
  readonly dueIn: number | undefined;
}

/**
 * Everybody: first who is due, the longest first, also whom one never met though a cadence is given; then by how long ago
 * one met, the longest first; of equal ones as `people` has them.
 * @param today local date `YYYY-MM-DD`
 */
export function dueFirst(notes: Iterable<IndexedNote>, people: People, today: string): readonly Due[] {
  const met = new Map<KnownPerson, string>();
  for (const note of notes) {
    if (note.date === undefined || note.date > today) continue;
    const person = people.of(note);
    if (person && note.date > (met.get(person) ?? '')) met.set(person, note.date);
  }
  return people.all
    .map((person): Due => {
      const lastMet = met.get(person);
      const days = lastMet === undefined ? undefined : daysBetween(lastMet, today);
      const every = cadenceDays(person.cadence ?? '');
      const dueIn = days === undefined || every === undefined ? undefined : every - days;
      return { person, lastMet, days, dueIn };
    })
    .sort((one, other) => rank(one) - rank(other) || wait(other) - wait(one));
}

function rank({ person, days, dueIn }: Due): number {
  const isWanted = days === undefined && cadenceDays(person.cadence ?? '') !== undefined;
  return isWanted || (dueIn !== undefined && dueIn <= 0) ? 0 : 1;
}

/** Of those who are due, how long they are; of others, how long ago one met. */
function wait({ days = never, dueIn }: Due): number {
  return dueIn !== undefined && dueIn <= 0 ? -dueIn : days;
}

/** In days: more than any journal has. */
const never = 1_000_000;

const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:d|days?|tage?n?|jours?|días?|dias?|giorni?)$/u, 1],
  [/^(?:w|wks?|weeks?|wochen?|semaines?|semanas?|settimane?)$/u, 7],
  [/^(?:mo?|mths?|months?|monate?n?|mois|mes|meses|mesi)$/u, 30],
  [/^(?:quarters?|quartale?|trimestres?)$/u, 91],
];
const numbers: Readonly<Record<string, number>> = {
  ...{ other: 2, second: 2, two: 2, three: 3, four: 4, six: 6 },
  ...{ zweite: 2, zwei: 2, drei: 3, vier: 4, sechs: 6, deux: 2, trois: 3, quatre: 4, dos: 2, tres: 3 },
};
/** Every two weeks is said with “weekly” in it, too. */
const words: readonly (readonly [RegExp, number])[] = [
  [/(?:bi-?weekly|fortnight|two-?weekly|zweiwöch|14-?täg|vierzehntäg|bimensuel|quincenal)/u, 14],
  [/(?:weekly|wöchentlich|hebdomadaire|semanal|settimanale)/u, 7],
  [/(?:quarterly|vierteljähr|quartalsweise|trimestr)/u, 91],
  [/(?:monthly|monatlich|mensuel|mensual|mensile)/u, 30],
  [/(?:daily|täglich|quotidien|diario)/u, 1],
];

/**
 * How many days words such as “weekly”, “every 2 weeks”, “2w” or “alle 14 Tage” mean; `undefined` for others: they are
 * shown as they are, and nobody is due by them.
 */
export function cadenceDays(cadence: string): number | undefined {
  const text = cadence.normalize('NFC').toLowerCase();
  const tokens = text.match(/\d+|\p{L}+/gu) ?? [];
  for (const [index, token] of tokens.entries()) {
    const size = unitDays(tokens[index + 1] ?? '');
    const times = numbers[token] ?? Number(token);
    if (size !== undefined && !Number.isNaN(times)) return times > 0 ? times * size : undefined;
  }
  const known = words.find(([pattern]) => pattern.test(text))?.[1];
  // “every week”, “once a month”
  return known ?? tokens.map((token) => (token.length > 2 ? unitDays(token) : undefined)).find(Boolean);
}

function unitDays(word: string): number | undefined {
  return units.find(([pattern]) => pattern.test(word))?.[1];
}
