/**
 * What was captured for the next 1:1 or retrospective: `next.md`, a list in plain Markdown. The note that is made next
 * takes it up and says so in its front matter; `moves.ts` sees to it that it stands in one place then.
 */
import { textHash } from '../../util/hash';
import { frontMatterRange, readFrontMatter, writeFrontMatter } from '../frontMatter/frontMatter';
import { nextLineStart } from '../../util/lines';
import type { TextEdit } from '../../util/textEdit';

/** Topics as they stand in `next.md`. */
export interface Topics {
  /** Markdown, without a line break at its end. */
  readonly text: string;
  /** Tells these very topics: belongs in the front matter of the note that takes them up, as `topics`. */
  readonly mark: string;
}

/** The key in a note's front matter under which it says what it took up. */
export const topicsKey = 'topics';

/** The topics in a text of `next.md`; `undefined` where there are none. */
export function topicsIn(next: string): Topics | undefined {
  const lines = topicLines(next);
  if (lines.length === 0) return undefined;
  return { text: lines.join('\n'), mark: `${lines.length}-${textHash(lines.join('\n'))}` };
}

/** The edits of `next.md` that take out topics which a note has taken up; none where they are not its first lines. */
export function withoutTopics(next: string, mark: string): readonly TextEdit[] {
  const count = Number.parseInt(mark, 10);
  const taken = topicLines(next).slice(0, count);
  if (taken.length !== count || mark !== `${count}-${textHash(taken.join('\n'))}`) return [];
  let end = bodyStart(next);
  for (let line = 0; line < count; line++) end = nextLineStart(next, end);
  end += emptyLines.exec(next.slice(end))?.[0].length ?? 0;
  return [{ start: frontMatterRange(next).after, end, text: '' }];
}

/** Has a note taken up topics with that mark? */
export function hasTakenUp(note: string, mark: string): boolean {
  return readFrontMatter(note).get(topicsKey) === mark;
}

const emptyLines = /^(?:[ \t]*(?:\r\n|\n|\r))+/;

function bodyStart(next: string): number {
  const { after } = frontMatterRange(next);
  return after + (emptyLines.exec(next.slice(after))?.[0].length ?? 0);
}

/** Without empty lines before and after. */
function topicLines(next: string): string[] {
  const body = next.slice(bodyStart(next)).trimEnd();
  return body === '' ? [] : body.split(/\r\n|\n|\r/);
}

/** `next.md` of somebody who has none yet; the true name stands in it, as in every note of a person. */
export function newTopics(person: string | undefined): string {
  return person === undefined ? '' : writeFrontMatter([['person', person]]);
}
