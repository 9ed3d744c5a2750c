import { fold } from '../../core/framework/comparable';
import type { Framework } from '../../core/framework/model';

/** Whether a known tag may stand in a text: cheap, and never wrong when it says no. */
export function mayHoldTag(text: string, { dimensions }: Framework): boolean {
  const compared = fold(text);
  return dimensions.some(({ id }) => compared.includes(fold(id)));
}
