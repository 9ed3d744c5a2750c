import fs from 'node:fs';
import path from 'node:path';
import assert from 'node:assert/strict';
import { makeTempFolder } from '../../scripts/paths.mjs';
import { openWorkbench, type Workbench } from '../pages/workbench';
import { singleYaml } from '../unit/core/framework/fixtures';

describe('A workspace that is not trusted', () => {
  let workbench: Workbench;

  before(async () => {
    const folder = makeTempFolder('untrusted');
    fs.mkdirSync(path.join(folder, '.vscode'));
    fs.writeFileSync(path.join(folder, '.vscode/settings.json'), '{ "twoHats.framework": "own.yaml" }');
    fs.writeFileSync(path.join(folder, 'own.yaml'), singleYaml);
    workbench = await openWorkbench({ folder, trust: true });
  });
  after(() => workbench.close());

  async function cards(): Promise<number> {
    const view = await workbench.webview('Framework');
    await view.locator('article').first().waitFor();
    return view.locator('article').count();
  }

  it('can’t name a framework, and can once it is trusted', async () => {
    await workbench.showContainer('Two Hats');
    assert.equal(await cards(), 6);
    await workbench.command('Workspaces: Manage Workspace Trust');
    await workbench.page
      .locator('.workspace-trust-editor .monaco-button', { hasText: 'Trust' })
      .first()
      .click();
    const view = await workbench.webview('Framework');
    await view.locator('article').nth(1).waitFor({ state: 'detached' });
    assert.equal(await cards(), 1);
  });
});
