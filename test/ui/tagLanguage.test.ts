import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { makeTempFolder, removeFolder } from '../host/paths.mjs';
import { openWorkbench, type Workbench } from '../host/workbench';

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
    let found: string[] = [];
    for (let tries = 0; tries < 60; tries++) {
      found = (await offered()).filter((label) => label.startsWith('#'));
      if (JSON.stringify(found) === JSON.stringify(expected)) return;
      await workbench.page.waitForTimeout(50);
    }
    assert.deepEqual(found, expected);
  }

  async function textIs(expected: string): Promise<void> {
    let found = '';
    for (let tries = 0; tries < 60 && found !== expected; tries++) {
      found = await workbench.editorText();
      await workbench.page.waitForTimeout(50);
    }
    assert.equal(found, expected);
  }

  it('offers what fits at each key, a space included, and Enter writes it', async () => {
    await emptyNote();
    await type('We ');
    // The language is loaded with the first note that is opened.
    do {
      await press('Backspace');
      await press('Space');
      await type('#');
    } while (
      !(await popup()
        .waitFor({ timeout: 2000 })
        .then(
          () => true,
          () => press('Backspace').then(() => false),
        ))
    );
    await type('rl');
    await offeredAre([
      '#roles-and-responsibilities/leadership',
      '#relationship-with-people/leadership',
      '#risk-taking/leadership',
    ]);
    await press('Escape');
    await type(' and #people l');
    await offeredAre(['#relationship-with-people/leadership']);
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
    await press('Enter');
    await textIs('We #risk-taking/leadership');
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

  it('stays closed while a heading is typed', async () => {
    await emptyNote();
    await type('## Plan');
    await press('Enter');
    await type('#');
    assert.equal(await popup().isVisible(), false);
    await type(' More #');
    await popup().waitFor();
  });
});
