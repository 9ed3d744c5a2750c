import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { makeTempFolder } from '../../scripts/paths.mjs';
import { openWorkbench, type Workbench } from '../pages/workbench';
import { untilEqual } from '../support/until';

describe('Remove Person…', () => {
  let workbench: Workbench;
  const journal = makeTempFolder('journal');
  const write = (file: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(journal, file)), { recursive: true });
    fs.writeFileSync(path.join(journal, file), text);
  };
  const exists = (...files: string[]): boolean[] =>
    files.map((file) => fs.existsSync(path.join(journal, file)));

  before(async () => {
    write('people/zora-nil/2026-01-02.md', '---\nperson: Zora Nil\n---\n\n- talked\n');
    write('people/zora-nil/next.md', '- ask\n');
    write('people/zora-nil/attachments/plan.txt', 'plan\n');
    write('notes/zora.md', '---\nperson: Zora Nil\n---\n\n- a thought\n');
    write('experiments/2026-01-05-a.yaml', '# What I try with Zora\n');
    write('experiments/2026-01-05-b.yaml', '# What I try with others\n');
    write('notes/other.md', '- met Zora Nil and others\n');
    for (let number = 10; number < 70; number++) write(`people/uma-berg/2026-${number}.md`, '- talked\n');
    write('two-hats.yaml', 'people:\n  - name: Zora Nil\n    aliases: [Zo]\n  - name: Ulf\n');
    workbench = await openWorkbench({ machineSettings: { 'twoHats.journal.folder': journal } });
  });
  after(() => workbench.close());

  const dialog = () => workbench.page.locator('.monaco-dialog-box');

  async function askAboutZora(): Promise<void> {
    await workbench.command('Two Hats: Remove Person…');
    await workbench.quickInput.waitForTitle('Remove Person');
    await workbench.quickInput.pick('Zora Nil');
    await dialog().filter({ hasText: 'Remove Zora Nil? Files that go to the trash: 4' }).waitFor();
  }

  it('shows every file and what stays, and does nothing unless it is confirmed', async () => {
    await askAboutZora();
    const text = await dialog().innerText();
    for (const file of [
      'zora-nil/2026-01-02.md',
      'attachments/plan.txt',
      'zora-nil/next.md',
      'notes/zora.md',
    ])
      assert.ok(text.includes(file), file);
    assert.match(text, /mention the name stay as they are: 1/);
    assert.match(
      text,
      /So do experiments that mention it, or can’t be read: experiments\/2026-01-05-a\.yaml\./,
    );
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await dialog().waitFor({ state: 'detached' });
    assert.deepEqual(exists('people/zora-nil/next.md', 'notes/zora.md'), [true, true]);
  });

  it('lists every file before the question, however many there are', async () => {
    await workbench.command('Two Hats: Remove Person…');
    await workbench.quickInput.waitForTitle('Remove Person');
    await workbench.quickInput.pick('Uma Berg');
    await workbench.quickInput.waitForTitle('Remove Uma Berg: Every File');
    assert.match(await workbench.quickInput.placeholder(), /go to the trash: 60/);
    const seen = new Set<string>();
    // Each row in its turn: those out of sight are in no document.
    for (let row = 0; row < 60; row++) {
      for (const label of await workbench.quickInput.rows()) seen.add(label);
      await workbench.quickInput.press('ArrowDown');
    }
    assert.deepEqual(
      [...seen].sort(),
      Array.from({ length: 60 }, (_, index) => `people/uma-berg/2026-${index + 10}.md`),
    );
    await workbench.quickInput.press('Enter');
    const question = dialog().filter({ hasText: 'Remove Uma Berg? Files that go to the trash: 60' });
    await question.getByRole('button', { name: 'See All Files' }).click();
    await workbench.quickInput.waitForTitle('Remove Uma Berg: Every File');
    await workbench.quickInput.press('Enter');
    await question.getByRole('button', { name: 'Cancel' }).click();
    await dialog().waitFor({ state: 'detached' });
    assert.equal(fs.readdirSync(path.join(journal, 'people/uma-berg')).length, 60);
  });

  it('asks nothing when the list of files is left', async () => {
    await workbench.command('Two Hats: Remove Person…');
    await workbench.quickInput.pick('Uma Berg');
    await workbench.quickInput.waitForTitle('Remove Uma Berg: Every File');
    await workbench.quickInput.press('Escape');
    await workbench.quickInput.waitUntilClosed();
    // A question would keep the palette shut.
    await workbench.command('Two Hats: Remove Person…');
    await workbench.quickInput.waitForTitle(/^Remove Person$/);
    assert.equal(await dialog().count(), 0);
    await workbench.quickInput.press('Escape');
  });

  it('finds somebody by the name, and lists the files by initials, while details are hidden', async () => {
    await workbench.command('Two Hats: Hide Private Details');
    await workbench.command('Two Hats: Remove Person…');
    await workbench.quickInput.waitForTitle('Remove Person');
    await workbench.quickInput.row('U. B.').waitFor();
    await workbench.quickInput.fill('zóra-n');
    await workbench.quickInput.row('U. B.').waitFor({ state: 'detached' });
    assert.deepEqual(await workbench.quickInput.rows(), ['Z. N.']);
    await workbench.quickInput.press('Enter');
    await dialog().filter({ hasText: 'Remove Z. N.? Files that go to the trash: 4' }).waitFor();
    const text = await dialog().innerText();
    for (const file of ['people/Z. N./2026-01-02.md', 'people/Z. N./attachments/plan.txt', 'notes/Z..md'])
      assert.ok(text.includes(file), text);
    assert.ok(!/zora|nil/i.test(text), text);
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await dialog().waitFor({ state: 'detached' });
    await workbench.command('Two Hats: Show Private Details');
  });

  it('asks again where there is no trash, removes the one and keeps the other', async () => {
    await askAboutZora();
    await dialog().getByRole('button', { name: 'Move to Trash' }).click();
    await dialog()
      .filter({ hasText: 'There is no trash here' })
      .getByRole('button', { name: 'Delete for Good' })
      .click();
    await workbench.answer('“two-hats.yaml” still has the name', 'Remove There, Too');
    const yaml = path.join(journal, 'two-hats.yaml');
    await untilEqual(() => fs.readFileSync(yaml, 'utf8'), 'people:\n  - name: Ulf\n');
    assert.deepEqual(exists('people/zora-nil', 'notes/zora.md', 'notes/other.md'), [false, false, true]);
  });
});
