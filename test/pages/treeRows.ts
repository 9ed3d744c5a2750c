// The rows of a tree view, as a person sees them.
import type { Locator, Page } from 'playwright-core';
import { untilEqual } from '../support/until';

export class TreeRows {
  readonly all: Locator;

  constructor(
    private readonly page: Page,
    pane: Locator,
  ) {
    this.all = pane.locator('.monaco-list-row');
  }

  /** From top to bottom, indented by level: `label | description`. */
  async texts(): Promise<string[]> {
    return this.all.evaluateAll((rows) =>
      rows
        .map((row) => {
          const label = row.querySelector('.label-name')?.textContent ?? '';
          const description = row.querySelector('.label-description')?.textContent ?? '';
          const level = Number(row.getAttribute('aria-level')) - 1;
          const text = description === '' ? label : `${label} | ${description}`;
          return { index: Number(row.getAttribute('data-index')), text: '  '.repeat(level) + text };
        })
        .sort((one, other) => one.index - other.index)
        .map(({ text }) => text.replaceAll('\u00a0', ' ')),
    );
  }

  /** Waits until these are the rows. */
  async expect(expected: readonly string[]): Promise<void> {
    await untilEqual(() => this.texts(), expected);
  }

  /** The first row with exactly this label. */
  row(label: string): Locator {
    const exact = new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
    return this.all.filter({ has: this.page.locator('.label-name').filter({ hasText: exact }) }).first();
  }

  async expand(label: string): Promise<void> {
    const row = this.row(label);
    await row.waitFor();
    // Rows that move under the pointer take a click for another one.
    for (let tries = 0; tries < 5 && (await row.getAttribute('aria-expanded')) === 'false'; tries++) {
      await row.locator('.monaco-tl-twistie').click();
      await this.#expanded(row)
        .waitFor({ timeout: 2000 })
        .catch(() => undefined);
    }
    await this.#expanded(row).waitFor();
  }

  #expanded(row: Locator): Locator {
    return row.and(this.page.locator('[aria-expanded="true"]'));
  }
}
