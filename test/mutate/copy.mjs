// @ts-check
// A copy of the tree in which faults are made: the tree itself is never touched.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { cache, makeTempFolder, root } from '../../scripts/paths.mjs';
import { spawnGroup, stopGroup } from '../../scripts/processes.mjs';

/** What Git knows or would add, with the packages as they are.
 * @returns {string} the folder
 */
export function copyTree() {
  const folder = makeTempFolder('mutate');
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of listed.split('\0').filter((name) => name && fs.existsSync(path.join(root, name)))) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.copyFileSync(path.join(root, file), path.join(folder, file));
  }
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  return folder;
}

/**
 * Runs a program of the copy.
 * @param {string} folder
 * @param {string[]} args
 * @param {number} limit in ms
 * @returns {Promise<'passed' | 'failed' | 'timed out'>}
 */
export async function runIn(folder, args, limit) {
  const { TWO_HATS_VSIX: _, ...env } = process.env;
  const child = spawnGroup(process.execPath, args, { cwd: folder, env: { ...env, TWO_HATS_CACHE: cache } });
  child.stdout?.resume();
  child.stderr?.resume();
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, limit, 'timed out')));
  const ended = new Promise((resolve) => {
    child.on('close', (code) => resolve(code === 0 ? 'passed' : 'failed'));
  });
  const outcome = await Promise.race([ended, late]);
  clearTimeout(timer);
  await stopGroup(child);
  return outcome;
}
