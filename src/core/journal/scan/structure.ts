/** What the block scanner finds in a Markdown text. Lines are 0-based, offsets UTF-16. */

import type { Ranges } from './inline';

/** Lines of the text, both included; completed while the text is read. */
export interface Lines {
  first: number;
  last: number;
}

/** What a tag belongs to. */
export interface Block {
  readonly lines: Lines;
  /** With what is nested in it: as far as its being private reaches. */
  readonly scope: Lines;
}

/** The text of a paragraph, heading or table cell: a start and an end for each of its lines. */
export interface Content {
  readonly pieces: readonly number[];
  readonly block: Block;
}

export interface HeadingContent extends Content {
  readonly line: number;
  /** 1 to 6 */
  readonly level: number;
}

export interface TaskContent extends Content {
  /** Offset of the mark between the brackets. */
  readonly mark: number;
}

export interface Structure {
  /** Contents with a `#` in them, headings among them, in the order of the text. */
  readonly contents: readonly Content[];
  readonly headings: readonly HeadingContent[];
  readonly tasks: readonly TaskContent[];
  /** Normalised labels of the link reference definitions. */
  readonly definitions: ReadonlySet<string>;
  /** Offsets of comments, `<!-- … -->` and `%% … %%`, by their starts; of one over several lines, line by line or whole. */
  commentRanges(): Ranges;
  /** Offset of each line's start, from the first line of the file on. */
  readonly lineStarts: readonly number[];
  /** The last line that is not blank; -1 where there is none. */
  readonly lastLine: number;
  /**
   * The line that would end the code or HTML which the text leaves open. What is open in a list item or a quote ends
   * with it.
   */
  readonly missingEnd: string | undefined;
}
