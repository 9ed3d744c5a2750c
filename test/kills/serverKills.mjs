// @ts-check
// Runs `serverKills.ts`, which needs a VS Code and a browser.
import { explain } from '../../scripts/messages.mjs';
import { installHosts } from '../runner/hosts.mjs';
import { main } from '../runner/nodeTests.mjs';

/** Of one kill, in ms: a start before it, and one after it. */
const timeout = 240_000;

try {
  await installHosts();
  await main('kills', timeout);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
