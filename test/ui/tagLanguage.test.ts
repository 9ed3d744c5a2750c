import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { makeTempFolder, removeFolder } from '../../scripts/paths.mjs';
import { appears, pressUntil } from '../pages/appears';
import { openWorkbench, type Workbench } from '../pages/workbench';
import { untilEqual, untilTrue } from '../support/until';

describe('Writing a tag in the workbench', () => {
  let folder: string;
  let workbench: Workbench;

  before(async () => {
    folder = makeTempFolder('journal');
    fs.writeFileSync(path.join(folder, 'note.md'), '#time-horizon\n');
    workbench = await openWorkbench({
      ...{ folder, width: 1400, height: 900 },
      machineSettings: { 'twoHats.journal.folder': folder },
    });
    await workbench.page.getByRole('treeitem', { name: 'note.md' }).dblclick();
    await workbench.page.locator('.tab.active', { hasText: 'note.md' }).waitFor();
  });

  after(async () => {
    await workbench.close();
    removeFolder(folder);
  });

  const press = (key: string) => workbench.page.keyboard.press(key);
  const type = (text: string) => workbench.page.keyboard.type(text, { delay: 30 });
  const popup = () => workbench.page.locator('.suggest-widget.visible');
  const offered = async () =>
    (await popup().locator('.monaco-list-row .label-name').allInnerTexts()).map((text) => text.trim());

  async function emptyNote(): Promise<void> {
    await workbench.page.locator('.editor-instance .view-lines').first().click();
    await press('Escape');
    await press('Control+a');
    await press('Delete');
  }

  /** Snippets may follow. */
  async function offeredAre(expected: readonly string[]): Promise<void> {
    await untilEqual(async () => (await offered()).filter((label) => label.startsWith('#')), expected);
  }

  /** Enter takes it. */
  const first = (tag: string) => popup().locator('.monaco-list-row.focused', { hasText: tag }).waitFor();

  async function textIs(expected: string): Promise<void> {
    await untilEqual(() => workbench.editorText(), expected);
  }

  it('offers what fits at each key, a space included, and Enter writes it', async () => {
    await emptyNote();
    await type('We ');
    // The language is loaded with the first note that is opened.
    let isOpen: boolean;
    do {
      await press('Backspace');
      await press('Space');
      await type('#');
      if (!(isOpen = await appears(popup(), 2000))) await press('Backspace');
    } while (!isOpen);
    await type('rl');
    await offeredAre([
      '#roles-and-responsibilities/leadership',
      '#relationship-with-people/leadership',
      '#risk-taking/leadership',
    ]);
    await press('Escape');
    await type(' and #people l');
    await offeredAre(['#relationship-with-people/leadership']);
    await first('#relationship-with-people/leadership');
    await press('Enter');
    await textIs('We #rl and #relationship-with-people/leadership');
  });

  it('goes on after a hyphen and a slash', async () => {
    await emptyNote();
    await type('We #risk-t');
    await offeredAre(['#risk-taking', '#risk-taking/management', '#risk-taking/leadership']);
    await type('aking/');
    await offeredAre(['#risk-taking/management', '#risk-taking/leadership']);
    await type('l');
    await offeredAre(['#risk-taking/leadership']);
    await first('#risk-taking/leadership');
    await press('Enter');
    await textIs('We #risk-taking/leadership');
  });

  it('stays open on the way to a word that a tag is about', async () => {
    await emptyNote();
    await workbench.page.keyboard.type('We #vision', { delay: 120 });
    await offeredAre(['#focus-and-goals/leadership', '#roles-and-responsibilities/leadership']);
    await press('Escape');
  });

  it('closes after a whole tag and a space, and for a tag of one’s own', async () => {
    await emptyNote();
    await type('We #risk-taking');
    await popup().waitFor();
    await type(' ');
    await popup().waitFor({ state: 'hidden' });
    await type('#todo');
    await popup().waitFor({ state: 'hidden' });
  });

  it('opens at the first letter of a tag that begins a line', async () => {
    await emptyNote();
    await type('  #risk');
    await offeredAre(['#risk-taking', '#risk-taking/management', '#risk-taking/leadership']);
    await press('Escape');
    await press('Enter');
    // It would say that there is nothing.
    await type('#z');
    await assert.rejects(popup().waitFor({ timeout: 1000 }));
  });

  it('stays closed while a heading is typed', async () => {
    await emptyNote();
    await type('## Plan');
    await press('Enter');
    // The lines on which it opened, from now on.
    await workbench.page.evaluate(() => {
      const opened: string[] = [];
      new MutationObserver(() => {
        if (document.querySelector('.suggest-widget.visible') === null) return;
        const lines = Array.from(document.querySelectorAll('.view-line'), (line) => line.textContent);
        opened.push(lines.find((line) => line.startsWith('#') && !line.includes('Plan')) ?? '');
      }).observe(document.body, { subtree: true, childList: true, attributeFilter: ['class'] });
      Object.assign(window, { opened });
    });
    await type('#');
    await type(' More #');
    await popup().waitFor();
    const opened = await workbench.page.evaluate<string[]>('opened');
    assert.deepEqual([...new Set(opened.map((line) => line.replaceAll('\u00a0', ' ')))], ['# More #']);
  });
});

