import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import builtin from '../../src/core/framework/builtin.framework.yaml';
import { statementsOf } from '../../src/core/framework/lookup';
import { readRecord } from '../../src/core/selfcheck/record';
import { makeTempFolder, removeFolder } from '../../scripts/paths.mjs';
import { openWorkbench, type Workbench } from '../pages/workbench';

const quick = 'Two Hats: Quick Self-Check';
const result = 'Your self-check';
const texts = new Map(statementsOf(builtin).map(({ id, text }) => [id, text]));
/** Longer than answers that nobody can have read (ms). */
const reading = 1600;

describe('A self-check in the workbench', () => {
  let journal: string;
  let workbench: Workbench;

  before(async () => {
    journal = makeTempFolder('journal');
    workbench = await openWorkbench({ machineSettings: { 'twoHats.journal.folder': journal } });
  });
  after(async () => {
    await workbench.close();
    removeFolder(journal);
  });
  afterEach(async () => {
    await leave(workbench);
    fs.rmSync(path.join(journal, 'checks'), { recursive: true, force: true });
  });

  for (const delay of [0, 20, 60, 150])
    it(`loses no key at ${delay} ms between keys, and a 13th does nothing`, async () => {
      const { quickInput } = workbench;
      await begin(workbench, quick);
      await quickInput.type('4315024351205', delay);
      // Whatever the last key did, it did before this is chosen.
      await showAnyway(workbench);
      assert.equal(await quickInput.input.inputValue(), '');
      assert.equal(kept(journal).values, '431502435120');
    });

  it('loses no key when typing rests between them', async () => {
    const { quickInput } = workbench;
    await begin(workbench, quick);
    // While the field is being cleared, and right after.
    for (const [index, digit] of Array.from('4315').entries()) {
      await quickInput.type(digit);
      if (index % 2 === 0) await emptied(workbench);
      else await workbench.page.waitForTimeout(780 + index * 10);
    }
    await quickInput.type('02435120');
    await showAnyway(workbench);
    assert.equal(kept(journal).values, '431502435120');
  });

  it('takes digits, Enter and the mouse, goes back, and asks in the order that the file tells', async () => {
    const { quickInput, page } = workbench;
    await begin(workbench, quick);
    const asked = [await statement(workbench)];
    const step = async (answer: () => Promise<void>) => {
      const before = await quickInput.title();
      await answer();
      await quickInput.waitForNext(before);
      asked.push(await statement(workbench));
    };
    assert.match(await quickInput.placeholder(), /last two weeks/);
    assert.deepEqual(await labels(workbench), [
      '1 Never',
      '2 Rarely',
      '3 Sometimes',
      '4 Often',
      '5 Almost always',
      '0 No occasion',
    ]);
    await page.waitForTimeout(reading);
    await step(() => quickInput.type('4'));
    await step(() => quickInput.pick('2 Rarely'));
    await step(async () => {
      await quickInput.press('ArrowDown');
      await quickInput.press('ArrowDown');
      await quickInput.press('Enter');
    });
    await step(() => quickInput.type('x9５'));
    await back(workbench);
    assert.match(await quickInput.title(), /4\/12/);
    assert.equal(await focusedRow(workbench), '5 Almost always, your answer');
    await back(workbench);
    assert.equal(await focusedRow(workbench), '3 Sometimes, your answer');
    await quickInput.type('1');
    await quickInput.waitForTitle('4/12');
    await quickInput.press('Enter');
    await quickInput.waitForTitle('5/12');
    for (const digit of Array.from('1234501')) await step(() => quickInput.type(digit));
    await quickInput.type('2');
    await quickInput.waitForTitle(result);
    const { values, statements } = kept(journal);
    assert.equal(values, '421512345012');
    assert.deepEqual(
      asked,
      statements.map((id) => texts.get(id)),
    );
  });

  it('takes what an input method composes, and not the Enter that ends it', async () => {
    const { quickInput, page } = workbench;
    await begin(workbench, quick);
    const method = await page.context().newCDPSession(page);
    const compose = async (text: string) => {
      const end = text.length;
      await method.send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end });
    };
    await compose('３');
    await quickInput.waitForTitle('2/12');
    await method.send('Input.insertText', { text: '３' });
    await quickInput.press('Enter');
    await page.waitForFunction(
      (input) => input instanceof HTMLInputElement && input.value === '',
      await quickInput.input.elementHandle(),
    );
    assert.match(await quickInput.title(), /2\/12/);
    await quickInput.press('Enter');
    await quickInput.waitForTitle('3/12');
    await compose('さん');
    await quickInput.press('ArrowDown');
    await quickInput.press('Enter');
    await quickInput.waitForTitle('4/12');
    await method.detach();
    await quickInput.press('Escape');
  });

  it('keeps what was answered on Escape or when the window is closed, and goes on there', async () => {
    const { quickInput } = workbench;
    await begin(workbench, quick);
    await quickInput.type('4315024', 20);
    await quickInput.waitForTitle('8/12');
    await quickInput.press('Escape');
    await quickInput.waitUntilClosed();
    assert.deepEqual(checks(journal), []);
    await workbench.waitUntilStored('"position":7');
    await workbench.reload();
    await workbench.command('Two Hats: Full Self-Check');
    await quickInput.waitForTitle('isn’t finished yet');
    await quickInput.pick('Go on where you stopped: 7 of 12 answered');
    await quickInput.waitForTitle('8/12');
    // A window that is closed meanwhile gives no time to store anything.
    await quickInput.type('3');
    await quickInput.waitForTitle('9/12');
    await workbench.waitUntilStored('"position":8');
    await workbench.reload();
    await workbench.command(quick);
    await quickInput.waitForTitle('isn’t finished yet');
    await quickInput.pick('Go on where you stopped: 8 of 12 answered');
    await quickInput.waitForTitle('9/12');
    // Back over what was answered, and away from there: the answers stay, and none is asked again.
    await back(workbench);
    await back(workbench);
    await quickInput.press('Escape');
    await quickInput.waitUntilClosed();
    await workbench.command(quick);
    await quickInput.waitForTitle('isn’t finished yet');
    await quickInput.pick('Go on where you stopped: 8 of 12 answered');
    await quickInput.waitForTitle('9/12');
    await quickInput.type('5120', 20);
    await showAnyway(workbench);
    assert.equal(kept(journal).values, '431502435120');
  });

  it('asks one dimension, and shows both its hats in dots and in words', async () => {
    const { quickInput, page } = workbench;
    await workbench.command('Two Hats: Check One Dimension…');
    await quickInput.waitForTitle('Check one dimension');
    const titles = builtin.dimensions.map(({ title }) => title);
    assert.deepEqual(await labels(workbench), titles);
    await quickInput.pick(titles[2]!);
    await quickInput.waitForTitle('1/6');
    for (let place = 1; place <= 6; place++) {
      const text = await statement(workbench);
      const id = [...texts].find(([, other]) => other === text)?.[0] ?? '';
      assert.equal(id.split('/')[0], builtin.dimensions[2]!.id);
      await quickInput.type(id.split('/')[1] === builtin.hats[0].id ? '5' : '1');
      await quickInput.waitForTitle(place < 6 ? `${place + 1}/6` : 'look alike');
    }
    await showAnyway(workbench);
    const row = quickInput.row(titles[2]!).first();
    const [management, leadership] = builtin.hats;
    assert.match((await row.innerText()).replaceAll('\u00a0', ' '), /M ●●●●● +L ●○○○○/);
    assert.ok(
      (await row.getAttribute('aria-label'))?.includes(
        `${management.label} 5 of 5 · ${leadership.label} 1 of 5 · leans to ${management.label}`,
      ),
    );
    for (let rows = 0; rows < 9 && !(await focusedRow(workbench)).endsWith('Copy the move'); rows++)
      await quickInput.press('ArrowUp');
    assert.match(await focusedRow(workbench), /Copy the move$/);
    await quickInput.press('ArrowUp');
    await quickInput.press('Enter');
    await workbench.page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
    await page.locator('.view-line', { hasText: /\w/ }).first().waitFor();
    const text = (await workbench.editorText()).trim().replace(/\s+/g, ' ');
    assert.ok(builtin.dimensions[2]!.poles[1].moves.includes(text), text);
  });

  it('shows no rating while private details are hidden', async () => {
    const { quickInput } = workbench;
    await workbench.command('Two Hats: Hide Private Details');
    try {
      await answerQuick(workbench);
      const shown = await quickInput.widget.innerText();
      assert.match(shown, /Ratings are hidden/);
      assert.doesNotMatch(shown, /●/);
      assert.equal(kept(journal).values, '431502435120');
    } finally {
      await leave(workbench);
      await workbench.command('Two Hats: Show Private Details');
    }
  });

  it('keeps the answers when the journal can’t be written, and tries again', async () => {
    const { quickInput } = workbench;
    fs.writeFileSync(path.join(journal, 'checks'), 'in the way');
    await answerQuick(workbench);
    const failure = 'Your answers are safe';
    await workbench.notification(failure).waitFor();
    assert.match(await quickInput.placeholder(), /Not kept yet/);
    fs.rmSync(path.join(journal, 'checks'));
    await workbench.answer(failure, 'Try Again');
    await quickInput.input.and(workbench.page.locator('[placeholder^="Kept in checks/"]')).waitFor();
    assert.equal(kept(journal).values, '431502435120');
  });
});

