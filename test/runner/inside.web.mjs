// @ts-check
import './insideMark.mjs';
// Mocha's browser build makes the global `mocha`.
import 'mocha/mocha.js';
import { runInside } from './inside.mjs';

/**
 * @param {import('./inside.mjs').Suite[]} suites
 * @param {{ strict: boolean }} options
 */
export function runSuites(suites, { strict }) {
  const { mocha } = /** @type {{ mocha: BrowserMocha & import('mocha') }} */ (
    /** @type {unknown} */ (globalThis)
  );
  mocha.setup({ ui: 'bdd', timeout: 40_000, reporter: 'spec', forbidOnly: strict, forbidPending: strict });
  return runInside(mocha, suites);
}
