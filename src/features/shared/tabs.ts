import * as vscode from 'vscode';

/** Does the person have a file open in a tab, be it alone, beside another one, or in an editor of its own kind? */
export function isInTab(uri: vscode.Uri): boolean {
  const address = uri.toString();
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => {
      if (input instanceof vscode.TabInputTextDiff) return input.modified.toString() === address;
      const isOne = input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom;
      return isOne && input.uri.toString() === address;
    }),
  );
}
