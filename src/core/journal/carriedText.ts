/** What a task says in the note into which it is moved, and how the one that stays behind tells which that is. */
import { textHash } from '../hash';
import { linkPath, linkTarget, markdownLink, relocatedLinks } from './linkPaths';
import { fileName } from './paths';
import { taskHash, type TaskWords } from './scan/tasks';
import type { KnownTags } from './tags';

/**
 * On one line, without known tags: it is no evidence once more. Of what only looks like a tag, as in code, nothing is
 * taken; and a task that is nothing but a tag keeps it.
 * @param from path of the note where it stood
 * @param to path of the note where it goes
 */
export function carriedText(words: TaskWords, tags: KnownTags, from: string, to: string): string {
  const plain = onOneLine(withoutKnownTags(words, tags));
  return relocatedLinks(plain === '' ? onOneLine(words.text) : plain, from, to);
}

function onOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}

/** White space on both sides of a tag becomes that before it. */
function withoutKnownTags({ text, tags: runs }: TaskWords, tags: KnownTags): string {
  let plain = '';
  let from = 0;
  const take = (to: number): void => {
    const part = text.slice(from, to);
    plain += from > 0 && /\s$/.test(plain) ? part.trimStart() : part;
  };
  for (const [start, end] of runs) {
    if (!tags.match(text.slice(start + 1, end))) continue;
    take(start);
    from = end;
  }
  take(text.length);
  return plain;
}

/** `→ [2026-12-01](2026-12-01.md)`, from one note of the journal to another: stands behind a moved task. */
export function moveLink(from: string, to: string): string {
  return `→ ${markdownLink(fileName(to).replace(/\.(?:md|markdown)$/, ''), linkPath(from, to))}`;
}

const linkStart = ' → [';
const destination = /\]\(([^\s()]+)\)$/;

/**
 * The `arrivalHash` of what a moved task became; `undefined` where no link says where it went.
 * @param path of the note where it stands
 */
export function movedHash(
  { text, tags: runs }: TaskWords,
  tags: KnownTags,
  path: string,
): string | undefined {
  const said = text.trimEnd();
  const end = said.lastIndexOf(linkStart);
  const target = end < 0 ? undefined : destination.exec(said.slice(end))?.[1];
  const to = target === undefined ? undefined : linkTarget(path, target);
  if (to === undefined) return undefined;
  const words = { text: said.slice(0, end), tags: runs.filter(([start]) => start < end) };
  return arrivalHash(taskHash(carriedText(words, tags, path, to)), to);
}

/** Tells a task, by the hash of its text, in the note into which it was moved. */
export function arrivalHash(hash: string, path: string): string {
  return textHash(`${hash} ${path}`);
}
