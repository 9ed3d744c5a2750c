// @ts-check
// `npm run mutate -- FILES [--test FILE]… [--most N] [--seed N]`: puts small faults into a copy of the files,
// one at a time, and prints those that no test notices. What a person could notice wants a test.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Problem, explain, say, secondsSince } from '../../scripts/messages.mjs';
import { root } from '../../scripts/paths.mjs';
import { handleSignals } from '../../scripts/processes.mjs';
import { copyTree, runIn } from './copy.mjs';
import { chosen, differenceOf, mutantsOf, mutated } from './operators.mjs';
import { unitTestsIn } from './unitTests.mjs';

/** A mutant may take so many times as long as the tests take without it, and these ms more. */
const patience = { times: 3, more: 20_000 };

/** Of one unit test, in ms: longer than usual, because a time-out would count as noticed. */
const unitTimeout = 30_000;

/** Longest that tests without a fault may take, in ms. */
const longest = 600_000;

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      test: { type: 'string', multiple: true },
      most: { type: 'string' },
      seed: { type: 'string' },
    },
  });
  if (positionals.length === 0)
    throw new Problem('Name the files to try: npm run mutate -- src/core/hash.ts');
  return {
    files: positionals.map(fromRoot),
    tests: (values.test ?? []).map(fromRoot),
    most: numberOf('most', values.most ?? '1000000'),
    seed: numberOf('seed', values.seed ?? '1'),
  };
}

/** @param {string} file */
function fromRoot(file) {
  const relative = path.relative(root, path.resolve(file)).replaceAll(path.sep, '/');
  if (!fs.existsSync(path.join(root, relative))) throw new Problem(`There is no ${relative}.`);
  return relative;
}

/**
 * @param {string} name
 * @param {string} text
 */
function numberOf(name, text) {
  if (!/^\d+$/.test(text)) throw new Problem(`--${name} is a number from 0, not "${text}".`);
  return Number(text);
}

/** @typedef {(limit: number) => Promise<'passed' | 'failed' | 'timed out' | 'invalid'>} Check */

/**
 * What runs for each mutant of a file, the cheapest first.
 * @param {string} folder of the copy
 * @param {string} file
 * @param {readonly string[]} named tests
 * @param {Awaited<ReturnType<typeof unitTestsIn>>} units
 */
async function checksOf(folder, file, named, units) {
  const mocha = ['test/runner/mochaRun.mjs', JSON.stringify({ bail: true, timeout: unitTimeout })];
  const hosted = named.filter((test) => !test.startsWith('test/unit/'));
  const unit = [...new Set([...units.concerning(file), ...named.filter((test) => !hosted.includes(test))])];
  const bundle = unit.length > 0 ? await units.bundle(unit) : undefined;
  /** @type {Check[]} */
  const checks = [];
  if (bundle)
    checks.push(async (limit) =>
      (await bundle.rebuild()) ? runIn(folder, [...mocha, ...bundle.outputs], limit) : 'invalid',
    );
  if (hosted.length > 0)
    checks.push(async (limit) => {
      const outcome = await runIn(folder, ['esbuild.js'], limit);
      return outcome === 'failed' ? 'invalid' : outcome;
    });
  for (const test of hosted) {
    const program = `test/runner/${test.split('/')[1]}.mjs`;
    checks.push((limit) => runIn(folder, [program, test], limit));
  }
  return { checks, tests: [...unit, ...hosted], dispose: async () => bundle?.dispose() };
}

/**
 * @param {readonly Check[]} checks
 * @param {number} limit for each, in ms
 */
async function outcomeOf(checks, limit) {
  for (const check of checks) {
    const outcome = await check(limit);
    if (outcome !== 'passed') return outcome;
  }
  return 'survived';
}

/**
 * @param {string} folder
 * @param {string} file
 * @param {{ tests: string[], most: number, seed: number }} options
 * @param {Awaited<ReturnType<typeof unitTestsIn>>} units
 */
async function tryFile(folder, file, { tests: named, most, seed }, units) {
  const target = path.join(folder, file);
  const text = fs.readFileSync(target, 'utf8');
  const { checks, tests, dispose } = await checksOf(folder, file, named, units);
  if (tests.length === 0)
    throw new Problem(`No unit test concerns ${file}: name one of its tests by --test.`);
  const start = Date.now();
  if ((await outcomeOf(checks, longest)) !== 'survived') {
    await dispose();
    throw new Problem(`The tests of ${file} fail without any fault: ${tests.join(', ')}`);
  }
  const limit = (Date.now() - start) * patience.times + patience.more;
  const all = mutantsOf(file, text);
  const mutants = chosen(all, most, seed);
  say(
    `\n${file}: ${mutants.length} of ${all.length} mutants, ${tests.length} test files, ${secondsSince(start)} a round`,
  );
  /** @type {Record<string, number>} */
  const counts = {};
  for (const mutant of mutants) {
    fs.writeFileSync(target, mutated(text, mutant));
    const outcome = await outcomeOf(checks, limit);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
    if (outcome !== 'survived') continue;
    const { line, lines } = differenceOf(text, mutant);
    say(`  survived: ${file}:${line} ${mutant.operator}\n    ${lines.join('\n    ')}`);
  }
  fs.writeFileSync(target, text);
  await dispose();
  say(
    `  ${Object.entries(counts)
      .map(([outcome, count]) => `${count} ${outcome}`)
      .join(', ')}`,
  );
}

async function main() {
  const options = readOptions();
  handleSignals();
  const folder = copyTree();
  const units = await unitTestsIn(folder);
  for (const file of options.files)
    try {
      await tryFile(folder, file, options, units);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      say(`\n✘ ${error.message}`);
      process.exitCode = 1;
    }
}

try {
  await main();
  process.exit();
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
