import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import framework from '../../src/core/framework/builtin.framework.yaml';
import builtin from '../../src/core/templates/builtin.templates.yaml';
import snippets from '../../snippets/retrospectives.json';
import { snippetFiles } from '../../src/core/templates/snippets';
import { makeTempFolder, removeFolder } from '../../scripts/paths.mjs';
import { openWorkbench, type Workbench } from '../pages/workbench';
import { untilNoticed, untilTrue } from '../support/until';
import { readSnippet, type ReadSnippet } from '../unit/core/templates/snippetGrammar';

/** Local date `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** What a snippet leaves when nothing is written: the first option of a choice, and today. */
function expanded(body: readonly string[]): ReadSnippet {
  const [year, month, day] = today().split('-');
  const variables = new Map([
    ['CURRENT_YEAR', year],
    ['CURRENT_MONTH', month],
    ['CURRENT_DATE', day],
  ]);
  return readSnippet(body.join('\n'), {
    variable: (name) => variables.get(name) ?? '?',
    choice: ([first = '']) => first,
  });
}

describe('Writing in the workbench', () => {
  let folder: string;
  let journal: string;
  let workbench: Workbench;

  before(async () => {
    folder = makeTempFolder('writing');
    journal = makeTempFolder('journal');
    for (const name of ['note.md', 'empty.md']) fs.writeFileSync(path.join(folder, name), '');
    for (const [person, name, date] of [
      ['li-lei', '李雷', '2026-01-02'],
      ['priya-shah', 'Priya Shah', '2026-02-03'],
    ] as const) {
      fs.mkdirSync(path.join(journal, 'people', person), { recursive: true });
      fs.writeFileSync(path.join(journal, `people/${person}/${date}.md`), `---\nperson: ${name}\n---\n`);
    }
    workbench = await openWorkbench({
      ...{ folder, width: 1400, height: 900 },
      machineSettings: { 'twoHats.journal.folder': journal },
    });
  });

  after(async () => {
    await workbench.close();
    removeFolder(folder);
    removeFolder(journal);
  });

  afterEach(async () => {
    if (await workbench.quickInput.isOpen()) await workbench.quickInput.press('Escape');
  });

  const press = (key: string) => workbench.page.keyboard.press(key);
  const notes = (under: string) =>
    fs.existsSync(path.join(journal, under))
      ? fs.readdirSync(path.join(journal, under), { recursive: true, encoding: 'utf8' }).sort()
      : [];

  async function openNote(): Promise<void> {
    await workbench.page.getByRole('treeitem', { name: 'note.md' }).click();
    await workbench.page.locator('.tab.active', { hasText: 'note.md' }).waitFor();
    await workbench.page.locator('.editor-instance .view-lines').first().click();
  }

  /** Saves the text on screen. */
  async function assertNote(text: string): Promise<void> {
    const found = () => fs.readFileSync(path.join(folder, 'note.md'), 'utf8');
    await untilNoticed(
      () => press('Control+s'),
      () => found() === text,
    ).catch(() => {
      assert.equal(found(), text);
    });
  }

  async function emptyNote(): Promise<void> {
    await openNote();
    await press('Control+a');
    await press('Delete');
  }

  /** The label of the item that Enter takes. */
  async function focused(): Promise<string> {
    const label = workbench.quickInput.widget.locator('.monaco-list-row.focused .label-name').first();
    return (await label.innerText()).trim();
  }

  for (const snippets of Object.values(snippetFiles(builtin, framework)))
    for (const { prefix, body } of Object.values(snippets))
      it(`the snippet ${prefix} is offered for its prefix, and its tab stops lead to the end`, async () => {
        await emptyNote();
        await workbench.page.keyboard.insertText(prefix);
        await press('Control+Space');
        const suggestions = workbench.page.locator('.suggest-widget.visible');
        await suggestions.locator('.monaco-list-row.focused', { hasText: prefix }).waitFor();
        await press('Enter');
        const { text, stops, choiceStops } = expanded(body);
        for (let stop = 1; stop < new Set(stops).size; stop++) {
          // Taking an option leads on by itself.
          if (choiceStops.has(stop)) await suggestions.waitFor();
          await press(choiceStops.has(stop) ? 'Enter' : 'Tab');
        }
        await workbench.page.keyboard.insertText('END');
        await assertNote(`${text}END`);
      });

  it('a 1:1 note begins with the people met last; going back keeps the way open; Escape leaves no file', async () => {
    const before = notes('people');
    const { quickInput } = workbench;
    await workbench.command('Two Hats: New 1:1 Note…');
    await quickInput.waitForTitle('New 1:1 Note (1/2)');
    assert.deepEqual(await quickInput.rows(), ['Priya Shah', '李雷', 'New person…']);
    await quickInput.pick('李雷');
    await quickInput.waitForTitle('New 1:1 Note (2/2)');
    assert.equal((await quickInput.rows())[0], 'Weekly 1:1');
    await workbench.page.locator('.quick-input-titlebar .codicon-quick-input-back').click();
    await quickInput.waitForTitle('New 1:1 Note (1/2)');
    await quickInput.press('Escape');
    await quickInput.waitUntilClosed();
    assert.deepEqual(notes('people'), before);
  });

  it('a name that nobody has is taken over as a new person, and the template used last comes first', async () => {
    const { quickInput } = workbench;
    await workbench.command('Two Hats: New 1:1 Note…');
    await quickInput.waitUntilOpen();
    await quickInput.type('Zoë O’Brien');
    await quickInput.row('New person: “Zoë O’Brien”').waitFor();
    await quickInput.press('Enter');
    await quickInput.waitForTitle('(2/2)');
    await quickInput.pick('Stay talk');
    await workbench.page.locator('.tab.active', { hasText: `${today()}.md` }).waitFor();
    const made = notes('people').filter((name) => name.endsWith(`${today()}.md`));
    assert.equal(made.length, 1);
    assert.match(
      fs.readFileSync(path.join(journal, 'people', made[0]!), 'utf8'),
      /^---\nkind: one-on-one\nperson: [^\n]*Zoë O’Brien[^\n]*\n/,
    );

    await workbench.command('Two Hats: New 1:1 Note…');
    await quickInput.waitForTitle('(1/2)');
    assert.equal(await focused(), 'Zoë O’Brien');
    // Who has a note of the day is asked for no kind of talk.
    await quickInput.pick('李雷');
    await quickInput.waitForTitle('(2/2)');
    assert.equal(await focused(), 'Stay talk');
    await quickInput.press('Escape');
    await quickInput.waitUntilClosed();
  });

  it('somebody known is offered before somebody new, however the name is typed', async () => {
    const { quickInput } = workbench;
    await workbench.command('Two Hats: New 1:1 Note…');
    await quickInput.waitForTitle('(1/2)');
    for (const typed of ["zoe o'brien", 'zoe o brien', 'Zoè', 'priyá-s']) {
      await quickInput.fill(typed);
      const known = typed.startsWith('pri') ? 'Priya Shah' : 'Zoë O’Brien';
      await quickInput.row(`New person: “${typed}”`).waitFor();
      // Rows that VS Code uses again still hold the details of templates, out of sight.
      const rows = (await quickInput.rows()).filter((row) => /^(New person|Zoë|Priya|李雷)/.test(row));
      assert.deepEqual(rows, [known, `New person: “${typed}”`]);
      assert.equal(await focused(), known);
    }
    await quickInput.press('Enter');
    await quickInput.waitForTitle('(2/2)');
    await quickInput.press('Escape');
    await quickInput.waitUntilClosed();
  });

  it('hidden names show as initials, and are found by the name all the same', async () => {
    const { quickInput } = workbench;
    await workbench.command('Two Hats: Hide Private Details');
    await workbench.command('Two Hats: New 1:1 Note…');
    await quickInput.waitForTitle('(1/2)');
    const all = await quickInput.rows();
    assert.ok(all.includes('P. S.') && all.includes('李'), all.join());
    assert.ok(!(await quickInput.widget.innerText()).includes('Priya'));
    await quickInput.type('priya s');
    await quickInput.row('李').waitFor({ state: 'detached' });
    assert.equal(await focused(), 'P. S.');
    await quickInput.press('Escape');
    await quickInput.waitUntilClosed();
    await workbench.command('Two Hats: Show Private Details');
  });

  it('a 1:1 is prepared beside what is open, for whom it is chosen, before anything is written; its button makes the note', async () => {
    const { quickInput, page } = workbench;
    const before = notes('people');
    await workbench.command('Two Hats: Prepare 1:1…');
    await quickInput.waitForTitle('Prepare 1:1');
    await quickInput.type('priya');
    await quickInput.press('Enter');
    await page.locator('.tab.active', { hasText: '1:1 P. S..md' }).waitFor();
    const editor = page.locator('.editor-instance', { hasText: 'Prepare 1:1 with Priya Shah' });
    await editor.locator('.view-line', { hasText: 'What you promised' }).waitFor();
    await editor.getByText('Make the 1:1 note with this').waitFor();
    assert.deepEqual(notes('people'), before);
    await page.getByRole('button', { name: 'Make 1:1 Note with This…' }).first().click();
    await quickInput.waitForTitle('New 1:1 Note');
    await quickInput.pick('Weekly 1:1');
    await untilTrue(() => notes('people').some((name) => name.startsWith(`priya-shah/${today()}`)));
    await workbench.command('View: Single Column Editor Layout');
    await untilTrue(async () => (await page.locator('.tab.active').count()) === 1);
  });

  it('a new person can also be asked for by name', async () => {
    const { quickInput } = workbench;
    await workbench.command('Two Hats: New 1:1 Note…');
    await quickInput.waitForTitle('(1/2)');
    await quickInput.pick('New person…');
    await workbench.page.getByPlaceholder('Priya Shah').waitFor();
    await quickInput.press('Enter');
    await quickInput.widget.getByText('Type a name.').waitFor();
    await quickInput.type('CON');
    await quickInput.press('Enter');
    await quickInput.waitForTitle('(2/2)');
    await quickInput.press('Enter');
    await quickInput.waitUntilClosed();
    await untilTrue(() => notes('people').some((name) => /^con-[^/]*\/.*\.md$/.test(name)));
  });

  it('a retrospective asks for format and title', async () => {
    const { quickInput } = workbench;
    await workbench.command('Two Hats: New Retrospective…');
    await quickInput.waitForTitle('New Retrospective (1/2)');
    const [first, suits] = await quickInput.rows();
    assert.deepEqual([first, suits], ['Start–Stop–Continue', 'A first retrospective, or little time']);
    await quickInput.type('risks together');
    await quickInput.press('Enter');
    await quickInput.waitForTitle('New Retrospective (2/2)');
    await quickInput.type('Sprint 42');
    await quickInput.press('Enter');
    await workbench.page.locator('.tab.active', { hasText: `${today()}-sprint-42.md` }).waitFor();
    assert.deepEqual(notes('retros'), [`${today()}-sprint-42.md`]);
  });

  it('a template is inserted without tags, and that choice is remembered', async () => {
    const { quickInput } = workbench;
    await emptyNote();
    await workbench.command('Two Hats: Insert Template…');
    await quickInput.waitForTitle('Insert Template (1/2)');
    await quickInput.type('action item');
    await quickInput.press('Enter');
    await quickInput.waitForTitle('Insert Template: Action item (2/2)');
    await quickInput.pick('Without tags');
    await assertNote('- [ ] … @owner due:YYYY-MM-DD');

    await workbench.command('Two Hats: Insert Template…');
    await quickInput.waitForTitle('(1/2)');
    await quickInput.press('Enter');
    await quickInput.waitForTitle('(2/2)');
    assert.equal(await focused(), 'Without tags');
  });

  it('a dimension tag is found by hat and by dimension', async () => {
    const { quickInput } = workbench;
    const [dimension] = framework.dimensions;
    const [, hat] = framework.hats;
    await openNote();
    await press('Control+a');
    await workbench.page.keyboard.type('Words');
    await workbench.command('Two Hats: Insert Dimension Tag…');
    await quickInput.waitUntilOpen();
    await quickInput.type(`${dimension!.title}: ${hat.label}`);
    await quickInput.press('Enter');
    await assertNote(`Words #${dimension!.id}/${hat.id}`);
  });

  it('New File… lists the three notes of the journal', async () => {
    // Before that, VS Code has the command but not what the command needs.
    await workbench.page.waitForFunction(
      () => performance.getEntriesByName('code/LifecyclePhase/Eventually').length > 0,
    );
    await workbench.command('Create: New File...');
    await workbench.quickInput.row('1:1 Note').waitFor();
    for (const label of ['1:1 Note', 'Retrospective', 'Reflection'])
      assert.ok(await workbench.quickInput.row(label).isVisible(), label);
    await workbench.quickInput.pick('Retrospective');
    await workbench.quickInput.waitForTitle('(1/2)');
    await workbench.quickInput.press('Escape');
  });

  it('Fill File with Snippet fills an empty file with a whole note', async () => {
    const { prefix, body } = Object.values(snippets)[0]!;
    await workbench.page.getByRole('treeitem', { name: 'empty.md' }).click();
    await workbench.page.locator('.tab.active', { hasText: 'empty.md' }).waitFor();
    await workbench.command('Snippets: Fill File with Snippet');
    // The list appears when VS Code has read its snippets; text that comes before is filtered against nothing.
    await workbench.quickInput.widget.getByText('th-retro', { exact: false }).first().waitFor();
    await workbench.quickInput.fill(prefix);
    await workbench.quickInput.pick(prefix);
    const title = body.find((line) => line.startsWith('# '))!.replace(/^# (\w+).*$/, '$1');
    await workbench.page.locator('.view-line', { hasText: title }).first().waitFor();
    assert.match(await workbench.editorText(), new RegExp(`# ${title}`));
  });
});
