/** What a task says in the note into which it is moved. */
import { relocatedLinks } from './linkPaths';
import type { TaskWords } from './scan/tasks';
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
