/**
 * Saving a check: `checks/2026-11-24T083012Z-quick-7f3a.yaml`, a name that sorts by time. The file is written by
 * hand, so that it reads well and needs no YAML library.
 */
import { textHash } from '../util/hash';
import { writeScalar } from '../journal/frontMatter/frontMatter';
import type { Files } from '../journal/files';
import type { Clock } from '../util/dates';
import { fileTimestamp } from '../util/dates';
import { checksFolder } from './checkFiles';
import type { CheckRun } from './run';
import { statementHash } from './statements';

/** The format that this version writes; a file of another one is left alone. */
export const recordFormat = 'two-hats-check/1';

/**
 * Writes a finished run to a file of its own and answers its path. A run that was written already is found again.
 * @throws FileError
 */
export async function saveCheck(files: Files, clock: Clock, run: CheckRun): Promise<string> {
  const text = writeRecord(run);
  const stamp = fileTimestamp(clock, Date.parse(run.finished ?? run.started));
  for (let attempt = 0; ; attempt++) {
    const path = `${checksFolder}/${stamp}-${run.kind}-${textHash(`${run.id} ${attempt}`).slice(0, 4)}.yaml`;
    if (await files.create(path, text)) return path;
    if ((await files.read(path)) === text) return path;
  }
}

/** The text of a finished run's file. */
export function writeRecord(run: CheckRun): string {
  const { kind, dimension, framework, version, seed, started, finished = started } = run;
  const answers = run.statements.flatMap((statement, place) => {
    const given = run.answers[place];
    if (!given) return [];
    return [
      `  - statement: ${writeScalar(statement.id)}`,
      `    hash: ${writeScalar(statementHash(statement))}`,
      `    answer: ${given.value}`,
      `    ms: ${Math.round(given.ms)}`,
    ];
  });
  return [
    '# A self-check of Two Hats. It is never rewritten; a new check makes a new file.',
    '# Answers: 1 never, 2 rarely, 3 sometimes, 4 often, 5 almost always; 0 no occasion, which is not scored.',
    `format: ${recordFormat}`,
    `kind: ${kind}`,
    ...(dimension === undefined ? [] : [`dimension: ${writeScalar(dimension)}`]),
    `framework: ${writeScalar(framework)}`,
    `version: ${writeScalar(version)}`,
    'period: two weeks',
    `seed: ${seed}`,
    `started: ${writeScalar(started)}`,
    `finished: ${writeScalar(finished)}`,
    `asked: ${run.statements.length}`,
    'answers:',
    ...answers,
    '',
  ].join('\n');
}
