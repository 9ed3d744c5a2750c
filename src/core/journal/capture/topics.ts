/**
 * What was captured for the next 1:1 or retrospective: `next.md`, a list in plain Markdown. The note that is made next
 * takes it up and says so in its front matter; `moves.ts` sees to it that it stands in one place then.
 */
import { textHash } from '../../util/hash';
import { frontMatterRange, plainEntries, writeFrontMatter } from '../frontMatter/frontMatter';
import { lineEnd, nextLineStart } from '../../util/lines';
import type { TextEdit } from '../../util/textEdit';
import type { LineRange } from '../note';
import { structureOf } from '../frontMatter/noteStructure';
import { scanNote } from '../scan/scanNote';
import type { KnownTags } from '../tags/tags';

/** Topics as they stand in `next.md`. */
export interface Topics {
  /** Markdown, without a line break at its end. */
  readonly text: string;
  /** Tells these very topics: belongs in the front matter of the note that takes them up, as `topics`. */
  readonly mark: string;
}

/** The key in a note's front matter under which it says what it took up. */
export const topicsKey = 'topics';

/**
 * The topics in a text of `next.md` that are not private; `undefined` where there are none.
 * @param taken the mark of those that the note has already: where they are the first ones they are not in the text, but
 *   the mark that is to stand in the note tells them, too
 */
export function topicsIn(next: string, taken?: string): Topics | undefined {
  const { text, lines } = readTopics(next);
  if (lines.length === 0) return undefined;
  const before = lines.slice(0, Number.parseInt(taken ?? '0', 10));
  const isTaken = before.length > 0 && markOf(before) === taken;
  const left = isTaken ? textOf(trimmedLines(lines.slice(before.length))) : text;
  return { text: left, mark: markOf(lines) };
}

/** The edits of `next.md` that take out topics which a note has taken up; none where they are not its first lines. */
export function withoutTopics(next: string, mark: string): readonly TextEdit[] {
  const { lines, hasPrivate } = readTopics(next);
  const taken = lines.slice(0, Number.parseInt(mark, 10));
  if (taken.length === 0 || mark !== markOf(taken)) return [];
  // What stays is in the blocks in which it was: the empty lines between them stay, too.
  if (hasPrivate)
    return taken
      .filter(({ text }) => text.trim() !== '')
      .map(({ start }) => ({ start, end: nextLineStart(next, start), text: '' }));
  let end = nextLineStart(next, taken.at(-1)?.start ?? 0);
  end += emptyLines.exec(next.slice(end))?.[0].length ?? 0;
  return [{ start: frontMatterRange(next).after, end, text: '' }];
}

/** Has a note taken up topics with that mark? */
export function hasTakenUp(note: string, mark: string): boolean {
  return takenUp(note) === mark;
}

/** The mark of the topics that a note took up last. */
export function takenUp(note: string): string | undefined {
  const { start, end } = frontMatterRange(note);
  return plainEntries(note.slice(start, end)).get(topicsKey);
}

const emptyLines = /^(?:[ \t]*(?:\r\n|\n|\r))+/;

interface TopicLine {
  readonly start: number;
  readonly text: string;
}

interface TopicLines {
  readonly lines: readonly TopicLine[];
  readonly text: string;
  readonly hasPrivate: boolean;
}

function markOf(lines: readonly TopicLine[]): string {
  return `${lines.length}-${textHash(textOf(lines))}`;
}

/** Without empty lines before and after, and without what is private. */
function readTopics(next: string): TopicLines {
  const start = bodyStart(next);
  const body = next.slice(0, next.trimEnd().length);
  const stays = stayingLines(body.slice(start));
  const lines: TopicLine[] = [];
  for (let at = start, line = 0; at < body.length; at = nextLineStart(body, at), line++)
    if (!stays.some(({ first, last }) => first <= line && line <= last))
      lines.push({ start: at, text: body.slice(at, lineEnd(body, at)) });
  const topics = trimmedLines(lines);
  return { lines: topics, text: textOf(topics), hasPrivate: stays.length > 0 };
}

/** Without empty ones before and after. */
function trimmedLines(lines: readonly TopicLine[]): readonly TopicLine[] {
  const isSaid = ({ text }: TopicLine) => text.trim() !== '';
  return lines.slice(lines.findIndex(isSaid), lines.findLastIndex(isSaid) + 1);
}

function textOf(lines: readonly TopicLine[]): string {
  return lines.map(({ text }) => text).join('\n');
}

/** Lines below the front matter that go into no other note: what is private, and the whole topic that holds it. */
function stayingLines(body: string): readonly LineRange[] {
  // Behind an empty line nothing is front matter.
  const text = `\n${body}`;
  const { items } = structureOf(text);
  return scanNote('', text, { tags: noTags }).privateLines.map(({ first, last }) => {
    const around = items.find(({ scope }) => scope.first <= first && last <= scope.last)?.scope;
    return { first: (around?.first ?? first) - 1, last: (around?.last ?? last) - 1 };
  });
}

const noTags: KnownTags = { match: () => undefined };

function bodyStart(next: string): number {
  const { after } = frontMatterRange(next);
  return after + (emptyLines.exec(next.slice(after))?.[0].length ?? 0);
}

/** `next.md` of somebody who has none yet; the true name stands in it, as in every note of a person. */
export function newTopics(person: string | undefined): string {
  return person === undefined ? '' : writeFrontMatter([['person', person]]);
}
