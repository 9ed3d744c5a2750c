// @ts-check
// The browser that shows the server and web hosts: found, else installed.
import path from 'node:path';
import { findBrowser, installBrowser } from './browserInstall.mjs';
import { makeTempFolder, removeFolder } from '../../scripts/paths.mjs';
import { closers, handleSignals } from '../../scripts/processes.mjs';
import { allowServiceWorkers } from './web.mjs';

/**
 * @typedef {object} BrowserOptions
 * @property {number | undefined} [width]
 * @property {number | undefined} [height]
 * @property {string | undefined} [locale]
 * @property {boolean | undefined} [headed] show the window
 */

/**
 * Opens Chromium with a profile of its own.
 * @param {BrowserOptions} [options]
 */
export async function openBrowser({ width = 1280, height = 800, locale = 'en-US', headed = false } = {}) {
  const executablePath = findBrowser() ?? (await installBrowser());
  const { chromium } = await import('playwright-core');
  const profile = path.join(makeTempFolder('browser'), 'profile');
  allowServiceWorkers(profile);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: !headed,
    // Chromium refuses to start a sandbox for root.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    viewport: { width, height },
    locale,
    // Ours closes it and clears up.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  // A workbench is large, and a busy machine slow.
  context.setDefaultNavigationTimeout(90_000);
  const page = context.pages()[0] ?? (await context.newPage());
  const close = async () => {
    closers.delete(close);
    await context.close();
    removeFolder(path.dirname(profile));
  };
  closers.add(close);
  handleSignals();
  return { context, page, close };
}

/**
 * Waits until a workbench has restored its window and knows its extensions.
 * @param {import('playwright-core').Page} page
 * @param {number} [seconds]
 */
export async function waitForWorkbench(page, seconds = 90) {
  await page.waitForFunction(
    () =>
      ['code/LifecyclePhase/Restored', 'code/didLoadExtensions'].every(
        (mark) => performance.getEntriesByName(mark).length > 0,
      ),
    undefined,
    { timeout: seconds * 1000 },
  );
}
