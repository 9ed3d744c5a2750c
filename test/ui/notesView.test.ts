import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import builtin from '../../src/core/framework/builtin.framework.yaml';
import { makeTempFolder, removeFolder, root } from '../../scripts/paths.mjs';
import { TreeRows } from '../pages/treeRows';
import { openWorkbench, type Workbench, type WorkbenchOptions } from '../pages/workbench';
import { untilNoticed } from '../support/until';

const titles = builtin.dimensions.map(({ title }) => title);
const [focus, roles, decisions] = builtin.dimensions.map(({ id }) => id);
const [first, second] = builtin.hats;
const priya = 'people/priya-shah/2026-11-24.md';
const retro = 'retros/2026-11-20-sprint-42.md';

const texts: Readonly<Record<string, string>> = {
  [priya]: [
    '---\nkind: one-on-one\nperson: Priya Shah\ndate: 2026-11-24\n---\n# 1:1 with Priya Shah\n',
    `- She leads the release from now on #${decisions}/${second.id}`,
    `- [ ] #${decisions}/${second.id}`,
    `- Her salary is a secret to keep #${decisions}/${second.id} #private`,
    '',
  ].join('\n'),
  [retro]: `---\ntitle: Sprint 42\n---\n- Too many goals, said Priya, at once #${focus}/${first.id}\n`,
  'notes/2026-11-23.md': '# Reflection on the week\n\nNo tag at all.\n',
};

/** All dimensions without a note but those that are said to have some. */
function withNotes(rows: Readonly<Record<string, readonly string[]>>): string[] {
  return builtin.dimensions.flatMap(({ id, title }) => rows[id] ?? [`${title} | none yet`]);
}

