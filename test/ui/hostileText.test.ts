import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { isMap, isScalar, parseDocument, visit } from 'yaml';
import { readFramework } from '../../src/core/framework/read';
import { asFileName, hostileTexts, watchForCanaries } from '../support/hostileTexts';
import { makeTempFolder, removeFolder, root } from '../../scripts/paths.mjs';
import { pressUntil } from '../pages/appears';
import { openWorkbench, type Workbench } from '../pages/workbench';
import { untilNoticed, untilTrue } from '../support/until';

const pageRows = 8;
const damaged = '[Click me](command:twoHats.canary) $(canary-icon).yaml';
const [clickMe = ''] = hostileTexts;
const nearNote = 'near [n](command:twoHats.canary) $(canary-icon).md';
const nearText = `---
tags: ["descision-making/[t](command:twoHats.canary) $(canary-icon)", descision-making/leadership]
---
# ${clickMe} #descision-making/leadership/canary

Nearly #decision-making
`;
/** What is shown, without what has no width. */
const seen = (text: string) => text.replaceAll('\u2060', '').replaceAll('\u00a0', ' ');

/** The built-in framework, all of whose texts hold a hostile one. */
function hostileFramework(): string {
  const file = path.join(root, 'src/core/framework/builtin.framework.yaml');
  const framework = parseDocument(fs.readFileSync(file, 'utf8'));
  const kept = new Set(['id', 'letter', 'icon', 'dimension', 'hat', 'version', 'language', 'attribution']);
  let count = 0;
  visit(framework, {
    Pair: (_, pair) => {
      if (!isScalar(pair.key)) return undefined;
      // A longer one would be a mistake in the file.
      if (pair.key.value === 'short') pair.value = '$(canary-icon) [a](b)';
      return pair.key.value === 'short' || kept.has(String(pair.key.value)) ? visit.SKIP : undefined;
    },
    Scalar: (key, scalar) => {
      if (key === 'key' || typeof scalar.value !== 'string') return;
      const text = hostileTexts[count++ % hostileTexts.length]!;
      scalar.value = `${text} ${count}`;
      scalar.type = 'QUOTE_DOUBLE';
    },
  });
  assert.ok(isMap(framework.contents) && count > hostileTexts.length);
  return framework.toString({ lineWidth: 0 });
}

const polesOf = (framework: string) =>
  readFramework(framework).value!.dimensions.flatMap(({ poles }) => poles);
const reflectionPrompts = (framework: string) =>
  polesOf(framework).flatMap(({ prompts }) => prompts.reflection);
const allPrompts = (framework: string) =>
  polesOf(framework).flatMap(({ prompts }) => Object.values(prompts).flat());
const behaviours = (framework: string) => polesOf(framework).flatMap((pole) => pole.behaviours);

