import type { Framework, Side } from '../framework/model';
import { randomFrom } from '../util/random';

/** An answer with the side that its statement stands for. */
export interface SideAnswer extends Side {
  readonly value: number;
}

/** What a person says of one side: the mean of its frequency answers. */
export interface Score extends Side {
  /** 1 to 5, or `undefined` when no answer is scored. */
  readonly mean: number | undefined;
  /** Scored answers. */
  readonly count: number;
  /** Answers "no occasion": counted, not scored. */
  readonly noOccasion: number;
}

/** The score of every side that was asked, in the order of first appearance. */
export function scoresOf(answers: readonly SideAnswer[]): readonly Score[] {
  const sides = new Map<string, SideAnswer[]>();
  for (const answer of answers) {
    const key = `${answer.dimension}/${answer.hat}`;
    sides.set(key, [...(sides.get(key) ?? []), answer]);
  }
  return [...sides.values()].flatMap((side) => (side[0] ? [scoreOf(side[0], side)] : []));
}

function scoreOf({ dimension, hat }: Side, answers: readonly SideAnswer[]): Score {
  const scored = answers.map(({ value }) => value).filter((value) => value > 0);
  const sum = scored.reduce((total, value) => total + value, 0);
  const mean = scored.length > 0 ? sum / scored.length : undefined;
  return { dimension, hat, mean, count: scored.length, noOccasion: answers.length - scored.length };
}

/**
 * Standard error of measurement of a mean of 1, 2 or 3 statements, in points of the scale: the prior that stands in
 * until a person's own spread is known. Source: single-item reliabilities of Wanous and Reichers (1996, 1997).
 */
const standardErrors = [0.65, 0.55, 0.5] as const;

/**
 * The hat that a dimension leans to, or `undefined` when the difference is within what answers vary by themselves:
 * |difference| ≤ 1.96 · √(SEM² + SEM²). One answer a side never shows a lean.
 */
export function leanOf(one: Score, other: Score): string | undefined {
  if (one.mean === undefined || other.mean === undefined) return undefined;
  if (one.count < 2 || other.count < 2) return undefined;
  const limit = 1.96 * Math.hypot(standardError(one.count), standardError(other.count));
  const difference = other.mean - one.mean;
  if (Math.abs(difference) <= limit) return undefined;
  return difference > 0 ? other.hat : one.hat;
}

function standardError(count: number): number {
  return standardErrors[Math.min(count, 3) - 1] ?? standardErrors[0];
}

/** How much both hats of a dimension show: `seldom` when both are below 2.5, `often` when both are 3.5 or more. */
export function presenceOf(one: Score, other: Score): 'seldom' | 'often' | undefined {
  if (one.mean === undefined || other.mean === undefined) return undefined;
  if (one.mean < 2.5 && other.mean < 2.5) return 'seldom';
  return one.mean >= 3.5 && other.mean >= 3.5 ? 'often' : undefined;
}

/** A small action for the side that showed least, and that side. */
export interface SuggestedMove extends Side {
  readonly move: string;
}

/** One move for the side with the lowest score; the seed decides between equals. `undefined` when nothing is scored. */
export function suggestMove(
  framework: Framework,
  scores: readonly Score[],
  seed: number,
): SuggestedMove | undefined {
  const random = randomFrom(seed);
  const lowest = Math.min(...scores.flatMap(({ mean }) => mean ?? []));
  const least = pick(
    scores.filter(({ mean }) => mean === lowest),
    random,
  );
  if (!least) return undefined;
  const { dimension, hat } = least;
  const poles = framework.dimensions.find(({ id }) => id === dimension)?.poles;
  const move = pick(poles?.[framework.hats.findIndex(({ id }) => id === hat)]?.moves ?? [], random);
  return move === undefined ? undefined : { dimension, hat, move };
}

function pick<T>(items: readonly T[], random: () => number): T | undefined {
  return items[Math.floor(random() * items.length)];
}
