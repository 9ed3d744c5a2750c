/** Ids and tags as two of them are compared: by what a person sees, whatever case it is in. */

/**
 * NFC, all of Unicode without regard to case, and without what nobody sees. As for names, `İ`, `I`, `ı` and `i` are one
 * letter: which of them are a pair depends on the language, which a note does not tell.
 */
export function fold(segment: string): string {
  return ascii.test(segment) ? segment.toLowerCase() : folded(segment);
}

const ascii = /^[\0-\x7f]*$/;

/** By way of capitals, since some letters have several small forms (`ß` and `ss`, `σ` and `ς`), and some capitals none. */
function folded(text: string): string {
  return text
    .normalize('NFC')
    .replace(unseen, '')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replace(/i\u0307/g, 'i')
    .replace(/ς/g, 'σ')
    .normalize('NFC');
}

/** Joiners, fillers and the choice of a glyph; not what tells one flag from another. */
const unseen = /(?![\u{e0020}-\u{e007f}])\p{Default_Ignorable_Code_Point}/gu;

/** Scripts whose letters change their form beside each other; some words hold a joiner that says how: `تصمیم‌گیری`. */
const joining = [
  'Arab',
  'Syrc',
  'Mong',
  'Deva',
  'Beng',
  'Guru',
  'Gujr',
  'Orya',
  'Taml',
  'Telu',
  'Knda',
  'Mlym',
]
  .concat('Sinh', 'Khmr')
  .map((script) => String.raw`\p{scx=${script}}`)
  .join('');

/** A pattern: a joiner that belongs to a word. */
export const joinerInWord = String.raw`(?<=[${joining}])(?<=[\p{L}\p{M}])[\u200c\u200d](?=[${joining}])(?=[\p{L}\p{M}])`;
