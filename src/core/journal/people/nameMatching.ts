/** Names as they are typed: whom one means, and who is found by what was typed so far. All that asks, asks here. */
import { isUnspaced } from './namePatterns';
import { canonicalName } from './names';
import { memoize } from '../../util/memoize';

interface Named {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly folders: readonly string[];
}

/** Whom a typed name may mean. */
export interface NameMatch<T> {
  /** One where it is clear, none where nobody is called so. */
  readonly people: readonly T[];
  /** Is it a whole name, an alias or a folder, not just a part of a name? */
  readonly isWhole: boolean;
  /** What was typed behind the name, in scripts without spaces between words. */
  readonly rest: string;
}

/** A name as it is typed after `@`: `Priya Shah` as `priya-shah`. */
export function mentionOf(name: string): string {
  return hyphenated(canonicalName(name).toLowerCase().normalize('NFC'));
}

/** A name without what keyboards and habits make of it: case, accents, the kind of apostrophe, hyphen or space. */
export const plainName = memoize((name: string): string => {
  const plain = withoutAccents(canonicalName(name).toLowerCase())
    // Apostrophes that Unicode counts as letters.
    .replace(/[\u02b9-\u02bf\u02c8]/g, '-');
  return hyphenated(plain) || plain.replace(/^-+$/, '');
});

/** In NFC. */
export function withoutAccents(text: string): string {
  return (
    text
      .normalize('NFD')
      // Only accents: the marks of other scripts are letters of their own.
      .replace(/[\u0300-\u036f]+/g, '')
      .normalize('NFC')
      .replace(/[ßæœøđðłıþÆŒØĐÐŁÞ]/g, (letter) => unaccented.get(letter) ?? letter)
  );
}

/** Letters whose stroke or ligature is no mark that could be taken away. */
const unaccented: ReadonlyMap<string, string> = new Map([
  ...Object.entries({ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', þ: 'th' }),
  ...Object.entries({ Æ: 'Ae', Œ: 'Oe', Ø: 'O', Đ: 'D', Ð: 'D', Ł: 'L', Þ: 'Th' }),
]);

function hyphenated(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
}

/** How well a typed name fits somebody, the best first. */
const fits = {
  spelled: 0,
  plain: 1,
  folder: 2,
  firstSpelled: 3,
  firstPlain: 4,
  words: 5,
  begun: 6,
  within: 7,
  none: 8,
} as const;

/**
 * Who is called so. Whole names and aliases go before folders, these before first names, and these before any other
 * part of a name; each in this spelling before others that differ in accents. Where nobody is, and the script has no
 * spaces, whoever’s name the typed text begins with.
 */
export function resolveName<T extends Named>(all: readonly T[], typed: string): NameMatch<T> {
  const { people, fit } = nearest(all, typed);
  if (fit <= fits.words) return { people, isWhole: fit <= fits.folder, rest: '' };
  const name = longestBeginning(all, typed);
  if (name === '') return { people: [], isWhole: false, rest: '' };
  const known = resolveName(all, name);
  return { ...known, rest: typed.slice(name.length) };
}

/**
 * Whose name, alias or folder fits what was typed so far: in the order in which `resolveName` takes them, then those of
 * whom a word begins so, then those that hold it anywhere. Else they stay in their order.
 */
export function suggestPeople<T extends Named>(all: readonly T[], typed: string): readonly T[] {
  const fitOf = fitter(typed);
  const found = all.map((person) => ({ person, fit: fitOf(person) }));
  return found
    .filter(({ fit }) => fit < fits.none)
    .sort((one, other) => one.fit - other.fit)
    .map(({ person }) => person);
}

/** Those whom it fits best. */
function nearest<T extends Named>(all: readonly T[], typed: string): { people: readonly T[]; fit: number } {
  const fitOf = fitter(typed);
  let [people, best]: [T[], number] = [[], fits.none];
  for (const person of all) {
    const fit = fitOf(person);
    if (fit < best) [people, best] = [[], fit];
    if (fit === best && fit < fits.none) people.push(person);
  }
  return { people, fit: best };
}

function fitter(typed: string): (person: Named) => number {
  const [spelled, plain] = [mentionOf(typed), plainName(typed)];
  if (plain === '') return () => fits.none;
  return ({ name, aliases, folders }) => {
    const names = [name, ...aliases];
    const [first = ''] = name.split(' ', 1);
    if (spelled !== '' && names.some((whole) => mentionOf(whole) === spelled)) return fits.spelled;
    const plains = names.map(plainName);
    if (plains.includes(plain)) return fits.plain;
    if (folders.some((folder) => plainName(folder) === plain)) return fits.folder;
    if (spelled !== '' && mentionOf(first) === spelled) return fits.firstSpelled;
    if (plainName(first) === plain) return fits.firstPlain;
    return partialFit(plains, plain);
  };
}

function partialFit(names: readonly string[], typed: string): number {
  const [name = ''] = names;
  if (`-${name}-`.includes(`-${typed}-`)) return fits.words;
  if (names.some((whole) => beginsWord(whole, typed))) return fits.begun;
  return names.some((whole) => whole.includes(typed)) ? fits.within : fits.none;
}

/** Does a word of the name begin so? Both are plain. */
export function beginsWord(name: string, typed: string): boolean {
  return `-${name}`.includes(`-${typed}`);
}

/** The longest name or alias in a script without spaces with which the typed text begins; `''` for none. */
function longestBeginning(all: readonly Named[], typed: string): string {
  if (!isUnspaced(typed)) return '';
  let longest = '';
  for (const { name, aliases } of all)
    for (const whole of [name, ...aliases])
      if (whole.length > longest.length && isUnspaced(whole) && typed.startsWith(whole)) longest = whole;
  return longest;
}
