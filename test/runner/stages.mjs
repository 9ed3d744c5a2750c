// @ts-check
// The stages of `npm test`: what each runs, what it counts.
import fs from 'node:fs';
import path from 'node:path';
import { findTests } from './bundle.mjs';
import { everydayCommands, generatedFiles, requireInStep } from './contributing.mjs';
import { installDependencies } from '../../scripts/dependencies.mjs';
import { Problem } from '../../scripts/messages.mjs';
import { out, readJson, root } from '../../scripts/paths.mjs';
import { runGroup } from '../../scripts/processes.mjs';
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
const script = (name) => path.join(root, 'test/runner', name);

const fuzzer = path.join(root, 'test/fuzz/fuzz.mjs');

/** Another host whose extensions run in Node (`desktop`, `newest`) is chosen by name. */
const nodeHost = process.env['TWO_HATS_HOST'] ?? 'server';

/** As the clone came, before the commands write generated files anew. */
const before = generatedFiles();

/** @type {Stage[]} */
export const stages = [
  { name: 'install', needs: [], run: () => check(installDependencies) },
  { name: 'test files', needs: [], run: () => check(requireKnownTests) },
  ...everydayCommands().map(commandStage),
  { name: 'generated files', needs: ['install'], run: () => check(() => requireInStep(before)) },
  // Always the same inputs in the same order: what breaks here was broken by a change.
  { name: 'fuzz', needs: ['install'], run: () => mocha('fuzz', [fuzzer, '--seconds', '20', '--seed', '1']) },
  { name: 'unit', needs: ['install'], run: () => mocha('unit', [script('unit.mjs'), '--strict']) },
  {
    name: `integration in the ${nodeHost} host`,
    host: true,
    needs: ['npm run package'],
    run: () =>
      mocha(`integration-${nodeHost}`, [script('integration.mjs'), '--host', nodeHost, '--vsix', vsix]),
  },
  {
    name: 'smoke in the web host',
    host: true,
    needs: ['npm run package'],
    run: () => mocha('integration-web', [script('integration.mjs'), '--host', 'web', '--vsix', vsix]),
  },
  {
    name: 'workbench in a browser',
    host: true,
    needs: ['npm run package'],
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
 * A stage of one line of CONTRIBUTING.md, run as it stands there.
 * @param {string} line
 * @returns {Stage}
 */
function commandStage(line) {
  const [program = '', ...args] = line.split(' ');
  const work = async () => {
    const command = process.platform === 'win32' ? `${program}.cmd` : program;
    const code = await runGroup(command, args, { cwd: root, env: { ...process.env, ...strict } });
    if (code !== 0) throw new Problem(`\`${line}\` ended with code ${code}.`);
  };
  return { name: line, needs: ['install'], run: () => check(work) };
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
