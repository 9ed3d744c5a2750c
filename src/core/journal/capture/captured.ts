/** Captured notes: what a typed line asks for, and where it goes in a text. */
import type { KnownPerson, People } from '../people/knownPeople';
import { mentionsIn, type Mention } from '../people/mentions';
import { plainName } from '../people/nameMatching';
import { structureOf } from '../frontMatter/noteStructure';

/** Where a captured note goes. */
export type Destination =
  | { readonly kind: 'today' }
  | { readonly kind: 'retrospective' }
  | { readonly kind: 'person'; readonly name: string };

export interface Captured {
  /** What is saved, trimmed; the name that sends it is taken out of its beginning or end, and stays in a sentence. */
  readonly text: string;
  readonly destination: Destination;
}

/** What may part a name from what follows; signs of other scripts have no space behind them. */
const separator = /^(?:[,:;.!?–—-]\s+|(?:(?![!-~])\p{Terminal_Punctuation}|[）】》」』〉］｝])+\s*)/u;

/** `@ana’s turn` is a sentence. */
const possessive = /^[’'](?:s(?![\p{L}\p{N}])|\s)/u;

/**
 * What a typed line asks for. `@name` of somebody who is known sends it to them, `@retro` to the next retrospective; the
 * first that means something counts.
 * @param retro the word for the next retrospective
 */
export function readCapture(typed: string, people: People, retro: string): Captured {
  for (const { name, start, end } of mentions(typed, people)) {
    const destination = destinationOf(name, people, retro);
    if (!destination) continue;
    const [before, after] = [typed.slice(0, start).trim(), typed.slice(end).trim()];
    if (before === '' && !possessive.test(typed.slice(end)))
      return { text: after.replace(separator, ''), destination };
    return { text: after === '' ? before : typed.trim(), destination };
  }
  return { text: typed.trim(), destination: { kind: 'today' } };
}

/** An `@name` that sends a line nowhere. */
export interface Undecided extends Mention {
  /** Whom it may mean; nobody where no one is called so. */
  readonly people: readonly KnownPerson[];
}

/** Of a line that nothing sends anywhere: the first `@name` that several people are called, else the first of all. */
export function undecidedMention(typed: string, people: People, retro: string): Undecided | undefined {
  const found = mentions(typed, people).filter(({ name }) => !people.isLead(name));
  if (found.some(({ name }) => destinationOf(name, people, retro))) return undefined;
  const undecided = found.map((one) => ({ ...one, people: people.resolve(one.name).people }));
  return undecided.find((one) => one.people.length > 0) ?? undecided[0];
}

/** Without what follows a name in a script that has no spaces. */
function mentions(typed: string, people: People): Mention[] {
  return mentionsIn(typed).map(({ name, start, end }) => {
    const { length } = people.resolve(name).rest;
    return { name: name.slice(0, name.length - length), start, end: end - length };
  });
}

/** Whole names go before the next retrospective, and that before somebody of whom it is a part of the name. */
function destinationOf(name: string, people: People, retro: string): Destination | undefined {
  if (people.isLead(name)) return undefined;
  const { people: meant, isWhole } = people.resolve(name);
  if (!isWhole && plainName(name) === plainName(retro)) return { kind: 'retrospective' };
  const [person, ...others] = meant;
  return person && others.length === 0 ? { kind: 'person', name: person.name } : undefined;
}

const listItem = /^(?:[-*+]|\d{1,9}[.)])\s/;

/** A list item of a text, which may begin as one, with what belongs to it indented below. */
export function captureItem(text: string, below = ''): string {
  const lines =
    below === '' ? [] : ['', ...below.split(/\r\n|\n|\r/).map((line) => (line === '' ? '' : `  ${line}`))];
  return [listItem.test(text) ? text : `- ${text}`, ...lines].join('\n');
}

/**
 * Where an item is put at the end of a text, and with which line breaks: directly below a list, else after an empty line.
 * Code, HTML, a formula or a comment that the text leaves open is closed before it, else it would be no item. The text
 * itself stays as it is.
 */
export function appendedItem(text: string, item: string): { readonly offset: number; readonly text: string } {
  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const before = text.trimEnd();
  const put = itemAfter(before, item).replaceAll('\n', lineBreak);
  const isEnded = /[\r\n]/.test(text.slice(before.length));
  return { offset: before.length, text: put + (isEnded ? '' : lineBreak) };
}

/** How often an item stands in a text, as whole lines of any line breaks. */
export function timesSaved(text: string, item: string): number {
  // Each line with breaks of its own: of two that touch, both are counted.
  const lines = (some: string): string =>
    `\n${some
      .split(/\r\n|\n|\r/)
      .map((line) => line.trimEnd())
      .join('\n\n')}\n`;
  return lines(text).split(lines(item)).length - 1;
}

function itemAfter(before: string, item: string): string {
  const { missingEnd, items, lastLine } = structureOf(before);
  const isList = items.some(({ outer, scope }) => outer?.kind === 'document' && scope.last === lastLine);
  const gap = before === '' ? '' : isList && !item.includes('\n') ? '\n' : '\n\n';
  const end = missingEnd === undefined ? gap : `\n${missingEnd}\n\n`;
  // What hides nothing while it stands alone is closed when the item itself holds the same mark.
  const ends = [end, `${end}%%\n\n`, `${end}$$\n\n`, `${end}<!-- -->\n\n`].map((lead) => lead + item);
  return ends.find((put) => isItem(before, put, item)) ?? end + item;
}

/** Is the last list item that begins at the margin the one that was added? */
function isItem(before: string, put: string, item: string): boolean {
  const { items, lineStarts } = structureOf(before + put);
  const start = before.length + put.length - item.length;
  return items.some(({ outer, scope }) => outer?.kind === 'document' && lineStarts[scope.first] === start);
}
