import * as vscode from 'vscode';

/** What can be done with a preparation, above its first line; the title bar of its editor has the same. */
export class PreparationLenses implements vscode.CodeLensProvider {
  provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    const first = new vscode.Range(0, 0, 0, 0);
    return [
      new vscode.CodeLens(first, {
        command: 'twoHats.newPreparedNote',
        title: vscode.l10n.t('Make the 1:1 note with this'),
        arguments: [uri],
      }),
      new vscode.CodeLens(first, {
        command: 'twoHats.copyPreparation',
        title: vscode.l10n.t('Copy'),
        arguments: [uri],
      }),
    ];
  }
}
