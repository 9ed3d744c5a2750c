/**
 * What was captured for the next 1:1 or retrospective: `next.md`, a list in plain Markdown. The note that is made next
 * takes it up and says so in its front matter, so that nothing is lost, and nothing left behind twice, whenever the
 * program stops in between.
 */
import { textHash } from '../hash';
import { frontMatterRange, readFrontMatter, writeFrontMatter } from './frontMatter';
import { nextLineStart } from './lines';
import type { Files } from './ports';

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

/** The text of `next.md` without topics that a note has taken up; unchanged where they are not its first lines. */
export function withoutTopics(next: string, mark: string): string {
  const count = Number.parseInt(mark, 10);
  const taken = topicLines(next).slice(0, count);
  if (taken.length !== count || mark !== `${count}-${textHash(taken.join('\n'))}`) return next;
  let after = bodyStart(next);
  for (let line = 0; line < count; line++) after = nextLineStart(next, after);
  const left = next.slice(after).replace(emptyLines, '');
  return next.slice(0, frontMatterRange(next).after) + left;
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

/**
 * What a new note is to take up from `next.md`; when it is made, `takeOut` follows.
 * @param notes earlier notes that may have taken topics up, the newest among them: what they took is taken out first
 */
export async function collectedTopics(
  files: Files,
  next: string,
  notes: readonly string[],
): Promise<Topics | undefined> {
  await finishTakingUp(files, next, notes);
  return topicsIn((await files.read(next)) ?? '');
}

/** Takes out of `next.md` what a note took up before the program stopped. */
async function finishTakingUp(files: Files, next: string, notes: readonly string[]): Promise<void> {
  if ((await files.read(next)) === undefined) return;
  for (const note of notes) {
    const mark = readFrontMatter((await files.read(note)) ?? '').get(topicsKey);
    if (mark !== undefined) await takeOut(files, next, mark);
  }
}

/**
 * Takes topics that a note has taken up out of `next.md`; what was captured meanwhile stays. Nothing where they are
 * gone.
 */
export async function takeOut(files: Files, next: string, mark: string): Promise<void> {
  const text = await files.read(next);
  if (text === undefined) return;
  const left = withoutTopics(text, mark);
  if (left !== text) await files.replace(next, left);
}
