import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import builtin from '../../src/core/framework/builtin.framework.yaml';
import { makeTempFolder } from '../../scripts/paths.mjs';
import { openWorkbench, type Workbench } from '../pages/workbench';
import { untilEqual } from '../support/until';

const decisions = builtin.dimensions[2]!;
const [management, leadership] = builtin.hats;
const many = 'notes/2026-11-21-many.md';

const texts: Readonly<Record<string, string>> = {
  'people/priya-shah/2026-11-24.md': [
    '---\nperson: Priya Shah\n---\n# 1:1 with Priya Shah\n',
    `- She leads the release from now on #${decisions.id}/${leadership.id}`,
    `- Her salary is a secret to keep #${decisions.id}/${leadership.id} #private`,
    '',
  ].join('\n'),
  'people/ben-oak/2025-03-02.md': `---\nperson: Ben Oak\n---\n- Wrote the rule down myself #${decisions.id}/${management.id}\n`,
  [many]: `${'A line.\n\n'.repeat(120)}- Far below, a bet on the import #risk-taking/${leadership.id}\n`,
};

describe('Find in Notes…', () => {
  let workbench: Workbench;
  let page: Page;
  const journal = makeTempFolder('find');
  const folder = makeTempFolder('work');

  before(async () => {
    for (const [name, text] of Object.entries(texts)) {
      fs.mkdirSync(path.dirname(path.join(journal, name)), { recursive: true });
      fs.writeFileSync(path.join(journal, name), text);
    }
    fs.writeFileSync(
      path.join(folder, 'app.ts'),
      Array.from({ length: 300 }, (_, n) => `const a${n} = 1;`).join('\n'),
    );
    fs.writeFileSync(path.join(folder, 'other.ts'), 'other');
    workbench = await openWorkbench({
      folder,
      settings: { 'files.autoSave': 'off' },
      machineSettings: { 'twoHats.journal.folder': journal },
    });
    page = workbench.page;
  });
  beforeEach(async () => {
    await workbench.command('View: Close All Editor Groups');
  });
  after(() => workbench.close());

  const rows = async () => (await workbench.quickInput.rows()).map((row) => row.replaceAll('\u00a0', ' '));
  const tabs = async () => (await page.locator('.tabs-container .tab .label-name').allInnerTexts()).sort();
  const position = (text: string) => page.locator('.statusbar-item', { hasText: text }).waitFor();

  async function expectRows(expected: readonly string[]): Promise<void> {
    await untilEqual(rows, expected);
  }

  /** Opens the search and chooses what it is about. */
  async function find(side = 'All Notes'): Promise<void> {
    await workbench.command('Two Hats: Find in Notes…');
    await workbench.quickInput.waitForTitle('Find in Notes (1/2)');
    await workbench.quickInput.pick(side);
    await workbench.quickInput.waitForTitle(`Find in Notes: ${side}`);
  }

  async function press(button: string): Promise<void> {
    await workbench.quickInput.widget
      .locator(`.quick-input-titlebar .action-label[aria-label^="${button}"]`)
      .click();
  }

  async function openFile(name: string, line = 1): Promise<void> {
    await workbench.quickInput.openPalette('');
    await workbench.quickInput.fill(`${name}:${line}`);
    await workbench.quickInput.row(path.basename(name)).first().waitFor();
    await workbench.quickInput.press('Enter');
    await page.locator('.tab.active', { hasText: path.basename(name) }).waitFor();
    await position(`Ln ${line}, `);
  }

  async function escape(): Promise<void> {
    await workbench.quickInput.press('Escape');
    await workbench.quickInput.waitUntilClosed();
  }

  const [release, rule, bet] = [
    'She leads the release from now on',
    'Wrote the rule down myself',
    'Far below, a bet on the import',
  ];

  it('lists what was written, the newest first, and of what is private only that it is', async () => {
    await find();
    await expectRows([release, 'Private', bet, rule]);
    assert.ok(!(await workbench.quickInput.widget.innerHTML()).includes('salary'));
    await workbench.quickInput.fill('salary');
    await expectRows(['Nothing fits “salary”']);
    await escape();
  });

  it('finds by words, slips forgiven, by a name and by a date', async () => {
    await find();
    await expectRows([release, 'Private', bet, rule]);
    for (const [typed, expected] of [
      ['import', [bet]],
      ['relaese', [release]],
      ['ben', [rule]],
      ['2025-03', [rule]],
      ['march', [rule]],
      ['zebra', ['Nothing fits “zebra”']],
    ] as const) {
      await workbench.quickInput.fill(typed);
      await expectRows(expected);
    }
    await escape();
  });

  it('is of a dimension and hat, and goes back to that choice', async () => {
    await find(`${decisions.title} · ${leadership.label}`);
    await expectRows([release, 'Private']);
    await press('Back');
    await workbench.quickInput.waitForTitle('Find in Notes (1/2)');
    await workbench.quickInput.pick(decisions.title);
    await expectRows([release, 'Private', rule]);
    await escape();
  });

  it('is narrowed by hat, person and period, which its title says', async () => {
    await find();
    await press('Choose a Hat');
    await workbench.quickInput.pick(leadership.label);
    await expectRows([release, 'Private', bet]);
    await press('Choose a Person');
    await expectRows(['Anyone', 'Not about one person', 'Priya Shah', 'Ben Oak']);
    await workbench.quickInput.fill('óak');
    await expectRows(['Ben Oak']);
    await workbench.quickInput.fill('one');
    await expectRows(['Anyone', 'Not about one person']);
    await workbench.quickInput.pick('Not about one person');
    await workbench.quickInput.waitForTitle(`${leadership.label} · Not about one person`);
    await expectRows([bet]);
    await press('Choose a Person');
    await workbench.quickInput.pick('Anyone');
    await press('Choose a Hat');
    await workbench.quickInput.pick('Any hat');
    await press('Choose a Period');
    await workbench.quickInput.pick('2025');
    await workbench.quickInput.waitForTitle('Find in Notes: 2025');
    await expectRows([rule]);
    await escape();
  });

  it('shows no private block before it is chosen', async () => {
    await find(`${decisions.title} · ${leadership.label}`);
    await expectRows([release, 'Private']);
    await page.keyboard.press('ArrowDown');
    await workbench.quickInput.widget.locator('.monaco-list-row.focused', { hasText: 'Private' }).waitFor();
    await press('Choose a Person');
    await expectRows(['Anyone', 'Not about one person', 'Priya Shah', 'Ben Oak']);
    assert.deepEqual(await tabs(), []);
    await escape();
  });

  it('shows each block in its note meanwhile, and Escape leads back to the same place', async () => {
    await openFile('other.ts');
    await openFile('app.ts', 150);
    await page.keyboard.press('Shift+End');
    const scrolled = await page.locator('.monaco-editor .line-numbers').allInnerTexts();
    const before = await tabs();
    await find();
    await expectRows([release, 'Private', bet, rule]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.locator('.tab.active', { hasText: path.basename(many) }).waitFor();
    await page.locator('.view-line', { hasText: 'Far below' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.locator('.tab.active', { hasText: '2025-03-02.md' }).waitFor();
    assert.ok(await workbench.quickInput.isOpen());
    await escape();
    await page.locator('.tab.active', { hasText: 'app.ts' }).waitFor();
    await position('Ln 150, Col 16 (15 selected)');
    await page.waitForFunction((expected) => {
      const shown = Array.from(
        document.querySelectorAll('.monaco-editor .line-numbers'),
        (line) => line.textContent,
      );
      return JSON.stringify([...shown].sort()) === JSON.stringify([...expected].sort());
    }, scrolled);
    await untilEqual(tabs, before);
  });

  it('leads back to a place in the very note that it showed', async () => {
    await openFile(path.join(journal, many), 3);
    await find();
    await expectRows([release, 'Private', bet, rule]);
    await workbench.quickInput.fill('bet');
    await expectRows([bet]);
    await page.locator('.view-line', { hasText: 'Far below' }).waitFor();
    await escape();
    await position('Ln 3, Col 1');
    await untilEqual(tabs, [path.basename(many)]);
  });

  it('leaves nothing open where nothing was', async () => {
    await find();
    await expectRows([release, 'Private', bet, rule]);
    await workbench.quickInput.fill('rule');
    await page.locator('.tab.active', { hasText: '2025-03-02.md' }).waitFor();
    await escape();
    await page.locator('.tab').first().waitFor({ state: 'detached' });
  });

  it('opens a block at its tag', async () => {
    await find();
    await workbench.quickInput.fill('rule');
    await expectRows([rule]);
    await workbench.quickInput.press('Enter');
    await page.locator('.tab.active', { hasText: '2025-03-02.md' }).waitFor();
    const tag = `#${decisions.id}/${management.id}`;
    await position(`Ln 4, Col ${`- ${rule} `.length + tag.length + 1} (${tag.length} selected)`);
    await page.locator('.monaco-editor.focused').first().waitFor();
  });

  it('opens a block to the side, and the editor stays where it was', async () => {
    await openFile('app.ts', 3);
    await find();
    await workbench.quickInput.fill('rule');
    await expectRows([rule]);
    const row = workbench.quickInput.row(rule).first();
    await row.hover();
    await row.locator('.action-label[aria-label^="Open to the Side"]').click();
    const groups = page.locator('.editor-group-container');
    await groups.nth(1).locator('.tab.active', { hasText: '2025-03-02.md' }).waitFor();
    // It was shown there beforehand.
    await groups.first().locator('.tab', { hasText: '2025-03-02.md' }).waitFor({ state: 'detached' });
    assert.deepEqual(await groups.first().locator('.tab .label-name').allInnerTexts(), ['app.ts']);
    const tag = `#${decisions.id}/${management.id}`;
    await position(`(${tag.length} selected)`);
  });

  it('says initials only while details are hidden, and shows no note before it is chosen', async () => {
    await workbench.command('Two Hats: Hide Private Details');
    await find();
    await workbench.quickInput.fill('ben');
    await page.keyboard.press('ArrowDown');
    const shown = await workbench.quickInput.widget.innerText();
    assert.ok(!/Ben|Oak|Priya|rule/.test(shown), shown);
    await press('Choose a Person');
    await expectRows(['Anyone', 'Not about one person', 'P. S.', 'B. O.']);
    await workbench.quickInput.fill('óak');
    await expectRows(['B. O.']);
    await page.keyboard.press('Enter');
    await workbench.quickInput.waitForTitle('B. O.');
    assert.doesNotMatch(await workbench.quickInput.title(), /Ben|Oak/);
    assert.deepEqual(await tabs(), []);
    await escape();
    await workbench.command('Two Hats: Show Private Details');
  });
});
