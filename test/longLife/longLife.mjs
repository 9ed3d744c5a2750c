// @ts-check
// `npm run long-life`: 200 times each view and box, 5,000 edits, 500 frameworks, in a real VS Code server; prints the heap,
// listeners and watchers, which must not grow. Takes some minutes.
import path from 'node:path';
import { bundleForHost } from '../runner/bundle.mjs';
import { explain } from '../../scripts/messages.mjs';
import { makeTempFolder, out, removeFolder, root } from '../../scripts/paths.mjs';
import { handleSignals } from '../../scripts/processes.mjs';
import { runInHost } from '../runner/runTests.mjs';

const minutes = 90;

async function main() {
  handleSignals();
  const tests = path.join(out, 'longLife', 'tests.js');
  await bundleForHost('node', ['test/longLife/longLife.ts'], tests);
  const journal = makeTempFolder('journal');
  const workspace = makeTempFolder('workspace');
  try {
    const { code, tally } = await runInHost({
      ...{ host: 'server', tests, workspace, extension: root, minutes, onlyTests: true },
      machineSettings: { 'twoHats.journal.folder': journal },
      env: { TWO_HATS_TEST_JOURNAL: journal },
    });
    process.exitCode = code !== 0 || tally.passed === 0 ? 1 : 0;
  } finally {
    removeFolder(journal);
    removeFolder(workspace);
  }
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
