// @ts-check
// `npm run fuzz [-- --seconds 600] [--seed 7] [--jobs 2] [--save] [--untimed] [TARGET…]`: each target in a process of its
// own, from its corpus on; what reaches more than it did is saved there. Untimed, no input is too slow.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleForNode, bundled } from '../runner/bundle.mjs';
import { explain } from '../../scripts/messages.mjs';
import { out, root, writeJson } from '../../scripts/paths.mjs';
import { emptyTally } from '../runner/tally.mjs';

const corpora = path.join(root, 'test/fuzz/corpus');
const program = 'test/fuzz/fuzz.ts';

/**
 * @param {string} target
 * @param {string[]} settings seconds and seed
 * @param {string[]} options
 * @returns {Promise<boolean>} whether nothing was found
 */
function fuzz(target, settings, options) {
  const corpus = path.join(corpora, target);
  const args = [bundled('fuzz', program), target, ...settings, corpus, ...options];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    // What is left of the machine is enough: hosts that run beside it come first.
    if (child.pid !== undefined) os.setPriority(child.pid, os.constants.priority.PRIORITY_LOW);
    child.on('close', (code) => resolve(code === 0));
  });
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seconds: { type: 'string', default: '20' },
      seed: { type: 'string', default: String(Date.now() % 1e9) },
      jobs: { type: 'string', default: '2' },
      save: { type: 'boolean', default: false },
      untimed: { type: 'boolean', default: false },
    },
  });
  await bundleForNode('fuzz', [program]);
  const waiting = positionals.length > 0 ? positionals : fs.readdirSync(corpora);
  const options = [...(values.save ? ['save'] : []), ...(values.untimed ? ['untimed'] : [])];
  const tally = { ...emptyTally() };
  /** @type {string[]} */
  const failures = [];
  const worker = async () => {
    for (let target = waiting.shift(); target !== undefined; target = waiting.shift())
      if (await fuzz(target, [values.seconds, values.seed], options)) tally.passed++;
      else failures.push(`${target}, seed ${values.seed}`);
  };
  await Promise.all(Array.from({ length: Number(values.jobs) }, worker));
  writeJson(path.join(out, 'results', 'fuzz.json'), { ...tally, failed: failures.length, failures });
  process.exitCode = failures.length > 0 ? 1 : 0;
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
