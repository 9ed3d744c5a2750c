/** The checks of a journal: `checks/2026-11-24T083012Z-quick-7f3a.yaml`, a name that sorts by time. */
import { statementsOf } from '../framework/lookup';
import type { Framework } from '../framework/model';
import { textHash } from '../hash';
import type { Clock, Files } from '../journal/ports';
import { fileStamp } from '../journal/time';
import type { Ratings } from './ratings';
import { readRecord, recordAnswers, writeRecord, type CheckRecord, type RecordProblem } from './record';
import type { CheckRun } from './run';
import { scoresOf } from './scores';
import { statementHash } from './statements';

const folder = 'checks';
const checkFile = /^\d{4}-\d{2}-\d{2}T\d{6}Z-.*\.yaml$/;

/** A check file that can't be used, and why. */
export interface DamagedCheck extends RecordProblem {
  /** Relative to the journal. */
  readonly path: string;
}

/**
 * Writes a finished run to a file of its own and answers its path. A run that was written already is found again.
 * @throws FileError
 */
export async function keepCheck(files: Files, clock: Clock, run: CheckRun): Promise<string> {
  const text = writeRecord(run);
  const stamp = fileStamp(clock, Date.parse(run.finished ?? run.started));
  for (let attempt = 0; ; attempt++) {
    const path = `${folder}/${stamp}-${run.kind}-${textHash(`${run.id} ${attempt}`).slice(0, 4)}.yaml`;
    if (await files.create(path, text)) return path;
    if ((await files.read(path)) === text) return path;
  }
}

/**
 * The newest score of each side, of statements that the framework still has in the same words. Reads the newest
 * files first, and no more than needed.
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
    if (found >= wanted) break;
    const record = await readCheck(files, `${folder}/${name}`, onDamaged);
    if (record?.framework !== framework.id) continue;
    date ??= record.finished.slice(0, 10);
    found += addScores(scores, record, framework);
  }
  return { date, scores };
}

/** The names of check files, the newest first. */
async function checkNames(files: Files): Promise<readonly string[]> {
  const entries = await files.list(folder);
  const names = entries.flatMap(({ name, kind }) => (kind === 'file' && checkFile.test(name) ? [name] : []));
  return names.sort().reverse();
}

async function readCheck(
  files: Files,
  path: string,
  onDamaged: (check: DamagedCheck) => void,
): Promise<CheckRecord | undefined> {
  const text = await files.read(path);
  if (text === undefined) return undefined;
  const { record, problem } = readRecord(text);
  if (problem) onDamaged({ path, ...problem });
  return record;
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
