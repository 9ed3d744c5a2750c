// @ts-check
// From the click on *Show Balance Report* to its painted picture, with the journal of a busy decade, beside the click that
// opens an empty tab. Warm: both were opened and closed before.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { openBrowser, waitForWorkbench } from '../hosts/browser.mjs';
import { startServer } from '../hosts/server.mjs';
import { bundled, bundleForNode } from '../runner/bundle.mjs';
import { Problem } from '../../scripts/messages.mjs';
import { makeTempFolder, removeFolder } from '../../scripts/paths.mjs';

/**
 * @typedef {object} Tab
 * @property {string} container the beginning of its label in the activity bar
 * @property {string} action of the view’s title
 * @property {string} content a selector of what is painted last
 */

/** @type {{ ours: Tab, empty: Tab }} */
const tabs = {
  ours: { container: 'Two Hats', action: 'Show Balance Report', content: '.balance svg, .balance img' },
  empty: { container: 'empty-extension', action: 'Open Empty', content: '.empty-panel' },
};

/** Before the next click, in ms: what closing a tab began is over by then. */
const restMs = 1000;

/**
 * @param {{ vsix: string, others: string[], runs: number }} options
 * @returns {Promise<{ ours: number[], empty: number[] }>} ms
 */
export async function measureReportPaint({ vsix, others, runs }) {
  const journal = await writeJournal({ notes: 10_000, checks: 500 });
  const machineSettings = { 'twoHats.journal.folder': journal };
  const server = await startServer({ vsix, others, machineSettings });
  const browser = await openBrowser();
  /** @type {{ ours: number[], empty: number[] }} */
  const samples = { ours: [], empty: [] };
  try {
    const { page } = browser;
    await page.goto(server.url());
    await waitForWorkbench(page);
    await page.locator('.statusbar-item', { hasText: 'empty-extension is up' }).waitFor();
    for (const tab of [tabs.ours, tabs.empty]) await clickToTab(page, tab);
    for (let run = 0; run < runs; run++) {
      samples.ours.push(await clickToTab(page, tabs.ours));
      samples.empty.push(await clickToTab(page, tabs.empty));
    }
  } finally {
    await browser.close();
    await server.stop();
    removeFolder(journal);
  }
  return samples;
}

/** @param {{ notes: number, checks: number }} counts */
async function writeJournal({ notes, checks }) {
  const program = 'test/bench/reportJournal.ts';
  await bundleForNode('bench', [program]);
  const folder = path.join(makeTempFolder('report-bench'), 'journal');
  const { status, stderr } = spawnSync(process.execPath, [
    bundled('bench', program),
    folder,
    ...[notes, checks].map(String),
  ]);
  if (status !== 0) throw new Problem(`The journal could not be written. ${String(stderr)}`);
  return folder;
}

/**
 * Shows the view, clicks, waits for the content, and closes the tab.
 * @param {import('playwright-core').Page} page
 * @param {Tab} tab
 * @returns {Promise<number>} ms
 */
async function clickToTab(page, { container, action, content }) {
  const icon = page.locator(`.activitybar .action-item:has(.action-label[aria-label^="${container}"])`);
  if (!(await icon.getAttribute('class'))?.includes('checked')) await icon.click();
  const button = page.locator(`.sidebar .action-label[aria-label^="${action}"]`).first();
  await button.waitFor();
  await button.hover();
  await page.waitForTimeout(restMs);
  // Both clocks count from 1970.
  const clicked = page.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener('click', () => resolve(performance.timeOrigin + performance.now()), {
          capture: true,
          once: true,
        });
      }),
  );
  await button.click();
  const painted = await untilPainted(page, content);
  const began = /** @type {number} */ (await clicked);
  await page.locator('.tabs-container .tab.active .codicon-close').first().click();
  await page.locator('.tabs-container .tab').first().waitFor({ state: 'detached' });
  return painted - began;
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} content
 * @returns {Promise<number>} when, in ms
 */
async function untilPainted(page, content) {
  const end = performance.now() + 60_000;
  while (performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 4));
    for (const frame of page.frames().toReversed()) {
      if (frame === page.mainFrame()) continue;
      // A frame that is just being made answers only when it is.
      const at = await Promise.race([frame.evaluate(whenPainted, content).catch(noTime), soon()]);
      if (at !== undefined) return at;
    }
  }
  throw new Problem(`No "${content}" was painted.`);
}

const noTime = () => undefined;

/** @returns {Promise<undefined>} */
function soon() {
  return new Promise((resolve) => setTimeout(resolve, 100));
}

/**
 * In a frame: the time of the next frame in which the content stands; nothing where it does not yet.
 * @param {string} content
 * @returns {Promise<number | undefined> | undefined}
 */
function whenPainted(content) {
  const element = document.querySelector(content);
  if (!element || element.getBoundingClientRect().height === 0) return undefined;
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now())));
  });
}
