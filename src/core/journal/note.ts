/**
 * What is known of a note without its text. Offsets and characters are UTF-16, lines and characters are 0-based as
 * in the editor; a byte order mark has no width.
 */
export interface NoteFacts {
  /** As the front matter says it, or the file name beside its date; absent where only the first heading says it. */
  readonly title: string | undefined;
  /** Local date `YYYY-MM-DD` of the front matter, the file name or the first heading, in that order. */
  readonly date: string | undefined;
  /** `one-on-one`, `retrospective`, `reflection` or a word of the person's own, as the front matter says it. */
  readonly kind: string | undefined;
  /** The name in the front matter. See `PeopleSource` for who that is. */
  readonly person: string | undefined;
  /** Known tags, in the order of the text. */
  readonly tags: readonly NoteTag[];
  readonly tasks: readonly NoteTask[];
}

/** A known tag at its place. */
export interface NoteTag {
  /** The whole run with its `#` (in front matter without), its own sub-tags included, a final `/` not. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly character: number;
  readonly dimension: string;
  /** Absent: both hats, or undecided. */
  readonly hat: string | undefined;
  readonly block: LineRange;
  /** Stands in the front matter and belongs to the whole note. */
  readonly inFrontMatter: boolean;
  /** Did the person write something in the block? */
  readonly evidence: boolean;
  /** In a block tagged `#private` or under a heading *Private*: never copied, exported, digested or previewed. */
  readonly isPrivate: boolean;
}

/** Both lines included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

export const taskStates = ['open', 'done', 'moved', 'dropped'] as const;
export type TaskState = (typeof taskStates)[number];

export interface NoteTask {
  readonly line: number;
  /** Where the mark stands between the brackets. */
  readonly character: number;
  readonly state: TaskState;
  /** `YYYY-MM-DD` */
  readonly due: string | undefined;
  /** What follows `@`. */
  readonly owner: string | undefined;
  /**
   * `textHash` of the task's text after the mark, white space folded: tells it when lines have moved. Of a moved one
   * in an index, `movedHash`: tells what it became.
   */
  readonly hash: string;
  readonly isPrivate: boolean;
}

/** What one pass over a text finds; more than the index keeps. */
export interface ScannedNote extends NoteFacts {
  readonly headings: readonly Heading[];
  /** Tags of the person's own, as they stand: `#delegation`. Near misses are among them. */
  readonly otherTags: readonly OtherTag[];
  /** Lines that are never shown, copied or exported: blocks tagged `#private` and *Private* sections. */
  readonly privateLines: readonly LineRange[];
  /** Front matter that is not valid YAML; the body counts all the same. */
  readonly frontMatterProblem: FrontMatterProblem | undefined;
  /** The front matter takes a form that only the YAML library reads, which was not there. */
  readonly needsYaml: boolean;
}

export interface Heading {
  readonly line: number;
  /** 1 to 6 */
  readonly level: number;
  readonly text: string;
}

export interface OtherTag {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly character: number;
  /** Without `#`. */
  readonly text: string;
}

export interface FrontMatterProblem {
  readonly line: number;
  readonly character: number;
}

/** A note of the journal. */
export interface IndexedNote extends NoteFacts {
  readonly path: string;
}

/** By its folder, or by what its front matter says wherever it lies. */
export function isRetrospective({ kind, path }: IndexedNote): boolean {
  return path.startsWith('retros/') || kind === 'retrospective';
}

/** A file that could not be read; it is left as it is and left out of figures. */
export interface SkippedFile {
  readonly path: string;
  readonly reason: SkipReason;
}

/** `notText`: no UTF-8, read as far as it can be, and never written into. */
export type SkipReason = 'unreadable' | 'notAFile' | 'tooLarge' | 'linkLoop' | 'notText';
