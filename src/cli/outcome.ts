/** What a whole simulation came to, and whether it is what README and report quote of it. */
import type { Promises, Shares } from '../core/report/promises';
import type { SpanShares } from './simulation';

/** In percent of the simulated leads, as printed: one a line. */
export interface Outcome {
  readonly falseChanges: readonly SpanShares[];
  readonly foundChanges: { readonly oneStatement: SpanShares; readonly threeStatements: SpanShares };
  readonly falseFindings: readonly number[];
  readonly foundSilence: readonly number[];
}

/** As it is quoted: what is found in whole percents, the rest to a tenth. */
export function promisesOf({ falseChanges, foundChanges, falseFindings, foundSilence }: Outcome): Promises {
  const whole = ([half, all]: SpanShares): SpanShares => [Math.round(half), Math.round(all)];
  return {
    falseChanges: {
      within26: extremes(falseChanges.map(([half]) => half)),
      within52: extremes(falseChanges.map(([, all]) => all)),
    },
    foundChanges: {
      oneStatement: whole(foundChanges.oneStatement),
      threeStatements: whole(foundChanges.threeStatements),
    },
    falseFindings: extremes(falseFindings),
    foundSilence: Math.floor(Math.min(...foundSilence)),
  };
}

function extremes(percents: readonly number[]): Shares {
  return { lowest: tenths(Math.min(...percents)), highest: tenths(Math.max(...percents)) };
}

function tenths(percent: number): number {
  return Math.round(10 * percent) / 10;
}

/** A line for each figure that is another one than quoted. */
export function differences(found: Promises, quoted: Promises): readonly string[] {
  const keys = ['falseChanges', 'foundChanges', 'falseFindings', 'foundSilence'] as const;
  return keys
    .map((key) => ({ key, now: JSON.stringify(found[key]), then: JSON.stringify(quoted[key]) }))
    .filter(({ now, then }) => now !== then)
    .map(({ key, now, then }) => `${key} is ${now}, quoted is ${then}.`);
}
