// Makes the pictures of the README in the real workbench: the sidebar beside a note, in dark and light.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { makeTempFolder, root } from '../host/paths.mjs';
import { openWorkbench, type Theme } from '../host/workbench';

const pictures: readonly (readonly [name: string, theme: Theme])[] = [
  ['dark', 'Default Dark Modern'],
  ['light', 'Default Light Modern'],
];

async function take(name: string, theme: Theme, journal: string): Promise<void> {
  const workbench = await openWorkbench({
    ...{ theme, folder: journal, extension: root, width: 1200, height: 760 },
    machineSettings: { 'twoHats.journal.folder': journal },
    settings: {
      'editor.minimap.enabled': false,
      'editor.wordWrap': 'on',
      'breadcrumbs.enabled': false,
      'workbench.tree.enableStickyScroll': false,
      'editor.stickyScroll.enabled': false,
    },
  });
  try {
    await workbench.showContainer('Two Hats');
    const view = await workbench.webview('Framework');
    await view.locator('article').first().waitFor();
    await workbench.resizeSideBar(460);
    await workbench.command('Two Hats: New Retrospective…');
    await workbench.quickInput.waitForTitle(/1\/2/);
    await workbench.quickInput.press('Enter');
    await workbench.quickInput.waitForTitle(/2\/2/);
    await workbench.quickInput.fill('Sprint 42 (sample)');
    await workbench.quickInput.press('Enter');
    await workbench.page.locator('.tab.active[data-resource-name$="sample.md"]').waitFor();
    await workbench.screenshot(path.join(root, 'media/screenshots', `${name}.png`));
  } finally {
    await workbench.close();
  }
}

for (const [name, theme] of pictures) {
  const journal = path.join(makeTempFolder('screenshots'), 'journal');
  spawnSync(process.execPath, ['dist/cli/sample.js', journal], { cwd: root, stdio: 'inherit' });
  await take(name, theme, journal);
}
