/** The checks that a journal holds. */
import type { FileError } from '../journal/files';
import type { CheckRecord, RecordProblem } from './record';

/** A check file that can't be used, and why. */
export type DamagedCheck = (RecordProblem | { readonly code: 'unreadable'; readonly error: FileError }) & {
  /** Relative to the journal. */
  readonly path: string;
};

/** A check with its place, relative to the journal. */
export interface FiledCheck extends CheckRecord {
  readonly path: string;
}

/** Every check that a journal holds, and what can't be used; both as `newestFirst`. */
export interface Checks {
  readonly records: readonly FiledCheck[];
  readonly damaged: readonly DamagedCheck[];
}

/** The local date of a check, `YYYY-MM-DD`. */
export function checkDate({ finished }: Pick<CheckRecord, 'finished'>): string {
  return finished.slice(0, 10);
}
