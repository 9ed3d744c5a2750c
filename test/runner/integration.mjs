// @ts-check
// `npm run test:integration [-- --host web] [-- test/integration/one.test.ts]`: tests inside a real VS Code.
// Files named `*.web.test.ts` run in every host; the others need Node.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleForHost, findTests } from './bundle.mjs';
import { explain, say } from '../../scripts/messages.mjs';
import { makeTempFolder, out, removeFolder, root, writeJson } from '../../scripts/paths.mjs';
import { handleSignals } from '../../scripts/processes.mjs';
import { runInHost } from './runTests.mjs';
import { emptyTally, withMissing } from './tally.mjs';

/** @param {string | undefined} name */
function hostNamed(name) {
  const chosen = name ?? process.env['TWO_HATS_HOST'] ?? 'server';
  if (chosen === 'server' || chosen === 'newest' || chosen === 'web' || chosen === 'desktop') return chosen;
  throw new Error(`There is no host "${chosen}": server, newest, web, desktop.`);
}

/**
 * @param {import('../hosts/versions.mjs').HostName} host
 * @param {string[]} files
 * @param {string | undefined} vsix else the development folder is tested
 */
async function run(host, files, vsix) {
  const kind = host === 'web' ? 'web' : 'node';
  const tests = path.join(out, 'integration', host, 'tests.js');
  await bundleForHost(kind, files, tests);
  const workspace = makeTempFolder('workspace');
  const journal = makeTempFolder('journal');
  try {
    return await runInHost({
      ...{ host, tests, workspace, onlyTests: true },
      ...(vsix ? { vsix } : { extension: root }),
      // As on a desktop; on a server, VS Code saves a note a second after it was changed, whatever a test is about.
      settings: { 'files.autoSave': 'off' },
      // Never the person's own journal, whatever a test does.
      machineSettings: { 'twoHats.journal.folder': journal },
      env: { TWO_HATS_TEST_JOURNAL: journal },
    });
  } finally {
    removeFolder(workspace);
    removeFolder(journal);
  }
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { host: { type: 'string' }, vsix: { type: 'string' } },
  });
  const host = hostNamed(values.host);
  handleSignals();
  const all = findTests('integration', host === 'web' ? '.web.test.ts' : '.test.ts');
  const files =
    positionals.length > 0 ? positionals.map((file) => path.relative(root, path.resolve(file))) : all;
  const { code, tally } = await run(host, files, values.vsix && path.resolve(values.vsix)).catch((error) => ({
    code: 1,
    tally: { ...emptyTally(), failed: 1, failures: [explain(error)] },
  }));
  const result = withMissing(tally, files);
  if (code !== 0 && result.failed === 0) {
    result.failed++;
    result.failures.push(`the host ended with code ${code}`);
  }
  writeJson(path.join(out, 'results', `integration-${host}.json`), result);
  for (const failure of result.failures) say(`✘ ${failure}`);
  if (result.failed > 0) say(`All that the host printed: out/results/host-${host}.log`);
  process.exitCode = result.failed > 0 ? 1 : 0;
}

await main();