describe('The Notes view', () => {
  let journal: string;
  let workbench: Workbench;
  let page: Page;
  let notes: TreeRows;

  before(async () => {
    journal = makeTempFolder('notes-view');
    workbench = await openWorkbench({
      ...{ width: 1400, height: 900 },
      settings: { 'files.autoSave': 'off' },
      machineSettings: { 'twoHats.journal.folder': journal },
    });
    page = workbench.page;
    notes = await open(workbench);
    await watched();
  });
  beforeEach(async () => {
    await workbench.command('View: Close All Editors');
    notes = await open(workbench);
    // No test begins with rows of the one before.
    for (const name of fs.readdirSync(journal)) removeFolder(path.join(journal, name));
    await workbench
      .pane('Notes')
      .locator('.welcome-view')
      .getByText('What you write is listed here')
      .waitFor();
    for (const [name, text] of Object.entries(texts)) write(name, text);
    await group('By Dimension');
    await page.keyboard.press('Control+ArrowLeft');
    await notes.row(titles[2]!).filter({ hasText: '2' }).waitFor();
  });
  after(async () => {
    await workbench.close();
    removeFolder(journal);
  });

  /** The rows of the view, with all of the side bar for it. */
  async function open(of: Workbench): Promise<TreeRows> {
    await of.showContainer('Two Hats');
    const rows = new TreeRows(of.page, of.pane('Notes'));
    await of.pane('Notes').locator('.pane-body').waitFor();
    for (const other of ['Framework', 'Actions']) {
      const header = of.pane(other).locator('.pane-header');
      if ((await header.getAttribute('aria-expanded')) === 'true') await header.click();
    }
    return rows;
  }

  function write(name: string, text: string): void {
    const file = path.join(journal, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }

  /** VS Code begins to watch the journal a moment after a window was opened: what is written before is not noticed. */
  async function watched(): Promise<void> {
    const [dimension] = builtin.dimensions.slice(-1);
    const byDimension = notes.row(dimension!.title).filter({ hasText: '1' });
    await untilNoticed(
      () => {
        write('notes/2026-11-01.md', `# Probe\n\nIs it watched by now? #${dimension!.id}\n`);
      },
      async () => (await byDimension.isVisible()) || (await notes.row('Probe').isVisible()),
    );
  }

  async function group(label: string): Promise<void> {
    await workbench.command('Two Hats: Group Notes…');
    await workbench.quickInput.waitForTitle('Group Notes');
    await workbench.quickInput.pick(label);
    await workbench.pane('Notes').locator('.description', { hasText: label.toLowerCase() }).waitFor();
  }

  const inFront = () => page.locator('.editor-group-container.active .tab.active');
  const position = (text: string) => page.locator('.statusbar-item', { hasText: text }).waitFor();

  it('lists by dimension every one of them, both hats, and blocks by what they say', async () => {
    await notes.expand(titles[2]!);
    await notes.expand(second.label);
    await notes.expect(
      withNotes({
        [focus!]: [`${titles[0]} | 1`],
        [decisions!]: [
          `${titles[2]} | 2`,
          `  ${first.label} | none yet`,
          `  ${second.label} | 2`,
          '    She leads the release from now on | Nov 24, 2026 · Priya Shah',
          '    Not filled in yet | Nov 24, 2026 · Priya Shah',
          '    Private | Nov 24, 2026 · Priya Shah',
        ],
      }),
    );
    const icon = (label: string) =>
      notes.row(label).locator('.custom-view-tree-node-item-icon').getAttribute('class');
    assert.match((await icon('Private')) ?? '', /codicon-lock/);
    assert.match((await icon('Not filled in yet')) ?? '', /codicon-circle-large-outline/);
    assert.ok(!(await workbench.pane('Notes').innerHTML()).includes('salary'));
  });

  it('lists by person and by date, and remembers it', async () => {
    await group('By Person');
    await notes.expand('Priya Shah');
    await notes.expand('Nov 24, 2026');
    const third = `${titles[2]} · ${second.label}`;
    await notes.expect([
      'Priya Shah | 2',
      '  Nov 24, 2026 | 2',
      `    She leads the release from now on | ${third}`,
      `    Not filled in yet | ${third}`,
      `    Private | ${third}`,
      'Not about one person | 1',
    ]);
    await group('By Date');
    const byDate = [
      '1:1 with Priya Shah | Nov 24, 2026 · 2',
      'Reflection on the week | Nov 23, 2026',
      'Sprint 42 | Nov 20, 2026 · 1',
    ];
    await notes.expect(byDate);
    await workbench.waitUntilStored('"notesView.grouping":"date"');
    await workbench.reload();
    notes = await open(workbench);
    await notes.expect(byDate);
    await watched();
  });

  it('opens a block at its tag, as a preview, and keeps the focus', async () => {
    await notes.expand(titles[2]!);
    await notes.expand(second.label);
    await notes.row('She leads the release from now on').click();
    await inFront().filter({ hasText: '2026-11-24.md' }).waitFor();
    const tag = `#${decisions}/${second.id}`;
    await position(
      `Ln 8, Col ${'- She leads the release from now on '.length + tag.length + 1} (${tag.length} selected)`,
    );
    assert.ok(await inFront().locator('.italic').count());
    assert.ok(await page.evaluate(() => document.activeElement?.closest('.pane') !== null));
    await notes.row('Private').dblclick();
    await position('Ln 10, ');
    await inFront().and(page.locator(':not(:has(.italic))')).waitFor();
  });

  it('opens a block to the side', async () => {
    await notes.expand(titles[0]!);
    await notes.expand(first.label);
    await notes.row('Too many goals, said Priya, at once').click({ button: 'right' });
    // A menu that is only just there may not take its first click.
    const item = page.getByRole('menuitem', { name: 'Open to the Side' });
    for (let tries = 0; tries < 5 && (await item.isVisible()); tries++) {
      await item.click();
      await item.waitFor({ state: 'hidden', timeout: 2000 }).catch(() => undefined);
    }
    await inFront().filter({ hasText: '2026-11-20-sprint-42.md' }).waitFor();
    await position('Ln 4, ');
  });

  it('selects the block at the cursor of the note in front, and leaves the focus in the editor', async () => {
    const selected = (label: string) => notes.row(label).and(page.locator('.selected')).waitFor();
    const opened = async () => {
      await workbench.quickInput.openPalette('');
      await workbench.quickInput.fill(`${path.join(journal, retro)}:4`);
      await workbench.quickInput.row(path.basename(retro)).first().waitFor();
      await workbench.quickInput.press('Enter');
      await inFront().filter({ hasText: '2026-11-20-sprint-42.md' }).waitFor();
      await selected('Too many goals, said Priya, at once');
      assert.ok(await page.evaluate(() => document.activeElement?.closest('.editor-instance') !== null));
    };
    await opened();
    await workbench.command('View: Close All Editors');
    await notes.row(titles[5]!).click();
    await opened();
    await group('By Date');
    await selected('Sprint 42');
  });

  it('follows what is renamed, moved, changed and deleted, and keeps what is open', async () => {
    await notes.expand(titles[2]!);
    await notes.expand(second.label);
    const rows = (...blocks: string[]) =>
      withNotes({
        [focus!]: [`${titles[0]} | 1`],
        [decisions!]: [
          `${titles[2]} | ${blocks.length}`,
          `  ${first.label} | none yet`,
          `  ${second.label} | ${blocks.length}`,
          ...blocks.map((block) => `    ${block}`),
        ],
      });
    const line = `Decided on the next step #${decisions}/${second.id}\n`;
    write(priya, `\n\n${line}`);
    await notes.expect(rows('Decided on the next step | Nov 24, 2026 · Priya Shah'));
    fs.renameSync(path.join(journal, priya), path.join(journal, 'notes/2026-11-22-moved.md'));
    await notes.expect(rows('Decided on the next step | Nov 22, 2026 · moved'));
    for (let day = 10; day < 30; day++) write(`notes/2026-10-${day}.md`, line);
    for (let day = 10; day < 30; day++) fs.rmSync(path.join(journal, `notes/2026-10-${day}.md`));
    write('notes/2026-10-01.md', line);
    await notes.expect(
      rows('Decided on the next step | Nov 22, 2026 · moved', 'Decided on the next step | Oct 1, 2026'),
    );
    fs.rmSync(path.join(journal, 'notes'), { recursive: true });
    await notes.expect([...withNotes({ [focus!]: [`${titles[0]} | 1`] })]);
  });

  it('counts what is on screen and not yet in the file', async () => {
    await notes.expand(titles[0]!);
    await notes.expand(first.label);
    await notes.row('Too many goals, said Priya, at once').dblclick();
    await inFront().filter({ hasText: '2026-11-20-sprint-42.md' }).waitFor();
    await page.locator('.monaco-editor.focused').first().waitFor();
    await page.keyboard.press('Control+End');
    await position('Ln 5, Col 1');
    await page.keyboard.insertText(`- Three more words #${roles}/${second.id}\n`);
    await notes.row(titles[1]!).filter({ hasText: '1' }).waitFor();
    await workbench.command('File: Revert File');
    await notes.row(titles[1]!).filter({ hasText: 'none yet' }).waitFor();
  });

  it('says names by their initials, and nothing from notes about people, while details are hidden', async () => {
    await notes.expand(titles[0]!);
    await notes.expand(first.label);
    await notes.expand(titles[2]!);
    await workbench.command('Two Hats: Hide Private Details');
    await notes.row('Too many goals, said P., at once').waitFor();
    await group('By Person');
    await notes.expand('P. S.');
    await notes.expand('Nov 24, 2026');
    const third = `${titles[2]} · ${second.label}`;
    await notes.expect([
      'P. S. | 2',
      '  Nov 24, 2026 | 2',
      `    Hidden | ${third}`,
      `    Hidden | not filled in yet · ${third}`,
      `    Private | ${third}`,
      'Not about one person | 1',
    ]);
    assert.ok(!/Priya|She leads/i.test(await workbench.pane('Notes').innerHTML()));
    await workbench.command('Two Hats: Show Private Details');
    await notes.row('Priya Shah').waitFor();
  });

  it('says initials in paths and in titles that are the names of files, too', async () => {
    write(
      'people/priya-shah/2026-03-01-priya-promotion.md',
      `- She takes the next step #${roles}/${second.id}\n`,
    );
    write('notes/2026-03-02-SHAH2.md', `- What will be, will be #${roles}/${second.id}\n`);
    await notes.row(titles[1]!).filter({ hasText: '2' }).waitFor();
    await workbench.command('Two Hats: Hide Private Details');
    await group('By Person');
    await notes.expand('P. S.');
    await notes.row('Mar 1, 2026').filter({ hasText: 'P. promotion' }).waitFor();
    await notes.expand('Not about one person');
    await notes.row('S.2').filter({ hasText: 'Mar 2, 2026' }).waitFor();
    const pane = await workbench.pane('Notes').innerHTML();
    assert.ok(pane.includes('people/P. S./2026-03-01-P.-promotion.md'));
    assert.ok(!/priya|shah/i.test(pane));
    await workbench.command('Two Hats: Show Private Details');
    await notes.row('SHAH2').waitFor();
  });

  it('names files that can’t be read in one row, with their reasons', async () => {
    fs.symlinkSync('loop.md', path.join(journal, 'loop.md'));
    await notes.expand('1 file can’t be read');
    await notes.row('loop.md').filter({ hasText: 'its links lead in a circle' }).waitFor();
    fs.rmSync(path.join(journal, 'loop.md'));
    await notes.row('1 file can’t be read').waitFor({ state: 'detached' });
  });

  it('does not say that there is nothing before it has looked', async () => {
    await workbench.page.addInitScript(() => {
      let said = '';
      const look = () => {
        said += document.querySelector('.welcome-view-content')?.textContent ?? '';
        document.documentElement.dataset.welcomed = said;
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await workbench.reload();
    await workbench.showContainer('Two Hats');
    await notes.row(titles[0]!).waitFor();
    assert.equal(await workbench.page.evaluate(() => document.documentElement.dataset.welcomed), '');
    await watched();
  });

  it('says how notes come into it, where none has a tag, and offers the first one, where there is none', async () => {
    for (const name of [priya, retro]) fs.rmSync(path.join(journal, name));
    const pane = workbench.pane('Notes');
    await pane.getByText(`Write a tag such as #${focus}/${first.id} into a note`).waitFor();
    fs.rmSync(path.join(journal, 'notes'), { recursive: true });
    await pane.locator('.welcome-view').getByText('What you write is listed here').waitFor();
    const buttons = pane.locator('.welcome-view .monaco-button');
    assert.deepEqual(await buttons.allInnerTexts(), ['New 1:1 Note…']);
    await buttons.click();
    await workbench.quickInput.waitForTitle('New 1:1 Note');
    await workbench.quickInput.press('Escape');
  });

  it('shows in a second window what is written in the first', async () => {
    const other = await workbench.openWindow();
    try {
      const rows = await open(other);
      await rows.row(titles[1]!).filter({ hasText: 'none yet' }).waitFor();
      await untilNoticed(
        () => {
          write('notes/2026-11-25.md', `One more thing here #${roles}/${first.id}\n`);
        },
        () => rows.row(titles[1]!).filter({ hasText: '1' }).isVisible(),
      );
      for (const window of [rows, notes]) await window.row(titles[1]!).filter({ hasText: '1' }).waitFor();
    } finally {
      await other.close();
    }
  });

  it('calls a note by its date where it has no title', async () => {
    write('notes/2026-11-25.md', `One more thing here #${roles}/${first.id}\n`);
    await group('By Date');
    await notes
      .row('Nov 25, 2026')
      .filter({ hasText: /^\s*Nov 25, 2026\s*1\s*$/ })
      .waitFor();
  });

  it('hides details in other windows, too', async () => {
    write(priya, `---\nperson: Priya Shah\n---\n\nOne more thing here #${roles}/${first.id}\n`);
    const other = await workbench.openWindow();
    try {
      await group('By Person');
      await notes.row('Priya Shah').waitFor();
      await other.command('Two Hats: Hide Private Details');
      await notes.row('P. S.').waitFor();
    } finally {
      await other.command('Two Hats: Show Private Details');
      await notes.row('Priya Shah').waitFor();
      await other.close();
    }
  });

  it('has three icons at most in its title', async () => {
    await workbench.pane('Notes').hover();
    const icons = workbench
      .pane('Notes')
      .locator('.pane-header .actions .action-label.codicon:not(.codicon-toolbar-more)');
    const names = await icons.evaluateAll((all) => all.map((icon) => icon.getAttribute('aria-label')));
    assert.deepEqual(names, ['Group Notes…', 'Find in Notes…', 'Hide Private Details']);
  });
});

describe('The Notes view of another kind', () => {
  let journal: string;
  let workbench: Workbench | undefined;

  beforeEach(() => {
    journal = makeTempFolder('notes-view');
  });
  afterEach(async () => {
    await workbench?.close();
    removeFolder(journal);
  });

  async function open(options: WorkbenchOptions): Promise<Workbench> {
    workbench = await openWorkbench({ ...{ width: 1400, height: 900 }, ...options });
    await workbench.showContainer('Two Hats');
    await workbench.page.locator('.pane-header .title').first().waitFor({ state: 'attached' });
    return workbench;
  }

  it('is hidden until there is a journal', async () => {
    const opened = await open({});
    await opened.webview('Framework');
    assert.equal(await opened.pane('Notes').count(), 0);
  });

  it('follows a framework of other names, in its order and in another script', async () => {
    const fixture = fs.readFileSync(path.join(root, 'test/fixtures/twelve.framework.yaml'), 'utf8');
    const file = path.join(journal, 'own.framework.yaml');
    fs.writeFileSync(file, fixture);
    fs.writeFileSync(path.join(journal, 'a.md'), '新しい目標をみんなで決めた #目標と優先順位/先導\n');
    const opened = await open({
      machineSettings: { 'twoHats.journal.folder': journal, 'twoHats.framework': file },
    });
    const rows = new TreeRows(opened.page, opened.pane('Notes'));
    const title = '目標と優先順位の決め方、そして四半期ごとの見直しの進め方';
    await opened.pane('Framework').locator('.pane-header').click();
    await rows.expand(title);
    await rows.expand('進む方向を示して人を育てる先導の帽子');
    await rows.row('新しい目標をみんなで決めた').waitFor();
    await untilNoticed(
      () => {
        fs.writeFileSync(file, fixture.replace(title, '目標'));
      },
      () => rows.row('目標').isVisible(),
    );
    await rows.row('新しい目標をみんなで決めた').waitFor();
  });
});
