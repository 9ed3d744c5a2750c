import { candidateEnd, tagCharacters, type KnownTags } from './tags';

/** A tag that is being written. Offsets are UTF-16, in the line. */
export interface TagQuery {
  /** Of the `#`. */
  readonly start: number;
  /** What a completion replaces ends here: the whole run, and what was typed after a space. */
  readonly end: number;
  /** What stands between the `#` and the cursor. */
  readonly text: string;
}

const typed = new RegExp(String.raw`#(${tagCharacters})( [\p{L}\p{M}\p{N}]*)?$`, 'u');
const onlyMarks = /^\s*#+$/;

/**
 * The tag that is being written at a position of a line: `#`, `#ri`, `#people l`. A space may stand in it once, while
 * nothing that counts stands before it. `undefined` where no tag can begin, and while a heading's marks are typed.
 * It sees one line, hence no Markdown structure.
 */
export function tagQueryAt(line: string, character: number, tags: KnownTags): TagQuery | undefined {
  const before = line.slice(0, character);
  const found = typed.exec(before);
  if (!found || onlyMarks.test(before)) return undefined;
  const [text, run = '', afterSpace] = found;
  if (afterSpace !== undefined && (run === '' || tags.match(run))) return undefined;
  // Whatever stands there yet: is this a place where a tag may begin?
  if (candidateEnd(`${line.slice(0, found.index)}#x`, found.index) === undefined) return undefined;
  const tail = afterSpace === undefined ? inRun : inWord;
  tail.lastIndex = character;
  tail.test(line);
  return { start: found.index, end: tail.lastIndex, text: text.slice(1) };
}

/** The same where a tag has no `#`: among the tags of the front matter. */
export function frontMatterQueryAt(line: string, character: number): TagQuery {
  const start = character - (bare.exec(line.slice(0, character))?.[0].length ?? 0);
  inRun.lastIndex = character;
  inRun.test(line);
  return { start, end: inRun.lastIndex, text: line.slice(start, character) };
}

const bare = new RegExp(`${tagCharacters}$`, 'u');
const inRun = new RegExp(tagCharacters, 'uy');
const inWord = /[\p{L}\p{M}\p{N}]*/uy;
