import * as vscode from 'vscode';
import { Disposable } from '../../platform/disposable';
import { Timer } from '../../platform/timer';

/** While somebody types. */
const restMs = 200;

/** Tells of texts on screen that differ from their files, when typing rests. */
export class DirtyDocuments extends Disposable {
  readonly #timers = new Map<vscode.TextDocument, Timer>();

  /**
   * @param tell called for each such text now and later, and for those that are no drafts any more
   */
  constructor(private readonly tell: (document: vscode.TextDocument) => void) {
    super();
    this.register(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        this.#wait(document, document.isDirty ? restMs : 0);
      }),
    );
    this.register(
      vscode.workspace.onDidSaveTextDocument((document) => {
        this.#wait(document, 0);
      }),
    );
    this.register(
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#wait(document, 0);
      }),
    );
    for (const document of vscode.workspace.textDocuments) if (document.isDirty) tell(document);
  }

  override dispose(): void {
    super.dispose();
    for (const timer of this.#timers.values()) timer.dispose();
  }

  #wait(document: vscode.TextDocument, ms: number): void {
    const timer = this.#timers.get(document) ?? new Timer();
    this.#timers.set(document, timer);
    timer.set(ms, () => {
      this.#timers.delete(document);
      this.tell(document);
    });
  }
}
