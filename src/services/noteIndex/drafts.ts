import * as vscode from 'vscode';

/** While somebody types. */
const restMs = 200;

/** Tells of texts on screen that differ from their files, when typing rests. */
export class DirtyDocuments implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable;
  readonly #timers = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();

  /**
   * @param tell called for each such text now and later, and for those that are no drafts any more
   */
  constructor(private readonly tell: (document: vscode.TextDocument) => void) {
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        this.#wait(document, document.isDirty ? restMs : 0);
      }),
      vscode.workspace.onDidSaveTextDocument((document) => {
        this.#wait(document, 0);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#wait(document, 0);
      }),
    );
    for (const document of vscode.workspace.textDocuments) if (document.isDirty) tell(document);
  }

  dispose(): void {
    this.#subscriptions.dispose();
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  #wait(document: vscode.TextDocument, ms: number): void {
    clearTimeout(this.#timers.get(document));
    const tell = () => {
      this.#timers.delete(document);
      this.tell(document);
    };
    this.#timers.set(document, setTimeout(tell, ms));
  }
}
