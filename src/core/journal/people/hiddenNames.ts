/**
 * Initials in the place of people's names, for *Hide Private Details*. Names of people that the journal does not know
 * stay, but for those that a path below `people/` says.
 */
import type { KnownPerson } from './knownPeople';
import { plainName, withoutAccents } from './nameMatching';
import { asTyped, escaped, isNoParticle, isUnspaced, wholeWord } from './namePatterns';
import { canonicalName, initials, readableFolder } from './names';

type Named = Pick<KnownPerson, 'name' | 'aliases' | 'folders'>;
type Hide = (text: string) => string;

/** What stands for a name, by the name. */
type Shown = ReadonlyMap<string, string>;

/** Fewer are too often those of another word. */
const fewestLetters = 3;

/**
 * For running text: whole names and aliases, and each of their words by itself. `@name` counts in any case, as does the
 * name of a folder with a hyphen in it (`priya-shah`), which is no word of any language, and a whole name of several
 * words (`priya.shah@example.org`, “PRIYA SHAH”). Other words count as they are spelled, so that “will” stays when Will
 * is hidden; one in lower case is a name only where it is the whole name or alias (“captain”), not a particle of one
 * (“de”). White space in the text is folded.
 */
export const redactNames = oncePer((people) => {
  const spelled = spelledNames(people);
  const folders = joinedNames(people.flatMap(foldersOf)).filter(([, { parts }]) => parts.length > 1);
  if (spelled.size === 0 && folders.length === 0) return (text) => text;
  const hideFolders = joinedHider(folders, wholeWord, '-');
  const hideWholes = joinedHider(wholeNames(people), wholeWord, String.raw`[\s._-]+`);
  const hideMentions = mentionHider(spelled);
  const hideSpelled = spelledHider(spelled);
  return (text) => hideSpelled(hideMentions(hideWholes(hideFolders(text.normalize('NFC')))));
});

/**
 * For titles, and for names of files, which often give them: besides what counts in running text, names, aliases, each
 * of their words and names of folders in any case, from three letters on, with whatever signs between them, and beside
 * a digit (`2026-03-01-priya2`). That may take an ordinary word for a name (“what I W. do next”, where Will is known).
 * In the few words of a title this costs less than a name on a shared screen; in a text it would spoil whole sentences.
 */
export const redactTitle = oncePer((people) => {
  const wholes = people.flatMap(({ name, aliases }) => [name, ...aliases].map(canonicalName));
  const words = wholes.flatMap((whole) => whole.split(' ').filter(isNoParticle));
  const named = [...wholes, ...words].map((part): [string, string] => [part, initials(part)]);
  const hideJoined = joinedHider(
    joinedNames([...named, ...people.flatMap(foldersOf)]),
    wholeLetters,
    anySigns,
  );
  const hideText = redactNames(people);
  return (title) => hideText(hideJoined(title.normalize('NFC')));
});

/**
 * For paths in the journal: a folder below `people/` is shown by the initials of whom it belongs to, also when that is
 * somebody of whom the journal knows nothing else yet. All other folders and files are shown like titles.
 */
export const redactPath = oncePer((people) => {
  const hideTitle = redactTitle(people);
  const byFolder = new Map(people.flatMap(foldersOf));
  return (path) => {
    const [place = '', folder = '', ...rest] = path.normalize('NFC').split('/');
    const isFolder = place === 'people' && (rest.length > 0 || byFolder.has(folder) || !folder.includes('.'));
    if (!isFolder) return path.split('/').map(hideTitle).join('/');
    const known = byFolder.get(folder);
    const stranger = { name: readableFolder(folder), aliases: [], folders: [folder] };
    const hide = known === undefined ? redactTitle([...people, stranger]) : hideTitle;
    return [place, known ?? initials(stranger.name), ...rest.map(hide)].join('/');
  };
});

/** Made once as long as nobody comes or goes: a list of rows asks for each of them. */
function oncePer(make: (people: readonly Named[]) => Hide): (people: readonly Named[]) => Hide {
  const made = new WeakMap<readonly Named[], Hide>();
  return (people) => {
    const hide = made.get(people) ?? make(people);
    made.set(people, hide);
    return hide;
  };
}

function foldersOf({ name, folders }: Named): [string, string][] {
  return folders.map((folder) => [folder.normalize('NFC'), initials(name)]);
}

/** Of two words and more that are no particles: hardly anything else says them one after the other. */
function wholeNames(people: readonly Named[]): [string, Joined][] {
  const wholes = people.flatMap(({ name, aliases }) => [name, ...aliases].map(canonicalName));
  return joinedNames(
    wholes.flatMap((whole): [string, string][] => {
      const words = whole.split(' ').filter(isNoParticle);
      return words.length > 1 ? [[whole, initials(whole)]] : [];
    }),
  );
}

