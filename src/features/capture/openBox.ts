import * as vscode from 'vscode';

export interface Item extends vscode.QuickPickItem {
  /** What stands in the box afterwards; absent: save the note. */
  readonly completed?: string;
}

/**
 * The box, which is on screen before anything else is looked at: what is typed behind the key's press belongs here, not
 * into the person's file. The rest of Two Hats may come later; what was done meanwhile is remembered for it.
 */
export class OpenBox implements vscode.Disposable {
  readonly pick = vscode.window.createQuickPick<Item>();
  /** Where the person was. */
  readonly editor = vscode.window.activeTextEditor;
  /** Was Enter pressed before anybody listened? */
  isAccepted = false;
  /** Resolves when it is not on screen any more. */
  readonly left: Promise<void>;
  readonly #waiting = this.pick.onDidAccept(() => {
    this.isAccepted = true;
  });

  /** @param offered the text that it comes with */
  constructor(readonly offered: string) {
    const { pick } = this;
    pick.title = vscode.l10n.t('Capture Note');
    pick.placeholder = vscode.l10n.t('What do you want to keep? @name for their next 1:1, # for a tag');
    pick.ignoreFocusOut = true;
    pick.value = offered;
    this.left = new Promise((resolve) => {
      pick.onDidHide(() => {
        resolve();
      });
    });
    pick.show();
  }

  dispose(): void {
    this.#waiting.dispose();
    this.pick.dispose();
  }
}
