import { nextLineStart } from '../../util/lines';
import { scanBlocks } from '../markdown/blocks';
import type { Structure } from '../markdown/structure';
import { frontMatterRange } from './frontMatter';

/**
 * The block structure of a note below its front matter.
 * @param wantsAll all contents, not only those with a `#` in them
 */
export function structureOf(note: string, range = frontMatterRange(note), wantsAll = false): Structure {
  const start = range.after || frontMatterRange(note, '+++').after;
  return scanBlocks(note, start, linesBefore(note, start), wantsAll);
}

/** The starts of the lines before an offset that begins a line. */
function linesBefore(text: string, offset: number): number[] {
  const starts: number[] = [];
  for (let line = 0; line < offset; line = nextLineStart(text, line)) starts.push(line);
  return starts;
}
