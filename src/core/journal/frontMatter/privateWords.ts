/** What says that something is nobody else's. */
import { fold } from '../../framework/comparable';

const unseen = /\p{Default_Ignorable_Code_Point}/gu;

/** A tag of the text, or an entry of `tags` in front matter, which may hold several: `private`, `#private/health`. */
export function isPrivateTag(text: string): boolean {
  if (text.length < 'private'.length) return false;
  const words = text.replace(unseen, '').split(/[\s,]+/);
  return words.some((tag) => /^#?private(?:\/|$)/.test(fold(tag)));
}

/**
 * Of a heading as it reads, without its tags: everything below it is private. Signs and numbers around the word, as in
 * `🔒 Private` or `3. [Private](x.md)`, and characters that nobody sees in it, are no other word.
 */
export function isPrivateHeading(text: string): boolean {
  if (text.length < 'private'.length || text.length > maxHeading) return false;
  const words = text
    .replace(/#\S+|<[^<>]*>|\{[^{}]*\}/g, ' ')
    .replace(/\]\([^()]*\)|\[\[[^[\]|]*\|/g, '')
    .replace(unseen, '')
    .normalize('NFKC')
    .replace(/[*_~=`]/g, '');
  return fold(words.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')) === 'private';
}

/** In UTF-16 units: a longer one says more than that. */
const maxHeading = 1000;

/**
 * Does front matter that could not be read say so, in whatever place? The word may be meant otherwise, but until somebody
 * puts the front matter right nobody knows.
 */
export function saysPrivate(source: string): boolean {
  const text = source.replace(/\\(?:\r\n|\n|\r)[ \t]*/g, '').replace(escape, fromEscape);
  return word.test(fold(text));
}

const word = /(?<![\p{L}\p{M}\p{N}_-])private(?![\p{L}\p{M}\p{N}_-])/u;

const escape = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))/g;

function fromEscape(escaped: string, byte?: string, unit?: string, point?: string): string {
  const code = Number.parseInt(byte ?? unit ?? point ?? '', 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : escaped;
}
