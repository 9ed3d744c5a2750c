/** What the cards show of the self-checks. */
import { statementsOf } from '../framework/lookup';
import type { Framework } from '../framework/model';
import { fileName } from '../journal/paths';
import { isOlder } from './checkFiles';
import { checkDate, type Checks, type DamagedCheck, type FiledCheck } from './checks';
import { recordAnswers, type CheckRecord } from './record';
import { scoresOf } from './scores';
import { statementHash } from './statements';

export interface Ratings {
  /** Local date `YYYY-MM-DD` of the newest check of the framework, or `undefined` when there is none. */
  readonly date: string | undefined;
  /** Of the newest check of whatever framework. */
  readonly lastCheck: string | undefined;
  /** The newest of each side, by dimension id, then hat id. Unrated sides are absent. */
  readonly scores: ReadonlyMap<string, ReadonlyMap<string, Rating>>;
}

export interface Rating {
  /** Of frequency answers, 1 to 5. */
  readonly mean: number;
  /** So many answers it rests on, 1 or more. */
  readonly count: number;
}

export interface LatestRatings {
  readonly ratings: Ratings;
  /** The damaged checks that could have had a say: not those that are older than checks which rate every side. */
  readonly damaged: readonly DamagedCheck[];
}

/** The newest score of each side, of statements that the framework still has in the same words. */
export function latestRatings(framework: Framework, { records, damaged }: Checks): LatestRatings {
  const hashes = new Map(
    statementsOf(framework).map((statement) => [statement.id, statementHash(statement)]),
  );
  const scores = new Map<string, Map<string, Rating>>();
  const own = records.filter((check) => check.framework === framework.id);
  let unrated = framework.dimensions.length * framework.hats.length;
  let last: FiledCheck | undefined;
  for (const check of own) {
    if (unrated <= 0) break;
    unrated -= addScores(scores, check, hashes);
    last = check;
  }
  return {
    ratings: { date: own.map(checkDate)[0], lastCheck: lastDate(records), scores },
    damaged: damaged.filter(
      ({ path }) => unrated > 0 || !last || !isOlder(fileName(path), fileName(last.path)),
    ),
  };
}

/** Adds the sides that have no newer score, and answers how many. */
function addScores(
  scores: Map<string, Map<string, Rating>>,
  check: CheckRecord,
  hashes: ReadonlyMap<string, string>,
): number {
  const current = recordAnswers(check).filter(({ id, hash }) => hashes.get(id) === hash);
  let added = 0;
  for (const { dimension, hat, mean, count } of scoresOf(current)) {
    const sides = scores.get(dimension) ?? new Map<string, Rating>();
    if (mean === undefined || sides.has(hat)) continue;
    scores.set(dimension, sides.set(hat, { mean, count }));
    added++;
  }
  return added;
}

/** By when they were finished: a file that somebody renamed does not sort by time. */
function lastDate(checks: readonly CheckRecord[]): string | undefined {
  let last: CheckRecord | undefined;
  for (const check of checks)
    if (!last || Date.parse(check.finished) > Date.parse(last.finished)) last = check;
  return last && checkDate(last);
}