// ---- As they are spelled --------------------------------------------------------------------------------

function spelledNames(people: readonly Named[]): Shown {
  const shown = new Map<string, string>();
  for (const { name, aliases } of people)
    for (const spelling of [name, ...aliases].map(canonicalName))
      for (const part of [spelling, ...spelling.split(' ')])
        if (isNoParticle(part) || (part === spelling && letters(part) >= fewestLetters))
          for (const typed of [asTyped(part), asTyped(withoutAccents(part))])
            if (!shown.has(typed)) shown.set(typed, initials(part));
  return shown;
}

function spelledHider(shown: Shown): Hide {
  if (shown.size === 0) return (text) => text;
  const names = new RegExp(alternatives(shown.keys()), 'gu');
  return (text) => text.replace(names, (found) => shown.get(asTyped(found)) ?? '');
}

function mentionHider(shown: Shown): Hide {
  if (shown.size === 0) return (text) => text;
  const byFolded = new Map([...shown].map(([part, short]): [string, string] => [part.toLowerCase(), short]));
  const mentions = new RegExp(`@${alternatives(byFolded.keys())}`, 'giu');
  const hideTyped = typedMentionHider(shown);
  return (text) =>
    hideTyped(text).replace(
      mentions,
      (found) => `@${byFolded.get(asTyped(found.slice(1)).toLowerCase()) ?? ''}`,
    );
}

/** In any spelling by which `@name` means somebody: also parts of a name with a hyphen, and without accents. */
function typedMentionHider(shown: Shown): Hide {
  const runs = [...shown.keys()].flatMap(runsIn);
  const byPlain = new Map(
    [...runs, ...shown].map(([part, short]): [string, string] => [plainName(part), short]),
  );
  const hide = (mention: string): string => {
    const ends = Array.from(
      mention.matchAll(/[\p{L}\p{M}\p{N}]+/gu),
      ({ index, 0: word }) => index + word.length,
    );
    for (const end of ends.reverse()) {
      const short = byPlain.get(plainName(mention.slice(0, end)));
      if (short !== undefined) return short + mention.slice(end);
    }
    return mention;
  };
  return (text) => text.replace(/(?<=@)[\p{L}\p{M}\p{N}_.’'-]+/gu, hide);
}

/** Each word of a name, and those beside each other, with what stands for them. */
function runsIn(name: string): [string, string][] {
  const words = name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.flatMap((_, first) =>
    words
      .slice(first)
      .map((_last, more) => words.slice(first, first + more + 1))
      .filter((run) => run.length > 1 || run.some(isNoParticle))
      .map((run): [string, string] => [run.join('-'), initials(run.join(' '))]),
  );
}

function alternatives(names: Iterable<string>): string {
  const patterns = [...names].sort(longestFirst).map((name) => wholeWord(name, escaped(name)));
  return `(?:${patterns.join('|')})`;
}

// ---- In any case ----------------------------------------------------------------------------------------

/** A name in its parts: `priya-shah` and “Priya Shah” have the same. */
interface Joined {
  readonly parts: readonly string[];
  readonly short: string;
}

/** By their letters and digits alone. */
function joinedNames(names: readonly (readonly [string, string])[]): [string, Joined][] {
  const found = new Map<string, Joined>();
  for (const [whole, short] of names)
    for (const name of [whole, withoutAccents(whole)]) {
      const parts = name.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
      const key = parts.join('');
      if (letters(key) >= fewestLetters && !found.has(key)) found.set(key, { parts, short });
    }
  return [...found];
}

/** @param signs the pattern of what may stand between the parts of a name */
function joinedHider(names: readonly [string, Joined][], whole: typeof wholeWord, signs: string): Hide {
  if (names.length === 0) return (text) => text;
  const shown = new Map(names);
  const patterns = [...names]
    .sort(([one], [other]) => longestFirst(one, other))
    .map(([key, { parts }]) => whole(key, parts.map(escaped).join(signs)));
  const any = new RegExp(patterns.join('|'), 'giu');
  return (text) => text.replace(any, (found) => shown.get(lettersOf(found))?.short ?? '');
}

const anySigns = String.raw`[^\p{L}\p{M}\p{N}]*`;

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

// ---- Patterns -------------------------------------------------------------------------------------------

/** Names of files put digits beside words. */
function wholeLetters(name: string, pattern: string): string {
  return isUnspaced(name) ? pattern : String.raw`(?<!\p{L})${pattern}(?!\p{L})`;
}

function letters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

function longestFirst(one: string, other: string): number {
  return other.length - one.length;
}
