/** What says that something is nobody else's. */
import { fold } from '../../framework/comparable';

/** A tag of the text, or an entry of `tags` in front matter, which may hold several: `private`, `#private/health`. */
export function isPrivateTag(text: string): boolean {
  if (text.length < 'private'.length) return false;
  return text.split(/[\s,]+/).some((tag) => /^#?private(?:\/|$)/.test(fold(tag)));
}

/** Of a heading as it reads, without its tags: everything below it is private. */
export function isPrivateHeading(text: string): boolean {
  const words = text.replace(/#\S+/g, '').replace(/[*_~=`]/g, '');
  return /^private ?[:.]?$/.test(fold(words.trim()));
}

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
