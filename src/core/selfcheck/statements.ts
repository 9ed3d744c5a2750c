import { statementsOf, type Statement } from '../framework/lookup';
import type { Framework } from '../framework/model';
import { textHash } from '../util/hash';
import { randomFrom, shuffled } from '../util/random';

/** `quick`: the anchor of each pole. `full`: all three a pole. `dimension`: all of one dimension. */
export const checkKinds = ['quick', 'full', 'dimension'] as const;
export type CheckKind = (typeof checkKinds)[number];

/** What to ask: a kind, and the dimension's id for `dimension`. */
export interface CheckScope {
  readonly kind: CheckKind;
  readonly dimension: string | undefined;
}

/** A statement whose text changes starts a new series: its hash tells. */
export function statementHash(statement: Pick<Statement, 'text'>): string {
  return textHash(statement.text);
}

/**
 * The statements in the order in which they are asked. Dimensions are shuffled, and so is the order within each
 * pair, so that no place tells the hat; a full check goes through the dimensions once a round. The same seed gives
 * the same order.
 * @param seed 32 bit, unsigned
 */
export function askedStatements(framework: Framework, scope: CheckScope, seed: number): readonly Statement[] {
  const { kind, dimension } = scope;
  const asked = statementsOf(framework).filter(
    (statement) =>
      (dimension === undefined || statement.dimension === dimension) &&
      (kind !== 'quick' || statement.round === 1),
  );
  const random = randomFrom(seed);
  return groupsBy(asked, ({ round }) => round).flatMap((statements) =>
    shuffled(
      groupsBy(statements, (statement) => statement.dimension),
      random,
    ).flatMap((pair) => shuffled(pair, random)),
  );
}

/** Items with the same key together, in the order in which the keys first appear. */
function groupsBy<T>(items: readonly T[], keyOf: (item: T) => string | number): readonly (readonly T[])[] {
  const groups = new Map<string | number, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}
