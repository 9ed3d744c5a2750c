// Makes the pictures of the README in the real workbench, of the sample journal.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { makeTempFolder, root } from '../../scripts/paths.mjs';
import { TreeRows } from '../pages/treeRows';
import { openWorkbench, type Theme, type Workbench } from '../pages/workbench';

interface Picture {
  readonly name: string;
  readonly theme: Theme;
  readonly prepare: (workbench: Workbench) => Promise<void>;
}

const pictures: readonly Picture[] = [
  { name: 'dark', theme: 'Default Dark Modern', prepare: frameworkBesideRetrospective },
  { name: 'light', theme: 'Default Light Modern', prepare: frameworkBesideRetrospective },
  { name: 'views', theme: 'Default Dark Modern', prepare: viewsBesideOneOnOne },
];

async function frameworkBesideRetrospective(workbench: Workbench): Promise<void> {
  const view = await workbench.webview('Framework');
  await view.locator('article').first().waitFor();
  await workbench.resizeSideBar(460);
  await toggle(workbench, 'Notes');
  await toggle(workbench, 'Actions');
  await workbench.command('Two Hats: New Retrospective…');
  await workbench.quickInput.waitForTitle('(1/');
  await workbench.quickInput.press('Enter');
  await workbench.quickInput.waitForTitle('(2/');
  await workbench.quickInput.fill('Sprint 42 (sample)');
  await answerAll(workbench);
}

async function viewsBesideOneOnOne(workbench: Workbench): Promise<void> {
  await workbench.resizeSideBar(460);
  await toggle(workbench, 'Framework');
  const notes = new TreeRows(workbench.page, workbench.pane('Notes'));
  await notes.expand('Decision-Making');
  await notes.expand('Leadership');
  await workbench.command('Two Hats: New 1:1 Note…');
  await workbench.quickInput.waitForTitle('(1/');
  await answerAll(workbench);
}

/** Takes what is offered first, in every step that is left before the note opens. */
async function answerAll({ page, quickInput }: Workbench): Promise<void> {
  const note = page.locator('.tab.active');
  for (let step = await quickInput.title(); ;) {
    await quickInput.press('Enter');
    const next = quickInput.widget.locator('.quick-input-title').filter({ hasNotText: step, visible: true });
    await note.or(next).first().waitFor();
    if (await note.isVisible()) return;
    step = await quickInput.title();
  }
}

/** No message is left, and headings and tags have their colours. */
async function settle(workbench: Workbench): Promise<void> {
  await workbench.command('Notifications: Clear All Notifications');
  const { page } = workbench;
  await page.mouse.move(0, 0);
  await page.locator('.workbench-hover').waitFor({ state: 'hidden' });
  await page.locator('.statusbar-item', { hasText: 'Activating Extensions' }).waitFor({ state: 'detached' });
  for (const look of ['.mtkb', '[class*="ced-"]']) await page.locator(`.view-line ${look}`).first().waitFor();
}

/** Opens or closes a view of the side bar. */
async function toggle(workbench: Workbench, view: string): Promise<void> {
  await workbench.pane(view).locator('.pane-header').click();
}

async function take({ name, theme, prepare }: Picture, journal: string): Promise<void> {
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
    await prepare(workbench);
    await settle(workbench);
    await workbench.screenshot(path.join(root, 'media/screenshots', `${name}.png`));
  } finally {
    await workbench.close();
  }
}

for (const picture of pictures) {
  const journal = path.join(makeTempFolder('screenshots'), 'journal');
  spawnSync(process.execPath, ['dist/cli/sample.js', journal], { cwd: root, stdio: 'inherit' });
  await take(picture, journal);
}
