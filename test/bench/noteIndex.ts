// Runs in a Node of its own with `--expose-gc`: how long the index takes beside what it can't be faster than, and
// beside programs that do the like. Everything is run in turns, so that a slow moment of the machine hits all alike.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import markdownIt from 'markdown-it';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import builtin from '../../src/core/framework/builtin.framework.yaml';
import { CacheReader, CacheWriter } from '../../src/core/journal/index/cache';
import { JournalNotes } from '../../src/core/journal/index/journalNotes';
import { notePlaces } from '../../src/core/journal/index/notePlaces';
import { readFrontMatterYaml } from '../../src/core/journal/frontMatter/frontMatterYaml';
import { tick } from '../../src/core/journal/tasks/taskEdit';
import { applyEdits } from '../../src/core/util/textEdit';
import templates from '../../src/core/templates/builtin.templates.yaml';
import { scanContext } from '../../src/core/templates/scanContext';
import { NodeFiles } from '../../src/platform/nodeFiles';
import { writeCorpus } from './corpus';
import { TagLanguage } from './tagLanguage';
import { makeTrees } from './trees';

/** What the figures are made of: ms, but for bytes a note. */
export interface Samples {
  readonly notes: number;
  readonly bytes: number;
  readonly times: Readonly<Record<string, readonly number[]>>;
}

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    sizes: { type: 'string', default: '1000,10000' },
    rounds: { type: 'string', default: '7' },
    ripgrep: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
/** Peers take long. */
const peerRounds = 3;
const peerNotes = 300;
const never = () => false;
const context = { places: notePlaces(''), scan: scanContext(builtin, templates) };

function openIndex(folder: string): JournalNotes {
  const files = new NodeFiles(folder, () => ({ dispose: () => undefined }));
  const loadYaml = () => Promise.resolve(readFrontMatterYaml);
  return new JournalNotes({ files, clock: Date, loadYaml }, context);
}

async function indexed(folder: string): Promise<JournalNotes> {
  const index = openIndex(folder);
  await index.compare([''], never);
  return index;
}

class Measurements {
  readonly times: Record<string, number[]> = {};

  add(name: string, ms: number): void {
    (this.times[name] ??= []).push(ms);
  }

  async time(name: string, work: () => unknown): Promise<void> {
    const began = performance.now();
    await work();
    this.add(name, performance.now() - began);
  }
}

const buffer = Buffer.allocUnsafeSlow(64 * 1024 * 1024);

/** Node’s fastest. */
function readAll(files: readonly string[]): void {
  for (const file of files) {
    const descriptor = fs.openSync(file, 'r');
    fs.readSync(descriptor, buffer, 0, buffer.length, null);
    fs.closeSync(descriptor);
  }
}

function statAll(files: readonly string[]): void {
  for (const file of files) fs.statSync(file);
}

function ripgrep(folder: string): void {
  const pattern = String.raw`#[\w-]+(/[\w-]+)*`;
  spawnSync(values.ripgrep ?? '', ['--count-matches', '--no-ignore', '--glob', '*.md', pattern, folder]);
}

function cacheOf(index: JournalNotes): string {
  const writer = new CacheWriter('key');
  for (const note of index.stored.values()) writer.add(note);
  return writer.text();
}

async function warmStart(folder: string, cache: string): Promise<void> {
  const index = openIndex(folder);
  const reader = new CacheReader(fs.readFileSync(cache, 'utf8'), 'key');
  for (let note = reader.next(); note; note = reader.next()) index.restore(note);
  if ((await index.compare([''], never)) !== 'same')
    throw new Error('The corpus changes while it is measured.');
}

/** The longest time between two turns of the event loop while the index is built. */
async function longestStall(folder: string): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const beat = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    turn = setImmediate(beat);
  };
  let turn = setImmediate(beat);
  await indexed(folder);
  clearImmediate(turn);
  return longest;
}

async function heapANote(folder: string): Promise<number> {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const index = await indexed(folder);
  globalThis.gc?.();
  return (process.memoryUsage().heapUsed - before) / index.notes.size;
}

/** A note of 5 KB that changed, from the news to its facts; then completion and hover, which count its tags anew. */
async function updates(folder: string, measurements: Measurements, count: number): Promise<void> {
  const index = await indexed(folder);
  const note = [...index.notes.values()].find(({ tags }) => tags.length > 0)?.path ?? '';
  const file = path.join(folder, note);
  const text = fs.readFileSync(file, 'utf8');
  const language = new TagLanguage(index.notes, text);
  await measurements.time('firstHover', () => {
    language.hover();
  });
  for (let round = 0; round < count; round++) {
    fs.writeFileSync(file, `${text}\nRound ${round}`);
    const began = performance.now();
    await index.compare([note], never);
    measurements.add('update', performance.now() - began);
    const isEven = round % 2 === 0;
    await measurements.time(isEven ? 'completion' : 'hover', () => {
      if (isEven) language.complete();
      else language.hover();
    });
  }
  fs.writeFileSync(file, text);
}

