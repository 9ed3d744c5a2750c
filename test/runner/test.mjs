// @ts-check
// `npm test [-- --unit]`: every check, in order; the last line is `N passed, N failed`.
import { parseArgs } from 'node:util';
import { explain, say, secondsSince } from '../../scripts/messages.mjs';
import { stages } from './stages.mjs';
import { emptyTally } from './tally.mjs';

/**
 * @typedef {object} Outcome
 * @property {import('./stages.mjs').Stage} stage
 * @property {import('./tally.mjs').Tally} tally
 * @property {string} time
 */

/**
 * @param {import('./stages.mjs').Stage} stage
 * @param {Map<string, Outcome>} before
 * @returns {Promise<Outcome>}
 */
async function run(stage, before) {
  const start = Date.now();
  say(`\n── ${stage.name} ${'─'.repeat(Math.max(4, 70 - stage.name.length))}`);
  const missing = stage.needs.filter((name) => before.get(name)?.tally.failed !== 0);
  const tally =
    missing.length > 0 ? failure(`not run, because of: ${missing.join(', ')}`) : await attempt(stage);
  const time = secondsSince(start);
  say(`${stage.name}: ${counts(tally)} (${time})`);
  return { stage, tally, time };
}

/** @param {import('./stages.mjs').Stage} stage */
async function attempt(stage) {
  try {
    const tally = await stage.run();
    if (tally.passed + tally.failed === 0) return failure('nothing was tested');
    return tally;
  } catch (error) {
    return failure(explain(error));
  }
}

/** @param {string} reason */
function failure(reason) {
  say(`✘ ${reason}`);
  return { ...emptyTally(), failed: 1, failures: [reason] };
}

/** @param {import('./tally.mjs').Tally} tally */
function counts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** @param {Outcome[]} outcomes */
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
  /** @type {Map<string, Outcome>} */
  const outcomes = new Map();
  for (const stage of stages)
    if (!values.unit || !stage.host) outcomes.set(stage.name, await run(stage, outcomes));
  const all = [...outcomes.values()];
  summarize(all);
  say(`${secondsSince(start)} in all.`);
  const left = stages.filter(({ name }) => !outcomes.has(name)).map(({ name }) => name);
  if (left.length > 0)
    say(`The hosts were left out (--unit): ${left.join(', ')}. \`npm test\` runs everything.`);
  const sum = (/** @type {'passed' | 'failed'} */ key) =>
    all.reduce((total, { tally }) => total + tally[key], 0);
  say(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}

await main();
