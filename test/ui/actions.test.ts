import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { makeTempFolder } from '../../scripts/paths.mjs';
import { openWorkbench, type Workbench } from '../pages/workbench';
import { untilEqual, untilNoticed, untilTrue } from '../support/until';

describe('The Actions view', () => {
  let workbench: Workbench;
  const journal = makeTempFolder('journal');
  const note = path.join(journal, 'people/priya-shah/2026-01-02.md');
  const text = [
    '---\nperson: Priya Shah\n---\n',
    '- [ ] Ask for the *budget* due:2026-01-05',
    '- [ ] Write the plan',
    '  - [/] Draft it @ben',
    '- [ ] Only for me #private',
    '- [x] Done before\n',
  ].join('\n');

  before(async () => {
    fs.mkdirSync(path.dirname(note), { recursive: true });
    fs.writeFileSync(note, text);
    workbench = await openWorkbench({
      // The view begins small.
      height: 1600,
      settings: { 'files.autoSave': 'off', 'twoHats.actions.badge': true },
      machineSettings: { 'twoHats.journal.folder': journal },
    });
    await workbench.showContainer('Two Hats');
    await row('Write the plan').waitFor();
  });
  afterEach(() => {
    fs.chmodSync(note, 0o644);
  });
  after(() => workbench.close());

  const row = (label: string) =>
    workbench.pane('Actions').locator('.monaco-list-row').filter({ hasText: label });
  const box = (label: string, checked: boolean) =>
    row(label).getByRole('checkbox').and(workbench.page.getByRole('checkbox', { checked }));
  const open = (label: string) => box(label, false);
  const ticked = (label: string) => box(label, true);
  const labels = () => workbench.pane('Actions').locator('.monaco-list-row .label-name').allInnerTexts();
  const onDisk = () => fs.readFileSync(note, 'utf8');
  const written = (expected: string) => () => onDisk() === expected;
  const says = (message: string) => () => workbench.notification(message).isVisible();

  /**
   * Clicks a box until that has happened: VS Code moves a box at once, whatever comes of it. A row that moves under the
   * pointer takes a click for none on its box.
   */
  async function click(target: Locator, happened: () => boolean | Promise<boolean>): Promise<void> {
    await target.waitFor();
    await untilNoticed(async () => {
      if (await target.isVisible()) await target.click();
    }, happened).catch(async () => {
      assert.fail(`VS Code says: “${(await workbench.notifications()).join(' · ')}”. The note:\n${onDisk()}`);
    });
  }

  it('lists what is open by person, the most urgent first, and shows nothing private', async () => {
    assert.deepEqual(await labels(), [
      'Priya Shah',
      'Ask for the budget',
      'Write the plan',
      'Private',
      'ben',
      'Draft it @ben',
    ]);
    await row('Ask for the budget')
      .getByText(/overdue since \d+ days/)
      .waitFor();
  });

  it('ticks in the file, one character, and keeps what was ticked today', async () => {
    const done = text.replace('- [ ] Write', '- [x] Write');
    await click(open('Write the plan'), written(done));
    await row('Done today').waitFor();
    await click(open('Draft it'), written(done.replace('[/]', '[x]')));
    await ticked('Draft it').waitFor();
  });

  it('opens again what was ticked, with the mark that it had, after a reload too', async () => {
    await workbench.waitUntilStored('"before":"/"');
    await workbench.reload();
    await workbench.showContainer('Two Hats');
    await row('Done today').waitFor();
    await click(ticked('Draft it'), written(text.replace('- [ ] Write', '- [x] Write')));
    await click(ticked('Write the plan'), written(text));
    await row('Done today').waitFor({ state: 'detached' });
  });

  it('finds the action by what it says when lines have moved', async () => {
    const moved = text.replace('- [ ] Ask', 'New lines\n\nabove\n\n- [ ] Ask');
    fs.writeFileSync(note, moved);
    await click(open('Write the plan'), written(moved.replace('- [ ] Write', '- [x] Write')));
    fs.writeFileSync(note, text);
    await row('Done today').waitFor({ state: 'detached' });
  });

  it('leaves box and file as they are when the file can’t be written, and says why', async () => {
    fs.chmodSync(note, 0o444);
    await click(open('Write the plan'), says('is read-only'));
    assert.equal(onDisk(), text);
    await open('Write the plan').waitFor();
  });

  it('leaves an open note as it is, too, when the file can’t be written', async () => {
    await workbench.command('Notifications: Clear All Notifications');
    await row('Write the plan').dblclick();
    const tab = workbench.page.locator('.tab.active', { hasText: '2026-01-02.md' });
    await tab.waitFor();
    fs.chmodSync(note, 0o444);
    await click(open('Write the plan'), says('is read-only. Choose'));
    assert.equal(onDisk(), text);
    await open('Write the plan').waitFor();
    assert.equal(await workbench.notification('Failed to save').count(), 0);
    assert.doesNotMatch((await tab.getAttribute('class')) ?? '', /\bdirty\b/);
  });

  it('edits an open note: saved when it was clean, on screen only when it was not', async () => {
    await row('Write the plan').dblclick();
    await workbench.page.locator('.tab.active', { hasText: '2026-01-02.md' }).waitFor();
    const done = text.replace('- [ ] Write', '- [x] Write');
    await click(open('Write the plan'), written(done));
    await row('Done today').waitFor();
    await workbench.page.locator('.monaco-editor').first().click();
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.type('- [ ] Not saved yet');
    await row('Not saved yet').waitFor();
    const line = workbench.page.locator('.view-line', { hasText: '- [ ] Write the plan' });
    await click(ticked('Write the plan'), () => line.isVisible());
    assert.equal(onDisk(), done);
  });

  it('move into the next 1:1 note, which asks for a prompt that one key leaves out', async () => {
    await workbench.command('File: Revert File');
    await workbench.command('View: Close All Editors');
    fs.writeFileSync(note, text);
    const lately = new Date(Date.now() - 10 * 86_400_000).toISOString().slice(0, 10);
    fs.writeFileSync(
      path.join(path.dirname(note), `${lately}.md`),
      '- We tried something new today #risk-taking/leadership\n',
    );
    const before = fs.readdirSync(path.dirname(note));
    await row('Write the plan').waitFor();
    // What was written lately is known.
    const touched = workbench.pane('Notes').locator('.monaco-list-row', { hasText: 'Risk-Taking' });
    await touched.filter({ hasText: '1' }).waitFor();
    await workbench.command('Two Hats: New 1:1 Note…');
    await workbench.quickInput.waitForTitle('(1/2)');
    await workbench.quickInput.pick('Priya Shah');
    await workbench.quickInput.waitForTitle('(2/3)');
    await workbench.quickInput.press('Enter');
    await workbench.quickInput.waitForTitle('(3/3)');
    assert.equal((await workbench.quickInput.rows())[0], 'Go on without');
    await workbench.quickInput.press('Enter');
    await workbench.answer('3 open actions have moved into this note', 'Don’t Move Any More');
    await workbench.notification('From the next note on, open actions stay where they are').waitFor();
    const folder = path.dirname(note);
    const made = fs.readdirSync(folder).find((name) => !before.includes(name)) ?? '';
    const lines = fs.readFileSync(path.join(folder, made), 'utf8').split('\n');
    const old = fs.readFileSync(note, 'utf8');
    for (const [action, line] of [
      ['Ask for the *budget* due:2026-01-05', '- [ ] Ask for the *budget* due:2026-01-05'],
      ['Write the plan', '- [ ] Write the plan'],
      ['Draft it @ben', '  - [/] Draft it @ben'],
    ] as const) {
      assert.ok(lines.includes(line), line);
      assert.ok(old.includes(`- [>] ${action} → [${path.basename(made, '.md')}](${made})`), action);
    }
    assert.ok(old.includes('- [ ] Only for me #private'));
  });

  it('ask once, where they moved on five times, whether to do, hand over or drop them', async () => {
    await workbench.command('View: Close All Editors');
    const folder = path.join(journal, 'retros');
    fs.mkdirSync(folder);
    const last = path.join(folder, '2026-02-06.md');
    for (const day of [1, 2, 3, 4, 5])
      fs.writeFileSync(
        path.join(folder, `2026-02-0${day}.md`),
        `- [>] Buy a $(x) robot → [x](2026-02-0${day + 1}.md)\n`,
      );
    fs.writeFileSync(last, '- [ ] Buy a $(x) robot\n');
    const robot = row('Buy a $(x) robot');
    await robot.getByText('moved on 5 times: do, hand over, or drop?').waitFor();
    await robot.locator('.codicon-question').first().waitFor();
    await robot.hover();
    await robot.getByRole('button', { name: 'Do, Hand Over, or Drop…' }).click();
    await workbench.quickInput.waitForTitle('(1/2)');
    await workbench.quickInput.pick('Drop…');
    await workbench.quickInput.waitForTitle('(2/2)');
    await workbench.quickInput.type('too dear');
    await workbench.quickInput.press('Enter');
    await untilTrue(() => fs.readFileSync(last, 'utf8') === '- [-] Buy a $(x) robot (too dear)\n');
    await robot.waitFor({ state: 'detached' });
    await workbench.answer('robot” is dropped.', 'Undo');
    await untilTrue(() => fs.readFileSync(last, 'utf8') === '- [ ] Buy a $(x) robot\n');
    await robot.getByText('moved on 5 times', { exact: false }).waitFor();
    assert.doesNotMatch(await robot.innerText(), /drop\?/);
  });

  it('are grouped as chosen, and count on the icon what is overdue and mine', async () => {
    fs.writeFileSync(note, `${text}- [ ] Mine alone @me due:2026-01-05\n`);
    await workbench.page.locator('.activitybar .badge-content', { hasText: /^1$/ }).waitFor();
    await workbench.command('Two Hats: Group Actions…');
    await workbench.quickInput.waitForTitle('Group Actions');
    await workbench.quickInput.pick('What I Owe');
    await untilEqual(async () => (await labels()).slice(0, 2), ['Priya Shah', 'Mine alone @me']);
    await workbench.pane('Actions').locator('.pane-header').getByText('what I owe').waitFor();
    await workbench.command('Two Hats: Group Actions…');
    await workbench.quickInput.pick('By Due Date');
    await row('Without a due date').waitFor();
  });

  describe('and what there was', () => {
    const lately = new Date(Date.now() - 10 * 86_400_000).toISOString().slice(0, 10);
    const open = async (command: string, ...rows: readonly string[]): Promise<string> => {
      await workbench.command(`Two Hats: ${command}`);
      for (const label of rows) await workbench.quickInput.pick(label);
      await workbench.page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
      const lines = workbench.page.locator('.editor-group-container.active .view-line');
      await lines.filter({ hasText: 'What was agreed' }).waitFor();
      return workbench.editorText();
    };

    before(() => {
      const head = '---\nkind: one-on-one\nperson: Priya Shah\n---\n\n';
      const lines = '- What was agreed with Priya\n- Only for me #private\n';
      fs.writeFileSync(path.join(path.dirname(note), `${lately}.md`), head + lines);
    });
    afterEach(() => workbench.command('View: Revert and Close Editor'));

    it('is looked back on with whom and for as long as was chosen', async () => {
      const shown = await open('Look Back…', 'Priya Shah', 'Half a year', 'An unsaved document');
      assert.match(shown, /Priya Shah/);
      assert.doesNotMatch(shown, /Only for me/);
    });

    it('is shown for an assistant, with initials', async () => {
      const shown = await open('Copy for an Assistant…', 'Prepare a 1:1', 'Priya Shah');
      assert.match(shown, /P\. S\./);
      assert.doesNotMatch(shown, /Priya|Only for me/);
    });

    it('is gathered with the private places that were ticked', async () => {
      await workbench.command('Two Hats: Gather What I Keep About…');
      await workbench.quickInput.pick('Priya Shah');
      await workbench.quickInput.waitForTitle('Private Places');
      await workbench.quickInput.press('Enter');
      await workbench.page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
      const lines = workbench.page.locator('.editor-group-container.active .view-line');
      await lines.filter({ hasText: '[private: left out]' }).first().waitFor();
      assert.doesNotMatch(await workbench.editorText(), /Only for me/);
    });
  });
});
