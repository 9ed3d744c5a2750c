import * as vscode from 'vscode';
import type { Parts } from '../parts';
import { pathBelow } from '../pathBelow';
import { mayHoldTag } from './mayHoldTag';

/**
 * Tags as a language, in Markdown files of the journal and others that hold a known tag. Nothing of it is loaded
 * before one of those is open.
 */
export function registerLanguage(parts: Parts): { dispose(): void } {
  return new Gate(parts);
}

/** Watches for the first document in which tags are a language. */
class Gate {
  readonly #parts: Parts;
  #watching: vscode.Disposable | undefined;
  #features: vscode.Disposable | undefined;
  #isDisposed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    const look = () => {
      this.#look(vscode.workspace.textDocuments);
    };
    this.#watching = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => {
        this.#look([document]);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.some((change) => this.#completesTag(document, change))) this.#load();
      }),
      parts.journal.onDidChange(look),
      parts.framework.onDidChange(look),
    );
    look();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#watching?.dispose();
    this.#features?.dispose();
  }

  #look(documents: readonly vscode.TextDocument[]): void {
    const { journal, framework } = this.#parts;
    const needed = documents.some(
      (document) =>
        document.languageId === 'markdown' &&
        ((journal.current && pathBelow(journal.current.root, document.uri)) !== undefined ||
          mayHoldTag(document.getText(), framework.current)),
    );
    if (needed) this.#load();
  }

  /** Only the lines that changed are looked at: this runs at each key in any Markdown document. */
  #completesTag(
    document: vscode.TextDocument,
    { range, text }: vscode.TextDocumentContentChangeEvent,
  ): boolean {
    if (document.languageId !== 'markdown') return false;
    const last = range.start.line + (text.match(/\n/g)?.length ?? 0);
    const lines = new vscode.Range(range.start.line, 0, last + 1, 0);
    return mayHoldTag(document.getText(lines), this.#parts.framework.current);
  }

  #load(): void {
    this.#watching?.dispose();
    if (!this.#watching) return;
    this.#watching = undefined;
    import('./speak').then(
      ({ registerFeatures }) => {
        if (!this.#isDisposed) this.#features = registerFeatures(this.#parts);
      },
      (error: unknown) => {
        this.#parts.log.error('The tag language can’t be loaded.', error);
      },
    );
  }
}
