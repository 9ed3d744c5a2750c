// @ts-check
// `npm run bench [-- --quick] [--only PART] [--corpus DIR]`: speed as ratios against references that run side by side, and
// sizes; of one part alone where it is named. With a folder of notes only the index is measured, on these notes, too.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { explain, Problem } from './messages.mjs';
import { out, root } from './paths.mjs';
import JSZip from 'jszip';
import { measureActivation, startsOnReadme } from '../test/bench/activation.mjs';
import { makeEmptyExtension } from '../test/bench/emptyExtension.mjs';
import { limit, median, print, ratio } from '../test/bench/figures.mjs';
import { measureKeyToBox } from '../test/bench/keyToBox.mjs';
import { measureIndex } from '../test/bench/noteIndex.mjs';
import { measurePaint } from '../test/bench/paint.mjs';
import { measureReportPaint } from '../test/bench/reportPaint.mjs';

/** Goals in KiB: design/performance. */
const sizes = [
  { file: 'dist/webview/frameworkView.js', goal: 60 },
  { file: 'out/two-hats.vsix', goal: 480 },
];

/**
 * What a host loads at its start, in bytes: its entries, what they load late at once, and all that these require.
 * @param {string[]} entries
 * @param {Record<string, string>} [own] parts that this host has in a form of its own
 */
function startedSize(entries, own = {}) {
  /** @type {Map<string, string>} */
  const texts = new Map();
  /** @param {string} name @param {RegExp} needed */
  const add = (name, needed) => {
    if (texts.has(name)) return;
    const text = fs.readFileSync(path.join(root, 'dist', own[name] ?? name), 'utf8');
    texts.set(name, text);
    for (const [, next = ''] of text.matchAll(needed)) add(next, /\brequire\("\.\/([\w.-]+\.js)"\)/g);
  };
  for (const name of entries) add(name, /\("\.\/([\w.-]+\.js)"\)/g);
  return [...texts.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

/**
 * @typedef {{ quick: boolean, corpus: string | undefined, runs: number }} Options
 * @typedef {import('../test/bench/figures.mjs').Figure} Figure
 */

/** @type {Record<string, (options: Options) => Figure[] | Promise<Figure[]>>} */
const parts = { index: measureIndex, activation, paint, box, report, sizes: measureSizes };

async function main() {
  const { values } = parseArgs({
    options: { quick: { type: 'boolean' }, corpus: { type: 'string' }, only: { type: 'string' } },
  });
  const { quick = false, corpus, only = corpus === undefined ? undefined : 'index' } = values;
  const names = only === undefined ? Object.keys(parts) : [only];
  const figures = [];
  for (const name of names) {
    const measure = parts[name];
    if (!measure)
      throw new Problem(`There is no part “${name}”. There are: ${Object.keys(parts).join(', ')}.`);
    figures.push(...(await measure({ quick, corpus, runs: quick ? 5 : 15 })));
  }
  print(figures);
}

let isPacked = false;

/** @returns {string} the package, which is made once */
function packed() {
  if (!isPacked) {
    const { status, stderr } = spawnSync(process.execPath, [path.join(root, 'scripts/package.mjs')], {
      cwd: root,
    });
    if (status !== 0) throw new Error(String(stderr));
  }
  isPacked = true;
  return path.join(out, 'two-hats.vsix');
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

/** @param {Options} options */
async function activation({ runs }) {
  // What starts with VS Code is up before it could be measured.
  const late = { atStart: false };
  const lateOnes = {
    vsix: await withoutStart(packed()),
    others: [makeEmptyExtension('empty-extension', late), makeEmptyExtension('warm-up', late)],
  };
  const started = await startsOnReadme(lateOnes);
  const times = await measureActivation({ ...lateOnes, runs });
  const overEmpty = { of: times.ours, over: times.empty };
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
  ];
}

/** @param {Options} options */
async function paint({ runs }) {
  const { ours, empty } = await measurePaint({ vsix: packed(), others: beside(), runs });
  return [
    ratio('click to painted framework, over an empty webview', { of: ours, over: empty }, { most: 1.3 }),
  ];
}

/** @param {Options} options */
async function box({ runs }) {
  const { cold, warm } = await measureKeyToBox({ vsix: packed(), others: beside(), runs });
  return [
    ratio(
      'first key press to the box of Capture Note…, over an empty quick pick',
      { of: cold.ours, over: cold.empty },
      { most: 1.3 },
    ),
    ratio('a later key press, over an empty quick pick', { of: warm.ours, over: warm.empty }, { most: 1.3 }),
  ];
}

/** @param {Options} options */
async function report({ runs }) {
  const { ours, empty } = await measureReportPaint({ vsix: packed(), others: beside(), runs });
  const journal = '500 checks and 10,000 notes';
  return [
    limit(`click to painted balance report at ${journal}, warm, median`, median(ours), 300, ' ms'),
    ratio('the same, over an empty tab', { of: ours, over: empty }, { most: 2 }),
  ];
}

function beside() {
  return [makeEmptyExtension('empty-extension', { hasKey: true })];
}

function measureSizes() {
  packed();
  const webSize = startedSize(['extension.js', 'extension.web.js'], { 'files.js': 'files.web.js' });
  return [
    limit('what a start loads in a Node host', startedSize(['extension.js']) / 1024, 180, ' KiB'),
    limit('what a start loads in a web host', webSize / 1024, 400, ' KiB'),
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
