// @ts-check
// Bundles and runs test files in plain Node: what unit.mjs and ui.mjs have in common.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleForNode, bundled, findTests, watchForNode } from './bundle.mjs';
import { Problem, explain, say } from '../../scripts/messages.mjs';
import { endSoon, runMocha } from './mochaRun.mjs';
import { out, root, writeJson } from '../../scripts/paths.mjs';
import { failedToLoad, withMissing } from './tally.mjs';

/**
 * `[--watch] [--strict] [--grep TEXT] [--name NAME] [FILE…]`; without files: all of the folder. The name is that of bundle
 * and result, for runs at the same time.
 * @param {string} folder under `test/`
 * @param {number} timeout of a test, in ms
 */
export async function main(folder, timeout) {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        watch: { type: 'boolean' },
        strict: { type: 'boolean' },
        grep: { type: 'string', short: 'g' },
        name: { type: 'string' },
      },
    });
    const files = positionals.length > 0 ? positionals.map(fromRoot) : findTests(folder);
    for (const file of files) requireIn(folder, file);
    const { grep, strict, name = folder } = values;
    await (values.watch
      ? watch(folder, files, { grep, timeout })
      : once(folder, files, name, { grep, strict, timeout }));
  } catch (error) {
    console.error(explain(error));
    process.exitCode = 1;
  }
}

/** @param {string} file */
function fromRoot(file) {
  return path.relative(root, path.resolve(file)).replaceAll(path.sep, '/');
}

/**
 * @param {string} folder
 * @param {string} file
 */
function requireIn(folder, file) {
  if (!file.startsWith(`test/${folder}/`)) throw new Problem(`${file} is not in test/${folder}/.`);
}

/**
 * @param {string} folder
 * @param {string[]} files
 * @param {string} name
 * @param {import('./mochaRun.mjs').MochaOptions} options
 */
async function once(folder, files, name, options) {
  const outputs = new Map(files.map((file) => [bundled(folder, file, name), file]));
  const tally = await bundleForNode(folder, files, name).then(
    () => runMocha([...outputs.keys()], options),
    failedToLoad,
  );
  const named = Object.entries(tally.files).map(([file, count]) => [outputs.get(file) ?? file, count]);
  const counted = { ...tally, files: Object.fromEntries(named) };
  const result = options.grep ? counted : withMissing(counted, files);
  writeJson(path.join(out, 'results', `${name}.json`), result);
  for (const failure of result.failures.slice(tally.failures.length)) say(`✘ ${failure}`);
  process.exitCode = result.failed > 0 ? 1 : 0;
  endSoon();
}

/**
 * @param {string} folder
 * @param {string[]} files
 * @param {import('./mochaRun.mjs').MochaOptions} options
 */
async function watch(folder, files, options) {
  const program = fileURLToPath(new URL('mochaRun.mjs', import.meta.url));
  const outputs = files.map((file) => bundled(folder, file));
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let round;
  await watchForNode(folder, files, () => {
    round?.kill();
    round = spawn(process.execPath, [program, JSON.stringify(options), ...outputs], { stdio: 'inherit' });
  });
}