describe('A self-check without a journal', () => {
  it('shows its result before anything asks where to keep it, and survives a closed window', async () => {
    const workbench = await openWorkbench();
    try {
      const { quickInput } = workbench;
      await answerQuick(workbench);
      assert.match(await quickInput.widget.innerText(), /●/);
      assert.doesNotMatch(await quickInput.widget.innerText(), /leans to/);
      // An Enter too many keeps nothing and asks nothing.
      await quickInput.press('Enter');
      await workbench.waitUntilStored('"position":12');
      assert.match(await quickInput.title(), /Your self-check/);
      await workbench.reload();
      await workbench.command(quick);
      await quickInput.waitForTitle('isn’t kept yet');
      await quickInput.pick('See the result');
      await showAnyway(workbench);
      // Up from the first score, over “Keep this check”, to the last row.
      await quickInput.press('ArrowUp');
      await quickInput.press('ArrowUp');
      assert.match(await focusedRow(workbench), /Discard this check$/);
      await quickInput.press('Enter');
      await begin(workbench, quick);
    } finally {
      await workbench.close();
    }
  });
});

/** Begins a check at its first statement; one that a failed test left is dropped. */
async function begin(workbench: Workbench, command: string): Promise<void> {
  const { quickInput } = workbench;
  await workbench.command(command);
  await quickInput.waitForTitle(/1\/12|isn’t/);
  if ((await quickInput.title()).includes('isn’t')) await quickInput.widget.getByText(/tart anew$/).click();
  await quickInput.waitForTitle('1/12');
}

