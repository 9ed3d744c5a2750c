/** Captured notes: what a typed line asks for, and where it goes in a text. */
import type { KnownPerson, People } from './knownPeople';
import { canonicalName } from './names';

/** Where a captured note goes. */
export type Destination =
  | { readonly kind: 'today' }
  | { readonly kind: 'retrospective' }
  | { readonly kind: 'person'; readonly name: string };

export interface Captured {
  /** What is kept, trimmed; the name that sends it is taken out of its beginning or end, and stays in a sentence. */
  readonly text: string;
  readonly destination: Destination;
}

/** `@name` of a line, and where it stands. */
interface Mention {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Not within an address (`https://a.org/@ana`), nor the scope of a package (`@ana/tools`). */
const mention =
  /(?<![\p{L}\p{M}\p{N}_.@/+-])@([\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_.’'-]*[\p{L}\p{M}\p{N}_])?)(?![\p{L}\p{M}\p{N}_/])/gu;

/**
 * What a typed line asks for. `@name` of somebody who is known sends it to them, `@retro` to the next retrospective; the
 * first that means something counts.
 * @param retro the word for the next retrospective
 */
export function readCapture(typed: string, people: People, retro: string): Captured {
  for (const { name, start, end } of mentions(typed)) {
    const destination = destinationOf(name, people, retro);
    if (!destination) continue;
    const [before, after] = [typed.slice(0, start).trim(), typed.slice(end).trim()];
    if (before === '') return { text: after.replace(/^[,:;–-]\s+/, ''), destination };
    return { text: after === '' ? before : typed.trim(), destination };
  }
  return { text: typed.trim(), destination: { kind: 'today' } };
}

/** The first `@name` of a line where none of them means anybody. */
export function unknownMention(typed: string, people: People, retro: string): string | undefined {
  const names = mentions(typed).map(({ name }) => name);
  return names.some((name) => destinationOf(name, people, retro)) ? undefined : names[0];
}

function mentions(typed: string): Mention[] {
  return Array.from(typed.matchAll(mention), ({ index, 0: whole, 1: name = '' }) => ({
    name,
    start: index,
    end: index + whole.length,
  }));
}

/** Whole names go before the next retrospective, and that before somebody of whom it is the first name. */
function destinationOf(name: string, people: People, retro: string): Destination | undefined {
  const known = people.find(name) ?? onlyOne(people, name, (person) => [person.name, ...person.aliases]);
  if (known) return { kind: 'person', name: known.name };
  if (name.toLowerCase() === retro.toLowerCase()) return { kind: 'retrospective' };
  const first = onlyOne(people, name, (person) => person.name.split(' ', 1));
  return first && { kind: 'person', name: first.name };
}

function onlyOne(
  { all }: People,
  typed: string,
  namesOf: (person: KnownPerson) => readonly string[],
): KnownPerson | undefined {
  const wanted = mentionable(typed);
  const found = all.filter((person) => namesOf(person).some((name) => mentionable(name) === wanted));
  return found.length === 1 ? found[0] : undefined;
}

/** A name as it is typed after `@`: `Priya Shah` as `priya-shah`. */
export function mentionable(name: string): string {
  return canonicalName(name)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** The word that is being typed after `@` at the end of a line: where it begins and what it says. */
export function mentionAtEnd(typed: string): { readonly start: number; readonly name: string } | undefined {
  const [whole, name = ''] = /(?<![\p{L}\p{M}\p{N}_.@/+-])@([\p{L}\p{M}\p{N}_.’'-]*)$/u.exec(typed) ?? [];
  return whole === undefined ? undefined : { start: typed.length - whole.length, name };
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
 * The text itself stays as it is.
 */
export function appendedItem(text: string, item: string): { readonly offset: number; readonly text: string } {
  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const offset = text.trimEnd().length;
  const end = text.slice(offset);
  const lastLine = /[^\r\n]*$/.exec(text.slice(0, offset))?.[0] ?? '';
  const isList = listItem.test(lastLine.trimStart()) || /^ {2,}\S/.test(lastLine);
  const gap = offset === 0 ? '' : lineBreak.repeat(isList && !item.includes('\n') ? 1 : 2);
  return { offset, text: gap + item.replaceAll('\n', lineBreak) + (/[\r\n]/.test(end) ? '' : lineBreak) };
}
