/** Names as they are typed: whom one means, and who is found by what was typed so far. */
import type { KnownPerson } from './knownPeople';
import { canonicalName } from './names';
import { remembered } from './remembered';

type Named = Pick<KnownPerson, 'name' | 'aliases' | 'folders'>;

/** Whom a typed name may mean. */
export interface Called<T> {
  /** One where it is clear, none where nobody is called so. */
  readonly people: readonly T[];
  /** Is it a whole name, an alias or a folder, not just a part of a name? */
  readonly isWhole: boolean;
}

/** A name as it is typed after `@`: `Priya Shah` as `priya-shah`. */
export function mentionable(name: string): string {
  return hyphenated(canonicalName(name).toLowerCase());
}

/** A name without what keyboards and habits make of it: case, accents, the kind of apostrophe, hyphen or space. */
export const plainName = remembered((name: string): string => {
  const plain = canonicalName(name)
    .toLowerCase()
    .normalize('NFD')
    // Only accents: the marks of other scripts are letters of their own.
    .replace(/[\u0300-\u036f]+/g, '')
    .normalize('NFC')
    .replace(/[ßæœøđðłıþ]/g, (letter) => unaccented.get(letter) ?? letter)
    // Apostrophes that Unicode counts as letters.
    .replace(/[\u02b9-\u02bf\u02c8]/g, '-');
  return hyphenated(plain) || plain.replace(/^-+$/, '');
});

/** Letters whose stroke or ligature is no mark that could be taken away. */
const unaccented: ReadonlyMap<string, string> = new Map(
  Object.entries({ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', þ: 'th' }),
);

function hyphenated(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
}

/**
 * Who is called so. Whole names and aliases go before folders, these before first names, and these before any other
 * part of a name; each in this spelling before others that differ in accents.
 */
export function whoIsCalled<T extends Named>(all: readonly T[], typed: string): Called<T> {
  const [exactly, nearly] = [spelledAs(mentionable, typed), spelledAs(plainName, typed)];
  const part = `-${plainName(typed)}-`;
  const whole = firstFound(all, [
    ({ name, aliases }) => exactly([name, ...aliases]),
    ({ name, aliases }) => nearly([name, ...aliases]),
    ({ folders }) => nearly(folders),
  ]);
  if (whole.length > 0) return { people: whole, isWhole: true };
  const people = firstFound(all, [
    ({ name }) => exactly(name.split(' ', 1)),
    ({ name }) => nearly(name.split(' ', 1)),
    ({ name }) => `-${plainName(name)}-`.includes(part),
  ]);
  return { people, isWhole: false };
}

function spelledAs(spelling: (name: string) => string, typed: string): (names: readonly string[]) => boolean {
  const wanted = spelling(typed);
  return (names) => wanted !== '' && names.some((name) => spelling(name) === wanted);
}

/** Those whom the first test finds that finds anybody. */
function firstFound<T>(all: readonly T[], tests: readonly ((person: T) => boolean)[]): readonly T[] {
  for (const test of tests) {
    const found = all.filter(test);
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * Whose name or alias holds what was typed so far: first those who are called so, then those of whom a word begins so.
 * Else they stay in their order.
 */
export function peopleLike<T extends Omit<Named, 'folders'>>(
  people: readonly T[],
  typed: string,
): readonly T[] {
  const wanted = plainName(typed);
  if (wanted === '') return [];
  const found = people.map((person) => ({ person, distance: distanceOf(person, wanted) }));
  return [0, 1, 2].flatMap((wished) =>
    found.filter(({ distance }) => distance === wished).map(({ person }) => person),
  );
}

/** From 0, the same, to 3, which is another name. */
function distanceOf({ name, aliases }: Omit<Named, 'folders'>, wanted: string): number {
  const names = [name, ...aliases].map(plainName);
  if (names.includes(wanted)) return 0;
  if (names.some((plain) => beginsWord(plain, wanted))) return 1;
  return names.some((plain) => plain.includes(wanted)) ? 2 : 3;
}

/** Does a word of the name begin so? Both are plain. */
export function beginsWord(name: string, typed: string): boolean {
  return `-${name}`.includes(`-${typed}`);
}
