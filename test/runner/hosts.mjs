// @ts-check
// Gets what the workbench is tested in, before the tests, whose time-outs know no downloads.
import { pathToFileURL } from 'node:url';
import { findBrowser, installBrowser } from '../hosts/browserInstall.mjs';
import { installHost } from '../hosts/install.mjs';
import { explain } from '../../scripts/messages.mjs';

export async function installHosts() {
  await installHost('server');
  await installHost('web');
  if (!findBrowser()) await installBrowser();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await installHosts().catch((error) => {
    console.error(explain(error));
    process.exitCode = 1;
  });
