/** Addresses that stand in a text as they are, by GFM's autolink extension as micromark reads it. */

const start = /https?:\/\/(?=[^\s\p{P}\p{S}])|www\.(?=.)/iuy;
const domain = /(?:[^\s\p{P}\p{S}\p{Cc}]|[-._])*/uy;

/** The end of the address that begins at an offset, or -1. */
export function bareUrlEnd(text: string, offset: number): number {
  if (!mayBeginUrl(text, offset)) return -1;
  start.lastIndex = offset;
  if (!start.test(text)) return -1;
  domain.lastIndex = /^w/i.test(text.charAt(offset)) ? offset : start.lastIndex;
  const [host = ''] = domain.exec(text) ?? [];
  const segments = host.split('.').slice(-2);
  if (segments.some((segment) => segment.includes('_')) || /^\.*$/.test(host)) return -1;
  return pathEnd(text, domain.lastIndex - (/[._]+$/.exec(host)?.[0].length ?? 0));
}

/** `www.` begins a word; a protocol does not go on a letter. */
function mayBeginUrl(text: string, offset: number): boolean {
  const before = text.charAt(offset - 1);
  return /^w/i.test(text.charAt(offset)) ? /^[\s(*_[\]~]?$/.test(before) : !/[a-z]/i.test(before);
}

const punctuation: ReadonlySet<string> = new Set('!"&\'),.:;<?_*~]');

/** Up to white space or `<`; punctuation at its end does not belong to it, but for parentheses that it opened. */
function pathEnd(text: string, from: number): number {
  let opened = 0;
  /** What ends here is no punctuation at the address's end: what lies before it need not be looked at again. */
  let goesOnAt = from;
  for (let offset = from; offset < text.length; offset++) {
    const character = text.charAt(offset);
    if (/\s/.test(character)) return offset;
    if (character === '(') opened++;
    else if (character === ')' && opened > 0) opened--;
    else if (punctuation.has(character) && (offset >= goesOnAt || character === ']')) {
      const end = punctuationEnd(text, offset);
      if (end === undefined) return offset;
      goesOnAt = end;
    }
  }
  return text.length;
}

/** Where the punctuation ends that the address goes on after; `undefined` where the address is over. */
function punctuationEnd(text: string, from: number): number | undefined {
  for (let offset = from; offset < text.length; offset++) {
    const character = text.charAt(offset);
    if (/[\s<]/.test(character)) return undefined;
    if (character === ']' && /^[\s([]?$/.test(text.charAt(offset + 1))) return undefined;
    if (character === '&') {
      reference.lastIndex = offset;
      if (!reference.test(text)) return offset;
      offset = reference.lastIndex - 1;
    } else if (!punctuation.has(character)) return offset;
  }
  return undefined;
}

const reference = /&[a-z]+;/iy;
