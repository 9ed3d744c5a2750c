// @ts-check
// Runs test files inside an extension host. Bundled; knows neither Node nor the browser.
import { resultMark } from './insideConsole.mjs';
import { failedToLoad, tallyOf } from './tally.mjs';

/**
 * @typedef {object} Suite
 * @property {string} file as a path from the root
 * @property {() => void} load defines its tests
 */

/**
 * @param {import('mocha')} mocha
 * @param {Suite[]} suites
 * @param {(stack: string) => string} [readable] makes a stack name the sources
 * @returns {Promise<void>}
 */
export async function runInside(mocha, suites, readable = (stack) => stack) {
  const tally = await countTests(mocha, suites, readable);
  console.log(resultMark + JSON.stringify(tally));
  if (tally.failed > 0) throw new Error(`${tally.failed} tests failed.`);
}

/**
 * @param {import('mocha')} mocha
 * @param {Suite[]} suites
 * @param {(stack: string) => string} readable
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
async function countTests(mocha, suites, readable) {
  try {
    for (const { file, load } of suites) {
      // So `describe` and `it` know which file they stand in.
      mocha.suite.emit('pre-require', globalThis, file, mocha);
      load();
    }
  } catch (error) {
    return failedToLoad(error);
  }
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve(tally));
    const tally = tallyOf(runner);
    // Mocha prints the stacks at the end.
    runner.on('fail', (_test, error) => {
      if (error instanceof Error && error.stack) error.stack = readable(error.stack);
    });
  });
}
