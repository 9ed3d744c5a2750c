/**
 * Front matter says each tag once: where a change makes two of its tags equal, the first stays, and the comments of
 * both. What is taken out is read again before it counts, so that a form nobody thought of stays as it is.
 */
import { fold } from '../../framework/comparable';
import type { NoteTag, ScannedNote } from '../note';
import { tagText } from './tags';
import { applyEdits, type TextEdit } from '../../util/textEdit';

type Scan = (text: string) => ScannedNote;

/**
 * Adds what takes equal tags out of the front matter.
 * @param edits of tags; tags that none of them changes stay as they are
 */
export function withoutEqualTags(text: string, edits: readonly TextEdit[], scan: Scan): readonly TextEdit[] {
  let all = edits;
  for (let next = withOneLess(text, all, edits, scan); next; next = withOneLess(text, all, edits, scan))
    all = next;
  return all;
}

function withOneLess(
  text: string,
  edits: readonly TextEdit[],
  changes: readonly TextEdit[],
  scan: Scan,
): readonly TextEdit[] | undefined {
  const now = applyEdits(text, edits);
  const note = scan(now);
  for (const tag of repeatedTags(now, note.tags, changes))
    for (const range of waysOut(now, tag)) {
      const left = now.slice(0, range.start) + now.slice(range.end);
      if (isLessBy(tag, { text: now, note }, { text: left, note: scan(left) }))
        return withRemoval(edits, range);
    }
  return undefined;
}

/** Those that say what another one before them says, if a change made one of the two. */
function repeatedTags(
  text: string,
  tags: readonly NoteTag[],
  changes: readonly TextEdit[],
): readonly NoteTag[] {
  const changed = new Set(changes.map((edit) => fold(edit.text)));
  const said = new Set<string>();
  return tags.filter((tag) => {
    if (!tag.inFrontMatter) return false;
    const run = runOf(text, tag);
    const isRepeated = said.has(run) && changed.has(run);
    said.add(run);
    return isRepeated;
  });
}

/** As it is compared; escapes of YAML may stand in the text. */
function runOf(text: string, tag: NoteTag): string {
  const own = text
    .slice(tag.start, tag.end)
    .split('/')
    .slice(tag.hat === undefined ? 1 : 2);
  return fold([tagText(tag).slice(1), ...own].join('/'));
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** How it may be taken out, the neatest first. */
function waysOut(text: string, tag: NoteTag): readonly Range[] {
  const { start, end } = withMarks(text, tag);
  const before = text.slice(lineStart(text, start), start);
  const behind = text.slice(end);
  const item = /^[ \t]*(- +)$/.exec(before)?.[1];
  if (item !== undefined) {
    const line = /^[ \t]*(?:\r\n|\n|\r|$)/.exec(behind);
    const comment = /^[ \t]+(?=#)/.exec(behind);
    if (line) return [{ start: start - before.length, end: end + line[0].length }];
    return comment ? [{ start: start - item.length, end: end + comment[0].length }] : [];
  }
  const separator = /(?:,\s*|[\s,]+)$/.exec(text.slice(0, start))?.[0] ?? '';
  const withBefore = { start: start - separator.length, end };
  const withBehind = { start, end: end + (/^[ \t]*,?[ \t]*/.exec(behind)?.[0].length ?? 0) };
  // Without a comma, a comment may stand before the line break.
  if (separator.includes(',') || !/[\r\n]/.test(separator)) return [withBefore, withBehind, { start, end }];
  const line = /^[ \t]*,?[ \t]*(?:\r\n|\n|\r)/.exec(behind)?.[0];
  const alone = line === undefined ? [] : [{ start: start - before.length, end: end + line.length }];
  return [...alone, withBehind, withBefore, { start, end }];
}

/** With its quotes, a `#` and slashes at its end. */
function withMarks(text: string, tag: Range): Range {
  const start = text.charAt(tag.start - 1) === '#' ? tag.start - 1 : tag.start;
  let end = tag.end;
  while (text.charAt(end) === '/') end++;
  const quote = text.charAt(start - 1);
  const isQuoted = (quote === '"' || quote === "'") && text.charAt(end) === quote;
  return isQuoted ? { start: start - 1, end: end + 1 } : { start, end };
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

interface Read {
  readonly text: string;
  readonly note: ScannedNote;
}

/** Is the note the same but for the tag? */
function isLessBy(tag: NoteTag, before: Read, after: Read): boolean {
  const facts = ({ text, note }: Read, left: readonly NoteTag[]): string =>
    JSON.stringify([
      left.map((each) => [each.inFrontMatter, runOf(text, each)]),
      note.otherTags.map((other) => other.text),
      [note.title, note.date, note.kind, note.person, note.frontMatterProblem, note.needsYaml],
    ]);
  const expected = before.note.tags.filter((each) => each !== tag);
  return facts(before, expected) === facts(after, after.note.tags);
}

/** @param range of the edited text */
function withRemoval(edits: readonly TextEdit[], range: Range): readonly TextEdit[] {
  const start = placeBefore(edits, range.start, 'start');
  const end = placeBefore(edits, range.end, 'end');
  const others = edits.filter((edit) => edit.end <= start || edit.start >= end);
  return [...others, { start, end, text: '' }].sort((one, other) => one.start - other.start);
}

/** Where an offset of the edited text was before; at a place where text was taken out, the side that is asked for. */
function placeBefore(edits: readonly TextEdit[], offset: number, side: 'start' | 'end'): number {
  let shift = 0;
  for (const { start, end, text } of edits) {
    const from = start + shift;
    if (offset < from || (offset === from && (side === 'end' || text !== ''))) break;
    shift += text.length - (end - start);
  }
  return offset - shift;
}
