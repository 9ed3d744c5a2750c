import type { Parts } from '../../services/services';
import type { TaggedDocuments } from '../../services/taggedDocuments';

export interface TagRenameParts extends Pick<
  Parts,
  'clock' | 'context' | 'framework' | 'index' | 'journal' | 'log' | 'markdownEditor' | 'people' | 'privacy'
> {
  readonly documents: TaggedDocuments;
}
