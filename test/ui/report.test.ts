// The balance report in a real workbench: its sentences, every theme and width, and what changes it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import builtin from '../../src/core/framework/builtin.framework.yaml';
import { sampleJournal } from '../../src/core/sample/sampleJournal';
import { makeTempFolder, removeFolder, root } from '../../scripts/paths.mjs';
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
const show = 'Two Hats: Show Balance Report';

describe('The balance report', () => {
  let workbench: Workbench;
  let folder: string;
  let frame: Frame;

  before(async () => {
    folder = makeTempFolder('reported');
    for (const [name, text] of sampleJournal(builtin, { now: () => Date.now(), offset: () => 0 })) {
      const file = path.join(folder, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, text);
    }
    workbench = await openWorkbench({
      ...{ width: 1200, height: 900, folder },
      machineSettings: { 'twoHats.journal.folder': folder },
      settings: { 'workbench.activityBar.location': 'hidden' },
    });
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    await workbench.command(show);
    frame = await workbench.editorWebview();
    await frame.locator('#people').waitFor();
  });

  after(async () => {
    await workbench.close();
    removeFolder(folder);
  });

  /** What axe finds, as lines; the page is transparent, hence the background for its measurements of contrast. */
  async function violations(): Promise<string[]> {
    await frame.evaluate(axe);
    return frame.evaluate(async () => {
      const { style } = document.documentElement;
      style.backgroundColor = 'var(--vscode-editor-background)';
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const found = await axe.run(document);
      style.backgroundColor = '';
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary ?? ''}`),
      );
    });
  }

  const sticksOut = () =>
    frame.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

  it('shows the picture with its figures, findings, courses, retrospectives and people', async () => {
    const picture = frame.getByRole('img', { name: 'How often each hat showed, by your own answers' });
    await picture.waitFor();
    assert.equal(await frame.locator('.balance .row').count(), builtin.dimensions.length);
    assert.equal(await frame.locator('#said tbody tr').count(), builtin.dimensions.length * 2);
    assert.deepEqual(await frame.locator('h2').allTextContents(), [
      'What you say, and what you noted',
      'Said beside noted',
      'Over time',
      'Retrospectives',
      'When you last met',
    ]);
  });

  it('has one tab, which the command brings to the front', async () => {
    await workbench.command('File: New Untitled Text File');
    await workbench.command(show);
    frame = await workbench.editorWebview();
    await frame.locator('#people').waitFor();
    assert.equal(await workbench.page.locator('.tab', { hasText: 'Balance Report' }).count(), 1);
  });

  it('is clean for axe in four themes, at three widths and at 200 % zoom', async () => {
    for (const theme of themes) {
      await workbench.setTheme(theme);
      for (const [width, zoom] of [
        [320, 1],
        [800, 1],
        [1600, 1],
        [800, 2],
      ] as const) {
        await workbench.page.setViewportSize({ width, height: 900 });
        await frame.evaluate((factor) => {
          document.documentElement.style.zoom = String(factor);
        }, zoom);
        await frame.locator('.balance svg').waitFor();
        assert.deepEqual(await violations(), [], `${theme} at ${width}`);
        assert.equal(await sticksOut(), false, `${theme} at ${width}`);
        if (process.env.TWO_HATS_SHOTS)
          await workbench.screenshot(path.join(process.env.TWO_HATS_SHOTS, `${theme}-${width}-${zoom}.png`));
      }
    }
    await workbench.setTheme('Default Dark Modern');
  });
});
