/** What the block scanner finds in a Markdown text. Lines are 0-based, offsets UTF-16. */

/** Ranges of offsets, by their starts; they may lie within each other. */
export type Ranges = readonly (readonly [start: number, end: number])[];

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

/** What holds other blocks: as far as it is needed to tell what a list item or a footnote says. */
export interface Enclosure {
  readonly kind: 'document' | 'quote' | 'item' | 'footnote';
  /** Columns by which the lines of an item or a footnote are indented. */
  readonly indent: number;
  readonly outer: Enclosure | undefined;
  /** The offset at which its content begins on its first line. */
  readonly from: number;
  /** All of it, nested ones included. */
  readonly scope: Lines;
  /** The paragraph with which an item begins, as `Content.pieces`. */
  readonly head: readonly number[] | undefined;
}

/** Where a link reference definition leads, as it is written. */
export interface LinkTarget {
  /** With its angle brackets, if any. */
  readonly destination: string;
  /** With its quotes; `''` where there is none. */
  readonly title: string;
  /** Its first line. */
  readonly line: number;
}

/** Normalised labels of what a text may refer to. */
export type Labels = Pick<ReadonlySet<string>, 'has' | 'size'>;

export interface Structure {
  /** Contents, or those with a `#` in them, headings among them, in the order of the text. */
  readonly contents: readonly Content[];
  readonly headings: readonly HeadingContent[];
  readonly tasks: readonly TaskContent[];
  /** List items, in the order of the text. */
  readonly items: readonly Enclosure[];
  /** Link reference definitions by their normalised labels; the first of equal ones counts. */
  readonly definitions: ReadonlyMap<string, LinkTarget>;
  /** The lines of all of them. */
  readonly definitionLines: readonly Lines[];
  /** By their normalised labels, without `^`; the first of equal ones counts. */
  readonly footnotes: ReadonlyMap<string, Enclosure>;
  /** All of them. */
  readonly footnoteLines: readonly Lines[];
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
