// @ts-check
// Runs bundled tests by Mocha in this process.
import { pathToFileURL } from 'node:url';
import Mocha from 'mocha';
import { explain } from '../../scripts/messages.mjs';
import { writeJson } from '../../scripts/paths.mjs';
import { failedToLoad, tallyOf } from './tally.mjs';

/**
 * @typedef {object} MochaOptions
 * @property {string | undefined} [grep] only tests with this in their titles
 * @property {boolean | undefined} [strict] `.only` and `.skip` are failures
 * @property {number | undefined} [timeout] of a test, in ms
 * @property {boolean | undefined} [bail] end with the first failure
 */

/**
 * @param {string[]} files
 * @param {MochaOptions} [options]
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runMocha(files, { grep, strict = false, timeout = 2000, bail = false } = {}) {
  process.setSourceMapsEnabled(true);
  const mocha = new Mocha({ ui: 'bdd', timeout, forbidOnly: strict, forbidPending: strict, bail });
  if (grep) mocha.fgrep(grep);
  for (const file of files) mocha.addFile(file);
  try {
    await mocha.loadFilesAsync();
  } catch (error) {
    return failedToLoad(error);
  }
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve(tally));
    const tally = tallyOf(runner);
  });
}

/** An open handle must not keep a finished run alive for ever, nor cut its output. */
export function endSoon() {
  setTimeout(() => {
    console.error('Something that the tests started still runs: ended.');
    process.exit(process.exitCode ?? 1);
  }, 10_000).unref();
}

// `node mochaRun.mjs OPTIONS FILE…`: the watcher runs each round in a process of its own.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , options = '{}', ...files] = process.argv;
  const { result, ...mochaOptions } = JSON.parse(options);
  try {
    const tally = await runMocha(files, mochaOptions);
    if (result) writeJson(result, tally);
    process.exitCode = tally.failed > 0 ? 1 : 0;
  } catch (error) {
    console.error(explain(error));
    process.exitCode = 1;
  }
  endSoon();
}
