// @ts-check
// The stages of `npm test`: what each runs, what it counts.
import fs from 'node:fs';
import path from 'node:path';
import { findTests } from './bundle.mjs';
import { installDependencies } from './dependencies.mjs';
import { Problem } from './messages.mjs';
import { out, readJson, root } from './paths.mjs';
import { runGroup } from './processes.mjs';
import { emptyTally } from './tally.mjs';

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {boolean} [host] needs a VS Code
 * @property {string[]} needs stages that must have passed
 * @property {() => Promise<import('./tally.mjs').Tally>} run
 */

/** The package under test, and what is published. */
export const vsix = path.join(out, 'two-hats.vsix');

/** No test may be left out by a forgotten `.only` or `.skip`. */
const strict = { TWO_HATS_STRICT: '1', TWO_HATS_VSIX: vsix };

/** @param {string} name of a file in this folder */
const script = (name) => path.join(root, 'test/host', name);

/** @param {string} file in node_modules */
const tool = (file) => path.join(root, 'node_modules', file);

/** Another host whose extensions run in Node (`desktop`, `newest`) is chosen by name. */
const nodeHost = process.env['TWO_HATS_HOST'] ?? 'server';

/** @type {Stage[]} */
export const stages = [
  { name: 'install', needs: [], run: () => check(installDependencies) },
  { name: 'test files', needs: [], run: () => check(requireKnownTests) },
  {
    name: 'lint',
    needs: ['install'],
    run: () =>
      checkAll([tool('eslint/bin/eslint.js'), '.'], [tool('prettier/bin/prettier.cjs'), '--check', '.']),
  },
  { name: 'types', needs: ['install'], run: () => checkAll([tool('typescript/bin/tsc'), '-b']) },
  { name: 'unit', needs: ['install'], run: () => mocha('unit', [script('unit.mjs'), '--strict']) },
  { name: 'package', host: true, needs: ['install'], run: () => checkAll([script('package.mjs')]) },
  {
    name: `integration in the ${nodeHost} host`,
    host: true,
    needs: ['package'],
    run: () =>
      mocha(`integration-${nodeHost}`, [script('integration.mjs'), '--host', nodeHost, '--vsix', vsix]),
  },
  {
    name: 'smoke in the web host',
    host: true,
    needs: ['package'],
    run: () => mocha('integration-web', [script('integration.mjs'), '--host', 'web', '--vsix', vsix]),
  },
  {
    name: 'workbench in a browser',
    host: true,
    needs: ['package'],
    run: () => mocha('ui', [script('ui.mjs'), '--strict']),
  },
];

/**
 * A stage of one check.
 * @param {() => Promise<void>} work
 */
async function check(work) {
  await work();
  return { ...emptyTally(), passed: 1 };
}

/** A test file where no stage looks for it would never run. */
async function requireKnownTests() {
  const stray = findTests('.').filter((file) => !/^test\/(unit|integration|ui)\//.test(file));
  if (stray.length > 0) throw new Problem(`No stage runs ${stray.join(', ')}.`);
}

/**
 * A stage of commands that pass or fail as one; all are run.
 * @param {string[][]} commands
 */
function checkAll(...commands) {
  return check(async () => {
    const failed = [];
    for (const command of commands)
      if ((await node(command)) !== 0) failed.push(path.basename(command[0] ?? '').replace(/\.\w+$/, ''));
    if (failed.length > 0) throw new Problem(`${failed.join(' and ')} found problems.`);
  });
}

/**
 * @param {string[]} command
 * @returns {Promise<number>}
 */
function node(command) {
  return runGroup(process.execPath, command, { cwd: root, env: { ...process.env, ...strict } });
}

/**
 * A stage whose program counts tests.
 * @param {string} result name of the file it writes
 * @param {string[]} command
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
async function mocha(result, command) {
  const file = path.join(out, 'results', `${result}.json`);
  fs.rmSync(file, { force: true });
  const code = await node(command);
  if (!fs.existsSync(file)) throw new Problem(`It ended with code ${code} before it had counted its tests.`);
  /** @type {import('./tally.mjs').Tally} */
  const tally = readJson(file);
  if (code === 0 || tally.failed > 0) return tally;
  return { ...tally, failed: 1, failures: [`It ended with code ${code}.`] };
}
