/** The checks that a journal holds. */
import { statementsOf } from '../framework/lookup';
import type { Framework } from '../framework/model';
import { FileError, type Files } from '../journal/files';
import { checkNames, checksFolder, isStamped } from './checkFiles';
import type { Rating, Ratings } from './ratings';
import { readRecord, recordAnswers, type CheckRecord, type RecordProblem } from './record';
import { scoresOf } from './scores';
import { statementHash } from './statements';

/** A check file that can't be used, and why. */
export type DamagedCheck = (RecordProblem | { readonly code: 'unreadable'; readonly error: FileError }) & {
  /** Relative to the journal. */
  readonly path: string;
};

/**
 * The newest score of each side, of statements that the framework still has in the same words. Reads the newest
 * files first, and no more than needed; files that somebody renamed come last and are always read.
 * @param onDamaged is told of files that can't be used
 * @throws FileError when the folder can't be listed
 */
export async function latestRatings(
  files: Files,
  framework: Framework,
  onDamaged: (check: DamagedCheck) => void,
): Promise<Ratings> {
  const scores = new Map<string, Map<string, Rating>>();
  const wanted = framework.dimensions.length * framework.hats.length;
  let date: string | undefined;
  let last: CheckRecord | undefined;
  let found = 0;
  for (const name of await checkNames(files)) {
    if (found >= wanted && isStamped(name)) continue;
    const record = await readCheck(files, `${checksFolder}/${name}`, onDamaged);
    if (record && isLater(record, last)) last = record;
    if (record?.framework !== framework.id) continue;
    date ??= dateOf(record);
    found += addScores(scores, record, framework);
  }
  return { date, lastCheck: last && dateOf(last), scores };
}

function isLater({ finished }: CheckRecord, than: CheckRecord | undefined): boolean {
  return than === undefined || Date.parse(finished) > Date.parse(than.finished);
}

function dateOf({ finished }: CheckRecord): string {
  return finished.slice(0, 10);
}

/** A check with its place, relative to the journal. */
export interface FiledCheck extends CheckRecord {
  readonly path: string;
}

/** Every check that a journal holds, and what can't be used. */
export interface Checks {
  readonly records: readonly FiledCheck[];
  readonly damaged: readonly DamagedCheck[];
}

/** @throws FileError when the folder can't be listed */
export async function readChecks(files: Files): Promise<Checks> {
  const damaged: DamagedCheck[] = [];
  const records: FiledCheck[] = [];
  for (const name of await checkNames(files)) {
    const path = `${checksFolder}/${name}`;
    const record = await readCheck(files, path, (check) => damaged.push(check));
    if (record) records.push({ ...record, path });
  }
  return { records, damaged };
}

async function readCheck(
  files: Files,
  path: string,
  onDamaged: (check: DamagedCheck) => void,
): Promise<CheckRecord | undefined> {
  try {
    const text = await files.read(path);
    if (text === undefined) return undefined;
    const { record, problem } = readRecord(text);
    if (problem) onDamaged({ path, ...problem });
    return record;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    onDamaged({ path, code: 'unreadable', error });
    return undefined;
  }
}

/** Adds the sides that have no newer score, and answers how many. */
function addScores(
  scores: Map<string, Map<string, Rating>>,
  record: CheckRecord,
  framework: Framework,
): number {
  const hashes = new Map(
    statementsOf(framework).map((statement) => [statement.id, statementHash(statement)]),
  );
  const current = recordAnswers(record).filter(({ id, hash }) => hashes.get(id) === hash);
  let added = 0;
  for (const { dimension, hat, mean, count } of scoresOf(current)) {
    const sides = scores.get(dimension) ?? new Map<string, Rating>();
    if (mean === undefined || sides.has(hat)) continue;
    scores.set(dimension, sides.set(hat, { mean, count }));
    added++;
  }
  return added;
}
