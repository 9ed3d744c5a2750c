/** What a task says in the note into which it is moved, and how the one that stays behind tells which that is. */
import { textHash } from '../../util/hash';
import { blockIdStart, copiedInline, onOneLine, type Copied, type CopySource } from '../copy/copiedText';
import { linkPath, linkTarget, markdownLink } from '../markdown/linkPaths';
import { noteName } from '../paths';
import { taskHash } from './tasks';

/**
 * On one line, without known tags: it is no evidence once more. Of what only looks like a tag, as in code, nothing is
 * taken; and a task that is nothing but a tag keeps it.
 */
export function movedTaskText(text: string, source: CopySource): Copied {
  const copied = copiedInline(text, source);
  const plain = onOneLine(copied.text);
  return { ...copied, text: plain === '' ? onOneLine(copiedInline(text, source, true).text) : plain };
}

/** `→ [2026-12-01](2026-12-01.md)`, from one note of the journal to another: stands behind a moved task. */
export function moveLink(from: string, to: string): string {
  return `→ ${markdownLink(noteName(to), linkPath(from, to))}`;
}

const linkStart = ' → [';
const destination = /\]\(([^\s()]+)\)$/;

/** A task's text before the link that says where it went, and that link's destination, if any. */
export function splitMoved(text: string): {
  readonly text: string;
  readonly destination: string | undefined;
} {
  const said = text.slice(0, blockIdStart(text)).trimEnd();
  const end = said.lastIndexOf(linkStart);
  const target = end < 0 ? undefined : destination.exec(said.slice(end))?.[1];
  return target === undefined
    ? { text, destination: undefined }
    : { text: said.slice(0, end), destination: target };
}

/**
 * The `arrivalHash` of what a moved task became; `undefined` where no link says where it went.
 * @param text what follows its mark
 */
export function movedHash(text: string, source: Omit<CopySource, 'to'>): string | undefined {
  const { text: said, destination } = splitMoved(text);
  const to = destination === undefined ? undefined : linkTarget(source.from, destination);
  if (to === undefined) return undefined;
  return targetHash(taskHash(movedTaskText(said, { ...source, to }).text), to);
}

/** Tells a task, by the hash of its text, in the note into which it was moved. */
export function targetHash(hash: string, path: string): string {
  return textHash(`${hash} ${path}`);
}
