import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import snippets from '../../snippets/retrospectives.json';
import { makeTempFolder } from '../host/paths.mjs';
import { openWorkbench, type Workbench } from '../host/workbench';

describe('Where VS Code offers new files', () => {
  let workbench: Workbench;
  const folder = makeTempFolder('new-file');

  before(async () => {
    fs.writeFileSync(path.join(folder, 'empty.md'), '');
    workbench = await openWorkbench({
      folder,
      machineSettings: { 'twoHats.journal.folder': makeTempFolder('journal') },
    });
  });
  after(() => workbench.close());

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
    await workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'empty.md' }).click();
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
