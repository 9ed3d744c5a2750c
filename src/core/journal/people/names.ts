import { textHash } from '../../util/hash';
import type { Person } from './people';
import { memoize } from '../../util/memoize';

/** Room for a hash and a date beside it on every disk: names may have 255 bytes. */
const maxBytes = 80;

/** Device names of Windows, which no folder may have, with or without an ending. */
const reserved = /^(con|prn|aux|nul|(com|lpt)[0-9¹²³])$/;

/** What a hash suffix looks like. A name that ends so by itself gets one, too, so that the two can't be confused. */
const hashLike = /(^|-)[0-9a-f]{8}$/;

/**
 * A true name in one spelling: NFC, white space folded, invisible characters dropped (a soft hyphen parts no word) but
 * for the joiners, which belong to the spelling of Persian names and of emoji. Two spellings of it are the same person.
 */
export const canonicalName = memoize((name: string) =>
  name
    .replace(strayJoiner, '')
    .replace(/(?![\u200c\u200d\s])[\p{Cc}\p{Cf}\p{Cs}\u034f]|\ufeff/gu, '')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim(),
);

/** One that joins nothing: at an end, beside white space, or beside letters of a script that has no use for it. */
const unjoined = String.raw`[\s\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}]`;
const strayJoiner = new RegExp(
  String.raw`(?<=^|${unjoined})[\u200c\u200d]+|[\u200c\u200d]+(?=$|${unjoined})`,
  'gu',
);

/** A name without regard to case. */
export function foldName(name: string): string {
  return canonicalName(name).toLowerCase();
}

/**
 * A folder name for a person, safe on every file system: letters, marks and numbers of any script, lower-case, at
 * most 80 UTF-8 bytes and a hash. Different names give different folders, on disks that ignore case or Unicode
 * form as well: where the readable part alone would not give the name back, a hash of the name follows it.
 */
export function folderName(name: string): string {
  const canonical = canonicalName(name);
  const whole = slug(canonical);
  const cut = cutToBytes(whole, maxBytes);
  const lossless = cut === whole && isPlain(whole) && titleCase(whole) === canonical;
  return lossless ? whole : `${cut || 'name'}-${textHash(canonical)}`;
}

/** The folder in which this person's notes are or will be; never one in which somebody else's are. */
export function folderFor(name: string, people: readonly Person[]): string {
  const canonical = canonicalName(name);
  const own = people.find((person) => canonicalName(person.name) === canonical)?.folder;
  if (own !== undefined) return own;
  const others = new Set(people.filter(isNamed).map((person) => onDisk(person.folder ?? '')));
  const folder = folderName(name);
  if (!others.has(onDisk(folder))) return folder;
  for (let number = 2; ; number++) {
    const numbered = `${folder}-${number}`;
    if (!others.has(onDisk(numbered))) return numbered;
  }
}

/** Did a note say the name, or is it just the folder's? */
function isNamed({ name, folder }: Person): boolean {
  return folder !== undefined && name !== readableFolder(folder);
}

/** A folder name as disks compare it that ignore case and Unicode form. */
function onDisk(folder: string): string {
  return folder.normalize('NFC').toUpperCase().toLowerCase();
}

/** `Priya Shah` as `P. S.`, `李雷` as `李`; three parts at most. */
export function initials(name: string): string {
  const words = canonicalName(name).split(' ').filter(Boolean);
  return words
    .slice(0, 3)
    .map((word) => initial(word))
    .join(' ');
}

/** A name on screen. @param hidden while *Hide Private Details* is on: initials */
export function shownName(name: string, hidden: boolean): string {
  return hidden ? initials(name) : name;
}

/** A folder name made readable, for folders without a note that says the true name. */
export function readableFolder(folder: string): string {
  return titleCase(folder.replace(hashLike, '')) || folder;
}

/** A short readable part of a file name, or `''` when nothing readable is in the text. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/(?:[^\p{L}\p{M}\p{N}]|(?<![\p{L}\p{M}\p{N}])\p{M})+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** The longest beginning of whole characters (graphemes) with at most `bytes` bytes in UTF-8. */
export function cutToBytes(text: string, bytes: number): string {
  let used = 0;
  for (const { segment, index } of new Intl.Segmenter().segment(text)) {
    used += utf8Length(segment);
    if (used > bytes) return text.slice(0, index).replace(/-$/, '');
  }
  return text;
}

function isPlain(folder: string): boolean {
  // Disks that ignore case differ in how they fold ß, ſ or ı: whatever does not come back is told by a hash.
  const stable = folder.toUpperCase().toLowerCase().normalize('NFC') === folder;
  return folder !== '' && stable && !reserved.test(folder) && !hashLike.test(folder);
}

function titleCase(folder: string): string {
  return folder
    .split('-')
    .map((word) => word.replace(/^./u, (first) => first.toUpperCase()))
    .join(' ');
}

function initial(word: string): string {
  const [first] = new Intl.Segmenter().segment(word);
  const upper = (first?.segment ?? '').toUpperCase();
  return upper.toLowerCase() === upper ? upper : `${upper}.`;
}

function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}
