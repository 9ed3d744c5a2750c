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

/** With whatever hyphens and apostrophes a keyboard has. */
export function escaped(text: string): string {
  return text
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(anyHyphen, String.raw`\p{Pd}`)
    .replace(anyApostrophe, apostrophes);
}

const apostrophes = String.raw`['’‘\u02b9-\u02bf]`;
const anyApostrophe = new RegExp(apostrophes, 'gu');
const anyHyphen = /\p{Pd}/gu;

/** What texts have in common that one pattern finds. */
export function asTyped(text: string): string {
  return text.replace(anyApostrophe, "'").replace(anyHyphen, '-');
}
