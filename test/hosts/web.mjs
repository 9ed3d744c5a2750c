// @ts-check
// The web host: VS Code without any Node; its extension host is a web worker, its workspace a copy in memory.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installHost } from './install.mjs';
import { untilListening } from './listening.mjs';
import { makeTempFolder, removeFolder } from '../../scripts/paths.mjs';
import { freePort } from './ports.mjs';
import { spawnGroup, stopGroup } from '../../scripts/processes.mjs';
import { quietSettings } from './server.mjs';
import { hosts } from './versions.mjs';
import { unpackVsix } from './vsix.mjs';

/**
 * @typedef {object} WebOptions
 * @property {string | undefined} [extension] folder of an extension in development
 * @property {string | undefined} [vsix] or a package of it
 * @property {string | undefined} [folder] what the window opens, copied into memory
 * @property {string | undefined} [testExtension] folder of the extension that holds the tests
 * @property {string | undefined} [tests] the tests' entry, inside that folder
 * @property {(text: string) => void} [onOutput]
 */

/** @param {WebOptions} [options] */
export async function startWeb(options = {}) {
  const installed = await installHost('web');
  const port = await freePort();
  const dataDir = makeTempFolder('web');
  const extension = options.vsix
    ? await unpackVsix(options.vsix, path.join(dataDir, 'vsix'))
    : options.extension;
  const testWeb = {
    extensionPaths: extension ? [extension] : [],
    ...(options.testExtension && { extensionDevelopmentPath: options.testExtension }),
    ...(options.tests && { extensionTestsPath: options.tests }),
    ...(options.folder && { folderPath: options.folder }),
    port,
  };
  const program = fileURLToPath(new URL('webServer.mjs', import.meta.url));
  const child = spawnGroup(process.execPath, [program, installed, JSON.stringify(testWeb)], {});
  const stop = async () => {
    await stopGroup(child);
    removeFolder(dataDir);
  };
  try {
    await untilListening(child, { title: hosts.web.title, pattern: /^Ready$/m, onOutput: options.onOutput });
    const address = `http://localhost:${port}/`;
    return { port, dataDir, stop, url: () => (options.folder ? address : `${address}?ew=true`) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Webviews need a service worker on a subdomain, which Chromium counts as a third party. Before its first start.
 * @param {string} profile
 */
export function allowServiceWorkers(profile) {
  const file = path.join(profile, 'Default/Preferences');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify({ profile: { cookie_controls_mode: 0 } }));
}

/**
 * There is no settings file: defaults are put into the page before its modules run. (A rewritten response would
 * make Chromium block the webviews' frames.)
 * @param {import('playwright-core').BrowserContext | import('playwright-core').Page} to
 * @param {Record<string, unknown>} [settings]
 */
export async function setWebDefaults(to, settings) {
  await to.addInitScript(
    (defaults) => {
      document.addEventListener('readystatechange', () => {
        const element = document.getElementById('vscode-workbench-web-configuration');
        const text = element?.getAttribute('data-settings');
        if (document.readyState !== 'interactive' || !element || !text) return;
        const configuration = JSON.parse(text);
        configuration.configurationDefaults = { ...configuration.configurationDefaults, ...defaults };
        element.setAttribute('data-settings', JSON.stringify(configuration));
      });
    },
    { ...quietSettings, ...settings },
  );
}
