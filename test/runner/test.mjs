// @ts-check
// `npm test [-- --unit]`: every check, two at a time; the last line is `N passed, N failed`.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { explain, say, secondsSince } from '../../scripts/messages.mjs';
import { out } from '../../scripts/paths.mjs';
import { runInLanes } from './lanes.mjs';
import { stages } from './stages.mjs';
import { emptyTally } from './tally.mjs';

/** What each stage printed. */
const logs = path.join(out, 'logs');

/**
 * @typedef {object} Outcome
 * @property {import('./stages.mjs').Stage} stage
 * @property {import('./tally.mjs').Tally} tally
 * @property {string} time
 */

/**
 * @param {import('./stages.mjs').Stage} stage
 * @param {ReadonlyMap<string, Outcome>} before
 * @returns {Promise<Outcome>}
 */
async function run(stage, before) {
  const start = Date.now();
  const missing = stage.needs.filter((name) => before.get(name)?.tally.failed !== 0);
  const { tally, output } =
    missing.length > 0
      ? { tally: failure(`not run, because of: ${missing.join(', ')}`), output: '' }
      : await attempt(stage);
  const time = secondsSince(start);
  // Whole, so that no two stages are mixed.
  say(`\n── ${stage.name} ${'─'.repeat(Math.max(4, 70 - stage.name.length))}\n${output}`);
  say(`${stage.name}: ${counts(tally)} (${time})`);
  return { stage, tally, time };
}

/**
 * @param {import('./stages.mjs').Stage} stage
 * @returns {Promise<{ tally: import('./tally.mjs').Tally, output: string }>}
 */
async function attempt(stage) {
  say(`▸ ${stage.name} …`);
  const file = path.join(logs, `${stage.name.replaceAll(/\W+/g, '-')}.log`);
  const output = fs.openSync(file, 'w');
  try {
    const tally = await stage.run(output).catch((error) => failure(explain(error)));
    const counted = tally.passed + tally.failed === 0 ? failure('nothing was tested') : tally;
    return { tally: counted, output: fs.readFileSync(file, 'utf8') };
  } finally {
    fs.closeSync(output);
  }
}

/** @param {string} reason */
function failure(reason) {
  return { ...emptyTally(), failed: 1, failures: [reason] };
}

/** @param {import('./tally.mjs').Tally} tally */
function counts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** @param {readonly Outcome[]} outcomes */
function summarize(outcomes) {
  say('');
  for (const { stage, tally, time } of outcomes) {
    say(`${tally.failed > 0 ? '✘' : '✔'} ${stage.name}: ${counts(tally)} (${time})`);
    for (const reason of tally.failures) say(`    ${reason}`);
  }
}

async function main() {
  const { values } = parseArgs({ options: { unit: { type: 'boolean' } } });
  const start = Date.now();
  fs.mkdirSync(logs, { recursive: true });
  const all = await runInLanes(values.unit ? stages.filter(({ host }) => !host) : stages, run);
  summarize(all);
  say(`${secondsSince(start)} in all.`);
  const left = stages.filter(({ host }) => host).map(({ name }) => name);
  if (values.unit) say(`The hosts were left out (--unit): ${left.join(', ')}. \`npm test\` runs everything.`);
  const sum = (/** @type {'passed' | 'failed'} */ key) =>
    all.reduce((total, { tally }) => total + tally[key], 0);
  say(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}

await main();
