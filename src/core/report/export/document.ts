import type { Cell, ReportSection } from '../blocks';

/** A report as it leaves the journal: words and pictures, and no link into it. */
export interface ExportedDocument {
  /** BCP 47 tag of its words. */
  readonly language: string;
  readonly title: string;
  /** What it is and what it is not, a paragraph each. */
  readonly head: readonly string[];
  readonly sections: readonly ReportSection[];
}

/** One of the files of an export, which all lie in the same folder. */
export interface ExportedFile {
  readonly name: string;
  readonly text: string;
}

/** Widths of its pictures, in px. */
export const widths = { balance: 720, course: 440 } as const;

/** A link into the journal is its words: it would lead nowhere from outside. */
export function cellText(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text;
}
