// The box at the top of the workbench: command palette, quick picks, input boxes.
import type { Locator, Page } from 'playwright-core';
import { untilTrue } from '../support/until';
import { appears } from './appears';

export class QuickInput {
  readonly widget: Locator;
  readonly input: Locator;

  constructor(private readonly page: Page) {
    this.widget = page.locator('.quick-input-widget');
    this.input = this.widget.locator('.quick-input-filter input.input, .quick-input-box input.input').first();
  }

  /** Rows of a hidden widget stay in the document: ask this first. */
  isOpen(): Promise<boolean> {
    return this.widget.isVisible();
  }

  async waitUntilOpen(): Promise<void> {
    await this.input.waitFor({ state: 'visible' });
  }

  async waitUntilClosed(): Promise<void> {
    await this.widget.waitFor({ state: 'hidden' });
  }

  async title(): Promise<string> {
    return (await this.widget.locator('.quick-input-title').innerText()).trim();
  }

  /** Waits for the step with this in its title. */
  async waitForTitle(title: string | RegExp): Promise<void> {
    await this.widget.locator('.quick-input-title').filter({ hasText: title, visible: true }).waitFor();
  }

  /** Waits until the title is not `before`: the next step; false when the box was closed instead. */
  async waitForNext(before: string): Promise<boolean> {
    const handle = await this.page.waitForFunction((text) => {
      const widget = document.querySelector<HTMLElement>('.quick-input-widget');
      if (!widget || widget.style.display === 'none') return 'closed';
      const title = widget.querySelector('.quick-input-title')?.textContent.trim();
      return title === text ? false : 'next';
    }, before);
    return (await handle.jsonValue()) === 'next';
  }

  async placeholder(): Promise<string> {
    return (await this.input.getAttribute('placeholder')) ?? '';
  }

  /** What stands under an input box: its prompt, or what is wrong. */
  async message(): Promise<string> {
    return (await this.widget.locator('.quick-input-message').innerText()).trim();
  }

  /** The labels of the rows in sight. */
  async rows(): Promise<string[]> {
    const labels = await this.rowLabels().allInnerTexts();
    return labels.map((label) => label.trim());
  }

  /** The row with exactly this label. */
  row(label: string): Locator {
    const exact = new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
    const name = this.page.locator('.label-name').filter({ hasText: exact });
    return this.widget.locator('.quick-input-list .monaco-list-row').filter({ has: name });
  }

  /** Picks the row with this label, wherever it is in the list. */
  async pick(label: string): Promise<void> {
    await untilTrue(() => this.#isInSight(label), `no row says “${label}”`);
    await this.row(label).first().click();
  }

  async #isInSight(label: string): Promise<boolean> {
    if (await appears(this.row(label).first(), 1000)) return true;
    await this.#turnPage();
    return false;
  }

  /** Rows out of sight are in no document: shows those that follow, after the last ones the first. */
  async #turnPage(): Promise<void> {
    const list = this.widget.locator('.quick-input-list');
    if (!(await list.isVisible())) return;
    const { x, y, width, height } = (await list.boundingBox())!;
    const isAtEnd = (await list.locator('[data-last-element="true"]').count()) > 0;
    await this.page.mouse.move(x + width / 2, y + height / 2);
    await this.page.mouse.wheel(0, isAtEnd ? -100_000 : height / 2);
  }

  async fill(text: string): Promise<void> {
    await this.input.fill(text);
  }

  /** Types key by key, as a person does. */
  async type(text: string, delay = 0): Promise<void> {
    await this.input.pressSequentially(text, { delay });
  }

  async press(key: string): Promise<void> {
    await this.input.press(key);
  }

  /** Opens the command palette; a view that is still opening takes the focus and closes it again. */
  async openPalette(text: string): Promise<void> {
    await untilTrue(async () => {
      await this.page.keyboard.press('F1');
      const filled = this.input.fill(`>${text}`, { timeout: 1000 }).then(() => this.rowLabels().first());
      return filled.then(
        (row) => appears(row, 2000),
        () => false,
      );
    }, `the command palette does not stay open for “${text}”`);
  }

  private rowLabels(): Locator {
    return this.widget.locator('.quick-input-list .monaco-list-row .label-name');
  }
}