async function answerQuick(workbench: Workbench): Promise<void> {
  await begin(workbench, quick);
  await workbench.quickInput.type('431502435120', 20);
  await showAnyway(workbench);
}

/** Answers that are typed at once look alike: goes on to their result. */
async function showAnyway({ quickInput }: Workbench): Promise<void> {
  await quickInput.waitForTitle('These answers look alike');
  await quickInput.pick('Show the result anyway');
  await quickInput.waitForTitle(result);
}

/** Waits until the field has been cleared. */
async function emptied({ page, quickInput }: Workbench): Promise<void> {
  const field = await quickInput.input.elementHandle();
  await page.waitForFunction((input) => input instanceof HTMLInputElement && input.value === '', field);
}

/** Closes what is open. */
async function leave({ quickInput, page }: Workbench): Promise<void> {
  if (!(await quickInput.isOpen())) return;
  await page.keyboard.press('Escape');
  await quickInput.waitUntilClosed();
}

async function back(workbench: Workbench): Promise<void> {
  const before = await workbench.quickInput.title();
  await workbench.quickInput.widget.getByRole('button', { name: 'Back' }).click();
  await workbench.quickInput.waitForNext(before);
}

/** The title without its step. */
async function statement({ quickInput }: Workbench): Promise<string> {
  return (await quickInput.title()).replace(/ \(\d+\/\d+\)$/, '');
}

/** The rows in sight, without their details. */
async function labels({ quickInput }: Workbench): Promise<string[]> {
  const names = quickInput.widget.locator('.quick-input-list-row:first-child .label-name');
  return (await names.allInnerTexts()).map((name) => name.trim());
}

async function focusedRow({ quickInput }: Workbench): Promise<string> {
  return (await quickInput.widget.locator('.monaco-list-row.focused').getAttribute('aria-label')) ?? '';
}

function checks(journal: string): string[] {
  const folder = path.join(journal, 'checks');
  return fs.existsSync(folder) ? fs.readdirSync(folder) : [];
}

/** The one check in the journal: its answers in the order in which they were given. */
function kept(journal: string): { values: string; statements: string[] } {
  const [name = '', ...others] = checks(journal);
  assert.deepEqual(others, []);
  const { record } = readRecord(fs.readFileSync(path.join(journal, 'checks', name), 'utf8'));
  assert.ok(record);
  return {
    values: record.answers.map(({ answer }) => answer).join(''),
    statements: record.answers.map(({ statement: id }) => id),
  };
}
