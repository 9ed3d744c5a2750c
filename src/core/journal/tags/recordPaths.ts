import { textHash } from '../../util/hash';

/** The records of a journal: of the change that is under way and of the last one, and a sign of life. */
export type Which = 'begun' | 'last' | 'beat';

/** @param name of the journal's records */
export function recordPath(name: string, which: Which): string {
  return which === 'last' ? `${name}.json` : `${name}.${which}.json`;
}

/** The record of a change that is under way, or was interrupted. */
export function begunPath(journal: string): string {
  return recordPath(textHash(journal), 'begun');
}
