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
 * @property {string[]} [after] stages that must have ended
 * @property {(output: number) => Promise<import('./tally.mjs').Tally>} run writing to that open file
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

/** Each waits for the one before: some write the same files. */
const commands = everydayCommands();

const hosts = 'VS Code and a browser to test in';
const inHost = { host: true, needs: ['npm run package', hosts] };

/** As the clone came, before the commands write generated files anew. */
const before = generatedFiles();

/** @type {Stage[]} */
export const stages = [
  { name: 'install', needs: [], run: () => check(installDependencies) },
  { name: 'test files', needs: [], run: () => check(requireKnownTests) },
  ...commands.map(commandStage),
  {
    name: 'unit',
    needs: ['install'],
    run: mocha('all-unit', [script('unit.mjs'), '--strict', '--name', 'all-unit']),
  },
  { name: hosts, host: true, needs: ['install'], run: installHosts },
  // Always the same inputs in the same order: what breaks here was broken by a change.
  {
    name: 'fuzz',
    needs: ['install'],
    run: mocha('fuzz', [fuzzer, '--untimed', '--seconds', '20', '--seed', '1']),
  },
  {
    name: 'generated files',
    needs: ['install'],
    after: commands,
    run: () => check(() => requireInStep(before)),
  },
  // Alone of its kind: with two workbenches drawn at a time on two cores, tests ran out of their time.
  { name: 'workbench in a browser', ...inHost, run: mocha('ui', [script('ui.mjs'), '--strict']) },
  integrationStage(`integration in the ${nodeHost} host`, nodeHost),
  integrationStage('smoke in the web host', 'web'),
];

/** @param {number} output */
function installHosts(output) {
  return check(async () => {
    const code = await node([script('hosts.mjs')], output);
    if (code !== 0) throw new Problem('VS Code or its browser could not be installed.');
  });
}

/**
 * @param {string} name
 * @param {string} host
 * @returns {Stage}
 */
function integrationStage(name, host) {
  const command = [script('integration.mjs'), '--host', host, '--vsix', vsix];
  return { name, ...inHost, run: mocha(`integration-${host}`, command) };
}

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
 * @param {number} index
 * @returns {Stage}
 */
function commandStage(line, index) {
  const [program = '', ...args] = line.split(' ');
  const command = process.platform === 'win32' ? `${program}.cmd` : program;
  /** @param {number} output */
  const run = (output) =>
    check(async () => {
      const code = await runGroup(command, args, { cwd: root, env: environment(), output });
      if (code !== 0) throw new Problem(`\`${line}\` ended with code ${code}.`);
    });
  return { name: line, needs: ['install'], after: commands.slice(0, index), run };
}

/**
 * @param {string[]} command
 * @param {number} output
 * @returns {Promise<number>}
 */
function node(command, output) {
  return runGroup(process.execPath, command, { cwd: root, env: environment(), output });
}

/** Output goes into a file first: whoever sees it on a screen shall see its colours all the same. */
function environment() {
  return { ...process.env, ...strict, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) };
}

/**
 * The work of a stage whose program counts tests.
 * @param {string} result name of the file it writes
 * @param {string[]} command
 * @returns {Stage['run']}
 */
function mocha(result, command) {
  return async (output) => {
    const file = path.join(out, 'results', `${result}.json`);
    fs.rmSync(file, { force: true });
    const code = await node(command, output);
    if (!fs.existsSync(file))
      throw new Problem(`It ended with code ${code} before it had counted its tests.`);
    /** @type {import('./tally.mjs').Tally} */
    const tally = readJson(file);
    if (code === 0 || tally.failed > 0) return tally;
    return { ...tally, failed: 1, failures: [`It ended with code ${code}.`] };
  };
}
