import * as vscode from 'vscode';

/** Where words of a journal may lie that no command of ours comes to. */
export function outOfReach(): string {
  return vscode.l10n.t(
    'Out of reach: Git history, backups, synchronised copies, and VS Code’s Local History.',
  );
}
