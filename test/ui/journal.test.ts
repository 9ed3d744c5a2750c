import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { makeTempFolder, removeFolder } from '../../scripts/paths.mjs';
import { TreeRows } from '../pages/treeRows';
import { openWorkbench, type Workbench } from '../pages/workbench';
import { untilTrue } from '../support/until';

const question = 'Where shall your journal be kept?';
const newReflection = 'Two Hats: New Reflection';
const chooseFolder = 'Two Hats: Choose Journal Folder…';

interface Place {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

/** The places that are offered, as they can be read. */
async function places({ quickInput }: Workbench): Promise<Place[]> {
  const rows = await quickInput.widget.locator('.monaco-list-row').all();
  return Promise.all(
    rows.map(async (row) => {
      const text = async (part: string) => (await row.locator(part).first().innerText()).trim();
      const described = (await row.locator('.label-description').count()) > 0;
      return {
        label: await text('.label-name'),
        description: described ? await text('.label-description') : '',
        detail: await text('.quick-input-list-label-meta'),
      };
    }),
  );
}

async function askForPlace(workbench: Workbench, title: string): Promise<void> {
  await workbench.command(title);
  await workbench.quickInput.waitForTitle(question);
}

function notesIn(journal: string): string[] {
  if (!fs.existsSync(journal)) return [];
  return fs
    .readdirSync(journal, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort();
}

describe('The journal on a remote host', () => {
  const ownHome = process.env.HOME;
  let home: string;
  let atHome: string;
  let folder: string;
  let inWorkspace: string;
  let workbench: Workbench;
  let workspacePlace: string;

  before(async () => {
    // The default place lies in the home folder, and is never the person's own in a test.
    home = makeTempFolder('home');
    atHome = path.join(home, 'two-hats-journal');
    folder = makeTempFolder('shared');
    fs.mkdirSync(path.join(home, 'samples'));
    inWorkspace = path.join(folder, 'two-hats-journal');
    workspacePlace = `This workspace: ${path.basename(folder)}`;
    fs.mkdirSync(path.join(folder, '.git'));
    fs.writeFileSync(
      path.join(folder, '.git/config'),
      '[remote "origin"]\n\turl = https://example.com/a.git\n',
    );
    process.env.HOME = home;
    workbench = await openWorkbench({ folder, width: 1400, height: 900 });
  });

  after(async () => {
    process.env.HOME = ownHome;
    await workbench.close();
    removeFolder(home);
    removeFolder(folder);
  });

  const dialog = () => workbench.page.locator('.monaco-dialog-box');

  it('is asked for when something must first be kept; each place says what it means', async () => {
    await askForPlace(workbench, newReflection);
    const shown = await places(workbench);
    const [{ description } = { description: '' }] = shown;
    assert.match(description, /^on \S+, may vanish with it$/);
    assert.deepEqual(shown, [
      { label: '~/two-hats-journal', description, detail: 'For every window on that computer' },
      {
        label: 'Choose a folder…',
        description,
        detail: 'Any folder; an existing journal is taken up',
      },
      {
        label: workspacePlace,
        description,
        detail: 'In a Git repository with a remote: your team may see it',
      },
    ]);
    await workbench.quickInput.press('Escape');
  });

  it('has no place preselected, so that Enter alone chooses none; Escape keeps nothing', async () => {
    await askForPlace(workbench, newReflection);
    assert.equal(await workbench.quickInput.widget.locator('.monaco-list-row.focused').count(), 0);
    await workbench.quickInput.press('Enter');
    await workbench.quickInput.press('Escape');
    await workbench.quickInput.waitUntilClosed();
    // The next question comes after all that the last one led to.
    await askForPlace(workbench, newReflection);
    await workbench.quickInput.press('Escape');
    assert.deepEqual([fs.existsSync(atHome), fs.existsSync(inWorkspace)], [false, false]);
  });

  it('can’t be where nothing can be written: that is said at once, and another place is asked for', async () => {
    fs.writeFileSync(atHome, 'a file');
    await askForPlace(workbench, newReflection);
    await workbench.quickInput.pick('~/two-hats-journal');
    await dialog().filter({ hasText: 'Nothing can be written to “~/two-hats-journal”.' }).waitFor();
    await dialog().getByRole('button', { name: 'Choose Another Place' }).click();
    await workbench.quickInput.waitForTitle(question);
    await workbench.quickInput.pick(workspacePlace);
    await untilTrue(() => notesIn(inWorkspace).length > 0);
    assert.match(notesIn(inWorkspace).join(), /^notes\/\d{4}-\d\d-\d\d-reflection\.md$/);
    assert.equal(fs.readFileSync(atHome, 'utf8'), 'a file');
    fs.rmSync(atHome);
  });

  it('is not asked for again, in no later window either', async () => {
    await workbench.reload();
    await workbench.command('View: Close All Editors');
    await workbench.command(newReflection);
    await untilTrue(async () => (await workbench.editorTitle()).endsWith('.md'));
    assert.equal(await workbench.quickInput.isOpen(), false);
    assert.equal(notesIn(inWorkspace).length, 1);
  });

  it('opens in the Explorer where it lies in the workspace', async () => {
    await workbench.command('Two Hats: Open Journal');
    const selected = workbench.page.locator('.explorer-folders-view .monaco-list-row.selected');
    await selected.filter({ hasText: 'two-hats-journal' }).waitFor();
  });

  it('asks before a chosen folder that others may see, and goes back to the places', async () => {
    fs.mkdirSync(path.join(folder, 'mine/inside'), { recursive: true });
    await askForPlace(workbench, chooseFolder);
    assert.equal(
      await workbench.quickInput.placeholder(),
      `Now in “${inWorkspace}”. What is there stays there.`,
    );
    await workbench.quickInput.pick('Choose a folder…');
    await workbench.quickInput.waitForTitle('Choose a folder for your journal');
    await typeFolder(workbench, path.join(folder, 'mine'), 'inside');
    await workbench.quickInput.widget.getByRole('button', { name: 'Use This Folder' }).click();
    await dialog().filter({ hasText: 'inside a Git repository with a remote' }).waitFor();
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await workbench.quickInput.waitForTitle(question);
    await workbench.quickInput.pick('Choose a folder…');
    await workbench.quickInput.waitForTitle('Choose a folder for your journal');
    await typeFolder(workbench, path.join(folder, 'mine'), 'inside');
    await workbench.quickInput.widget.getByRole('button', { name: 'Use This Folder' }).click();
    await dialog().getByRole('button', { name: 'Use It' }).click();
    await workbench.notification(`Your journal is now “${path.join(folder, 'mine')}”.`).waitFor();
    await askForPlace(workbench, chooseFolder);
    await workbench.quickInput.pick(workspacePlace);
    await workbench.notification(`Your journal is now “${inWorkspace}”.`).waitFor();
  });

  it('moves to another place and says that the old one stays', async () => {
    await askForPlace(workbench, chooseFolder);
    await workbench.quickInput.pick('~/two-hats-journal');
    const message = `Your journal is now “~/two-hats-journal”. What is in “${inWorkspace}” stays there.`;
    await workbench.notification(message).waitFor();
    assert.deepEqual([fs.readdirSync(atHome), notesIn(inWorkspace).length], [[], 1]);
  });

  it('gives way to the sample for this window, and is back by one click, unchanged', async () => {
    const before = fs.readdirSync(atHome);
    await workbench.command('Two Hats: Open Sample Journal');
    await workbench.quickInput.waitForTitle('Open Sample Journal');
    await workbench.quickInput.pick('Choose a folder…');
    await workbench.quickInput.waitForTitle('Choose a folder for the sample journal');
    await typeFolder(workbench, home, 'samples');
    await workbench.quickInput.widget.getByRole('button', { name: 'Use This Folder' }).click();
    await workbench.notification('nobody in it is real').waitFor();
    const rows = new TreeRows(workbench.page, workbench.pane('Notes'));
    await rows.row('Time Horizon').waitFor();
    const sample = path.join(home, 'two-hats-sample');
    assert.match(fs.readFileSync(path.join(sample, 'two-hats.yaml'), 'utf8'), /nobody here is real/);
    await workbench.page.locator('.statusbar-item', { hasText: 'Sample journal' }).click();
    await rows.row('Time Horizon').waitFor({ state: 'detached' });
    await workbench.page
      .locator('.statusbar-item', { hasText: 'Sample journal' })
      .waitFor({ state: 'detached' });
    assert.deepEqual(fs.readdirSync(atHome), before);
  });

  it('opens in a window of its own where it lies elsewhere', async () => {
    const opening = workbench.context.waitForEvent('page');
    await workbench.command('Two Hats: Open Journal');
    const page = await opening;
    await page.waitForURL(/folder=/);
    assert.equal(new URL(page.url()).searchParams.get('folder'), atHome);
    await page.close();
  });

  it('shows initials while private details are hidden, after a reload too', async () => {
    const people = async (): Promise<string[]> => {
      await workbench.command('Two Hats: New 1:1 Note…');
      await workbench.quickInput.waitForTitle(/1:1/);
      await workbench.quickInput.row('New person…').waitFor();
      const rows = await workbench.quickInput.rows();
      await workbench.quickInput.press('Escape');
      return rows;
    };
    fs.mkdirSync(path.join(atHome, 'people/priya-shah'), { recursive: true });
    fs.writeFileSync(path.join(atHome, 'people/priya-shah/2026-01-02.md'), '---\nperson: Priya Shah\n---\n');
    const eye = (title: string) =>
      workbench.page.locator('.part.sidebar').getByRole('button', { name: title, exact: true }).first();
    await workbench.showContainer('Two Hats');
    assert.equal((await people())[0], 'Priya Shah');
    await eye('Hide Private Details').click();
    await eye('Show Private Details').waitFor();
    assert.equal((await people())[0], 'P. S.');
    await workbench.reload();
    assert.equal((await people())[0], 'P. S.');
    await workbench.command('Two Hats: Show Private Details');
    await eye('Hide Private Details').waitFor();
    assert.equal((await people())[0], 'Priya Shah');
  });
});

/**
 * Types a folder into VS Code's own dialog and waits until that shows what the folder holds. A dialog that is still
 * opening puts the folder at which it begins over what was typed, and takes that one.
 */
async function typeFolder(workbench: Workbench, typed: string, holds: string): Promise<void> {
  const { input, widget } = workbench.quickInput;
  await untilTrue(async () => (await input.inputValue()) !== '' && (await isIdle(widget)));
  await workbench.quickInput.row('..').waitFor();
  await workbench.quickInput.fill(`${typed}/`);
  await workbench.quickInput.row(holds).waitFor();
}

/** Does the box's progress bar rest? */
async function isIdle(widget: Locator): Promise<boolean> {
  return (await widget.locator('.monaco-progress-container.active').count()) === 0;
}

describe('The journal on the web', () => {
  let folder: string;
  let workbench: Workbench;

  before(async () => {
    folder = makeTempFolder('web');
    fs.writeFileSync(path.join(folder, 'a.md'), '');
    workbench = await openWorkbench({ host: 'web', folder, width: 1400, height: 900 });
  });

  after(async () => {
    await workbench.close();
    removeFolder(folder);
  });

  it('is kept in the browser, or in the workspace by choice', async () => {
    await askForPlace(workbench, newReflection);
    const shown = await places(workbench);
    assert.deepEqual(
      shown.map(({ label }) => label.replace(/: .*/, '')),
      ['In this browser', 'This workspace'],
    );
    assert.match(shown[0]?.detail ?? '', /^Until its data is cleared/);
    await workbench.quickInput.pick('In this browser');
    await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  });

  it('is there after a reload, and can be copied to a folder', async () => {
    await workbench.page.keyboard.type('What I wrote');
    await workbench.page.keyboard.press('Control+s');
    await workbench.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
    await workbench.command('View: Close All Editors');
    await workbench.reload();
    await workbench.command(newReflection);
    await untilTrue(async () => (await workbench.editorText()).includes('What I wrote'));
    // An editor that takes the focus later would close the palette.
    await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await askForPlace(workbench, chooseFolder);
    const rows = await workbench.quickInput.rows();
    assert.ok(rows.includes('Copy this journal to a folder…'));
    assert.match(await workbench.quickInput.placeholder(), /^Now in “In this browser”/);
    await workbench.quickInput.pick(rows.find((row) => row.startsWith('This workspace'))!);
    await workbench.notification('What is in “In this browser” stays there.').waitFor();
  });

  it('is not needed for the framework, which its view shows', async () => {
    await workbench.command('Two Hats: Focus on Framework View');
    const view = await workbench.webview('Framework');
    await view.getByRole('button', { name: 'Take the 60-second check' }).waitFor();
  });
});
