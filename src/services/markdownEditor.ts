import * as vscode from 'vscode';
import { Disposable } from '../platform/disposable';

/**
 * The Markdown or untitled editor that the person wrote in last. It is remembered because no editor is active
 * while a webview has the focus.
 */
export class MarkdownEditor extends Disposable {
  #last: vscode.TextEditor | undefined;
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  /** Fires when the editor or its selection changed. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    super();
    // Where a webview has the focus at the start, the editor beside it is meant.
    for (const editor of vscode.window.visibleTextEditors) this.#remember(editor);
    this.#remember(vscode.window.activeTextEditor);
    this.register(
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        this.#remember(editor);
      }),
    );
    this.register(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === this.#last) this.#changed.fire();
      }),
    );
    this.register(
      vscode.window.onDidChangeVisibleTextEditors(() => {
        this.#changed.fire();
      }),
    );
  }

  /** The editor while it is still on screen, else `undefined`. */
  get current(): vscode.TextEditor | undefined {
    return this.#last && vscode.window.visibleTextEditors.includes(this.#last) ? this.#last : undefined;
  }

  /** Inserts at the cursor; without an editor, into a new untitled Markdown document. Focuses the editor. */
  async insert(text: string | vscode.SnippetString): Promise<void> {
    const snippet = typeof text === 'string' ? new vscode.SnippetString().appendText(text) : text;
    const shown = this.current;
    const editor = shown
      ? await vscode.window.showTextDocument(shown.document, shown.viewColumn)
      : await vscode.window.showTextDocument(
          await vscode.workspace.openTextDocument({ language: 'markdown' }),
        );
    await editor.insertSnippet(snippet);
  }

  #remember(editor: vscode.TextEditor | undefined): void {
    if (!editor || !isWritable(editor.document)) return;
    this.#last = editor;
    this.#changed.fire();
  }
}

function isWritable(document: vscode.TextDocument): boolean {
  return document.languageId === 'markdown' || document.isUntitled;
}
