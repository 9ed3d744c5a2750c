import type { Framework, Side } from '../framework/model';
import { textHash } from '../hash';
import { randomFrom, shuffled } from './random';

/** `quick`: the anchor of each pole. `full`: all three a pole. `dimension`: all of one dimension. */
export const checkKinds = ['quick', 'full', 'dimension'] as const;
export type CheckKind = (typeof checkKinds)[number];

export interface Statement extends Side {
  /** `dimension/hat/n`, n from 1 as in the framework; 1 is the anchor. */
  readonly id: string;
  readonly text: string;
}

/** What to ask: a kind, and the dimension's id for `dimension`. */
export interface CheckScope {
  readonly kind: CheckKind;
  readonly dimension: string | undefined;
}

/** A statement whose text changes starts a new series: its hash tells. */
export function statementHash(statement: Pick<Statement, 'text'>): string {
  return textHash(statement.text);
}

/** Every statement of the framework, in its own order. */
export function allStatements(framework: Framework): readonly Statement[] {
  return rounds(
    framework,
    framework.dimensions.map(({ id }) => id),
  ).flat(2);
}

/**
 * The statements in the order in which they are asked. Dimensions are shuffled, and so is the order within each
 * pair, so that no place tells the hat; a full check goes through the dimensions once a round. The same seed gives
 * the same order.
 * @param seed 32 bit, unsigned
 */
export function askedStatements(framework: Framework, scope: CheckScope, seed: number): readonly Statement[] {
  const dimensions = framework.dimensions
    .map(({ id }) => id)
    .filter((id) => scope.dimension === undefined || id === scope.dimension);
  const random = randomFrom(seed);
  const asked =
    scope.kind === 'quick' ? rounds(framework, dimensions).slice(0, 1) : rounds(framework, dimensions);
  return asked.flatMap((pairs) => shuffled(pairs, random).flatMap((pair) => shuffled(pair, random)));
}

/** By round, then dimension: the pair (one a hat) that stands at this place in both poles. */
function rounds(
  framework: Framework,
  dimensions: readonly string[],
): readonly (readonly (readonly Statement[])[])[] {
  const asked = framework.dimensions.filter(({ id }) => dimensions.includes(id));
  const count = Math.max(
    0,
    ...asked.flatMap(({ poles }) => poles.map(({ statements }) => statements.length)),
  );
  return Array.from({ length: count }, (_, round) =>
    asked.map(({ id, poles }) =>
      poles.flatMap(({ statements }, pole) => {
        const text = statements[round];
        const hat = framework.hats[pole]?.id;
        if (text === undefined || hat === undefined) return [];
        return [{ id: `${id}/${hat}/${round + 1}`, dimension: id, hat, text }];
      }),
    ),
  );
}
