import type { Parts } from '../parts';
import type { TaggedDocuments } from '../taggedDocuments';

export interface TagRenameParts extends Pick<
  Parts,
  'clock' | 'context' | 'framework' | 'index' | 'journal' | 'log' | 'markdownEditor' | 'people' | 'privacy'
> {
  readonly documents: TaggedDocuments;
}
