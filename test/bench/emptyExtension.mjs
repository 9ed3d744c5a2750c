// @ts-check
// The reference that runs side by side: an extension with the same events that does nothing, and a view of one line.
import fs from 'node:fs';
import path from 'node:path';
import { makeTempFolder, root, writeJson } from '../host/paths.mjs';

const code = `const vscode = require('vscode');
exports.activate = (context) => {
  context.subscriptions.push(vscode.window.registerWebviewViewProvider('NAME.view', {
    resolveWebviewView: (view) => { view.webview.html = '<!DOCTYPE html><html><body><h2>Empty</h2></body></html>'; },
  }));
};`;

/**
 * @param {string} name
 * @returns {string} its folder
 */
export function makeEmptyExtension(name) {
  const folder = makeTempFolder('empty-extension');
  writeJson(path.join(folder, 'package.json'), {
    ...{ name, publisher: 'two-hats', version: '0.0.0', main: './extension.js' },
    ...{ engines: { vscode: '^1.100.0' }, activationEvents: ['onLanguage:markdown'] },
    contributes: {
      viewsContainers: {
        activitybar: [{ id: name, title: name, icon: 'icon.svg' }],
      },
      views: {
        [name]: [{ id: `${name}.view`, type: 'webview', name: 'Empty', icon: 'icon.svg' }],
      },
    },
  });
  fs.writeFileSync(path.join(folder, 'extension.js'), code.replace('NAME', name));
  fs.copyFileSync(path.join(root, 'media/two-hats.svg'), path.join(folder, 'icon.svg'));
  return folder;
}
