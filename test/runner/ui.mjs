// @ts-check
// `npm run test:ui [-- test/ui/one.test.ts]`: tests that drive a real workbench in a browser.
import { findBrowser, installBrowser } from '../hosts/browserInstall.mjs';
import { installHost } from '../hosts/install.mjs';
import { explain } from '../../scripts/messages.mjs';
import { main } from './nodeTests.mjs';

try {
  // Before the tests, whose time-outs know no downloads.
  await installHost('server');
  await installHost('web');
  if (!findBrowser()) await installBrowser();
  await main('ui', 60_000);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
