// @ts-check
// `npm run kills [-- --times 200] [--seed 1]`: kills each way of writing at random points, more often than the unit
// tests do. With `--host` it is a real VS Code server that is killed, three times in each of three ways of writing.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../scripts/paths.mjs';

const { values } = parseArgs({
  options: { times: { type: 'string' }, seed: { type: 'string' }, host: { type: 'boolean' } },
});
const { times = values.host ? '3' : '200', seed } = values;
const [runner, tests] = values.host
  ? ['test/kills/serverKills.mjs', 'test/kills/serverKills.ts']
  : ['test/runner/unit.mjs', 'test/unit/kills.test.ts'];
const { status } = spawnSync(process.execPath, [path.join(root, runner), tests], {
  stdio: 'inherit',
  env: { ...process.env, TWO_HATS_KILLS: times, ...(seed === undefined ? {} : { TWO_HATS_SEED: seed }) },
});
process.exitCode = status ?? 1;
