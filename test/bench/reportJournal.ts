// Writes a journal of years: notes with tags, and a self-check a week. Bundled, it is run with a folder and how many
// notes and checks there are to be.
import fs from 'node:fs';
import path from 'node:path';
import builtin from '../../src/core/framework/builtin.framework.yaml';
import { answerStatement, startRun } from '../../src/core/selfcheck/run';
import { writeRecord } from '../../src/core/selfcheck/save';
import { dateOf, dayOf } from '../../src/core/util/calendar';
import { randomFrom } from '../../src/core/util/random';
import { writeCorpus } from './corpus';

const [folder = '', notes = '0', checks = '0'] = process.argv.slice(2);
writeCorpus(folder, Number(notes));
fs.mkdirSync(path.join(folder, 'checks'), { recursive: true });
const random = randomFrom(Number(checks));
const today = dayOf(new Date().toISOString().slice(0, 10));
for (let week = 0; week < Number(checks); week++) {
  const date = dateOf(today - 7 * week);
  const started = `${date}T08:00:00+00:00`;
  const run = startRun(
    builtin,
    { kind: 'quick', dimension: undefined },
    { id: `bench-${week}`, seed: week, started },
  );
  const answered = run.statements.reduce(
    (before) => answerStatement(before, { value: 2 + Math.floor(random() * 3), ms: 3000 }, started),
    run,
  );
  fs.writeFileSync(path.join(folder, `checks/${date}T080000Z-quick-bench.yaml`), writeRecord(answered));
}
