import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { root } from '../../scripts/paths.mjs';
import { openWorkbench, type Theme, type Workbench } from '../pages/workbench';

const themes: Theme[] = [
  'Default Dark Modern',
  'Default Light Modern',
  'Default High Contrast',
  'Default High Contrast Light',
];
const axe = fs.readFileSync(
  createRequire(path.join(root, 'package.json')).resolve('axe-core/axe.min.js'),
  'utf8',
);

describe('The Framework view for everyone', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      width: 1400,
      height: 1000,
      settings: { 'twoHats.cards.lastRatings': true },
    });
    await workbench.showContainer('Two Hats');
  });

  after(() => workbench.close());

  /** What axe finds, as lines; the page is transparent, hence the background for its measurements of contrast. */
  async function violations(frame: Frame): Promise<string[]> {
    if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(axe);
    return frame.evaluate(async () => {
      const { style } = document.documentElement;
      style.backgroundColor = 'var(--vscode-sideBar-background)';
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const found = await axe.run(document, { resultTypes: ['violations'] });
      style.backgroundColor = '';
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary ?? ''}`),
      );
    });
  }

  const sticksOut = (frame: Frame) =>
    frame.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

  async function check(frame: Frame): Promise<void> {
    const search = frame.locator('#search');
    await search.fill('');
    const closed = frame.locator('.opener[aria-expanded="false"]');
    while ((await closed.count()) > 0) await closed.first().click();
    assert.deepEqual(await violations(frame), [], 'with all cards open');
    assert.equal(await sticksOut(frame), false);
    for (const query of ['outage', 'goal', 'xyzzy']) {
      await search.fill(query);
      assert.deepEqual(await violations(frame), [], `with the results of ${query}`);
      assert.equal(await sticksOut(frame), false);
    }
  }

  for (const theme of themes) {
    for (const width of [200, 320, 600])
      it(`has nothing that axe objects to in ${theme} at ${width} px`, async () => {
        await workbench.setTheme(theme);
        await workbench.resizeSideBar(width);
        await check(await workbench.webview('Framework'));
      });

    it(`has nothing that axe objects to in ${theme} at 200 % zoom`, async () => {
      await workbench.setTheme(theme);
      for (const width of [200, 320, 600]) {
        await workbench.resizeSideBar(width);
        const frame = await workbench.webview('Framework');
        await frame.evaluate(() => (document.body.style.zoom = '2'));
        await check(frame);
        await frame.evaluate(() => (document.body.style.zoom = ''));
      }
    });
  }

  it('moves nothing for people who want less motion', async () => {
    const frame = await workbench.webview('Framework');
    await frame.locator('#search').fill('');
    const duration = () =>
      frame.evaluate(
        () => getComputedStyle(document.querySelector('.opener')!, '::before').transitionDuration,
      );
    assert.equal(await duration(), '0.1s');
    await frame.evaluate(() => {
      document.body.classList.add('vscode-reduce-motion');
    });
    assert.equal(await duration(), '0s');
  });
});
