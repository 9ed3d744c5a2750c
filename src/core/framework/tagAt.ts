import type { Dimension, Framework, Hat } from './model';

export interface TagAt {
  readonly dimension: Dimension;
  /** Absent where the tag names the dimension only, or something else after it. */
  readonly hat: Hat | undefined;
}

/**
 * The known tag that holds or touches a position of a line, by the candidate and match rules of `tags.md`. It sees
 * one line, hence no Markdown structure: a tag in code counts, too.
 * @param character UTF-16 offset
 */
export function tagAt(line: string, character: number, framework: Framework): TagAt | undefined {
  for (const { index, 1: run = '' } of line.matchAll(candidate)) {
    const end = index + 1 + run.replace(/\/+$/, '').length;
    if (index <= character && character <= end) return match(run, framework);
  }
  return undefined;
}

const tagCharacter = String.raw`\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u200d_\-/`;
const candidate = new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}_\-/#&\\])#([${tagCharacter}]+)`, 'gu');

/** The longest known beginning of whole segments. */
function match(run: string, { dimensions, hats }: Framework): TagAt | undefined {
  const [first = '', second = ''] = run.split('/').map(comparable);
  const dimension = dimensions.find(({ id }) => comparable(id) === first);
  return dimension && { dimension, hat: hats.find(({ id }) => comparable(id) === second) };
}

function comparable(segment: string): string {
  return segment.normalize('NFC').toLowerCase();
}
