// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import { bundleForHost } from '../host/bundle.mjs';
import { Problem } from '../host/messages.mjs';
import { out } from '../host/paths.mjs';
import { runInHost } from '../host/runTests.mjs';

/**
 * Code load and activation of both extensions, in hosts of their own, in turns which comes first.
 * @param {{ vsix: string, others: string[], by: 'README' | 'view', runs: number }} options
 * @returns {Promise<{ ours: number[], empty: number[] }>} ms
 */
export async function measureActivation({ vsix, others, by, runs }) {
  const tests = path.join(out, 'bench', 'activation.js');
  await bundleForHost('node', ['test/bench/activation.ts'], tests);
  /** @type {{ ours: number[], empty: number[] }} */
  const samples = { ours: [], empty: [] };
  for (let run = 0; run < runs; run++) {
    const env = { TWO_HATS_BENCH_BY: by, TWO_HATS_BENCH_ORDER: run % 2 ? 'ours' : 'empty' };
    process.env['TWO_HATS_BENCH_BY'] = env.TWO_HATS_BENCH_BY;
    process.env['TWO_HATS_BENCH_ORDER'] = env.TWO_HATS_BENCH_ORDER;
    const { code } = await runInHost({ host: 'server', tests, vsix, others, env, onlyTests: true });
    const log = fs.readFileSync(path.join(out, 'results', 'host-server.log'), 'utf8');
    const values = new Map(
      [...log.matchAll(/^bench (\S+) ([\d.]+)$/gm)].map(([, name, ms]) => [name, Number(ms)]),
    );
    const [ours, reference] = [values.get('two-hats'), values.get('empty-extension')];
    if (code !== 0 || ours === undefined || reference === undefined)
      throw new Problem('The activation could not be measured.');
    samples.ours.push(ours);
    samples.empty.push(reference);
  }
  return samples;
}
