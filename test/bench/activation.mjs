// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import { bundleForHost } from '../runner/bundle.mjs';
import { Problem } from '../../scripts/messages.mjs';
import { out } from '../../scripts/paths.mjs';
import { runInHost } from '../runner/runTests.mjs';

/**
 * @typedef {object} Extensions
 * @property {string} vsix ours
 * @property {string[]} others the empty one and one to warm up with
 */

/**
 * Code load and activation of both extensions, in hosts of their own, in turns which comes first.
 * @param {Extensions & { runs: number }} options
 * @returns {Promise<{ ours: number[], empty: number[] }>} ms
 */
export async function measureActivation({ runs, ...extensions }) {
  /** @type {{ ours: number[], empty: number[] }} */
  const samples = { ours: [], empty: [] };
  for (let run = 0; run < runs; run++) {
    const order = run % 2 ? 'two-hats empty-extension' : 'empty-extension two-hats';
    const value = await runOnce(order, extensions);
    samples.ours.push(value('two-hats'));
    samples.empty.push(value('empty-extension'));
  }
  return samples;
}

/**
 * Whether opening a README starts us at all.
 * @param {Extensions} extensions
 */
export async function startsOnReadme(extensions) {
  const value = await runOnce('', extensions);
  return value('started-by-readme') === 1;
}

/**
 * @param {string} order
 * @param {Extensions} extensions
 */
async function runOnce(order, extensions) {
  const tests = path.join(out, 'bench', 'activation.js');
  await bundleForHost('node', ['test/bench/activation.ts'], tests);
  process.env['TWO_HATS_BENCH_ORDER'] = order;
  const { code } = await runInHost({ host: 'server', tests, ...extensions, onlyTests: true });
  const log = fs.readFileSync(path.join(out, 'results', 'host-server.log'), 'utf8');
  const lines = [...log.matchAll(/^bench (\S+) ([\d.]+)$/gm)];
  const values = new Map(lines.map(([, name, number]) => [name, Number(number)]));
  return (/** @type {string} */ name) => {
    const number = values.get(name);
    if (code !== 0 || number === undefined) throw new Problem(`${name} could not be measured.`);
    return number;
  };
}
