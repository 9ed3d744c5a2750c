// Shows what was on the screen when a test of the workbench failed: in words, and as a picture in `out/failures/`.
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { out } from '../../scripts/paths.mjs';

const pages = new Set<Page>();

/** From now on until the page is closed. */
export function showOnFailure(page: Page): void {
  pages.add(page);
  page.on('close', () => pages.delete(page));
}

// Scripts that are no tests, like that of the README's pictures, have no hooks.
if ('afterEach' in globalThis)
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    for (const page of pages) await show(page, this.currentTest.fullTitle());
  });

async function show(page: Page, title: string): Promise<void> {
  const name = title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 100);
  const file = path.join(out, 'failures', `${name}.png`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  try {
    await page.screenshot({ path: file, timeout: 5000 });
    console.error(`On the screen (${path.relative(process.cwd(), file)}):\n${await inWords(page)}`);
  } catch (error) {
    console.error(`The screen can’t be shown: ${String(error)}`);
  }
}

async function inWords(page: Page): Promise<string> {
  const parts = {
    dialog: '.monaco-dialog-box',
    notification: '.notification-toast',
    'quick input': '.quick-input-widget',
    tabs: '.tabs-container',
  };
  const lines: string[] = [];
  for (const [part, selector] of Object.entries(parts))
    for (const text of await page.locator(selector).filter({ visible: true }).allInnerTexts())
      lines.push(`  ${part}: ${text.replaceAll(/\s*\n\s*/g, ' | ').slice(0, 500)}`);
  return lines.join('\n');
}