/** From the news of a changed note to both trees, and from a tick to the file and the trees after it. */
async function changes(folder: string, measurements: Measurements, count: number): Promise<void> {
  const files = new NodeFiles(folder, () => ({ dispose: () => undefined }));
  const index = await indexed(folder);
  const [note] = [...index.notes.values()].filter(({ tasks }) => tasks.some(({ state }) => state === 'open'));
  const task = note?.tasks.find(({ state }) => state === 'open');
  if (!note || !task) throw new Error('The corpus has no open task.');
  const before = (await files.read(note.path)) ?? '';
  makeTrees(index.notes);
  for (let round = 0; round < count; round++) {
    await files.replace(note.path, `${before}\nRound ${round}`);
    await measurements.time('trees', async () => {
      await index.compare([note.path], never);
      makeTrees(index.notes);
    });
    await measurements.time('tick', async () => {
      const text = (await files.read(note.path)) ?? '';
      const edit = tick(text, task);
      if (typeof edit === 'string') throw new Error(edit);
      await files.replace(note.path, applyEdits(text, [edit]));
    });
    await measurements.time('flushed', () => {
      writeFlushed(path.join(folder, 'reference'), before);
    });
    await files.replace(note.path, before);
  }
  fs.rmSync(path.join(folder, 'reference'));
}

/** What no safe write is faster than: beside the file, flushed, renamed. */
function writeFlushed(file: string, text: string): void {
  const descriptor = fs.openSync(`${file}~`, 'w');
  fs.writeSync(descriptor, text);
  fs.fsyncSync(descriptor);
  fs.closeSync(descriptor);
  fs.renameSync(`${file}~`, file);
}

/** Afterwards, because they leave much behind. A part of the notes does; the time is told for all. */
async function measurePeers(
  folder: string,
  files: readonly string[],
  measurements: Measurements,
): Promise<void> {
  const step = Math.ceil(files.length / peerNotes);
  const sample = files.filter((_, at) => at % step === 0).map((file) => fs.readFileSync(file, 'utf8'));
  const remark = unified().use(remarkParse);
  const markdown = markdownIt();
  const parseAll = async (name: string, parse: (text: string) => unknown) => {
    const began = performance.now();
    for (const text of sample) parse(text);
    measurements.add(name, ((performance.now() - began) * files.length) / sample.length);
    await measurements.time('beside', () => indexed(folder));
  };
  for (let round = 0; round < peerRounds; round++) {
    await parseAll('remark', (text) => remark.parse(text));
    await parseAll('markdownIt', (text) => markdown.parse(text, {}));
  }
}

/** What is compared is run in turns. */
async function measureStarts(
  folder: string,
  files: readonly string[],
  cache: string,
  measurements: Measurements,
): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await measurements.time('read', () => {
      readAll(files);
    });
    await measurements.time('cold', () => indexed(folder));
    if (values.ripgrep)
      await measurements.time('ripgrep', () => {
        ripgrep(folder);
      });
  }
  for (let round = 0; round < rounds; round++) {
    await measurements.time('stat', () => {
      statAll(files);
    });
    await measurements.time('warm', () => warmStart(folder, cache));
  }
  for (let round = 0; round < rounds; round++) measurements.add('stall', await longestStall(folder));
}

async function measureFolder(folder: string, isOurs: boolean): Promise<Samples> {
  const measurements = new Measurements();
  const index = await indexed(folder);
  const paths = [...index.notes.keys()];
  const files = paths.map((note) => path.join(folder, note));
  const bytes = [...index.stored.values()].reduce((sum, { size }) => sum + size, 0);
  const cache = path.join(os.tmpdir(), `two-hats-bench-cache-${process.pid}`);
  fs.writeFileSync(cache, cacheOf(index));
  await measureStarts(folder, files, cache, measurements);
  measurements.add('heap', await heapANote(folder));
  if (isOurs) {
    await updates(folder, measurements, 500);
    await changes(folder, measurements, 30);
  }
  await measurePeers(folder, files, measurements);
  fs.rmSync(cache);
  return { notes: files.length, bytes, times: measurements.times };
}

/** A cold index of journals of several sizes, in turns. */
async function measureGrowth(folders: ReadonlyMap<number, string>): Promise<Samples['times']> {
  const measurements = new Measurements();
  for (let round = 0; round < Math.min(rounds, 7); round++)
    for (const [size, folder] of folders) await measurements.time(String(size), () => indexed(folder));
  return measurements.times;
}

async function main(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-corpus-'));
  try {
    const sizes = values.sizes.split(',').map(Number);
    const folders = new Map(sizes.map((size) => [size, path.join(folder, String(size))]));
    for (const [size, place] of folders) writeCorpus(place, size);
    const generated = await measureFolder(folders.get(10_000) ?? '', true);
    const growth = await measureGrowth(folders);
    const given = values.corpus && (await measureFolder(values.corpus, false));
    console.log(JSON.stringify({ growth, generated, ...(given && { given }) }));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

await main();
