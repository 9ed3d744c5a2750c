import * as vscode from 'vscode';
import type { KnownTag } from '../../core/journal/tags/tags';
import { rangeOf } from '../../services/taggedDocuments';
import type { LanguageServices } from '../../services/languageServices';
import { Disposable } from '../../platform/disposable';
import { Timer } from '../../platform/timer';

/** Time in ms after the last key or the last move of the page. */
const restMs = 50;
/** Lines above and below those in sight, for a page that is moved a little. */
const margin = 60;

/** Colours tags by their hat, and underlines them so that they differ without colours, too. */
export function registerColours(services: LanguageServices): { dispose(): void } {
  return new Colours(services);
}

class Colours extends Disposable {
  readonly #services: LanguageServices;
  readonly #firstHat = this.register(style('twoHats.firstHatTagForeground', 'underline solid'));
  readonly #secondHat = this.register(style('twoHats.secondHatTagForeground', 'underline double'));
  readonly #dimension = this.register(style('twoHats.dimensionTagForeground', 'underline dotted'));
  readonly #waiting = new Set<vscode.TextEditor>();
  readonly #timer = this.register(new Timer());

  constructor(services: LanguageServices) {
    super();
    this.#services = services;
    const all = () => {
      this.#later(vscode.window.visibleTextEditors);
    };
    this.register(services.documents.onDidChange(all));
    this.register(vscode.window.onDidChangeVisibleTextEditors(all));
    this.register(
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        this.#later([textEditor]);
      }),
    );
    this.register(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        this.#later(vscode.window.visibleTextEditors.filter((editor) => editor.document === document));
      }),
    );
    all();
  }

  #later(editors: readonly vscode.TextEditor[]): void {
    for (const editor of editors) if (editor.document.languageId === 'markdown') this.#waiting.add(editor);
    if (this.#waiting.size === 0) return;
    this.#timer.set(restMs, () => {
      for (const editor of this.#waiting) this.#colour(editor);
      this.#waiting.clear();
    });
  }

  #colour(editor: vscode.TextEditor): void {
    const { documents, framework } = this.#services;
    const { document, visibleRanges } = editor;
    const isInSight = ({ line }: { readonly line: number }) =>
      visibleRanges.some(({ start, end }) => start.line - margin <= line && line <= end.line + margin);
    const tags = documents.isTagged(document) ? documents.scan(document).tags.filter(isInSight) : [];
    const { hats } = framework.current;
    const show = (type: vscode.TextEditorDecorationType, wanted: (tag: KnownTag) => boolean) => {
      editor.setDecorations(type, tags.filter(wanted).map(rangeOf));
    };
    show(this.#firstHat, ({ hat }) => hat === hats[0].id);
    show(this.#secondHat, ({ hat }) => hat === hats[1].id);
    show(this.#dimension, ({ hat }) => hat === undefined);
  }
}

function style(color: string, textDecoration: string): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    color: new vscode.ThemeColor(color),
    textDecoration,
  });
}
