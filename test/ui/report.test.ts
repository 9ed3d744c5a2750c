// The balance report in a real workbench: its sentences, every theme and width, and what changes it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import builtin from '../../src/core/framework/builtin.framework.yaml';
import { sampleJournal } from '../../src/core/sample/sampleJournal';
import { makeTempFolder, removeFolder, root } from '../../scripts/paths.mjs';
import { untilTrue } from '../support/until';
import { openWorkbench, type Theme, type Workbench } from '../pages/workbench';
import { untilEqual } from '../support/until';

const themes: Theme[] = [
  'Default Dark Modern',
  'Default Light Modern',
  'Default High Contrast',
  'Default High Contrast Light',
];
const axe = fs.readFileSync(
  createRequire(path.join(root, 'package.json')).resolve('axe-core/axe.min.js'),
  'utf8',
);
const show = 'Two Hats: Show Balance Report';
const newNote = `notes/${new Date().toISOString().slice(0, 10)}-more.md`;

describe('The balance report', () => {
  let workbench: Workbench;
  let folder: string;
  let framework: string;
  let frame: Frame;

  before(async () => {
    folder = makeTempFolder('reported');
    framework = path.join(makeTempFolder('framework'), 'mine.yaml');
    fs.copyFileSync(path.join(root, 'src/core/framework/builtin.framework.yaml'), framework);
    for (const [name, text] of sampleJournal(builtin, { now: () => Date.now(), offset: () => 0 })) {
      const file = path.join(folder, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, text);
    }
    workbench = await openWorkbench({
      ...{ width: 1200, height: 900, folder },
      machineSettings: { 'twoHats.journal.folder': folder, 'twoHats.framework': framework },
      settings: { 'workbench.activityBar.location': 'hidden', 'files.autoSave': 'off' },
    });
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    await workbench.command(show);
    frame = await workbench.editorWebview();
    await frame.locator('#people').waitFor();
  });

  after(async () => {
    await workbench.close();
    removeFolder(folder);
    removeFolder(path.dirname(framework));
  });

  /** What the table of figures says of a side. */
  const rowOf = (side: string) => frame.locator('#said tbody tr').filter({ hasText: side });

  /** How many notes show a side, of its row. */
  async function notesIn(row: Locator): Promise<number> {
    return Number.parseInt((await row.locator('td').last().textContent()) ?? '', 10);
  }

  async function showAgain(): Promise<void> {
    await workbench.command(show);
    frame = await workbench.editorWebview();
    await frame.locator('#people').waitFor();
  }

  async function openNote(name: string): Promise<void> {
    await workbench.quickInput.openPalette('');
    await workbench.quickInput.fill(name);
    await workbench.quickInput.row(path.basename(name)).first().waitFor();
    await workbench.quickInput.press('Enter');
    await workbench.page.locator('.tab.active', { hasText: path.basename(name) }).waitFor();
  }

  function retitle(from: string, to: string): void {
    const text = fs.readFileSync(framework, 'utf8');
    assert.ok(text.includes(`title: ${from}\n`));
    fs.writeFileSync(framework, text.replace(`title: ${from}\n`, `title: ${to}\n`));
  }

  /** What axe finds, as lines; the page is transparent, hence the background for its measurements of contrast. */
  async function violations(): Promise<string[]> {
    await frame.evaluate(axe);
    return frame.evaluate(async () => {
      const { style } = document.documentElement;
      style.backgroundColor = 'var(--vscode-editor-background)';
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const found = await axe.run(document);
      style.backgroundColor = '';
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary ?? ''}`),
      );
    });
  }

  const sticksOut = () =>
    frame.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

  it('shows the picture with its figures, findings, courses, retrospectives and people', async () => {
    const picture = frame.getByRole('img', { name: 'How often each hat showed, by your own answers' });
    await picture.waitFor();
    assert.equal(await frame.locator('.balance .row').count(), builtin.dimensions.length);
    assert.equal(await frame.locator('#said tbody tr').count(), builtin.dimensions.length * 2);
    assert.deepEqual(await frame.locator('h2').allTextContents(), [
      'What you say, and what you noted',
      'Said beside noted',
      'What you try',
      'Over time',
      'Retrospectives',
      'When you last met',
    ]);
  });

  it('has one tab, which the command brings to the front', async () => {
    await workbench.command('File: New Untitled Text File');
    await showAgain();
    assert.equal(await workbench.page.locator('.tab', { hasText: 'Balance Report' }).count(), 1);
  });

  it('shows what is tried as soon as it is planned, and that it was stopped', async () => {
    const command = 'Two Hats: Try One Thing…';
    const box = workbench.quickInput;
    await workbench.command(command);
    await box.waitForTitle('Try One Thing');
    await frame.locator('#experiment').getByText('You say that you do it more often').waitFor();
    await box.pick('Try another thing');
    await box.pick('Risk-Taking · Leadership');
    await box.waitForTitle('Risk-Taking · Leadership');
    await box.pick('In your own words');
    await untilTrue(async () => (await box.input.inputValue()) === 'When …, I will …');
    await workbench.page.keyboard.press('Enter');
    await untilTrue(async () => (await box.message()).startsWith('Say when, and what you will do'));
    await box.input.fill('When we plan the week, I will name one bet.');
    await workbench.page.keyboard.press('Enter');
    await box.pick('8 weeks');
    await box.waitUntilClosed();
    const experiments = path.join(folder, 'experiments');
    const planned = () => fs.readdirSync(experiments).filter((name) => name.includes('risk-taking'));
    await untilTrue(() => planned().length > 0);
    const [name = ''] = planned();
    assert.match(name, /^\d{4}-\d{2}-\d{2}-risk-taking-leadership\.yaml$/);
    await workbench.command(show);
    frame = await workbench.editorWebview();
    const section = frame.locator('#experiment');
    await section.getByText('When we plan the week, I will name one bet.').waitFor();
    await section.getByText('There are 0 of 6 weekly checks').waitFor();
    await workbench.command(command);
    await box.waitForTitle('Try One Thing');
    await box.pick('Stop trying this');
    await section.getByText('You stopped it on').waitFor();
    assert.match(fs.readFileSync(path.join(experiments, name), 'utf8'), /\nstopped: \d{4}-\d{2}-\d{2}\n$/);
  });

  it('is clean for axe in four themes, at three widths and at 200 % zoom', async () => {
    for (const theme of themes) {
      await workbench.setTheme(theme);
      for (const [width, zoom] of [
        [320, 1],
        [800, 1],
        [1600, 1],
        [800, 2],
      ] as const) {
        await workbench.page.setViewportSize({ width, height: 900 });
        await frame.evaluate((factor) => {
          document.documentElement.style.zoom = String(factor);
        }, zoom);
        await frame.locator('.balance svg').waitFor();
        assert.deepEqual(await violations(), [], `${theme} at ${width}`);
        assert.equal(await sticksOut(), false, `${theme} at ${width}`);
        if (process.env.TWO_HATS_SHOTS)
          await workbench.screenshot(path.join(process.env.TWO_HATS_SHOTS, `${theme}-${width}-${zoom}.png`));
      }
    }
    await workbench.setTheme('Default Dark Modern');
  });

  it('opens what a finding rests on, and keeps what was opened when it is shown again', async () => {
    await frame.locator('.finding summary').first().click();
    const link = frame.locator('.finding .links .link').first();
    const name = (await link.textContent()) ?? '';
    assert.match(name, /2026/);
    await link.click();
    await workbench.page.locator('.tab.active', { hasText: '.md' }).waitFor();
    await workbench.command(show);
    frame = await workbench.editorWebview();
    await frame.locator('.finding .links .link').first().waitFor();
  });

  it('follows a new note and a new check at once', async () => {
    const summary = frame.locator('header > p').nth(1);
    const before = (await summary.textContent()) ?? '';
    const notes = Number(/: (\d+) notes/.exec(before)?.[1]);
    const checks = Number(/(\d+) checks/.exec(before)?.[1]);
    fs.writeFileSync(path.join(folder, newNote), '- we dared it #risk-taking/leadership\n');
    await frame.locator('header', { hasText: `: ${notes + 1} notes` }).waitFor();
    const [check] = fs.readdirSync(path.join(folder, 'checks')).sort().reverse();
    fs.copyFileSync(path.join(folder, 'checks', check!), path.join(folder, 'checks/again.yaml'));
    await frame.locator('header', { hasText: `${checks + 1} checks` }).waitFor();
  });

  it('follows what is typed in a note beside it before it is saved', async () => {
    await openNote(newNote);
    await showAgain();
    await workbench.command('View: Move Editor into Next Group');
    await showAgain();
    const row = rowOf('Time Horizon · Leadership');
    const before = await notesIn(row);
    await workbench.command('View: Focus First Editor Group');
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.insertText('\n\nwe looked years ahead #time-horizon/leadership\n');
    await untilEqual(() => notesIn(row), before + 1);
    await workbench.page.locator('.tab.active.dirty', { hasText: path.basename(newNote) }).waitFor();
    assert.ok(!fs.readFileSync(path.join(folder, newNote), 'utf8').includes('time-horizon'));
    await workbench.command('File: Revert File');
    await untilEqual(() => notesIn(row), before);
    await workbench.command('View: Join All Editor Groups');
    await showAgain();
  });

  it('follows a tick in the Actions view', async () => {
    const row = frame.locator('#retrospectives tbody tr').first();
    await row.filter({ hasText: '1 open' }).waitFor();
    // The view begins small.
    await workbench.page.setViewportSize({ width: 1200, height: 2400 });
    await workbench.command('Two Hats: Focus on Actions View');
    const file = path.join(folder, 'retros', fs.readdirSync(path.join(folder, 'retros')).sort().at(-1)!);
    const action = /- \[ \] @\S+ (.+) due:/.exec(fs.readFileSync(file, 'utf8'))![1]!;
    const box = workbench
      .pane('Actions')
      .locator('.monaco-list-row')
      .filter({ hasText: action })
      .getByRole('checkbox');
    await box.waitFor();
    await box.click();
    await row.filter({ hasText: '1 done' }).waitFor();
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    await workbench.page.setViewportSize({ width: 1200, height: 900 });
  });

  it('is drawn anew when the framework file changes', async () => {
    retitle('Risk-Taking', 'Daring');
    await rowOf('Daring · Leadership').waitFor();
    await frame.locator('.balance', { hasText: 'Daring' }).waitFor();
    assert.equal(await rowOf('Risk-Taking').count(), 0);
  });

  it('shows, when it comes to the front again, what changed while it was hidden', async () => {
    const before = await notesIn(rowOf('Time Horizon · Leadership'));
    await workbench.command('File: New Untitled Text File');
    await workbench.page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
    const hiddenNote = path.join(folder, newNote.replace('.md', '-2.md'));
    fs.writeFileSync(hiddenNote, '- we looked years ahead #time-horizon/leadership\n');
    retitle('Time Horizon', 'Days and Years');
    await showAgain();
    await untilEqual(() => notesIn(rowOf('Days and Years · Leadership')), before + 1);
  });

  it('shows another period, and a person’s notes alone', async () => {
    await frame.locator('#period').selectOption({ label: '4 weeks' });
    await frame.locator('header', { hasText: /\b[4-9] checks/ }).waitFor();
    await frame.locator('#person').selectOption({ index: 1 });
    await frame.locator('header', { hasText: 'Checks are about you, and not about you with' }).waitFor();
    assert.deepEqual(await frame.locator('h2').allTextContents(), [
      'What your notes show',
      'When you last met',
    ]);
    await frame.locator('#person').selectOption({ label: 'Everyone' });
    await frame.locator('#findings').waitFor();
  });

  it('is reached by the keyboard, everything in it', async () => {
    const wanted = await frame.locator('select, button, summary').count();
    assert.ok(wanted > 10);
    await frame.locator('#period').focus();
    const reached = new Set<string>();
    for (let presses = 0; presses < wanted * 2 && reached.size < wanted; presses++) {
      reached.add(await frame.evaluate(() => document.activeElement?.id ?? ''));
      await workbench.page.keyboard.press('Tab');
    }
    const ids = await frame
      .locator('select, button, summary')
      .evaluateAll((elements) => elements.filter((each) => each.checkVisibility()).map(({ id }) => id));
    assert.deepEqual(
      ids.filter((id) => !reached.has(id)),
      [],
    );
  });

  it('has initials and no ratings at once when private details are hidden', async () => {
    await workbench.command('Two Hats: Hide Private Details');
    await frame.locator('#said', { hasText: 'Ratings are hidden' }).waitFor();
    const text = await frame.locator('body').innerText();
    assert.ok(!/Often|Rarely|Sometimes/.test(text));
    assert.ok(!text.includes('Example'));
    assert.equal(await frame.locator('svg').count(), 0);
    await workbench.command('Two Hats: Show Private Details');
    await frame.locator('.balance svg').waitFor();
  });

  it('is there again after a reload, with the period that was chosen', async () => {
    await workbench.waitUntilStored('twoHats.balanceReport');
    await workbench.reload();
    frame = await workbench.editorWebview();
    await frame.locator('#people').waitFor();
    assert.equal(await frame.locator('#period').inputValue(), '4');
    assert.equal(await workbench.page.locator('.tab', { hasText: 'Balance Report' }).count(), 1);
  });
});
