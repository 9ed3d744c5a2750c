import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { makeTempFolder, root } from '../../scripts/paths.mjs';
import { pressUntil } from '../pages/appears';
import { openWorkbench, type Workbench } from '../pages/workbench';
import { until, untilTrue } from '../support/until';

describe('Capture Note…', () => {
  let workbench: Workbench;
  const folder = makeTempFolder('capture');
  const journal = makeTempFolder('journal');

  before(async () => {
    fs.writeFileSync(path.join(folder, 'app.ts'), 'const a = 1;\nconst b = 2;\nconst c = 3;\n');
    fs.mkdirSync(path.join(journal, 'people/priya-shah'), { recursive: true });
    fs.writeFileSync(path.join(journal, 'people/priya-shah/2026-01-02.md'), '---\nperson: Priya Shah\n---\n');
    for (const name of ['sam-oak', 'sam-noël']) {
      fs.mkdirSync(path.join(journal, 'people', name));
      fs.writeFileSync(path.join(journal, `people/${name}/2026-01-02.md`), '- talked\n');
    }
    workbench = await openWorkbench({
      folder,
      settings: { 'files.autoSave': 'off' },
      machineSettings: { 'twoHats.journal.folder': journal },
    });
    await workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'app.ts' }).dblclick();
    await workbench.page.locator('.tab.active', { hasText: 'app.ts' }).waitFor();
    await workbench.page.locator('.monaco-editor.focused').first().waitFor();
  });
  after(() => workbench.close());

  /** Opens the box by its key binding. */
  async function open(): Promise<void> {
    // What was kept lies on disk before its box is gone. One that stays was asked for by a key that was pressed again
    // while the window was slow.
    const { widget } = workbench.quickInput;
    await widget
      .waitFor({ state: 'hidden', timeout: 5000 })
      .catch(() => workbench.page.keyboard.press('Escape'));
    await workbench.quickInput.waitUntilClosed();
    // A window that was just opened knows the key a moment later.
    const title = workbench.quickInput.widget.getByText('Capture Note', { exact: true });
    await pressUntil('Control+Alt+J', title);
    await workbench.page.locator('.quick-input-widget input.input:focus').waitFor();
  }

  /** Waits until the box says so. */
  async function completed(text: string): Promise<void> {
    await workbench.page.waitForFunction(
      (expected) =>
        document.querySelector<HTMLInputElement>('.quick-input-widget input.input')?.value === expected,
      text,
    );
  }

  /** Waits until a file of the journal holds the text. */
  async function kept(find: () => string | undefined, text: RegExp): Promise<string> {
    return until(
      () => find() ?? '',
      (found) => text.test(found),
      `nothing says ${String(text)}`,
    );
  }

  const read = (file: string): string | undefined => {
    const whole = path.join(journal, file);
    return fs.existsSync(whole) ? fs.readFileSync(whole, 'utf8') : undefined;
  };
  const today = (): string | undefined => {
    const notes = path.join(journal, 'notes');
    const [name] = fs.existsSync(notes) ? fs.readdirSync(notes).filter((file) => file.endsWith('.md')) : [];
    return name === undefined ? undefined : read(`notes/${name}`);
  };

  it('keeps a thought by its key, the text and Enter, and the editor stays where it is', async () => {
    await open();
    await workbench.page.keyboard.type('The release slipped a week');
    await workbench.page.keyboard.press('Enter');
    const note = await kept(today, /slipped/);
    assert.match(note, /^---\nkind: note\ndate: \d{4}-\d\d-\d\d\n---\n\n- The release slipped a week\n$/);
    await workbench.quickInput.waitUntilClosed();
    assert.equal(await workbench.editorTitle(), 'app.ts');
    await workbench.page.locator('.statusbar-item', { hasText: 'Kept in notes/' }).waitFor();
  });

  it('adds the next one below', async () => {
    await open();
    await workbench.page.keyboard.type('Ben stepped in');
    await workbench.page.keyboard.press('Enter');
    await kept(today, /- The release slipped a week\n- Ben stepped in\n$/);
  });

  it('completes a name, and keeps the topic for the next 1:1', async () => {
    await open();
    await workbench.page.keyboard.type('@pri');
    await workbench.quickInput.row('Priya Shah').waitFor();
    await workbench.page.keyboard.press('Enter');
    await completed('@priya-shah ');
    await workbench.page.keyboard.type('thank her for it');
    await workbench.quickInput.row('Keep for the next 1:1 with Priya Shah').waitFor();
    await workbench.page.keyboard.press('Enter');
    const topics = await kept(() => read('people/priya-shah/next.md'), /thank/);
    assert.equal(topics, '---\nperson: Priya Shah\n---\n\n- thank her for it\n');
  });

  it('takes Enter for what stands in the box, however far behind the list is', async () => {
    await open();
    await workbench.page.keyboard.type('@pri');
    await workbench.quickInput.row('Priya Shah').waitFor();
    await workbench.page.keyboard.press('Enter');
    await completed('@priya-shah ');
    await workbench.page.keyboard.type('pay review');
    await workbench.page.keyboard.press('Enter');
    await kept(() => read('people/priya-shah/next.md'), /- pay review\n$/);
  });

  it('knows a first name without completing it, and the next retrospective', async () => {
    for (const [text, file] of [
      ['@priya and ask about May', 'people/priya-shah/next.md'],
      ['fewer meetings @retro ', 'retros/next.md'],
    ] as const) {
      await open();
      await workbench.page.keyboard.type(text);
      await workbench.page.keyboard.press('Enter');
      await kept(() => read(file), /- (?:and ask about May|fewer meetings)\n$/);
    }
  });

  it('tells that several people are called so, and puts in the name that is chosen', async () => {
    await open();
    await workbench.page.keyboard.type('@sam about the offsite');
    const several = 'Several people are called “sam”. Choose one from the list, or write more of the name';
    await workbench.quickInput.widget.getByText(several).waitFor();
    const rows = await workbench.quickInput.rows();
    assert.deepEqual(rows, ['Keep in today’s note', several, 'Sam Noël', 'Sam Oak']);
    await workbench.quickInput.pick('Sam Noël');
    await completed('@sam-noël about the offsite');
    await workbench.quickInput.row('Keep for the next 1:1 with Sam Noël').waitFor();
    await workbench.quickInput.input.fill('@noel about the offsite');
    await workbench.quickInput.row('Keep for the next 1:1 with Sam Noël').waitFor();
    await workbench.quickInput.press('Enter');
    await kept(() => read('people/sam-noël/next.md'), /- about the offsite\n$/);
  });

  it('completes a tag', async () => {
    await open();
    await workbench.page.keyboard.type('Let Ana choose #risk');
    await workbench.quickInput.widget
      .locator('.monaco-list-row', { hasText: '#risk-taking/leadership' })
      .click();
    await completed('Let Ana choose #risk-taking/leadership ');
    await workbench.quickInput.input.focus();
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.type('today');
    await workbench.page.keyboard.press('Enter');
    await kept(today, /- Let Ana choose #risk-taking\/leadership today\n$/);
  });

  it('keeps a link to file and line, which is remembered', async () => {
    await workbench.page.locator('.monaco-editor').first().click();
    await workbench.page.keyboard.press('Control+Home');
    await workbench.page.keyboard.press('ArrowDown');
    await open();
    await workbench.quickInput.widget.getByRole('button', { name: 'Keep with app.ts:2' }).click();
    await workbench.quickInput.input.focus();
    await workbench.page.keyboard.type('Why two?');
    await workbench.page.keyboard.press('Enter');
    const note = await kept(today, /Why two/);
    const [, target = ''] = /- Why two\? \(\[app\.ts:2\]\((.+)#L2\)\)\n$/.exec(note) ?? [];
    assert.equal(path.resolve(journal, 'notes', decodeURI(target)), path.join(folder, 'app.ts'));
    await open();
    await workbench.quickInput.widget
      .getByRole('button', { name: 'Kept with app.ts:2. Leave that out' })
      .click();
    await workbench.page.keyboard.press('Escape');
    await workbench.quickInput.waitUntilClosed();
  });

  it('loses nothing on Escape: what was typed is there again', async () => {
    await open();
    await workbench.page.keyboard.type('half a thou');
    await workbench.page.keyboard.press('Escape');
    await workbench.quickInput.waitUntilClosed();
    await open();
    await completed('half a thou');
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.type('ght');
    await workbench.page.keyboard.press('Enter');
    await kept(today, /- half a thought\n$/);
  });

  it('loses nothing when the window is closed over it', async () => {
    await open();
    await workbench.page.keyboard.type('Plant a quince');
    await workbench.waitUntilStored('Plant a quince');
    await workbench.reload();
    await open();
    await completed('Plant a quince');
    await workbench.page.keyboard.press('Enter');
    await kept(today, /- Plant a quince\n$/);
  });

  it('loses nothing when it can’t be written: it can be tried again', async () => {
    const file = path.join(journal, 'people/priya-shah/next.md');
    const before = fs.readFileSync(file, 'utf8');
    fs.chmodSync(file, 0o444);
    await open();
    await workbench.page.keyboard.type('@priya-shah one more');
    await workbench.page.keyboard.press('Enter');
    await workbench.notification('“people/priya-shah/next.md” is read-only').waitFor();
    // The next one can be begun meanwhile.
    await open();
    await completed('');
    await workbench.page.keyboard.press('Escape');
    await workbench.quickInput.waitUntilClosed();
    assert.equal(fs.readFileSync(file, 'utf8'), before);
    fs.chmodSync(file, 0o644);
    await workbench.answer('“people/priya-shah/next.md” is read-only', 'Try Again');
    await kept(() => read('people/priya-shah/next.md'), /- one more\n$/);
  });

  it('loses nothing when it can’t be written and that is dismissed: it is there again, after a reload, too', async () => {
    const file = path.join(journal, 'people/priya-shah/next.md');
    const error = '“people/priya-shah/next.md” is read-only';
    fs.chmodSync(file, 0o444);
    await open();
    await workbench.page.keyboard.type('@priya-shah plant a medlar');
    await workbench.page.keyboard.press('Enter');
    await workbench.notification(error).hover();
    await workbench.notification(error).getByRole('button', { name: 'Clear Notification' }).click();
    await workbench.notification(error).waitFor({ state: 'detached' });
    for (const isReloaded of [false, true]) {
      if (isReloaded) await workbench.reload();
      await open();
      await completed('@priya-shah plant a medlar');
      await workbench.page.keyboard.press('Escape');
      await workbench.quickInput.waitUntilClosed();
    }
    fs.chmodSync(file, 0o644);
    await open();
    await completed('@priya-shah plant a medlar');
    await workbench.page.keyboard.press('Enter');
    await kept(() => read('people/priya-shah/next.md'), /- plant a medlar\n$/);
    await open();
    await completed('');
    await workbench.page.keyboard.press('Escape');
  });

  it('tells the place by initials while details are hidden, whether it can be written or not', async () => {
    const topics = path.join(journal, 'people/priya-shah/next.md');
    await workbench.command('Two Hats: Hide Private Details');
    fs.chmodSync(topics, 0o444);
    await open();
    await workbench.page.keyboard.type('@priya-shah the very last');
    await workbench.page.keyboard.press('Enter');
    await workbench.notification('“people/P. S./next.md” is read-only').waitFor();
    fs.chmodSync(topics, 0o644);
    await workbench.answer('“people/P. S./next.md” is read-only', 'Try Again');
    await workbench.page.locator('.statusbar-item', { hasText: 'Kept in people/P. S./next.md' }).waitFor();
    await kept(() => read('people/priya-shah/next.md'), /- the very last\n$/);
    await workbench.command('Two Hats: Show Private Details');
  });

  it('adds to a note with unsaved changes on the screen, and saves nothing', async () => {
    const [name = ''] = fs.readdirSync(path.join(journal, 'notes'));
    const before = today();
    await workbench.page.keyboard.press('Control+P');
    await workbench.quickInput.input.fill(path.join(journal, 'notes', name));
    await workbench.quickInput.widget.locator('.monaco-list-row', { hasText: name }).first().click();
    await workbench.page.locator('.tab.active', { hasText: name }).waitFor();
    await workbench.page.locator('.monaco-editor.focused').first().waitFor();
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.type('- not saved');
    await open();
    await workbench.page.keyboard.type('and one more');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.view-line', { hasText: '- and one more' }).waitFor();
    assert.match(await workbench.editorText(), /- not saved\s+- and one more/);
    // What is said at the end comes after whatever could have been saved.
    await workbench.page.locator('.statusbar-item', { hasText: `Kept in notes/${name}` }).waitFor();
    await workbench.page.locator('.tab.active.dirty', { hasText: name }).waitFor();
    assert.equal(today(), before);
  });
});

describe('The box of Capture Note… in a window that was just opened', () => {
  let workbench: Workbench;
  const folder = makeTempFolder('capture');
  const journal = makeTempFolder('journal');
  const held = holdTheRest();
  const source = 'const a = 1;';

  before(async () => {
    fs.writeFileSync(path.join(folder, 'app.ts'), `${source}\n`);
    workbench = await openWorkbench({
      folder,
      extension: held.extension,
      settings: { 'files.autoSave': 'off' },
      machineSettings: { 'twoHats.journal.folder': journal },
    });
    await workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'app.ts' }).dblclick();
    await workbench.page.locator('.tab.active', { hasText: 'app.ts' }).waitFor();
  });
  after(() => workbench.close());

  /** Once, from the source file; the rest of Two Hats does not come before it is let go. */
  async function pressKey(): Promise<void> {
    await workbench.page.locator('.monaco-editor .view-lines').first().click();
    await workbench.page.locator('.monaco-editor.focused').first().waitFor();
    await workbench.page.keyboard.press('Control+Alt+J');
    await workbench.quickInput.waitForTitle('Capture Note');
    await workbench.page.locator('.quick-input-widget input.input:focus').waitFor();
  }

  it('is there before anything else is, and takes every letter and Enter', async () => {
    await pressKey();
    await workbench.page.keyboard.type('hello', { delay: 40 });
    await untilTrue(held.isAsked);
    assert.equal(await workbench.quickInput.input.inputValue(), 'hello');
    assert.equal(await workbench.editorText(), `${source}\n`);
    await workbench.page.keyboard.press('Enter');
    held.letGo();
    await untilTrue(() => notesIn(journal).some((note) => note.endsWith('\n- hello\n')));
    await workbench.quickInput.waitUntilClosed();
    assert.equal(await workbench.editorText(), `${source}\n`);
  });

  it('comes with what was left, and what is typed behind that stays when the rest has come', async () => {
    await pressKey();
    await workbench.page.keyboard.type('half a thou');
    await workbench.waitUntilStored('half a thou');
    held.again();
    await workbench.reload();
    await pressKey();
    assert.equal(await workbench.quickInput.input.inputValue(), 'half a thou');
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.type('ght', { delay: 40 });
    await untilTrue(held.isAsked);
    held.letGo();
    await workbench.quickInput.row('Keep in today’s note').waitFor();
    assert.equal(await workbench.quickInput.input.inputValue(), 'half a thought');
    await workbench.page.keyboard.press('Enter');
    await untilTrue(() => notesIn(journal).some((note) => note.endsWith('\n- half a thought\n')));
  });
});

