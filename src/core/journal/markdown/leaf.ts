/** The block that the scanner's next line may go on. */
import type { HtmlEnd } from './html';

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly pieces: number[];
  first: number;
  last: number;
  /** The last line before it that is not blank. */
  before: number;
  /** The first one of a list item. */
  readonly opensItem: boolean;
}

export type Leaf =
  | Paragraph
  | { readonly kind: 'fence'; readonly mark: number; readonly length: number }
  | { readonly kind: 'html'; readonly end: HtmlEnd }
  | { readonly kind: 'math' | 'comment' | 'indented' | 'table' };

/** The line without which it would take in all that follows. */
export function missingEnd(leaf: Leaf | undefined): string | undefined {
  if (leaf?.kind === 'fence') return String.fromCharCode(leaf.mark).repeat(leaf.length);
  return leaf?.kind === 'html' && leaf.end !== 'blankLine' ? leaf.end.text : undefined;
}
