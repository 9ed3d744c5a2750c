/** Links that lead from a text of ours to lines of notes. */
import { linkTarget } from './linkPaths';

export interface PlaceLink {
  /** Of the destination, UTF-16. */
  readonly start: number;
  readonly end: number;
  /** Of the note, in the journal. */
  readonly path: string;
  /** 1-based, as it is written. */
  readonly line: string;
}

/** A bracket that has a backslash is one of the words that were written in a note, and no link of ours. */
const place = /(?<=(?<!\\)(?:\\\\)*\]\()([^\s()]+)#L(\d+)(?=\))/g;

/** Those to notes of the journal; a path that leads out of it is none. */
export function placeLinksIn(text: string): readonly PlaceLink[] {
  return Array.from(text.matchAll(place)).flatMap(({ index, 0: found, 1: way = '', 2: line = '' }) => {
    const path = linkTarget('', way);
    const isOut = path === undefined || path.split('/').includes('..');
    return isOut ? [] : [{ start: index, end: index + found.length, path, line }];
  });
}
