/**
 * Raw HTML by CommonMark 0.31, found by loops: a regular expression that repeats a group runs out of stack on a line of
 * some megabytes.
 */
import { code, isDigit, isLetter } from './cursor';

/** The end of the open or closing tag that begins at an offset, or -1. Line breaks count as white space. */
export function tagEnd(text: string, start: number, limit: number): number {
  const isClosing = text.charCodeAt(start + 1) === code.slash;
  let offset = start + (isClosing ? 2 : 1);
  if (!isLetter(text.charCodeAt(offset))) return -1;
  while (isNameUnit(text.charCodeAt(offset))) offset++;
  if (!isClosing) offset = attributesEnd(text, offset, limit);
  offset = spaceEnd(text, offset, limit);
  if (!isClosing && text.charCodeAt(offset) === code.slash) offset++;
  return offset < limit && text.charCodeAt(offset) === code.greater ? offset + 1 : -1;
}

/** The end of the last whole attribute. */
function attributesEnd(text: string, start: number, limit: number): number {
  for (let end = start; ;) {
    const name = spaceEnd(text, end, limit);
    if (name === end || name >= limit || !startsAttribute(text.charCodeAt(name))) return end;
    let offset = name + 1;
    while (offset < limit && isAttributeUnit(text.charCodeAt(offset))) offset++;
    end = offset;
    const equals = spaceEnd(text, offset, limit);
    if (equals >= limit || text.charCodeAt(equals) !== code.equals) continue;
    const value = valueEnd(text, spaceEnd(text, equals + 1, limit), limit);
    // A name without a value, and then something that is none: no tag.
    if (value < 0) return end;
    end = value;
  }
}

function valueEnd(text: string, start: number, limit: number): number {
  const quote = text.charCodeAt(start);
  if (quote === code.quote || quote === code.apostrophe) {
    const end = text.indexOf(text.charAt(start), start + 1);
    return end < 0 || end >= limit ? -1 : end + 1;
  }
  let end = start;
  while (end < limit && !isSpace(text.charCodeAt(end)) && !'"\'=<>`'.includes(text.charAt(end))) end++;
  return end > start ? end : -1;
}

/** The first offset that is no white space. */
export function spaceEnd(text: string, start: number, limit: number): number {
  let offset = start;
  while (offset < limit && isSpace(text.charCodeAt(offset))) offset++;
  return offset;
}

export function isSpace(unit: number): boolean {
  return unit === code.space || (unit >= code.tab && unit <= code.return);
}

function isNameUnit(unit: number): boolean {
  return isLetter(unit) || isDigit(unit) || unit === code.minus;
}

function startsAttribute(unit: number): boolean {
  return isLetter(unit) || unit === code.underscore || unit === code.colon;
}

function isAttributeUnit(unit: number): boolean {
  return startsAttribute(unit) || isDigit(unit) || unit === code.dot || unit === code.minus;
}

/** What ends an HTML block: a line that holds this, or a blank line. */
export type HtmlEnd = HtmlEndMark | 'blankLine';

interface HtmlEndMark {
  readonly pattern: RegExp;
  /** The one that belongs to how the block began. */
  readonly text: string;
}

export function isComment(end: HtmlEnd): boolean {
  return end !== 'blankLine' && end.text === '-->';
}

const verbatimEnd = /<\/(?:script|pre|textarea|style)>/i;

const starts: readonly (readonly [RegExp, HtmlEnd])[] = [
  [/<script(?:[ \t\r\n>]|$)/iy, { pattern: verbatimEnd, text: '</script>' }],
  [/<pre(?:[ \t\r\n>]|$)/iy, { pattern: verbatimEnd, text: '</pre>' }],
  [/<textarea(?:[ \t\r\n>]|$)/iy, { pattern: verbatimEnd, text: '</textarea>' }],
  [/<style(?:[ \t\r\n>]|$)/iy, { pattern: verbatimEnd, text: '</style>' }],
  [/<!--/y, { pattern: /-->/, text: '-->' }],
  [/<\?/y, { pattern: /\?>/, text: '?>' }],
  [/<![A-Z]/iy, { pattern: />/, text: '>' }],
  [/<!\[CDATA\[/y, { pattern: /\]\]>/, text: ']]>' }],
  [
    /<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[ \t\r\n]|\/?>|$)/iy,
    'blankLine',
  ],
];

/** How the HTML block ends that begins at an offset of a line, if one does. */
export function htmlBlock(
  text: string,
  start: number,
  lineEnd: number,
  interruptsParagraph: boolean,
): HtmlEnd | undefined {
  for (const [pattern, end] of starts) {
    pattern.lastIndex = start;
    if (pattern.test(text)) return end;
  }
  if (interruptsParagraph) return undefined;
  const end = tagEnd(text, start, lineEnd);
  return end >= 0 && spaceEnd(text, end, lineEnd) === lineEnd ? 'blankLine' : undefined;
}
