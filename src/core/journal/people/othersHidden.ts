import { redactNames, redactPath, redactTitle } from './hiddenNames';
import type { KnownPerson, People } from './knownPeople';
import { escaped, wholeWord } from './namePatterns';
import { canonicalName } from './names';

export interface OthersHidden {
  /** For running text, line by line. */
  readonly text: (text: string) => string;
  readonly title: (title: string) => string;
  /** `undefined` where the path itself names somebody else. */
  readonly path: (path: string) => string | undefined;
}

/** Initials for everybody whom the journal knows but one, whose own names stay as they are written. */
export function othersHidden(people: People, person: KnownPerson): OthersHidden {
  const others = people.all.filter((one) => one !== person);
  const [text, title, path] = [redactNames, redactTitle, redactPath].map((redact) => redact(others));
  const keep = (hide: (text: string) => string = (text) => text) => keeping(ownNames(person, others), hide);
  const hidePath = (whole: string): string => {
    const folder = person.folders.map((name) => `people/${name}/`).find((name) => whole.startsWith(name));
    return folder === undefined ? keep(path)(whole) : folder + keep(title)(whole.slice(folder.length));
  };
  return {
    text: keep(text),
    title: keep(title),
    path: (whole) => (hidePath(whole) === whole.normalize('NFC') ? whole : undefined),
  };
}

/** Those that stand in nobody else’s, the longest first. */
function ownNames(
  { name, aliases, folders }: KnownPerson,
  others: readonly KnownPerson[],
): readonly string[] {
  const theirs = others.flatMap((one) => [one.name, ...one.aliases, ...one.folders].map(folded));
  return [name, ...aliases, ...folders]
    .map(canonicalName)
    .filter((own) => own !== '' && !theirs.some((one) => one.includes(folded(own))))
    .sort((one, other) => other.length - one.length);
}

function folded(name: string): string {
  return canonicalName(name).toLowerCase();
}

/** Hides in what stands between names that stay. */
function keeping(names: readonly string[], hide: (text: string) => string): (text: string) => string {
  if (names.length === 0) return hide;
  const patterns = names.map((name) => wholeWord(name, escaped(name).replaceAll(' ', '[\\s-]+')));
  const parts = new RegExp(`(${patterns.join('|')})`, 'iu');
  return (text) =>
    text
      .normalize('NFC')
      .split(parts)
      .map((part, index) => (index % 2 === 1 ? part : hide(part)))
      .join('');
}
