/** Check records for tests. */
import { statementsOf } from '../../src/core/framework/lookup';
import type { Framework } from '../../src/core/framework/model';
import type { CheckRecord } from '../../src/core/selfcheck/record';
import { statementHash } from '../../src/core/selfcheck/statements';

/**
 * A check that was finished at noon of a local date (or at a time, with its offset).
 * @param answers by statement (`a/keep/1`) or by side (`a/keep`: the anchor's); only these are asked
 */
export function checkRecord(
  framework: Framework,
  finished: string,
  answers: Readonly<Record<string, number>>,
  kind: CheckRecord['kind'] = 'quick',
): CheckRecord {
  const time = finished.includes('T') ? finished : `${finished}T12:00:00+00:00`;
  const statements = new Map(statementsOf(framework).map((statement) => [statement.id, statement]));
  const given = Object.entries(answers).map(([name, answer]) => {
    const id = statements.has(name) ? name : `${name}/1`;
    const statement = statements.get(id);
    if (!statement) throw new Error(`The framework asks no ${name}.`);
    return { statement: id, hash: statementHash(statement), answer, ms: 3000 };
  });
  return {
    ...{ format: 'two-hats-check/1', kind, framework: framework.id, version: framework.version },
    ...{ period: 'two weeks', seed: 1, started: time, finished: time, asked: given.length },
    answers: given,
  };
}
