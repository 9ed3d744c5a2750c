// @ts-check
// From the press of *Capture Note…*'s key to its box on the screen, beside the quick pick of an empty extension: in a window
// that was just opened, and once more in the same one. Both extensions are up by then: before, VS Code holds keys back.
import { openBrowser, waitForWorkbench } from '../hosts/browser.mjs';
import { startServer } from '../hosts/server.mjs';
import { emptyKey } from './emptyExtension.mjs';

/** @typedef {{ ours: number[], empty: number[] }} Samples ms */

const boxes = {
  ours: { key: 'Control+Alt+J', title: 'Capture Note' },
  empty: { key: emptyKey, title: 'empty-extension' },
};

/** Before the same key is pressed again, in ms: what the first press began, such as to read notes, is over by then. */
const restMs = 3000;

/**
 * @param {{ vsix: string, others: string[], runs: number }} options
 * @returns {Promise<{ cold: Samples, warm: Samples }>}
 */
export async function measureKeyToBox({ vsix, others, runs }) {
  const server = await startServer({ vsix, others });
  const samples = { cold: noSamples(), warm: noSamples() };
  try {
    await pressInNewWindow(server.url(), boxes.empty);
    for (let run = 0; run < runs; run++)
      for (const name of inTurns(run)) {
        const [cold, warm] = await pressInNewWindow(server.url(), boxes[name]);
        samples.cold[name].push(cold);
        samples.warm[name].push(warm);
      }
  } finally {
    await server.stop();
  }
  return samples;
}

/**
 * @param {number} run
 * @returns {(keyof Samples)[]}
 */
function inTurns(run) {
  return run % 2 ? ['ours', 'empty'] : ['empty', 'ours'];
}

/** @returns {Samples} */
function noSamples() {
  return { ours: [], empty: [] };
}

/**
 * @param {string} url
 * @param {{ key: string, title: string }} box
 * @returns {Promise<[cold: number, warm: number]>}
 */
async function pressInNewWindow(url, { key, title }) {
  const browser = await openBrowser();
  try {
    const { page } = browser;
    await page.goto(url);
    await waitForWorkbench(page);
    await page.locator('.statusbar-item', { hasText: 'empty-extension is up' }).waitFor();
    const press = async () => {
      const time = page.evaluate(untilShown, title);
      await page.keyboard.press(key);
      return time;
    };
    const cold = await press();
    await page.keyboard.press('Escape');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await page.waitForTimeout(restMs);
    return [cold, await press()];
  } finally {
    await browser.close();
  }
}

/**
 * In the page: ms from the last key's press to the frame in which the box with this title has the focus.
 * @param {string} title
 * @returns {Promise<number>}
 */
export function untilShown(title) {
  return new Promise((resolve) => {
    let pressed = 0;
    const press = () => (pressed = performance.now());
    addEventListener('keydown', press, true);
    const look = () => {
      const widget = document.querySelector('.quick-input-widget');
      const isShown = widget?.contains(document.activeElement) && widget.textContent?.includes(title);
      if (!isShown) requestAnimationFrame(look);
      else {
        removeEventListener('keydown', press, true);
        resolve(performance.now() - pressed);
      }
    };
    look();
  });
}
