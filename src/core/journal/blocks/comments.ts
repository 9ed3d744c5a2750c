/** Comments, `<!-- … -->` and `%% … %%`, are nothing to a reader: what is shown of a note is shown without them. */
import { structureOf } from '../frontMatter/noteStructure';
import { cutRanges } from '../markdown/cutRanges';

/** @param note without a byte order mark; its lines stay, if only empty ones */
export function withoutComments(note: string): string {
  if (!/%%|<!--/.test(note)) return note;
  return cutRanges(note, structureOf(note).commentRanges(), 0, note.length);
}