/** A copy of the built extension: all that its entry loads late is asked for, and comes when it is let go. */
function holdTheRest() {
  const extension = makeTempFolder('held');
  for (const part of ['dist', 'l10n', 'media', 'package.json', 'package.nls.json', 'snippets'])
    fs.cpSync(path.join(root, part), path.join(extension, part), { recursive: true });
  const dist = (file: string): string => path.join(extension, 'dist', file);
  const entry = fs.readFileSync(dist('extension.js'), 'utf8');
  const [, late] = /(?<![\w$])(?!require\b)[\w$]+\("\.\/(late-\w+\.js)"\)/.exec(entry) ?? [];
  assert.ok(late, 'The entry loads nothing late.');
  fs.renameSync(dist(late), dist('rest.js'));
  const [asked, free] = [path.join(extension, 'asked'), path.join(extension, 'free')];
  fs.writeFileSync(
    dist(late),
    `const fs = require('node:fs');
exports.then = (resolve) => {
  fs.writeFileSync(${JSON.stringify(asked)}, '');
  const look = () => (fs.existsSync(${JSON.stringify(free)}) ? resolve(require('./rest.js')) : setTimeout(look, 20));
  look();
};`,
  );
  return {
    extension,
    isAsked: () => fs.existsSync(asked),
    letGo: () => {
      fs.writeFileSync(free, '');
    },
    /** For the next window. */
    again: () => {
      fs.rmSync(free);
      fs.rmSync(asked);
    },
  };
}

function notesIn(journal: string): string[] {
  const notes = path.join(journal, 'notes');
  const names = fs.existsSync(notes) ? fs.readdirSync(notes).filter((name) => name.endsWith('.md')) : [];
  return names.map((name) => fs.readFileSync(path.join(notes, name), 'utf8'));
}
