import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import builtin from '../../src/core/framework/builtin.framework.yaml';
import { writeRecord } from '../../src/core/selfcheck/save';
import { answerStatement, startRun } from '../../src/core/selfcheck/run';
import { fileTimestamp, isoWithOffset, type Clock } from '../../src/core/util/dates';
import { makeTempFolder, removeFolder, root } from '../../scripts/paths.mjs';
import { openWorkbench, type Theme, type Workbench } from '../pages/workbench';
import { untilNoticed } from '../support/until';

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
  let journal: string;

  before(async () => {
    journal = makeTempFolder('journal');
    const days = (count: number) => Date.now() - count * 86_400_000;
    const [dimension] = builtin.dimensions;
    const tag = `#${dimension!.id}/${builtin.hats[0].id}`;
    writeCheck(days(20));
    for (const ago of [1, 8, 100]) {
      const date = new Date(days(ago)).toISOString().slice(0, 10);
      fs.mkdirSync(path.join(journal, 'notes'), { recursive: true });
      fs.writeFileSync(path.join(journal, `notes/${date}.md`), `Said no to a side project. ${tag}\n`);
    }
    workbench = await openWorkbench({
      width: 1400,
      height: 1000,
      settings: { 'twoHats.cards.lastRatings': true, 'twoHats.checks.rhythm': 'everyTwoWeeks' },
      machineSettings: { 'twoHats.journal.folder': journal },
    });
  });

  after(async () => {
    await workbench.close();
    removeFolder(journal);
  });

  /** A quick check that was finished then, all of it answered. */
  function writeCheck(instant: number): void {
    const clock: Clock = { now: () => instant, offset: () => 0 };
    const time = isoWithOffset(clock);
    const begun = startRun(
      builtin,
      { kind: 'quick', dimension: undefined },
      { id: time, seed: 1, started: time },
    );
    const run = begun.statements.reduce(
      (before, _statement, index) => answerStatement(before, { value: (index % 5) + 1, ms: 2000 }, time),
      begun,
    );
    fs.mkdirSync(path.join(journal, 'checks'), { recursive: true });
    const name = `${fileTimestamp(clock)}-quick-7f3a.yaml`;
    fs.writeFileSync(path.join(journal, 'checks', name), writeRecord(run));
  }

  /** Ours in the activity bar, when it says this. */
  const icon = (label: string) =>
    workbench.page.locator(
      `.activitybar .action-item:has(.action-label[aria-label=${JSON.stringify(label)}])`,
    );
  const overdue = 'Two Hats - Your last self-check was 20 days ago';
  const badge = (label: string) => icon(label).locator('.badge-content');

  it('carries a badge from the start while the last check is older than the rhythm, and no message', async () => {
    // Nothing of ours was opened yet.
    await icon(overdue).waitFor();
    await badge(overdue).filter({ hasText: /^1$/ }).waitFor();
    assert.deepEqual(await workbench.notifications(), []);
    await workbench.showContainer('Two Hats');
    await (await workbench.webview('Framework')).locator('.row').first().waitFor();
    // It gives way to the sign of progress for a moment.
    await badge(overdue).filter({ hasText: /^1$/ }).waitFor();
  });

  it('carries it again after a reload, until there is a new check', async () => {
    await workbench.reload();
    await icon(overdue).waitFor();
    await untilNoticed(
      () => {
        writeCheck(Date.now());
      },
      () => icon('Two Hats').isVisible(),
    );
    assert.equal(await badge('Two Hats').isVisible(), false);
  });

  it('shows answers with their count on each row, and what the notes show on an open card', async () => {
    await workbench.showContainer('Two Hats');
    const frame = await workbench.webview('Framework');
    await frame.locator('.row [role="img"]').nth(11).waitFor();
    const labels = await frame
      .locator('.row [role="img"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
    for (const label of labels)
      assert.match(label, /^(Management|Leadership): [1-5] of 5 in your last self-check \(answers: 1\)$/);
    await frame.locator('.opener').first().click();
    await frame.locator('.facts p').first().waitFor();
    const [notes, early] = await frame.locator('.facts p').allInnerTexts();
    assert.equal(notes, 'Notes that show it, last 12 weeks: 2');
    assert.match(early!, /^Too early to see a change: \d of 8 whole weeks with a check$/);
    await workbench.command('Two Hats: Hide Private Details');
    await frame.locator('.row [role="img"]').first().waitFor({ state: 'detached' });
    assert.equal(await frame.locator('.facts p').count(), 0);
    await workbench.command('Two Hats: Show Private Details');
    await frame.locator('.row [role="img"]').first().waitFor();
  });

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
