// @ts-check
// `npm run bench [-- --quick] [--corpus DIR]`: speed as ratios against references that run side by side, and sizes. With a
// folder of notes only the index is measured, on these notes, too.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { explain } from '../host/messages.mjs';
import { out, root } from '../host/paths.mjs';
import JSZip from 'jszip';
import { measureActivation, startsOnReadme } from './activation.mjs';
import { makeEmptyExtension } from './emptyExtension.mjs';
import { limit, print, ratio } from './figures.mjs';
import { measureKeyToBox } from './keyToBox.mjs';
import { measureIndex } from './noteIndex.mjs';
import { measurePaint } from './paint.mjs';

/** Goals in KiB: design/performance. */
const sizes = [
  { file: 'dist/extension.web.js', goal: 220 },
  { file: 'dist/webview.js', goal: 60 },
  { file: 'out/two-hats.vsix', goal: 400 },
];

/** What the Node host loads at its start: the entry, what it imports late at once, and all that these need. */
function startedSize() {
  const read = (/** @type {string} */ name) => fs.readFileSync(path.join(root, 'dist', name), 'utf8');
  const entry = read('extension.js');
  const names = new Set(
    Array.from(entry.matchAll(/require\("\.\/(late-\w+\.js)"\)/g), ([, name]) => name ?? ''),
  );
  for (const name of names)
    // A part that is loaded late stands behind an arrow function.
    for (const [, needed] of read(name).matchAll(/(?<=[=;])require\("\.\/(late-\w+\.js)"\)/g))
      names.add(needed ?? '');
  return [entry, ...[...names].map(read)].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

async function main() {
  const { values } = parseArgs({ options: { quick: { type: 'boolean' }, corpus: { type: 'string' } } });
  const { quick = false, corpus } = values;
  print([
    ...(await measureIndex({ quick, corpus })),
    ...(corpus === undefined ? await measureExtension(quick ? 5 : 15) : []),
  ]);
}

/**
 * The package, but for starting with VS Code.
 * @param {string} vsix
 * @returns {Promise<string>} its file
 */
async function withoutStart(vsix) {
  const zip = await JSZip.loadAsync(fs.readFileSync(vsix));
  const file = 'extension/package.json';
  const manifest = JSON.parse((await zip.file(file)?.async('string')) ?? '');
  zip.file(file, JSON.stringify({ ...manifest, activationEvents: ['onLanguage:markdown'] }));
  const changed = path.join(out, 'two-hats-late.vsix');
  fs.writeFileSync(changed, await zip.generateAsync({ type: 'nodebuffer' }));
  return changed;
}

/** @param {number} runs */
async function measureExtension(runs) {
  const packed = spawnSync(process.execPath, [path.join(root, 'test/host/package.mjs')], { cwd: root });
  if (packed.status !== 0) throw new Error(String(packed.stderr));
  const vsix = path.join(out, 'two-hats.vsix');
  // What starts with VS Code is up before it could be measured.
  const late = { atStart: false };
  const lateOnes = {
    vsix: await withoutStart(vsix),
    others: [makeEmptyExtension('empty-extension', late), makeEmptyExtension('warm-up', late)],
  };
  const started = await startsOnReadme(lateOnes);
  const activation = await measureActivation({ ...lateOnes, runs });
  const others = [makeEmptyExtension('empty-extension', { hasKey: true })];
  const paint = await measurePaint({ vsix, others, runs });
  const box = await measureKeyToBox({ vsix, others, runs });
  const overEmpty = { of: activation.ours, over: activation.empty };
  return [
    started
      ? ratio('opening a README: code load and activation over an empty extension’s', overEmpty, {
          most: 1.5,
        })
      : {
          name: 'opening a README',
          value: 'does not start Two Hats',
          goal: '≤ 1.5 of an empty extension',
          met: true,
        },
    ratio('opening the view: code load and activation over an empty extension’s', overEmpty, { most: 3 }),
    ratio(
      'click to painted framework, over an empty webview',
      { of: paint.ours, over: paint.empty },
      { most: 1.3 },
    ),
    ratio(
      'first key press to the box of Capture Note…, over an empty quick pick',
      { of: box.cold.ours, over: box.cold.empty },
      { most: 1.3 },
    ),
    ratio(
      'a later key press, over an empty quick pick',
      { of: box.warm.ours, over: box.warm.empty },
      { most: 1.3 },
    ),
    limit('the Node bundle that a start loads', startedSize() / 1024, 220, ' KiB'),
    ...sizes.map(({ file, goal }) =>
      limit(file, fs.statSync(path.join(root, file)).size / 1024, goal, ' KiB'),
    ),
  ];
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