describe('A tag in the workbench', () => {
  let folder: string;
  let workbench: Workbench;
  const notes = 60;
  const renamed = 'So #decision-making/management.\n';
  let shown: string;
  let other: string;
  const file = (number: number) => path.join(folder, `notes/note-${number}.md`);
  const read = (number: number) => fs.readFileSync(file(number), 'utf8');

  before(async () => {
    folder = makeTempFolder('journal');
    fs.mkdirSync(path.join(folder, 'notes'));
    for (let number = 1; number <= notes; number++)
      fs.writeFileSync(file(number), `So #risk-taking/leadership ${number}.\n`);
    fs.writeFileSync(
      path.join(folder, 'open.md'),
      '# Plan\n\nWe chose a vendor. #risk-taking/leadership #time-horizon/management #time-horizon\n\n' +
        'Nearly: #descision-making/leadership\n\n## Private\n\nNobody’s business.\n',
    );
    [shown, other] = [path.join(folder, 'f2-shown.md'), path.join(folder, 'f2-other.md')];
    for (const note of [shown, other]) fs.writeFileSync(note, renamed);
    workbench = await openWorkbench({
      ...{ folder, width: 1400, height: 900 },
      settings: { 'files.autoSave': 'off' },
      machineSettings: { 'twoHats.journal.folder': folder },
    });
    await openNote();
  });

  after(async () => {
    await workbench.close();
    removeFolder(folder);
  });

  const tag = (text: string) =>
    workbench.page.locator('.editor-instance .view-line span:not(:has(span))', { hasText: text }).first();

  async function openNote(): Promise<void> {
    await workbench.page.getByRole('treeitem', { name: 'open.md' }).dblclick();
    await workbench.page.locator('.tab.active', { hasText: 'open.md' }).waitFor();
  }

  const style = (text: string) =>
    tag(text).evaluate((element) => {
      const { color, textDecorationLine, textDecorationStyle } = getComputedStyle(element);
      return { color, line: textDecorationLine, style: textDecorationStyle };
    });

  it('has the colour and the line of its hat, and no two are alike', async () => {
    await untilTrue(async () => (await style('#risk-taking/leadership')).line === 'underline');
    const first = await style('#time-horizon/management');
    const second = await style('#risk-taking/leadership');
    const both = await workbench.page
      .locator('.editor-instance .view-line span:not(:has(span))', { hasText: /^#time-horizon$/ })
      .first()
      .evaluate((element) => ({
        ...{ color: getComputedStyle(element).color },
        style: getComputedStyle(element).textDecorationStyle,
      }));
    assert.deepEqual([first.style, second.style, both.style], ['solid', 'double', 'dotted']);
    assert.equal(new Set([first.color, second.color, both.color]).size, 3);
  });

  const dialog = () => workbench.page.locator('.monaco-dialog-box');

  /** Up to the question. */
  async function chooseChange(from: string, to: string): Promise<Locator> {
    await workbench.command('Two Hats: Change Tag Everywhere…');
    await workbench.quickInput.waitForTitle('Change Tag Everywhere');
    await workbench.quickInput.pick(from);
    await workbench.quickInput.waitForTitle(from);
    await workbench.quickInput.pick(to);
    await dialog().waitFor();
    return dialog();
  }

  it('is changed by F2 in every note after one question, on screen where it is not saved', async () => {
    await workbench.page.getByRole('treeitem', { name: 'f2-shown.md' }).dblclick();
    await workbench.page.locator('.tab.active', { hasText: 'f2-shown.md' }).waitFor();
    await workbench.page.locator('.monaco-editor.focused').first().waitFor();
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.type('Not saved: #decision-making/management ');
    await workbench.page.keyboard.press('Escape');
    await workbench.page.keyboard.press('Control+Home');
    for (let step = 0; step < 6; step++) await workbench.page.keyboard.press('ArrowRight');
    const input = workbench.page.locator('.rename-box input');
    await pressUntil('F2', input);
    await input.fill('risk-taking');
    await workbench.page.keyboard.press('Enter');
    await dialog().getByText('Change “#decision-making/management” to “#risk-taking” everywhere?').waitFor();
    assert.match(await dialog().innerText(), /Places: 3 · Notes: 2\./);
    await dialog().getByRole('button', { name: 'Change' }).click();
    await untilTrue(() => fs.readFileSync(other, 'utf8') === 'So #risk-taking.\n');
    await workbench.page.locator('.view-line', { hasText: 'Not saved: #risk-taking' }).waitFor();
    assert.equal(fs.readFileSync(shown, 'utf8'), renamed);
    await workbench.command('File: Revert File');
    await workbench.command('View: Close Editor');
  });

  it('is changed in sixty notes after one question, and changed back', async () => {
    const dialog = await chooseChange('#risk-taking/leadership', '#time-horizon/management');
    const question = await dialog.innerText();
    assert.match(question, /“#risk-taking\/leadership” to “#time-horizon\/management”/);
    assert.match(question, /Places: 61 · Notes: 61/);
    assert.match(question, /in 1\b.*can’t be told apart/s);
    await dialog.getByRole('button', { name: 'Change' }).click();
    await untilTrue(() => read(notes).includes('time-horizon'));
    await workbench.notification(/Notes: 61/).waitFor();
    for (let number = 1; number <= notes; number++)
      assert.equal(read(number), `So #time-horizon/management ${number}.\n`);
    fs.appendFileSync(file(7), 'More.\n');
    await workbench.command('Two Hats: Undo Last Tag Change');
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'Undo' }).click();
    await workbench.notification(/notes\/note-7\.md/).waitFor();
    for (let number = 1; number <= notes; number++)
      assert.equal(
        read(number),
        number === 7 ? 'So #time-horizon/management 7.\nMore.\n' : `So #risk-taking/leadership ${number}.\n`,
      );
  });

  it('is a chip in the preview, where nothing private is shown', async () => {
    await openNote();
    await workbench.command('Markdown: Open Preview to the Side');
    const frame = await workbench.editorWebview();
    await frame.locator('.two-hats-tag').first().waitFor();
    assert.deepEqual(await frame.locator('.two-hats-tag').allInnerTexts(), [
      '#risk-taking/leadership',
      '#time-horizon/management',
      '#time-horizon',
    ]);
    const text = await frame.locator('body').innerText();
    assert.ok(text.includes('Private') && !text.includes('business'), text);
    const borders = await frame
      .locator('.two-hats-tag')
      .evaluateAll((elements) => elements.map((element) => getComputedStyle(element).borderTopStyle));
    assert.deepEqual(borders, ['double', 'solid', 'dotted']);
  });
});
