import * as vscode from 'vscode';

/** The composition root: makes the parts, hands them to each other and registers the features. */
export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(vscode.window.createOutputChannel('Two Hats', { log: true }));
}
