/** `@name` in a text, and who is mentioned in one. */
import type { KnownPerson, People } from './knownPeople';
import { withoutAccents } from './nameMatching';
import { escaped, isNoParticle, wholeWord } from './namePatterns';
import { canonicalName } from './names';

/** `@name`, and where it stands. */
export interface Mention {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Not within an address (`https://a.org/@ana`). */
const at = String.raw`(?<![\p{L}\p{M}\p{N}_.@/+-])@`;
/** Joiners, and what nobody sees, stand within names, too. */
const inside = String.raw`\p{L}\p{M}\p{N}_.’'\u00ad\u200b-\u200d\u2060\ufeff-`;
/** Nor the scope of a package (`@ana/tools`). */
const mention = new RegExp(
  String.raw`${at}([\p{L}\p{N}](?:[${inside}]*[\p{L}\p{M}\p{N}_])?)(?![\p{L}\p{M}\p{N}_/])`,
  'gu',
);
const mentionBegun = new RegExp(String.raw`${at}([${inside}]*)$`, 'u');

/** `@ana’s turn` is Ana’s. */
const possessive = /[’']s$/;

/** All of a text, in their order. */
export function mentionsIn(text: string): Mention[] {
  if (!text.includes('@')) return [];
  return Array.from(text.matchAll(mention), ({ index, 1: whole = '' }) => {
    const name = whole.replace(possessive, '');
    return { name, start: index, end: index + 1 + name.length };
  });
}

/** The word that is being typed after `@` at the end of a line: where it begins and what it says. */
export function mentionAtEnd(typed: string): { readonly start: number; readonly name: string } | undefined {
  const [whole, name = ''] = mentionBegun.exec(typed) ?? [];
  return whole === undefined ? undefined : { start: typed.length - whole.length, name };
}

/**
 * The person whom `@name` means; `undefined` for somebody whom the journal does not know, or where it may be several.
 * @param about whom the note is about, who is meant before all others of that name
 */
export function personOfMention(name: string, people: People, about?: KnownPerson): KnownPerson | undefined {
  const { people: meant } = people.resolve(name);
  return meant.find((person) => person === about) ?? (meant.length === 1 ? meant[0] : undefined);
}

/**
 * Tells whether a note mentions somebody: by `@name`, as the Actions view takes it; by a whole name, alias or folder; or
 * by a word of the name that means nobody else. As where names are hidden, a single word counts as it is spelled (“will”
 * is not Will), and no accents are asked for.
 */
export function mentionsOf(
  people: People,
  person: KnownPerson,
): (text: string, about?: KnownPerson) => boolean {
  const spelled = anyOf(spelledWords(people, person), 'u');
  const joined = anyOf([...joinedNames(person), ...folderPaths(person)], 'iu');
  return (text, about) => {
    const plain = withoutAccents(text.normalize('NFC').replace(/[\u00ad\u200b\u2060\ufeff]/g, ''));
    return (
      spelled.test(plain) ||
      joined.test(plain) ||
      mentionsIn(text).some(({ name }) => personOfMention(name, people, about) === person)
    );
  };
}

function anyOf(patterns: readonly string[], flags: string): RegExp {
  return new RegExp(patterns.length === 0 ? '(?!)' : patterns.join('|'), flags);
}

/** Names of one word, and words of longer ones that mean nobody else. */
function spelledWords(people: People, person: KnownPerson): string[] {
  const names = [person.name, ...person.aliases].map(canonicalName);
  const words = names
    .flatMap((whole) => whole.split(' '))
    .filter((word) => isNoParticle(word) && personOfMention(word, people) === person);
  return [...names.filter((whole) => !whole.includes(' ')), ...words].map(wordPattern);
}

function wordPattern(word: string): string {
  const plain = withoutAccents(word);
  return wholeWord(plain, escaped(plain));
}

/** Names of several words, and folders that have a hyphen, which no word of any language is: in any case. */
function joinedNames({ name, aliases, folders }: KnownPerson): string[] {
  return [name, ...aliases, ...folders].flatMap((whole) => {
    const parts = withoutAccents(canonicalName(whole)).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    return parts.length < 2 ? [] : [wholeWord(parts.join(''), parts.map(escaped).join(betweenWords))];
  });
}

const betweenWords = String.raw`[\s\p{Pd}_.’'\u02b9-\u02bf]{1,3}`;

/** Links to what lies in the folder. */
function folderPaths({ folders }: KnownPerson): string[] {
  return folders.map((folder) => `people/${escaped(withoutAccents(folder))}(?![\\p{L}\\p{M}\\p{N}-])`);
}
