// @ts-check
// The index of notes beside what it can't be faster than, and beside programs that do the like.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { bundled, bundleForNode } from '../runner/bundle.mjs';
import { Problem } from '../../scripts/messages.mjs';
import { cache } from '../../scripts/paths.mjs';
import { limit, median, quantile, ratio } from './figures.mjs';

/** @typedef {import('./figures.mjs').Figure} Figure */
/** @typedef {import('./noteIndex.ts').Samples} Samples */

/**
 * @param {{ quick: boolean, corpus: string | undefined }} options
 * @returns {Promise<Figure[]>}
 */
export async function measureIndex({ quick, corpus }) {
  const { growth, generated, given } = await run(corpus, quick);
  return [
    ...figuresOf('generated notes', generated),
    exponent(growth),
    ...(given ? figuresOf('notes of the corpus', given) : []),
  ];
}

/**
 * @param {string | undefined} corpus
 * @param {boolean} quick
 * @returns {Promise<{ growth: Samples['times'], generated: Samples, given?: Samples }>}
 */
async function run(corpus, quick) {
  if (corpus !== undefined && !fs.existsSync(corpus)) throw new Problem(`There is no folder "${corpus}".`);
  const program = 'test/bench/noteIndex.ts';
  await bundleForNode('bench', [program]);
  const ripgrep = findRipgrep();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      ...['--expose-gc', bundled('bench', program)],
      ...['--sizes', `1000,10000${quick ? '' : ',100000'}`, '--rounds', quick ? '11' : '21'],
      ...(ripgrep ? ['--ripgrep', ripgrep] : []),
      ...(corpus === undefined ? [] : ['--corpus', path.resolve(corpus)]),
    ],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status !== 0) throw new Problem(`The index could not be measured. ${stderr}`);
  return JSON.parse(stdout);
}

/**
 * @param {string} what
 * @param {Samples} samples
 * @returns {Figure[]}
 */
function figuresOf(what, { notes, bytes, times }) {
  const size = `${(bytes / 2 ** 20).toFixed(0)} MiB`;
  const index = `index of ${notes.toLocaleString('en')} ${what} (${size})`;
  const of = (/** @type {string} */ name) => times[name] ?? [];
  const over = (/** @type {string} */ one, /** @type {string} */ other) => ({ of: of(one), over: of(other) });
  const stall = `, at most ${Math.max(...of('stall')).toFixed(0)} ms`;
  return [
    times['ripgrep']
      ? ratio(`${index}, over a ripgrep pass`, over('cold', 'ripgrep'), { most: 2.5 })
      : { name: `${index}, over a ripgrep pass`, value: 'not measured, as there is no rg here' },
    ratio(`${index}, over Node’s fastest read`, over('cold', 'read'), { most: 1.8 }),
    ratio('remark-parse of the same notes, over the index', over('remark', 'beside'), { least: 50 }),
    ratio('markdown-it of the same notes, over the index', over('markdownIt', 'beside')),
    ratio('start with what was kept, over a stat of each note', over('warm', 'stat'), { most: 3 }),
    limit('longest stall while indexing, median', median(of('stall')), 16, ' ms', { more: stall }),
    limit('heap a note', median(of('heap')) / 1024, 1.5, ' KiB', { digits: 2 }),
    ...(times['update']
      ? [
          p99('one changed note, p99', of('update'), 2),
          p99('completion after a change, p99', of('completion'), 5),
          p99('hover after a change, p99', of('hover'), 5),
          ratio('one changed note to both trees, over a stat of each note', over('trees', 'stat'), {
            most: 2,
          }),
          ratio('a tick to its file, over a flushed write and a rename', over('tick', 'flushed'), {
            most: 8,
          }),
          {
            name: 'the first hover of a session, which counts all tags',
            value: `${median(of('firstHover')).toFixed(0)} ms`,
          },
        ]
      : []),
  ];
}

/**
 * @param {string} name
 * @param {readonly number[]} times ms
 * @param {number} most
 * @returns {Figure}
 */
function p99(name, times, most) {
  const more = ` (median ${median(times).toFixed(2)} ms)`;
  return limit(name, quantile(times, 0.99), most, ' ms', { digits: 2, more });
}

/**
 * 1 where twice the notes take twice the time.
 * @param {Samples['times']} growth
 * @returns {Figure}
 */
function exponent(growth) {
  const sizes = Object.keys(growth).map(Number);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const time = (/** @type {number} */ size) => median(growth[size] ?? []);
  const value = Math.log(time(most) / time(least)) / Math.log(most / least);
  const times = sizes.map((size) => `${size.toLocaleString('en')}: ${time(size).toFixed(0)} ms`).join(', ');
  return limit('growth exponent', value, 1.05, '', { digits: 2, more: ` (${times})` });
}

/** The system's own, or the one that came with the tests' VS Code. */
function findRipgrep() {
  if (spawnSync('rg', ['--version']).status === 0) return 'rg';
  const modules = path.join(cache, 'server/node_modules/@vscode');
  const name = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const found = [`ripgrep-${process.platform}-${process.arch}`, 'ripgrep']
    .map((folder) => path.join(modules, folder, 'bin', name))
    .find((file) => fs.existsSync(file));
  return found;
}
