// @ts-check
// `npm run bench [-- --quick]`: speed as ratios against references that run side by side, and sizes.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { explain, say } from '../host/messages.mjs';
import { out, root } from '../host/paths.mjs';
import { measureActivation, startsOnReadme } from './activation.mjs';
import { makeEmptyExtension } from './emptyExtension.mjs';
import { measurePaint } from './paint.mjs';

/**
 * One line of the table.
 * @typedef {object} Figure
 * @property {string} name
 * @property {string} value
 * @property {string} goal
 * @property {boolean} met
 */

/** Goals in KiB: design/performance. */
const sizes = [
  { file: 'dist/extension.js', goal: 220 },
  { file: 'dist/extension.web.js', goal: 220 },
  { file: 'dist/webview.js', goal: 60 },
  { file: 'out/two-hats.vsix', goal: 400 },
];

async function main() {
  const { values } = parseArgs({ options: { quick: { type: 'boolean' } } });
  const runs = values.quick ? 5 : 15;
  const packed = spawnSync(process.execPath, [path.join(root, 'test/host/package.mjs')], { cwd: root });
  if (packed.status !== 0) throw new Error(String(packed.stderr));
  const vsix = path.join(out, 'two-hats.vsix');
  const others = [makeEmptyExtension('empty-extension'), makeEmptyExtension('warm-up')];
  const started = await startsOnReadme({ vsix, others });
  const activation = await measureActivation({ vsix, others, runs });
  const paint = await measurePaint({ vsix, others, runs });
  print([
    started
      ? ratio('opening a README: code load and activation over an empty extension’s', activation, 1.5)
      : {
          name: 'opening a README',
          value: 'does not start Two Hats',
          goal: '≤ 1.5 of an empty extension',
          met: true,
        },
    ratio('opening the view: code load and activation over an empty extension’s', activation, 3),
    ratio('click to painted framework, over an empty webview', paint, 1.3),
    ...sizes.map(size),
  ]);
}

/**
 * @param {string} name
 * @param {{ ours: number[], empty: number[] }} samples ms
 * @param {number} goal
 * @returns {Figure}
 */
function ratio(name, { ours, empty }, goal) {
  const value = median(ours) / median(empty);
  const times = `${median(ours).toFixed(0)} ms : ${median(empty).toFixed(0)} ms, ${ours.length} runs`;
  return { name, value: `${value.toFixed(2)} (${times})`, goal: `≤ ${goal}`, met: value <= goal };
}

/**
 * @param {{ file: string, goal: number }} size
 * @returns {Figure}
 */
function size({ file, goal }) {
  const value = fs.statSync(path.join(root, file)).size / 1024;
  return { name: file, value: `${value.toFixed(0)} KiB`, goal: `≤ ${goal} KiB`, met: value <= goal };
}

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** @param {Figure[]} figures */
function print(figures) {
  say('');
  for (const { name, value, goal, met } of figures) say(`${met ? '✔' : '✘'} ${name}: ${value}; goal ${goal}`);
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
