// @ts-check
// `npm run kills [-- --times 200] [--seed 1]`: kills each way of writing at random points, more often than the unit
// tests do.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../scripts/paths.mjs';

const { values } = parseArgs({ options: { times: { type: 'string' }, seed: { type: 'string' } } });
const { times = '200', seed } = values;
const { status } = spawnSync(
  process.execPath,
  [path.join(root, 'test/runner/unit.mjs'), 'test/unit/kills.test.ts'],
  {
    stdio: 'inherit',
    env: { ...process.env, TWO_HATS_KILLS: times, ...(seed === undefined ? {} : { TWO_HATS_SEED: seed }) },
  },
);
process.exitCode = status ?? 1;
