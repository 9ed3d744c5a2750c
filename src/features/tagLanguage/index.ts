import * as vscode from 'vscode';
import type { Services } from '../../services/services';
import { mayHoldTag } from './mayHoldTag';

export { registerPreview, type MarkdownExtension } from './preview';

/**
 * Tags as a language, in Markdown files of the journal and others that hold a known tag. Nothing of it is loaded
 * before one of those is open, or a command is used.
 */
export function registerTagLanguage(
  services: Services,
  load: (services: Services) => Promise<TagProviders>,
): { dispose(): void } {
  return new LazyTagLanguage(services, load);
}

export interface TagProviders {
  /** @param run without `#` */
  ignoreNearMiss(run: unknown): Promise<void>;
  dispose(): void;
}

/** Watches for the first document in which tags are a language. */
class LazyTagLanguage {
  readonly #services: Services;
  readonly #command: vscode.Disposable;
  readonly #watching: vscode.Disposable;
  readonly #loadProviders: (services: Services) => Promise<TagProviders>;
  #providers: Promise<TagProviders> | undefined;

  constructor(services: Services, load: (services: Services) => Promise<TagProviders>) {
    this.#services = services;
    this.#loadProviders = load;
    const look = () => {
      this.#look(vscode.workspace.textDocuments);
    };
    this.#command = vscode.commands.registerCommand('twoHats.ignoreNearMiss', async (run: unknown) =>
      (await this.#load()).ignoreNearMiss(run),
    );
    this.#watching = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => {
        this.#look([document]);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.some((change) => this.#completesTag(document, change))) this.#begin();
      }),
      services.journal.onDidChange(look),
      services.journal.onDidChangeAddress(look),
      services.framework.onDidChange(look),
    );
    look();
  }

  dispose(): void {
    this.#command.dispose();
    this.#watching.dispose();
    // One that is still loading is disposed when it is there.
    this.#providers?.then(
      (providers) => {
        providers.dispose();
      },
      () => undefined,
    );
  }

  #look(documents: readonly vscode.TextDocument[]): void {
    const { journal, framework } = this.#services;
    const needed = documents.some(
      (document) =>
        document.languageId === 'markdown' &&
        (journal.current?.pathOf(document.uri) !== undefined ||
          mayHoldTag(document.getText(), framework.current)),
    );
    if (needed) this.#begin();
  }

  /** Only the lines that changed are looked at: this runs at each key in any Markdown document. */
  #completesTag(
    document: vscode.TextDocument,
    { range, text }: vscode.TextDocumentContentChangeEvent,
  ): boolean {
    if (document.languageId !== 'markdown') return false;
    const last = range.start.line + (text.match(/\n/g)?.length ?? 0);
    const lines = new vscode.Range(range.start.line, 0, last + 1, 0);
    return mayHoldTag(document.getText(lines), this.#services.framework.current);
  }

  #begin(): void {
    this.#load().catch((error: unknown) => {
      this.#services.log.error('The tag language can’t be loaded.', error);
    });
  }

  #load(): Promise<TagProviders> {
    this.#watching.dispose();
    this.#providers ??= this.#loadProviders(this.#services);
    return this.#providers;
  }
}
