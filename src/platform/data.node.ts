import type * as vscode from 'vscode';

/** In a Node host the build lets each import of built-in data require its file. */
export const loadData: (extension: vscode.Uri) => Promise<void> = () => Promise.resolve();
