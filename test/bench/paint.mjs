// @ts-check
// From the click on a view's icon to its painted content, each time in a window that was just loaded.
import { openBrowser, waitForWorkbench } from '../hosts/browser.mjs';
import { startServer } from '../hosts/server.mjs';

/**
 * @typedef {object} View
 * @property {string} icon the beginning of its label in the activity bar
 * @property {string} content a selector of what is painted first
 */

/** @type {{ ours: View, empty: View }} */
const views = {
  ours: { icon: 'Two Hats', content: 'main h2, main h3, article' },
  empty: { icon: 'empty-extension', content: 'h2' },
};

/**
 * Both views in turns, in the same server.
 * @param {{ vsix: string, others: string[], runs: number }} options
 * @returns {Promise<{ ours: number[], empty: number[] }>} ms
 */
export async function measurePaint({ vsix, others, runs }) {
  const server = await startServer({ vsix, others });
  /** @type {{ ours: number[], empty: number[] }} */
  const samples = { ours: [], empty: [] };
  try {
    // The first window of a server loads what later ones find in the cache.
    await clickToPaint(server.url(), views.empty);
    for (let run = 0; run < runs; run++) {
      samples.ours.push(await clickToPaint(server.url(), views.ours));
      samples.empty.push(await clickToPaint(server.url(), views.empty));
    }
  } finally {
    await server.stop();
  }
  return samples;
}

/**
 * @param {string} url
 * @param {View} view
 */
async function clickToPaint(url, view) {
  const browser = await openBrowser();
  try {
    const { page } = browser;
    await page.goto(url);
    await waitForWorkbench(page);
    const icon = page.locator(`.activitybar .action-label[aria-label^="${view.icon}"]`);
    await icon.waitFor();
    const began = performance.now();
    await icon.click();
    await untilPainted(page, view.content);
    return performance.now() - began;
  } finally {
    await browser.close();
  }
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} content
 */
async function untilPainted(page, content) {
  const end = performance.now() + 30_000;
  while (performance.now() < end)
    for (const frame of page.frames()) {
      if (frame === page.mainFrame()) continue;
      const painted = await frame.evaluate(isPainted, content).catch(() => false);
      if (painted) return;
    }
  throw new Error(`No "${content}" was painted.`);
}

/** @param {string} content */
function isPainted(content) {
  const element = document.querySelector(content);
  return element !== null && element.getBoundingClientRect().height > 0;
}
