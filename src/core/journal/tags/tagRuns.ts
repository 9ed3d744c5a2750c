import { candidateEnd } from './tags';
import { hiddenRanges } from '../markdown/inline';
import type { Ranges } from '../markdown/structure';
import type { Labels } from '../markdown/structure';

/**
 * Where tags stand in the text of a paragraph, heading or cell, known or not: the candidates that are text to a reader.
 * @param definitions normalised labels of the note's link reference definitions
 */
export function tagRuns(text: string, definitions: Labels): Ranges {
  const runs: (readonly [number, number])[] = [];
  let hidden: Ranges | undefined;
  let index = 0;
  for (let hash = text.indexOf('#'); hash >= 0; hash = text.indexOf('#', hash + 1)) {
    const end = candidateEnd(text, hash);
    if (end === undefined) continue;
    hidden ??= hiddenRanges(text, definitions);
    while ((hidden[index]?.[1] ?? Infinity) <= hash) index++;
    if ((hidden[index]?.[0] ?? Infinity) > hash) runs.push([hash, end]);
  }
  return runs;
}
