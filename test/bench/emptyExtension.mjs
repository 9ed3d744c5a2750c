// @ts-check
// The reference that runs side by side: an extension with the same events that does nothing, a view and a tab of one line
// and an empty quick pick.
import fs from 'node:fs';
import path from 'node:path';
import { makeTempFolder, root, writeJson } from '../../scripts/paths.mjs';

const code = `const vscode = require('vscode');
exports.activate = (context) => {
  const status = vscode.window.createStatusBarItem(vscode.StatusBarAlignment.Left);
  status.text = 'NAME is up';
  status.show();
  context.subscriptions.push(
    status,
    vscode.window.registerWebviewViewProvider('NAME.view', {
      resolveWebviewView: (view) => { view.webview.html = '<!DOCTYPE html><html><body><h2>Empty</h2></body></html>'; },
    }),
    vscode.commands.registerCommand('NAME.pick', () => {
      const pick = vscode.window.createQuickPick();
      pick.title = 'NAME';
      pick.show();
    }),
    vscode.commands.registerCommand('NAME.tab', () => {
      const panel = vscode.window.createWebviewPanel('NAME.tab', 'Empty', vscode.ViewColumn.Active, { enableScripts: true });
      panel.webview.html = '<!DOCTYPE html><html><body><h2 class="empty-panel">Empty</h2></body></html>';
    }),
  );
};`;

/** Shows the quick pick of an empty extension, whose name is told. */
export const emptyKey = 'Control+Alt+Shift+J';

/**
 * It says in the status bar when it runs.
 * @param {string} name
 * @param {object} [options]
 * @param {boolean} [options.hasKey] whether its quick pick has a key, which only one can have
 * @param {boolean} [options.atStart] whether it starts with VS Code
 * @returns {string} its folder
 */
export function makeEmptyExtension(name, { hasKey = false, atStart = true } = {}) {
  const folder = makeTempFolder('empty-extension');
  writeJson(path.join(folder, 'package.json'), {
    ...{ name, publisher: 'two-hats', version: '0.0.0', main: './extension.js' },
    ...{
      engines: { vscode: '^1.100.0' },
      activationEvents: ['onLanguage:markdown', ...(atStart ? ['onStartupFinished'] : [])],
    },
    contributes: {
      commands: [
        { command: `${name}.pick`, title: 'Empty' },
        { command: `${name}.tab`, title: 'Open Empty', icon: '$(graph-scatter)' },
      ],
      menus: {
        'view/title': [{ command: `${name}.tab`, when: `view == ${name}.view`, group: 'navigation' }],
      },
      ...(hasKey && { keybindings: [{ command: `${name}.pick`, key: 'ctrl+alt+shift+j' }] }),
      viewsContainers: {
        activitybar: [{ id: name, title: name, icon: 'icon.svg' }],
      },
      views: {
        [name]: [{ id: `${name}.view`, type: 'webview', name: 'Empty', icon: 'icon.svg' }],
      },
    },
  });
  fs.writeFileSync(path.join(folder, 'extension.js'), code.replaceAll('NAME', name));
  fs.copyFileSync(path.join(root, 'media/two-hats.svg'), path.join(folder, 'icon.svg'));
  return folder;
}
