/** What can be told of front matter that nothing can read whole: line by line, where a line says plainly what it means. */
import { plainEntries } from './frontMatter';
import { isTagsKey, type FrontMatter } from './frontMatterTags';
import { saysPrivate } from './privateWords';

/**
 * Its tags count for nothing, but it is private if it says so anywhere.
 * @param source what stands between its fences
 * @param problem offset in the note's text
 */
export function unreadFrontMatter(source: string, problem: number | undefined): FrontMatter {
  return { entries: plainEntries(source), tags: [], isPrivate: saysPrivate(source), problem };
}

/**
 * Front matter that nothing closes, or that begins otherwise than it should, and says that the note is private. Nothing
 * else is known of it: it is a text as any other.
 */
export function unfencedFrontMatter(text: string): FrontMatter | undefined {
  const begin = opening.exec(text)?.[0].length;
  if (begin === undefined) return undefined;
  let isTags = false;
  for (const line of text.slice(begin).split(/\r\n|\n|\r/)) {
    const key = keyed.exec(line)?.[1];
    if (key === undefined && !goesOn.test(line)) return undefined;
    if (key !== undefined) isTags = isTagsKey(key);
    if (isTags && saysPrivate(line)) return { entries: new Map(), tags: [], isPrivate: true, problem: begin };
  }
  return undefined;
}

/** A fence with something before it, or too long. */
const opening = /^\s*-{3,}[ \t]*(?:\r\n|\n|\r)/;
const keyed = /^[ \t]*["']?([\p{L}_][\p{L}\p{N}_-]*)["']?[ \t]*:/u;
/** Of a value, or nothing. */
const goesOn = /^(?:[ \t]|-[ \t]|[\]}#,]|$)/;
