import { tagText } from '../../core/journal/tags/tags';
import type { TagChange } from '../../core/journal/tags/tagChange';

/** As the person reads it: `#risk-taking`, or `#risk-taking/…` with all its hats. */
export function fromWords({ from, withHats }: Pick<TagChange, 'from' | 'withHats'>): string {
  return withHats ? `${tagText(from)}/…` : tagText(from);
}

export function toWords({ to, withHats }: TagChange): string {
  return withHats && to.hat === undefined ? `${tagText(to)}/…` : tagText(to);
}
