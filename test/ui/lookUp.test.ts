import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import builtin from '../../src/core/framework/builtin.framework.yaml';
import { openWorkbench, type Workbench } from '../pages/workbench';
import { until, untilEqual } from '../support/until';

const [dimension] = builtin.dimensions;
const [, secondHat] = builtin.hats;
const behaviour = dimension!.poles[1].behaviours[0]!;
const prompt = dimension!.poles[0].prompts.oneOnOne[0]!;
const situation = builtin.situations.find(({ keywords }) => keywords.includes('outage'))!;
const titleOf = (id: string) => builtin.dimensions.find((candidate) => candidate.id === id)!.title;
const labelOf = (id: string) => builtin.hats.find((hat) => hat.id === id)!.label;

describe('Look Up…', () => {
  let workbench: Workbench;
  let page: Page;

  before(async () => {
    workbench = await openWorkbench({ width: 1400, height: 900 });
    page = workbench.page;
  });

  after(() => workbench.close());

  afterEach(async () => {
    if (await workbench.quickInput.isOpen()) await workbench.quickInput.press('Escape');
  });

  async function lookUp(query = ''): Promise<void> {
    await workbench.command('Two Hats: Look Up…');
    await workbench.quickInput.waitForTitle('Look Up');
    if (query) await workbench.quickInput.fill(query);
  }

  /** The labels of the rows in sight, without their details, from top to bottom. */
  function labels(): Promise<string[]> {
    return workbench.quickInput.widget
      .locator('.quick-input-list .monaco-list-row')
      .evaluateAll((rows) =>
        rows
          .sort((a, b) => Number(a.getAttribute('data-index')) - Number(b.getAttribute('data-index')))
          .map((row) => row.querySelector('.label-name')?.textContent.replaceAll('\u00a0', ' ').trim() ?? ''),
      );
  }

  /** Waits until the rows in sight begin with these. */
  async function assertRows(expected: readonly string[], exactly = false): Promise<void> {
    await untilEqual(async () => (await labels()).slice(0, exactly ? undefined : expected.length), expected);
  }

  /** Waits until the rows, read from top to bottom, say this. */
  async function assertText(expected: string): Promise<void> {
    await until(
      async () => (await labels()).join(' '),
      (text) => text === expected,
    );
  }

  /** The first row of this text, once the search has answered. */
  async function row(text: string) {
    const start = text.split(' ').slice(0, 4).join(' ');
    const found = workbench.quickInput.widget
      .locator('.quick-input-list .monaco-list-row', { hasText: start })
      .first();
    await found.waitFor();
    return found;
  }

  async function press(label: string, button: string): Promise<void> {
    const found = await row(label);
    await found.hover();
    await found.locator(`.action-label[aria-label="${button}"]`).click();
  }

  async function focusedInView(): Promise<[Frame, string]> {
    const frame = await workbench.webview('Framework');
    await frame.waitForFunction(() => /^(card|item)\//.test(document.activeElement?.id ?? ''));
    return [frame, await frame.evaluate(() => document.activeElement!.id)];
  }

  it('lists the dimensions, then the situations', async () => {
    await lookUp();
    const titles = builtin.dimensions.map(({ title }) => title);
    await assertRows([...titles, builtin.situations[0]!.title]);
  });

  for (const query of ['outage', 'outgae'])
    it(`answers “${query}” with what to do first, and leads back to the same query`, async () => {
      await lookUp(query);
      await assertRows([situation.title]);
      await workbench.quickInput.press('Enter');
      await workbench.quickInput.waitForTitle(situation.title);
      const { first, then, move, trap } = situation;
      const advice = [
        `First: ${labelOf(first.hat)} · ${titleOf(first.dimension)}`,
        move,
        `Then: ${labelOf(then.hat)} · ${titleOf(then.dimension)}`,
        'The trap',
        trap,
      ];
      await assertText(advice.join(' '));
      await workbench.quickInput.widget
        .locator('.quick-input-titlebar .action-label[aria-label^="Back"]')
        .click();
      await workbench.quickInput.waitForTitle('Look Up');
      assert.equal(await workbench.quickInput.input.inputValue(), query);
      await assertRows([situation.title]);
    });

  it('takes what fits best for somebody who presses Enter at once', async () => {
    await lookUp();
    await workbench.page.keyboard.type('outage');
    await workbench.page.keyboard.press('Enter');
    await workbench.quickInput.waitForTitle(situation.title);
    await workbench.quickInput.press('Escape');
    await workbench.quickInput.waitUntilClosed();
  });

  it('opens from a situation the card of the hat that goes first', async () => {
    await lookUp('outage');
    await row(situation.title);
    await workbench.quickInput.press('Enter');
    await workbench.quickInput.waitForTitle(situation.title);
    await workbench.quickInput.press('Enter');
    const [, focus] = await focusedInView();
    assert.equal(focus, `card/${situation.first.dimension}`);
  });

  it('cuts nothing in a window of 700 px, in no row that is chosen and shows its buttons', async () => {
    await page.setViewportSize({ width: 700, height: 900 });
    const rows = workbench.quickInput.widget.locator('.quick-input-list .monaco-list-row');
    for (const query of ['', 'delegate', 'retrospective', 'roles']) {
      await lookUp(query);
      await rows.nth(8).waitFor();
      for (let place = 0; place < 20; place++) {
        assert.deepEqual(await rows.evaluateAll(cutTexts), [], query);
        await workbench.quickInput.press('ArrowDown');
      }
      await workbench.quickInput.press('Escape');
    }
    await page.setViewportSize({ width: 1400, height: 900 });
  });

  it('opens the card at a behaviour, in a view that is shown and in one that was hidden', async () => {
    await lookUp(behaviour);
    await row(behaviour);
    await workbench.quickInput.press('Enter');
    const expected = `item/${dimension!.id}/${secondHat.id}/behaviours/0`;
    let [frame, focus] = await focusedInView();
    assert.equal(focus, expected);
    const third = builtin.dimensions[2]!;
    await lookUp(third.title);
    await row(third.title);
    await workbench.quickInput.press('Enter');
    await frame.waitForFunction((id) => document.activeElement?.id === `card/${id}`, third.id);
    // The search is in sight in whole, and the card’s row right below it.
    const search = (await frame.locator('.search').boundingBox())!;
    const view = (await workbench.pane('Framework').locator('.pane-body').boundingBox())!;
    assert.ok(search.y >= view.y, `${search.y} of ${view.y}`);
    const { y } = (await frame.locator(`[id="card/${third.id}"]`).boundingBox())!;
    assert.ok(y > search.y + search.height && y < search.y + search.height + 12, `${y}`);
    await workbench.command('View: Show Explorer');
    await lookUp(behaviour);
    await row(behaviour);
    await workbench.quickInput.press('Enter');
    [frame, focus] = await focusedInView();
    await frame.waitForFunction((id) => document.activeElement?.id === id, expected);
  });

  it('inserts a prompt by Enter', async () => {
    await lookUp(prompt);
    await row(prompt);
    await workbench.quickInput.press('Enter');
    await page.waitForFunction(
      (text) => document.querySelector('.view-lines')?.textContent.replaceAll('\u00a0', ' ').includes(text),
      prompt,
    );
    await workbench.command('View: Revert and Close Editor');
  });

  it('copies what its button stands on', async () => {
    await lookUp(behaviour);
    await press(behaviour, 'Copy');
    await workbench.quickInput.waitUntilClosed();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), behaviour);
  });

  it('keeps the order of the search, whatever letters the rows hold', async () => {
    const frame = await openView('goal');
    const found = await frame.locator('.result .text, h2.result').allInnerTexts();
    assert.ok(found.length > 10);
    await lookUp('goal');
    const first = found.slice(0, 5).join(' ');
    await until(
      async () => (await labels()).join(' '),
      (text) => text.startsWith(first),
    );
  });

  async function openView(query: string): Promise<Frame> {
    await workbench.showContainer('Two Hats');
    const frame = await workbench.webview('Framework');
    await frame.locator('#search').fill(query);
    return frame;
  }

  for (const width of [700, 1400])
    it(`shows every word of what is longer than a row, in a window of ${width} px`, async () => {
      await page.setViewportSize({ width, height: 900 });
      for (const [query, enter] of [
        ['outage', true],
        [prompt, false],
        [situation.move, false],
      ] as const) {
        await lookUp(query);
        if (enter) {
          await row(situation.title);
          await workbench.quickInput.press('Enter');
          await workbench.quickInput.waitForTitle(situation.title);
        } else await until(labels, (seen) => seen.length > 1);
        assert.deepEqual(await cutRows(), []);
        await workbench.quickInput.press('Escape');
        await workbench.quickInput.waitUntilClosed();
      }
    });

  /** The texts of rows that VS Code ends with “…”. */
  function cutRows(): Promise<string[]> {
    return workbench.quickInput.widget
      .locator('.monaco-list-row .quick-input-list-rows > :first-child .monaco-icon-label-container')
      .evaluateAll((elements) =>
        elements
          .filter((element) => element.scrollWidth > element.clientWidth)
          .map((element) => element.textContent),
      );
  }

  it('says so when nothing fits', async () => {
    await lookUp('xyzzy');
    await assertRows(['Nothing fits “xyzzy”'], true);
    await workbench.quickInput.press('Enter');
    assert.equal(await workbench.quickInput.isOpen(), true);
  });
});

/** Runs in the page: texts of rows that have less room than they need. */
function cutTexts(rows: readonly Element[]): string[] {
  return rows
    .flatMap((row) => Array.from(row.querySelectorAll('.monaco-icon-label-container')))
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    .map(({ textContent }) => textContent);
}
