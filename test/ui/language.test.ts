import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { getL10nPseudoLocalized } from '@vscode/l10n-dev';
import builtin from '../../src/core/framework/builtin.framework.yaml';
import { makeTempFolder, readJson, root, writeJson } from '../../scripts/paths.mjs';
import { unpackVsix } from '../hosts/vsix.mjs';
import { openWorkbench, type Workbench } from '../pages/workbench';

/** The extension with every text but its data in a language of accents and brackets. */
async function pseudoExtension(): Promise<string> {
  const folder = makeTempFolder('pseudo');
  const vsix = process.env.TWO_HATS_VSIX ?? path.join(root, 'out/two-hats.vsix');
  const extension = await unpackVsix(vsix, path.join(folder, 'extension'));
  const pseudo = (file: string): unknown => {
    const texts: unknown = readJson(path.join(root, file));
    return getL10nPseudoLocalized(
      Object.fromEntries(Object.entries(texts ?? {}).map(([key, text]) => [key, String(text)])),
    );
  };
  writeJson(path.join(extension, 'package.nls.qps-ploc.json'), pseudo('package.nls.json'));
  writeJson(path.join(extension, 'l10n/bundle.l10n.qps-ploc.json'), pseudo('l10n/bundle.l10n.json'));
  return extension;
}

/** All texts of the framework, which is data. */
function dataTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(dataTexts) : [];
}

const data = dataTexts(builtin).sort((one, other) => other.length - one.length);

/** What is left of a text in plain English words when data and names are taken away. */
function plainEnglish(text: string): string[] {
  const own = data.reduce((rest, known) => rest.replaceAll(known, ' '), text);
  return (own.replace(/Two Hats|Markdown/g, ' ').match(/[A-Za-z]{3,}/g) ?? []).filter(
    (word) => word.length > 3,
  );
}

/** Texts, labels, placeholders and titles, for people who see and people who listen. */
function visibleTexts(): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent && !parent.closest('script, style')) texts.push(walker.currentNode.textContent?.trim() ?? '');
  }
  for (const element of Array.from(document.querySelectorAll('*')))
    for (const name of ['aria-label', 'placeholder', 'title', 'aria-description'])
      texts.push(element.getAttribute(name) ?? '');
  return texts.filter((text) => text !== '');
}

describe('In another language', () => {
  let workbench: Workbench;

  before(async () => {
    const extension = await pseudoExtension();
    assert.ok(fs.existsSync(path.join(extension, 'package.nls.qps-ploc.json')));
    workbench = await openWorkbench({ extension, language: 'qps-ploc', height: 900 });
  });
  after(() => workbench.close());

  it('the sidebar shows no plain English beside its data', async () => {
    await workbench.showContainer('Two Hats');
    const view = await workbench.page.waitForFunction(
      () => document.querySelector('iframe.webview.ready') !== null,
    );
    assert.ok(view);
    const frame = await workbench.webview(await viewTitle());
    await frame.locator('article button').first().click();
    const texts = await frame.evaluate(visibleTexts);
    assert.ok(texts.length > 50);
    assert.deepEqual(texts.flatMap(plainEnglish), []);
  });

  it('a self-check is found in the palette and asks in that language', async () => {
    const { title = '' } = getL10nPseudoLocalized({ title: 'Quick Self-Check' });
    assert.ok(typeof title === 'string');
    await workbench.command(`Two Hats: ${title}`);
    await workbench.quickInput.waitForTitle(/1\/12/);
    const answers = workbench.quickInput.widget.locator('.quick-input-list-row:first-child .label-name');
    await answers.filter({ hasText: /^5 / }).waitFor();
    assert.deepEqual((await answers.allInnerTexts()).flatMap(plainEnglish), []);
    assert.deepEqual(plainEnglish(await workbench.quickInput.placeholder()), []);
  });

  it('the page of the extension begins with what a lead gets, and has no broken pictures', async () => {
    const { page, quickInput } = workbench;
    await workbench.command('View: Show Extensions');
    const search = page.locator('.extensions-viewlet .monaco-editor').first();
    await search.click();
    await page.keyboard.insertText('@installed Two Hats');
    await page.locator('.extensions-list .monaco-list-row', { hasText: 'Two Hats' }).first().click();
    assert.equal(await quickInput.isOpen(), false);
    const readme = await workbench.editorWebview();
    await readme.locator('h1', { hasText: 'Two Hats' }).waitFor();
    const texts = await readme.locator('h1, h2, p').allInnerTexts();
    assert.match(texts[1] ?? '', /^Management and leadership at hand while you work\. .+team leads/);
    assert.equal(
      texts.find((text) => text.startsWith('What it does')),
      'What it does',
    );
    assert.ok(texts.every((text) => !/npm (start|test|run package)/.test(text)));
    const pictures = await readme
      .locator('img')
      .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
    assert.ok(
      pictures.every((width) => width > 0),
      pictures.join(),
    );
  });

  async function viewTitle(): Promise<string> {
    return (await workbench.page.locator('.part.sidebar .pane-header .title').first().textContent()) ?? '';
  }
});
