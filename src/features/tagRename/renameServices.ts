import type { Services } from '../../services/services';
import type { TaggedDocuments } from '../../services/taggedDocuments';

export interface TagRenameServices extends Pick<
  Services,
  'clock' | 'context' | 'framework' | 'index' | 'journal' | 'log' | 'markdownEditor' | 'people' | 'privacy'
> {
  readonly documents: TaggedDocuments;
}
