// @ts-check
// `npm run test:ui [-- test/ui/one.test.ts]`: tests that drive a real workbench in a browser.
import { explain } from '../../scripts/messages.mjs';
import { installHosts } from './hosts.mjs';
import { main } from './nodeTests.mjs';

try {
  await installHosts();
  await main('ui', 120_000);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
