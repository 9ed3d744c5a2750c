/** The tag grammar (design: `tags.md`): candidates, and what they count as. */
import { fold, joinerInWord } from '../../framework/comparable';
import type { Framework } from '../../framework/model';
import { memoize } from '../../util/memoize';

/** A known tag: a dimension, perhaps seen with one hat. */
export interface KnownTag {
  readonly dimension: string;
  /** Absent: both hats, or undecided. */
  readonly hat: string | undefined;
}

export interface KnownTags {
  /** What a run (a tag without its `#`) counts as: its longest known beginning of whole segments. */
  match(run: string): KnownTag | undefined;
}

/** Compared NFC and without regard to case. */
export function knownTags({ dimensions, hats }: Framework): KnownTags {
  const known = new Map<string, ReadonlyMap<string, KnownTag>>();
  for (const { id } of dimensions) {
    const sides = new Map<string, KnownTag>([['', { dimension: id, hat: undefined }]]);
    for (const hat of hats) sides.set(fold(hat.id), { dimension: id, hat: hat.id });
    known.set(fold(id), sides);
  }
  const match = (run: string): KnownTag | undefined => {
    const [first = '', second = ''] = run.split('/', 2);
    const sides = known.get(fold(first));
    return sides?.get(fold(second)) ?? sides?.get('');
  };
  return { match: memoize(match) };
}

/** `#dimension/hat`, as it is written. */
export function tagText({ dimension, hat }: KnownTag): string {
  return hat === undefined ? `#${dimension}` : `#${dimension}/${hat}`;
}

/** Letters, marks, numbers, emoji, `_`, `-`, `/`. */
const tagCharacter = String.raw`[\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}_\-/]`;
/** What nobody sees belongs to a tag where it makes one emoji of several, one letter of two, or a flag. */
const joiner = String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})|${joinerInWord}|(?<=\p{Extended_Pictographic})[\u{e0020}-\u{e007e}]+\u{e007f}`;
/** A pattern: the longest run of what a tag is made of. */
export const tagCharacters = `${tagCharacter}*(?:(?:${joiner})${tagCharacter}*)*`;

const run = new RegExp(tagCharacters, 'uy');
/** Before its `#` no tag has one of these. The sign that a character is to look like an emoji is no mark of a word. */
const endsInside = /[\p{L}\p{M}\p{N}_\-/#&\\](?<!\p{Extended_Pictographic}[\ufe0e\ufe0f])$/u;
/** `#` itself as the emoji of a key. */
const keycap = /^\ufe0f?\u20e3/;

/**
 * The end of the tag candidate whose `#` stands at an offset, a final `/` excluded; `undefined` where no candidate
 * begins. It knows no Markdown structure.
 */
export function candidateEnd(text: string, hash: number): number | undefined {
  const before = text.charCodeAt(hash - 1);
  if (before < 0x80 ? noCandidateAfter.has(before) : endsInside.test(text.slice(Math.max(0, hash - 3), hash)))
    return undefined;
  const first = text.charCodeAt(hash + 1);
  if (first === space || first === newline || first === hashSign) return undefined;
  if (first >= 0x80 && keycap.test(text.slice(hash + 1, hash + 3))) return undefined;
  run.lastIndex = hash + 1;
  run.test(text);
  let end = run.lastIndex;
  while (text.charCodeAt(end - 1) === slash) end--;
  return end > hash + 1 ? end : undefined;
}

const [newline, space, hashSign, slash] = [0x0a, 0x20, 0x23, 0x2f];
const noCandidateAfter: ReadonlySet<number> = new Set(
  Array.from({ length: 0x80 }, (_, code) => code).filter((code) =>
    endsInside.test(String.fromCharCode(code)),
  ),
);

export interface TagAt extends KnownTag {
  /** UTF-16 offsets in the line, `#` included. */
  readonly start: number;
  readonly end: number;
}

/**
 * The known tag that holds or touches a position of a line. It sees one line, hence no Markdown structure: a tag in
 * code counts, too.
 * @param character UTF-16 offset
 */
export function tagAt(line: string, character: number, tags: KnownTags): TagAt | undefined {
  for (
    let start = line.indexOf('#');
    start >= 0 && start <= character;
    start = line.indexOf('#', start + 1)
  ) {
    const end = candidateEnd(line, start);
    if (end === undefined || end < character) continue;
    const tag = tags.match(line.slice(start + 1, end));
    return tag && { ...tag, start, end };
  }
  return undefined;
}
