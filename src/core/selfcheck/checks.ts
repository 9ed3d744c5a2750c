/** The checks that a journal holds. */
import { statementsOf } from '../framework/lookup';
import type { Framework } from '../framework/model';
import { FileError, type Files } from '../journal/files';
import { checksFolder } from './save';
import type { Ratings } from './ratings';
import { readRecord, recordAnswers, type CheckRecord, type RecordProblem } from './record';
import { scoresOf } from './scores';
import { statementHash } from './statements';

/** A name as we give it. */
const stamped = /^\d{4}-\d{2}-\d{2}T\d{6}Z-/;

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
  const scores = new Map<string, Map<string, number>>();
  const wanted = framework.dimensions.length * framework.hats.length;
  let date: string | undefined;
  let found = 0;
  for (const name of await checkNames(files)) {
    if (found >= wanted && stamped.test(name)) continue;
    const record = await readCheck(files, `${checksFolder}/${name}`, onDamaged);
    if (record?.framework !== framework.id) continue;
    date ??= record.finished.slice(0, 10);
    found += addScores(scores, record, framework);
  }
  return { date, scores };
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

/** As `newestFirst`. */
async function checkNames(files: Files): Promise<readonly string[]> {
  const entries = await files.list(checksFolder);
  const names = entries.filter(({ name, kind }) => kind === 'file' && isCheckName(name));
  return newestFirst(names.map(({ name }) => name));
}

/** Does a file of the folder hold a check? */
export function isCheckName(name: string): boolean {
  return /^[^.].*\.ya?ml$/i.test(name);
}

/** Names of check files, the newest first, those without a stamp last. */
export function newestFirst(names: readonly string[]): readonly string[] {
  const others = names.filter((name) => !stamped.test(name));
  return [
    ...names
      .filter((name) => stamped.test(name))
      .sort()
      .reverse(),
    ...others.sort(),
  ];
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
  scores: Map<string, Map<string, number>>,
  record: CheckRecord,
  framework: Framework,
): number {
  const hashes = new Map(
    statementsOf(framework).map((statement) => [statement.id, statementHash(statement)]),
  );
  const current = recordAnswers(record).filter(({ id, hash }) => hashes.get(id) === hash);
  let added = 0;
  for (const { dimension, hat, mean } of scoresOf(current)) {
    const sides = scores.get(dimension) ?? new Map<string, number>();
    if (mean === undefined || sides.has(hat)) continue;
    scores.set(dimension, sides.set(hat, mean));
    added++;
  }
  return added;
}
