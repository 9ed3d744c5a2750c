/** Patterns that find names in texts. */

const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

/** Is the text in a script that has no spaces between its words? */
export function isUnspaced(text: string): boolean {
  return unspaced.test(text);
}

/** Where a script has spaces between its words, part of a word is no name. */
export function wholeWord(name: string, pattern: string): string {
  return isUnspaced(name) ? pattern : String.raw`(?<![\p{L}\p{M}\p{N}])${pattern}(?![\p{L}\p{M}\p{N}])`;
}

/** Not one such as “de” or “van”. */
export function isNoParticle(part: string): boolean {
  return part !== '' && !/^\p{Ll}/u.test(part);
}

export function escaped(text: string): string {
  // A hyphen is none of them, and may not be escaped where Unicode counts.
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
