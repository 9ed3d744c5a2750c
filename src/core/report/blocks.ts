/** What the report is made of, in words: one for page and exports. */
import type { Balance } from './charts/balance';
import type { Course } from './charts/course';

/** A file of the journal: its number stands for it, so that no name is in the page that is hidden. */
export interface Link {
  readonly text: string;
  readonly file: number;
}

export type Cell = string | Link;

export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell of each is its head. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface FindingBlock {
  readonly kind: 'finding';
  readonly title: string;
  /** The counts, in one sentence. */
  readonly counts: string;
  readonly question: string;
  /** In the form if–then. */
  readonly move: string;
  /** What the links are, with their number. */
  readonly shows: string;
  readonly links: readonly Link[];
}

export interface Courses {
  readonly kind: 'courses';
  readonly courses: readonly {
    readonly heading: string;
    readonly sentences: readonly string[];
    readonly course: Course;
  }[];
}

export type PlainBlock =
  | { readonly kind: 'text'; readonly text: string; readonly tone: 'plain' | 'quiet' }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'balance'; readonly balance: Balance }
  /** Starts a check. */
  | { readonly kind: 'check'; readonly label: string }
  | Courses
  | Table
  | FindingBlock;

export type ReportBlock =
  | PlainBlock
  /** What is shown when somebody asks for it. */
  | { readonly kind: 'more'; readonly summary: string; readonly blocks: readonly PlainBlock[] };

export interface ReportSection {
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly ReportBlock[];
}
