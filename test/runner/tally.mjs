// @ts-check
// Counts what Mocha ran. Used in plain Node and inside a VS Code, so it needs neither.

/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed hooks and files that could not be loaded included
 * @property {number} skipped
 * @property {Record<string, number>} files how many tests of each file ran
 * @property {string[]} failures their full titles, and the first line of why
 */

/** @returns {Tally} */
export function emptyTally() {
  return { passed: 0, failed: 0, skipped: 0, files: {}, failures: [] };
}

/**
 * @param {import('mocha').Runner} runner
 * @returns {Tally} filled while it runs
 */
export function tallyOf(runner) {
  const tally = emptyTally();
  /** @param {import('mocha').Runnable} test */
  const ran = (test) => {
    const file = test.file ?? '';
    tally.files[file] = (tally.files[file] ?? 0) + 1;
  };
  runner.on('pass', (test) => {
    tally.passed++;
    ran(test);
  });
  runner.on('fail', (test, error) => {
    tally.failed++;
    const [reason] = String(error).split('\n');
    tally.failures.push(`${test.fullTitle()}: ${reason}`);
    ran(test);
  });
  runner.on('pending', () => tally.skipped++);
  return tally;
}

/**
 * A file that could not be loaded counts as a failed test.
 * @param {unknown} error
 * @returns {Tally}
 */
export function failedToLoad(error) {
  console.error(error);
  return { ...emptyTally(), failed: 1, failures: [`could not be loaded: ${String(error)}`] };
}

/**
 * Adds what must never pass quietly: no tests, a file none of whose tests ran.
 * @param {Tally} tally
 * @param {string[]} expected the files, as `tally.files` names them
 * @returns {Tally}
 */
export function withMissing(tally, expected) {
  const missing = expected.filter((file) => !tally.files[file]).map((file) => `no test of ${file} was run`);
  if (expected.length === 0) missing.push('there is no test file');
  return { ...tally, failed: tally.failed + missing.length, failures: [...tally.failures, ...missing] };
}
