/**
 * Where the text of a paragraph, heading or cell is no text to a reader: code spans, raw HTML, link destinations and
 * titles, references, images, autolinks and wiki links, by CommonMark 0.31 and GFM; and comments, `%% … %%` among them.
 */
import { runLength } from './blockStarts';
import { bareUrlEnd } from './bareUrls';
import { code } from './cursor';
import { spaceEnd, tagEnd } from './html';
import { destinationEnd, isPunctuation, labelEnd, normalisedLabel, titleEnd } from './links';
import type { Labels, Ranges } from './structure';

/** @param definitions normalised labels of the note's link reference definitions */
export function hiddenRanges(text: string, definitions: Labels): Ranges {
  if (!/[`<[\]\\]|%%|:\/\/|www\./i.test(text)) return [];
  const scanner = new InlineScanner(text, definitions);
  scanner.scan();
  return scanner.hidden.sort(([one], [other]) => one - other);
}

/** Those of the hidden ranges that are comments. */
export function commentRanges(text: string, definitions: Labels): Ranges {
  if (!/%%|<!--/.test(text)) return [];
  return hiddenRanges(text, definitions).filter(([start]) =>
    /^(?:<!--|%%)/.test(text.slice(start, start + 4)),
  );
}

/** What leads from a text to another place. Offsets are those of the text. */
export type InlineLink =
  /** The destination of a link or an image, or the value of an HTML attribute, as it is written. */
  | { readonly kind: 'destination'; readonly start: number; readonly end: number }
  /** What stands between the brackets of a wiki link. */
  | { readonly kind: 'wiki'; readonly start: number; readonly end: number }
  /** `[text][label]`, `[label][]` or `[label]`, or an image of that form. */
  | {
      readonly kind: 'reference';
      readonly start: number;
      /** Where the text or label between its first brackets begins and ends. */
      readonly text: readonly [start: number, end: number];
      readonly end: number;
      /** Normalised. */
      readonly label: string;
    }
  /** The mark of a footnote. */
  | { readonly kind: 'footnote'; readonly start: number; readonly end: number; readonly label: string };

/** In no order; a link within a link’s text or an image’s description is one, too. */
export function inlineLinks(text: string, definitions: Labels, footnotes: Labels): readonly InlineLink[] {
  const scanner = new InlineScanner(text, definitions, footnotes);
  scanner.scan();
  return scanner.links;
}

const none: Labels = new Set<string>();

interface Bracket {
  readonly start: number;
  /** After `[` or `![`. */
  readonly end: number;
  readonly isImage: boolean;
  /** Another bracket stands in it: it can't be a reference's label. */
  holdsBracket: boolean;
}

class InlineScanner {
  readonly hidden: (readonly [number, number])[] = [];
  readonly links: InlineLink[] = [];
  readonly #brackets: Bracket[] = [];
  /** Links hold no links: a bracket that stands outside one can open none. */
  #inactive = 0;
  #runs: ReadonlyMap<number, number[]> | undefined;
  /** From here on there is none of these ends any more. */
  readonly #endless = new Map<string, number>();

  constructor(
    private readonly text: string,
    private readonly definitions: Labels,
    private readonly footnotes = none,
  ) {}

  scan(): void {
    for (let offset = 0; offset < this.text.length;) offset = this.#next(offset);
  }

  /** Takes what stands at an offset, and tells where it ends. */
  #next(offset: number): number {
    const { text } = this;
    switch (text.charCodeAt(offset)) {
      case code.backslash:
        return offset + (isPunctuation(text.charCodeAt(offset + 1)) ? 2 : 1);
      case code.backtick:
        return this.#takeCode(offset);
      case code.less:
        return this.#takeAngle(offset);
      case code.percent:
        return this.#takeComment(offset);
      case code.bang:
        return text.charCodeAt(offset + 1) === code.openBracket ? this.#open(offset, true) : offset + 1;
      case code.openBracket:
        return this.#open(offset, false);
      case code.closeBracket:
        return this.#close(offset);
      case code.h:
      case code.H:
      case code.w:
      case code.W:
        return this.#takeUrl(offset);
      default:
        return offset + 1;
    }
  }

  /** In brackets that may become a link an address is text. */
  #takeUrl(start: number): number {
    const next = this.text.charCodeAt(start + 1) | 0x20;
    const mayBegin = next === code.t || next === code.w;
    const end = mayBegin && this.#brackets.length === 0 ? bareUrlEnd(this.text, start) : -1;
    return end < 0 ? start + 1 : this.#hide(start, end);
  }

  #hide(start: number, end: number): number {
    this.hidden.push([start, end]);
    return end;
  }

  #takeCode(start: number): number {
    const length = runLength(this.text, start, this.text.length);
    const after = start + length;
    this.#runs ??= backtickRuns(this.text);
    const runs = this.#runs.get(length) ?? [];
    while ((runs.at(-1) ?? Infinity) < after) runs.pop();
    const close = runs.at(-1);
    return close === undefined ? after : this.#hide(start, close + length);
  }

  #takeAngle(start: number): number {
    const { text } = this;
    const tag = tagEnd(text, start, text.length);
    if (tag >= 0) {
      this.#addAttributes(start, tag);
      return this.#hide(start, tag);
    }
    autolink.lastIndex = start;
    if (autolink.test(text)) return this.#hide(start, autolink.lastIndex);
    for (const [open, close] of verbatim) {
      if (!text.startsWith(open, start)) continue;
      const end = this.#find(close, start + open.length);
      if (end >= 0) return this.#hide(start, end);
    }
    const isDeclaration = /^<![a-z]/i.test(text.slice(start, start + 3));
    const end = isDeclaration ? this.#find('>', start) : -1;
    return end >= 0 ? this.#hide(start, end) : start + 1;
  }

  #takeComment(start: number): number {
    const end = this.text.startsWith('%%', start) ? this.#find('%%', start + 2) : -1;
    return end < 0 ? start + 1 : this.#hide(start, end);
  }

  #addAttributes(start: number, end: number): void {
    for (const { 0: whole, 1: value = '', index } of this.text.slice(start, end).matchAll(attribute)) {
      const from = start + index + whole.length - value.length;
      this.links.push({ kind: 'destination', start: from + 1, end: from + value.length - 1 });
    }
  }

  /** After the next `close`, or -1; remembers that there is none. */
  #find(close: string, from: number): number {
    if (from >= (this.#endless.get(close) ?? Infinity)) return -1;
    const found = this.text.indexOf(close, from);
    if (found >= 0) return found + close.length;
    this.#endless.set(close, from);
    return -1;
  }

  #open(start: number, isImage: boolean): number {
    const end = start + (isImage ? 2 : 1);
    const wikiEnd = wikiLinkEnd(this.text, end - 1);
    if (wikiEnd >= 0) {
      this.links.push({ kind: 'wiki', start: end + 1, end: wikiEnd - 2 });
      return this.#hide(start, wikiEnd);
    }
    const outer = this.#brackets.at(-1);
    if (outer) outer.holdsBracket = true;
    this.#brackets.push({ start, end, isImage, holdsBracket: false });
    return end;
  }

  #close(offset: number): number {
    const bracket = this.#brackets.pop();
    if (!bracket) return offset + 1;
    const isInactive = !bracket.isImage && this.#brackets.length < this.#inactive;
    this.#inactive = Math.min(this.#inactive, this.#brackets.length);
    const end = isInactive ? -1 : this.#linkEnd(bracket, offset);
    if (end < 0) return offset + 1;
    if (bracket.isImage) return this.#hide(bracket.start, end);
    this.#inactive = this.#brackets.length;
    return this.#hide(offset, end);
  }

  /** The end of the link or image whose text ends at an offset, or -1. */
  #linkEnd(bracket: Bracket, offset: number): number {
    const resource = resourceAt(this.text, offset + 1);
    if (resource) {
      this.links.push({ kind: 'destination', ...resource.destination });
      return resource.end;
    }
    this.#addFootnote(bracket, offset);
    return this.definitions.size === 0 ? -1 : this.#referenceEnd(bracket, offset);
  }

  /** It hides nothing: to a reader its mark is text. */
  #addFootnote({ start, end, isImage }: Bracket, offset: number): void {
    if (isImage || this.text.charCodeAt(end) !== code.caret || offset - end > 999) return;
    const label = normalisedLabel(this.text.slice(end + 1, offset));
    if (this.footnotes.has(label)) this.links.push({ kind: 'footnote', start, end: offset + 1, label });
  }

  #referenceEnd({ start, end, holdsBracket }: Bracket, offset: number): number {
    const labelled = labelEnd(this.text, offset + 1, this.text.length);
    const isFull = labelled > offset + 3;
    if (!isFull && holdsBracket) return -1;
    const [from, to] = isFull ? [offset + 2, labelled - 1] : [end, offset];
    const label = to - from > 999 ? '' : normalisedLabel(this.text.slice(from, to));
    if (!this.definitions.has(label)) return -1;
    const after = Math.max(labelled, offset + 1);
    this.links.push({ kind: 'reference', start, text: [end, offset], end: after, label });
    return after;
  }
}

/** In an HTML tag: where it leads, with its quotes. */
const attribute = /\s(?:href|src)\s*=\s*("[^"]*"|'[^']*')/gi;

const autolink =
  /<(?:[a-z][a-z0-9.+-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*)>/iy;

const verbatim: readonly (readonly [open: string, close: string])[] = [
  ['<!-->', ''],
  ['<!--->', ''],
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
];

/** The starts of runs of backticks by their lengths, from the last to the first. */
function backtickRuns(text: string): ReadonlyMap<number, number[]> {
  const runs: (readonly [number, number])[] = [];
  for (let start = text.indexOf('`'); start >= 0;) {
    const length = runLength(text, start, text.length);
    runs.push([start, length]);
    start = text.indexOf('`', start + length);
  }
  const starts = new Map<number, number[]>();
  for (const [start, length] of runs.reverse()) {
    const ofLength = starts.get(length);
    if (ofLength) ofLength.push(start);
    else starts.set(length, [start]);
  }
  return starts;
}

interface Resource {
  readonly destination: { readonly start: number; readonly end: number };
  readonly end: number;
}

/** `(destination "title")` at an offset. */
function resourceAt(text: string, start: number): Resource | undefined {
  if (text.charCodeAt(start) !== code.open) return undefined;
  const limit = text.length;
  const destination = spaceEnd(text, start + 1, limit);
  const end = destinationEnd(text, destination, limit);
  if (end < 0) return undefined;
  const title = spaceEnd(text, end, limit);
  const afterTitle = title > end ? titleEnd(text, title, limit) : -1;
  const close = afterTitle < 0 ? title : spaceEnd(text, afterTitle, limit);
  if (text.charCodeAt(close) !== code.close) return undefined;
  return { destination: { start: destination, end }, end: close + 1 };
}

/** The end of `[[target|text]]` at an offset, or -1. */
function wikiLinkEnd(text: string, start: number): number {
  if (text.charCodeAt(start + 1) !== code.openBracket) return -1;
  for (let offset = start + 2; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    if (unit === code.openBracket || unit === code.newline) return -1;
    if (unit === code.closeBracket && text.charCodeAt(offset + 1) === code.closeBracket)
      return offset > start + 2 ? offset + 2 : -1;
  }
  return -1;
}