describe('Hostile text', () => {
  let workbench: Workbench;
  const folder = makeTempFolder('hostile');
  const journal = path.join(folder, '[j](command:twoHats.canary) $(canary-icon)');
  const found: string[] = [];

  function write(file: string, text: string): void {
    const target = path.join(journal, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
  }

  before(async function () {
    this.timeout(120_000);
    for (const [index, text] of hostileTexts.entries()) {
      const line = text.replace(/[\r\n]/g, ' ');
      write(
        `notes/${asFileName(`${index} ${text}`)}.md`,
        `---\nperson: ${JSON.stringify(text.slice(0, 80))}\n---\n# ${line}\n\n- ${line} #decision-making/leadership\n- [ ] ${line}\n`,
      );
    }
    write(`checks/${damaged}`, 'values: [\n');
    write(nearNote, nearText);
    const framework = path.join(folder, 'hostile.framework.yaml');
    fs.writeFileSync(framework, hostileFramework());
    workbench = await openWorkbench({
      ...{ width: 1400, height: 1600, folder },
      settings: { 'twoHats.cards.lastRatings': true, 'editor.unusualLineTerminators': 'off' },
      machineSettings: { 'twoHats.journal.folder': journal, 'twoHats.framework': framework },
    });
    const { page } = workbench;
    page.on('console', (message) => {
      if (message.text().startsWith('canary: ')) found.push(message.text());
    });
    page.on('dialog', (dialog) => {
      found.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    workbench.context.on('request', (request) => {
      if (new URL(request.url()).hostname === 'canary.invalid') found.push(request.url());
    });
    await page.addInitScript(watchForCanaries);
    await workbench.reload();
  });
  after(async () => {
    await workbench.close();
    removeFolder(folder);
  });
  afterEach(() => {
    assert.deepEqual(found.splice(0), []);
  });

  /** Moves through all rows of a list that has the focus. */
  async function walk(rows: Locator, hundreds = 2): Promise<string> {
    await rows.first().waitFor();
    let texts = '';
    for (let at = 0; at < (hundreds * 100) / pageRows; at++) {
      texts += (await rows.allInnerTexts()).join('\n');
      await workbench.page.keyboard.press('PageDown');
    }
    return seen(texts);
  }

  async function walkTree(view: string): Promise<string> {
    const pane = workbench.pane(view);
    await pane.locator('.monaco-list-row').first().waitFor();
    await pane.locator('.monaco-list').focus();
    await workbench.page.keyboard.press('Home');
    return walk(pane.locator('.monaco-list-row'), 1);
  }

  const quickRows = () => workbench.quickInput.widget.locator('.monaco-list-row');

  async function leave(): Promise<void> {
    await workbench.quickInput.press('Escape');
    await workbench.quickInput.waitUntilClosed();
  }

  it('would be noticed', async () => {
    await workbench.page.evaluate(() => {
      for (const html of [
        '<span class="codicon codicon-canary-icon"></span>',
        '<a data-href="command:twoHats.canary">a</a>',
        '<img src="https://canary.invalid/a.png">',
      ]) {
        const element = document.createElement('div');
        element.append(document.createRange().createContextualFragment(html));
        document.body.append(element);
        setTimeout(() => {
          element.remove();
        }, 100);
      }
      Object.assign(globalThis, { canary: 1 });
    });
    await untilTrue(() => found.length >= 4 && found.some((what) => what.startsWith('https:')));
    found.splice(0);
  });

  /** What a notification says, in which there is no link. */
  async function plainNotification(part: string): Promise<string> {
    const message = workbench.notification(part).locator('.notification-list-item-message');
    await message.waitFor();
    assert.equal(await message.locator('a').count(), 0);
    return seen(await message.innerText());
  }

  it('is text in the message of a damaged check', async () => {
    await workbench.showContainer('Two Hats');
    assert.ok((await plainNotification('Click me')).includes(damaged));
    await workbench.command('Notifications: Clear All Notifications');
  });

  it('is text in the Notes and Actions views', async () => {
    for (const grouping of ['By Person', 'By Date', 'By Dimension']) {
      await workbench.command('Two Hats: Group Notes…');
      await workbench.quickInput.pick(grouping);
      await workbench.pane('Notes').locator('.description', { hasText: grouping.toLowerCase() }).waitFor();
      await walkTree('Notes');
    }
    assert.ok((await walkTree('Actions')).includes('twoHats.canary'));
  });

  for (const [command, reached] of [
    ['Two Hats: New 1:1 Note…', clickMe],
    ['Two Hats: Remove Person…', clickMe],
    ['Two Hats: Look Up…', clickMe],
    ['Two Hats: Insert Dimension Tag…', 'canary'],
    ['Two Hats: Change Tag Everywhere…', 'canary'],
    ['Two Hats: Check One Dimension…', 'canary'],
    ['Two Hats: Find in Notes…', 'canary'],
  ] as const)
    it(`is text in the rows of ${command}`, async () => {
      await workbench.command(command);
      await quickRows().filter({ hasText: 'canary' }).first().waitFor();
      assert.ok((await walk(quickRows())).includes(reached));
      await leave();
    });

  it('is text in what narrows Find in Notes, and in its title', async () => {
    const { quickInput } = workbench;
    await workbench.command('Two Hats: Find in Notes…');
    await quickInput.pick('All Notes');
    await quickInput.waitForTitle('Find in Notes: All Notes');
    assert.ok((await walk(quickRows(), 1)).includes(clickMe));
    for (const [button, fixed, typed] of [
      ['Choose a Hat', 'Any hat', 'canary'],
      ['Choose a Person', 'Anyone', 'Click me'],
      ['Choose a Period', 'Any time', 'Any time'],
    ] as const) {
      await quickInput.widget.locator(`.quick-input-titlebar .action-label[aria-label^="${button}"]`).click();
      await quickInput.row(fixed).waitFor();
      const texts = await walk(quickRows(), 1);
      assert.equal(texts.includes('canary'), fixed !== 'Any time', texts);
      await quickInput.fill(typed);
      await quickInput.widget.locator('.monaco-list-row.focused', { hasText: typed }).waitFor();
      await quickInput.press('Enter');
      await quickInput.waitForTitle('canary');
    }
    await leave();
  });

  it('is text in what the mouse shows of a row', async () => {
    const { page, quickInput } = workbench;
    await workbench.command('Two Hats: Look Up…');
    await quickInput.fill('canary.invalid/a.png');
    const detail = quickRows().locator('.quick-input-list-label-meta', { hasText: 'canary.invalid/a.png' });
    await detail.locator('.label-name').filter({ visible: true }).first().hover();
    const shown = page.locator('.workbench-hover', { hasText: 'canary' }).first();
    await shown.waitFor();
    assert.equal(await shown.locator('a').count(), 0);
    await page.mouse.move(0, 0);
    await leave();
  });

  it('is text in the advice of Look Up', async () => {
    const { quickInput } = workbench;
    await workbench.command('Two Hats: Look Up…');
    await quickInput.fill('canary');
    await quickRows().filter({ hasText: 'First: ' }).first().click();
    await quickInput.row('The trap').waitFor();
    assert.ok((await quickInput.title()).includes('canary'));
    assert.ok((await walk(quickRows(), 1)).includes('canary'));
    await leave();
  });

  it('is text in the questions and messages about somebody', async () => {
    await workbench.command('Two Hats: Remove Person…');
    await workbench.quickInput.waitForTitle('Remove Person');
    await quickRows().filter({ hasText: 'Click me' }).first().click();
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.filter({ hasText: 'Click me' }).waitFor();
    assert.equal(await dialog.locator('a[href]').count(), 0);
    await dialog.getByRole('button', { name: 'Move to Trash' }).click();
    await dialog.filter({ hasText: 'no trash' }).getByRole('button', { name: 'Delete for Good' }).click();
    assert.match(
      await plainNotification('is removed from your journal'),
      /\[Click me\]\(command:twoHats\.canary\)/,
    );
    await workbench.command('Notifications: Clear All Notifications');
  });

  it('is text in the capture box and in the status bar', async () => {
    await workbench.command('Two Hats: Capture Note…');
    await workbench.quickInput.fill(`${clickMe} $(canary-icon) \${TM_FILENAME}`);
    await quickRows().first().waitFor();
    await workbench.quickInput.press('Enter');
    await workbench.page.locator('.statusbar-item', { hasText: 'Kept in' }).waitFor();
    await workbench.command('Two Hats: Capture Note…');
    await workbench.quickInput.fill('@');
    await quickRows().filter({ hasText: 'canary' }).first().waitFor();
    await walk(quickRows(), 1);
    await workbench.quickInput.fill('');
    await leave();
  });

  it('stays as it is in a new note', async () => {
    const { quickInput } = workbench;
    await workbench.command('Two Hats: New 1:1 Note…');
    await quickInput.waitForTitle('New 1:1 Note');
    await quickInput.fill('${TM_FILENAME} $TM');
    await quickRows().filter({ hasText: 'TM_FILENAME' }).first().waitFor();
    const note = workbench.page.locator('.editor-instance .view-lines').first();
    const step = async () =>
      (await quickInput.isOpen()) ? `${await quickInput.title()} ${await quickInput.placeholder()}` : '';
    // Between two steps no box is open.
    await untilTrue(async () => {
      const before = await step();
      // Pressed before the rows of a step are there, it chooses none.
      if (before !== '')
        await untilNoticed(
          () => quickInput.press('Enter'),
          async () => (await step()) !== before,
        );
      return note.isVisible();
    }, 'there is no note');
    const notes = fs
      .readdirSync(path.join(journal, 'people'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\d{4}-\d\d-\d\d.*\.md$/.test(name))
      .map((name) => fs.readFileSync(path.join(journal, 'people', name), 'utf8'));
    const name = '${TM_FILENAME} $TM_FILENAME ${1:a} $0 $1';
    assert.ok(
      notes.some((text) => text.includes(name)),
      notes.join('\n'),
    );
  });

  /** Saves the note on screen. */
  async function saved(holds: (text: string) => boolean): Promise<void> {
    const file = path.join(journal, 'people');
    let text = '';
    await untilNoticed(
      () => workbench.page.keyboard.press('Control+s'),
      () => {
        text = fs
          .readdirSync(file, { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.md'))
          .map((name) => fs.readFileSync(path.join(file, name), 'utf8'))
          .join('\n');
        return holds(text);
      },
      'it is not in the note',
    ).catch((error: unknown) => assert.fail(`${String(error)}: ${text}`));
  }

  const variables = '${TM_FILENAME} $TM_FILENAME ${1:a} $0 $1';

  async function nextLine(): Promise<void> {
    await workbench.page.locator('.editor-instance .view-lines').first().click();
    await workbench.page.keyboard.press('Escape');
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.press('Enter');
  }

  for (const [command, button, texts] of [
    ['Two Hats: Insert Prompt…', undefined, allPrompts],
    ['Two Hats: Look Up…', 'Insert', behaviours],
  ] as const)
    it(`is written as it is by ${command}`, async () => {
      const text = texts(hostileFramework()).find((one) => one.includes(variables));
      assert.ok(text);
      const number = text.slice(text.lastIndexOf(' ') + 1);
      await nextLine();
      await workbench.command(command);
      await quickRows().filter({ hasText: 'canary' }).first().waitFor();
      await walk(quickRows(), 1);
      await workbench.quickInput.fill(`TM_FILENAME ${number}`);
      const label = workbench.page.locator('.label-name', { hasText: new RegExp(`(^|\\s)${number}$`) });
      const row = quickRows().filter({ has: label }).first();
      await row.hover();
      await (button ? row.locator(`.action-label[aria-label="${button}"]`) : row).click();
      await workbench.quickInput.waitUntilClosed();
      await saved((note) => note.split('\n').some((line) => line.trim().replace(/^- | #\S+$/g, '') === text));
    });

  it('is written as it is by Insert Template and Insert Dimension Tag', async () => {
    await nextLine();
    await workbench.command('Two Hats: Insert Dimension Tag…');
    const tag = quickRows().filter({ hasText: '#decision-making/leadership' }).first();
    await workbench.quickInput.fill('decision-making/leadership');
    await tag.click();
    await workbench.quickInput.waitUntilClosed();
    await saved((text) => /^\s*#decision-making\/leadership$/m.test(text));
    await nextLine();
    await workbench.command('Two Hats: Insert Template…');
    await workbench.quickInput.pick('Reflection');
    await workbench.quickInput.pick('With tags');
    await workbench.quickInput.waitUntilClosed();
    await workbench.page.keyboard.press('Escape');
    const prompts = reflectionPrompts(hostileFramework());
    const asked = (text: string) =>
      text.split('\n').filter((line) => prompts.some((prompt) => line.trim().startsWith(`### ${prompt} #`)));
    await saved((text) => asked(text).length === 3);
  });

  it('is text in the hover of a tag, and in what is offered', async () => {
    const { page } = workbench;
    await nextLine();
    await page.keyboard.type('Now #decision-making/leadership');
    await page.keyboard.press('Escape');
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    await page.locator('.monaco-hover:not(.hidden)').filter({ hasText: 'canary' }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
    // The key shows the details, or hides them.
    const details = page.locator('.suggest-details-container').filter({ hasText: /\S/, visible: true });
    await pressUntil('Control+Space', details);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+s');
  });

  it('is text in the preview, where a narrow page breaks a tag instead of cutting it off', async () => {
    await workbench.command('Markdown: Open Preview');
    const frame = await workbench.editorWebview();
    const chip = frame.locator('.two-hats-tag', { hasText: '#decision-making/leadership' }).last();
    await chip.waitFor();
    const wide = await chip.evaluate((element) => element.getClientRects().length);
    const narrow = await chip.evaluate((element) => {
      document.body.style.width = '90px';
      const edge = document.body.getBoundingClientRect().right;
      return Array.from(element.getClientRects(), ({ right }) => right <= edge);
    });
    assert.equal(wide, 1);
    assert.ok(narrow.length > 1 && narrow.every(Boolean), JSON.stringify(narrow));
    await workbench.command('View: Close All Editors');
  });

  it('is text in the Framework view', async () => {
    await workbench.showContainer('Two Hats');
    const frame = await workbench.webview('Framework');
    await frame.locator('body', { hasText: 'canary' }).waitFor();
    const text = await frame.locator('body').innerText();
    assert.ok(text.includes('(command:twoHats.canary)'), text);
  });

  it('is text in the questions and in the result of a self-check', async () => {
    const { quickInput } = workbench;
    await workbench.command('Two Hats: Quick Self-Check');
    await quickRows().filter({ hasText: '0 No occasion' }).waitFor();
    await quickInput.type('431502435120', 20);
    await quickInput.waitForTitle('These answers look alike');
    await quickInput.pick('Show the result anyway');
    await quickInput.waitForTitle('Your self-check');
    assert.ok((await walk(quickRows(), 1)).includes('canary'));
    await leave();
  });

  const problems = () => workbench.page.locator('.markers-panel .monaco-list-row');

  it('is text in what is said of a tag, and in what is offered to mend it', async () => {
    const { page } = workbench;
    write('two-hats.yaml', 'ignored: none\n');
    await workbench.command('Two Hats: Find in Notes…');
    await workbench.quickInput.pick('All Notes');
    await workbench.quickInput.waitForTitle('Find in Notes: All Notes');
    await workbench.quickInput.fill('nearly');
    await quickRows().filter({ hasText: 'Nearly' }).first().click();
    await page.locator('.tab.active', { hasText: 'near [n]' }).waitFor();
    await workbench.command('Problems: Focus on Problems View');
    const inFrontMatter = '“#descision-making/[t](command:twoHats.canary) $(canary-icon)”';
    await problems().filter({ hasText: inFrontMatter }).waitFor();
    await problems().filter({ hasText: '“#descision-making/leadership/canary”' }).waitFor();
    await page.locator('.editor-instance .view-lines').first().click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('F8');
    await page.locator('.marker-widget', { hasText: inFrontMatter }).waitFor();
    await page.keyboard.press('Escape');
    const offered = page.locator('.action-widget .monaco-list-row');
    const leaveAlone = offered.filter({ hasText: `Leave ${inFrontMatter} alone` });
    await pressUntil('Control+.', leaveAlone);
    await pressUntil('ArrowDown', leaveAlone.and(page.locator('.focused')), 500);
    await page.keyboard.press('Enter');
    assert.ok((await plainNotification('could not be added')).includes(inFrontMatter));
    await workbench.command('Notifications: Clear All Notifications');
  });

  it('is text in what is said of a framework file', async () => {
    const file = path.join(folder, 'hostile.framework.yaml');
    fs.appendFileSync(file, `${JSON.stringify(damaged)}: ${JSON.stringify(clickMe)}\n`);
    await workbench.notification('Your framework file has a problem').waitFor();
    await workbench.command('Problems: Focus on Problems View');
    await problems()
      .filter({ hasText: `There is no key “${damaged}” here.` })
      .waitFor();
  });
});
