// The box at the top of the workbench: command palette, quick picks, input boxes.
import type { Locator, Page } from 'playwright-core';

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

  async pick(label: string): Promise<void> {
    await this.row(label).first().click();
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
    for (let tries = 0; tries < 20; tries++) {
      await this.page.keyboard.press('F1');
      try {
        await this.input.fill(`>${text}`, { timeout: 1000 });
        await this.rowLabels().first().waitFor({ timeout: 2000 });
        return;
      } catch {
        await this.page.waitForTimeout(100);
      }
    }
    throw new Error(`The command palette does not stay open for "${text}".`);
  }

  private rowLabels(): Locator {
    return this.widget.locator('.quick-input-list .monaco-list-row .label-name');
  }
}
