/**
 * Fuzzes one target for some seconds, from its corpus on: `fuzz.mjs` starts it as a process of its own. Inputs that
 * reach code which none has reached before are changed further.
 */
import fs from 'node:fs';
import { Session, type Profiler } from 'node:inspector';
import path from 'node:path';
import { targets } from './targets';

const [name = '', seconds = '20', seed = '1', corpus = '', ...options] = process.argv.slice(2);
/** Beside other work the clock says little of an input. */
const isTimed = !options.includes('untimed');
const target = targets[name];
if (!target) throw new Error(`There is no target ${name}.`);

/** No input of 1 MB may take longer, in ms. */
const most = 1000;
const megabyte = 1 << 20;

/** What this process has had of the processor, in ms. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** In ms: of the processor, so that other work makes no run shorter; of the clock where nothing is timed. */
const now = () => (isTimed ? processorTime() : performance.now());

/** Until then sizes grow, and then inputs are changed. */
const share = now() + (isTimed ? Number(seconds) * 500 : 0);
const end = now() + Number(seconds) * 1000;

let state = Number(seed) >>> 0;
/** 0 to `below` - 1, by mulberry32. */
function random(below: number): number {
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
}

function oneOf(texts: readonly string[]): string {
  return texts[random(texts.length)] ?? '';
}

/** What an earlier run found to reach most, as one list. */
const foundFile = path.join(corpus, 'found.json');
const files = fs.readdirSync(corpus).flatMap((file) => {
  const text = fs.readFileSync(path.join(corpus, file), 'utf8');
  return file === path.basename(foundFile) ? (JSON.parse(text) as string[]) : [text];
});
const pool = [...files, ...target.words];

/** Nothing of the text, some of it twice, something new, or a part of another one. */
function changed(text: string): string {
  const [one, other] = [random(text.length + 1), random(text.length + 1)].sort((a, b) => a - b);
  const [from = 0, to = 0] = [one, other];
  switch (random(6)) {
    case 0:
      return text.slice(0, from) + text.slice(Math.min(to, from + 20));
    case 1:
      return text.slice(0, to) + text.slice(from, to) + text.slice(to);
    case 2:
      return (
        text.slice(0, from) +
        String.fromCharCode(random(random(2) ? 0x80 : 0x10000)) +
        text.slice(from + random(2))
      );
    case 3: {
      const source = oneOf(pool);
      const start = random(source.length + 1);
      return text.slice(0, from) + source.slice(start, start + random(80)) + text.slice(to);
    }
    default:
      return text.slice(0, from) + oneOf(target?.words ?? []) + text.slice(from);
  }
}

/** What the slowest thing takes that the product does with the text. Of the processor, in ms: others may keep it busy. */
function timeOf(text: string): number {
  let slowest = 0;
  try {
    target?.run(text, (work) => {
      const began = processorTime();
      const answer = work();
      slowest = Math.max(slowest, processorTime() - began);
      return answer;
    });
  } catch (error) {
    fail(text, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  return slowest;
}

function fail(text: string, why: string): never {
  const file = path.join(process.cwd(), 'out', `fuzz-${name}-${Date.now()}.txt`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
  console.error(
    `✘ ${name}: ${why.slice(0, 2000)}\n  ${JSON.stringify(text.slice(0, 400))}\n  The input: ${file}`,
  );
  process.exit(1);
}

/** At most `most` at every size up to 1 MB, and not growing with the square of it. */
function requireGrowth(unit: string, [head, tail]: readonly [string, string]): void {
  let before = 0;
  for (let size = megabyte / 32; size <= megabyte && now() < share; size *= 2) {
    const text = head + unit.repeat(Math.ceil(size / unit.length)).slice(0, size) + tail;
    const isSlow = () => time > most || (before > 0 && time > most / 4 && time > 3.4 * before);
    let time = timeOf(text);
    for (let tries = 0; tries < 3 && isSlow(); tries++) time = Math.min(time, timeOf(text));
    if (isSlow())
      fail(text, `${Math.round(time)} ms for ${size} characters, ${Math.round(before)} ms for half of them`);
    before = time;
  }
}

const session = new Session();
const covered = new Set<string>();

/** Has code run since the last time that had never run before? */
function reachesMore(): boolean {
  let isMore = false;
  session.post(
    'Profiler.takePreciseCoverage',
    (_: Error | null, { result }: Profiler.TakePreciseCoverageReturnType) => {
      for (const { scriptId, functions } of result)
        for (const { ranges } of functions)
          for (const { startOffset, endOffset, count } of ranges) {
            const range = `${scriptId} ${startOffset} ${endOffset}`;
            if (count === 0 || covered.has(range)) continue;
            covered.add(range);
            isMore = true;
          }
    },
  );
  return isMore;
}

const batch = 50;
const mostInPool = 3000;
const longest = 4000;

function fuzz(until: number): number {
  let runs = 0;
  while (now() < until) {
    const tried: string[] = [];
    for (; tried.length < batch; runs++) {
      let text = oneOf(pool);
      for (let times = 1 + random(4); times > 0; times--) text = changed(text).slice(0, longest);
      const time = timeOf(text);
      if (isTimed && time > most / 4 && timeOf(text) > most / 4)
        fail(text, 'takes longer than a long one may');
      tried.push(text);
    }
    if (reachesMore() && pool.length < mostInPool) pool.push(...tried);
  }
  return runs;
}

/** The shortest inputs that together reach what all of them do, as far as a corpus may grow. */
function saveFound(): void {
  covered.clear();
  const found: string[] = [];
  let left = 20_000;
  for (const text of [...new Set(pool)].sort((a, b) => a.length - b.length)) {
    timeOf(text);
    if (!reachesMore() || text.length > left) continue;
    found.push(text);
    left -= text.length;
  }
  fs.writeFileSync(foundFile, `${JSON.stringify(found, null, 2)}\n`);
}

for (const text of files) timeOf(text);
const units = [...files.filter((text) => text !== ''), ...target.words];
let grown = 0;
for (; now() < share; grown++)
  requireGrowth(oneOf(units), random(2) ? [oneOf(files), ''] : ['', oneOf(['', ...files])]);
// What counts is slower: from here on only.
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true });
const runs = fuzz(end);
console.log(
  `✔ ${name}: ${runs} inputs, ${grown} grown to 1 MB, ${covered.size} ranges of code reached, in ${Math.round(processorTime() / 1000)} s of the processor’s time`,
);
if (options.includes('save')) saveFound();
