import { canonicalName, initials } from './names';
import type { KnownPerson } from './knownPeople';

/**
 * Puts initials in the place of people's names in a text, for *Hide Private Details*: whole names and aliases, and
 * each of their words by itself. `@name` counts in any case, other words as they are spelled, so that “will” stays
 * when Will is hidden. Names of people that the journal does not know stay, too. White space in the text is folded.
 */
export function nameHider(people: Iterable<Pick<KnownPerson, 'name' | 'aliases'>>): (text: string) => string {
  const shown = new Map<string, string>();
  for (const { name, aliases } of people)
    for (const spelling of [name, ...aliases].map(canonicalName))
      for (const part of [spelling, ...spelling.split(' ')])
        if (isName(part)) shown.set(part, initials(part));
  if (shown.size === 0) return (text) => text;
  const byFolded = new Map(Array.from(shown, ([part, short]) => [part.toLowerCase(), short]));
  const names = new RegExp(alternatives(shown.keys()), 'gu');
  const mentions = new RegExp(`@${alternatives(byFolded.keys())}`, 'giu');
  return (text) =>
    text
      .normalize('NFC')
      .replace(mentions, (found) => `@${byFolded.get(found.slice(1).toLowerCase()) ?? ''}`)
      .replace(names, (found) => shown.get(found) ?? '');
}

/** Not a particle such as “de” or “van”. */
function isName(part: string): boolean {
  return part !== '' && !/^\p{Ll}/u.test(part);
}

/** The longest first; whole words only, where a script has spaces between them. */
function alternatives(parts: Iterable<string>): string {
  const all = [...parts].sort((one, other) => other.length - one.length);
  const pattern = (part: string) => {
    const text = part.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
    return unspaced.test(part) ? text : String.raw`(?<![\p{L}\p{N}])${text}(?![\p{L}\p{N}])`;
  };
  return `(?:${all.map(pattern).join('|')})`;
}

const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
