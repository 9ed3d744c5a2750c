/** Addresses that stand in a text as they are, by GFM's autolink extension. */
import type { Ranges } from './inline';

const starts = /(?:https?:\/\/|www\.)(?=[^\s\p{P}\p{S}]|[-_])/giu;
const lineOrTagEnd = /[\s<]/g;

/** @param hidden what is no text anyhow; an address ends there */
export function bareUrls(text: string, hidden: Ranges): Ranges {
  if (!/:\/\/|www\./i.test(text)) return [];
  const urls: (readonly [number, number])[] = [];
  let index = 0;
  for (starts.lastIndex = 0; ;) {
    const start = starts.exec(text)?.index;
    if (start === undefined) return urls;
    while ((hidden[index]?.[1] ?? Infinity) <= start) index++;
    const [hiddenStart = Infinity, hiddenEnd = Infinity] = hidden[index] ?? [];
    if (hiddenStart <= start) {
      starts.lastIndex = hiddenEnd;
      continue;
    }
    if (!mayBegin(text, start)) continue;
    const end = urlEnd(text, start, hiddenStart);
    urls.push([start, end]);
    starts.lastIndex = end;
  }
}

/** `www.` begins a word; a protocol does not go on a letter. */
function mayBegin(text: string, start: number): boolean {
  const before = text.charAt(start - 1);
  return /^w/i.test(text.charAt(start)) ? /^[\s(*_[\]~]?$/.test(before) : !/[a-z]/i.test(before);
}

/** Up to white space or `<`; punctuation at its end does not belong to it. */
function urlEnd(text: string, start: number, limit: number): number {
  lineOrTagEnd.lastIndex = start;
  let end = Math.min(lineOrTagEnd.exec(text)?.index ?? text.length, limit);
  let open = count(text, '(', start, end) - count(text, ')', start, end);
  for (; end > start; end--) {
    const last = text.charAt(end - 1);
    if (last === ')' && open < 0) open++;
    else if (!'?!.,:*_~\'"'.includes(last)) break;
  }
  return end;
}

function count(text: string, character: string, start: number, end: number): number {
  let found = 0;
  for (let at = text.indexOf(character, start); at >= 0 && at < end; at = text.indexOf(character, at + 1))
    found++;
  return found;
}
