import * as vscode from 'vscode';
import { Newest } from '../../core/util/newest';

interface OpenTab {
  readonly input: unknown;
  readonly isPreview: boolean;
}

/** Where the person was in the editors before they looked elsewhere, and the way back to it. */
export class EditorPlace implements vscode.Disposable {
  readonly #column = vscode.window.tabGroups.activeTabGroup.viewColumn;
  readonly #tabs: readonly OpenTab[];
  readonly #activeTab: number;
  readonly #editor: EditorState | undefined;
  readonly #highlight = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
    borderColor: new vscode.ThemeColor('editor.rangeHighlightBorder'),
  });
  readonly #shown = new Map<string, vscode.Uri>();
  /** Several may be asked for in haste. */
  readonly #newest = new Newest();
  #showing: Promise<void> = Promise.resolve();

  constructor() {
    const { tabs } = vscode.window.tabGroups.activeTabGroup;
    this.#tabs = tabs.map(({ input, isPreview }) => ({ input, isPreview }));
    this.#activeTab = tabs.findIndex(({ isActive }) => isActive);
    const editor = vscode.window.activeTextEditor;
    this.#editor = editor?.viewColumn === this.#column ? stateOf(editor) : undefined;
  }

  /** Shows lines of a file without taking the focus; what is asked for later is shown instead. */
  show(uri: vscode.Uri, selection: vscode.Range, lines: vscode.Range): Promise<void> {
    const isNewest = this.#newest.begin();
    this.#showing = this.#showing.then(async () => {
      if (!isNewest()) return;
      this.#shown.set(uri.toString(), uri);
      const options = { viewColumn: this.#column, preview: true, preserveFocus: true, selection };
      const editor = await vscode.window.showTextDocument(uri, options);
      editor.setDecorations(this.#highlight, [lines]);
      editor.revealRange(lines, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
      // Where previews are switched off every one of them gets a tab.
      await this.#closeShown(uri.toString());
    });
    return this.#showing;
  }

  /** The way back: same editor, same selection, same scroll; nothing is open that was not. */
  async restore(): Promise<void> {
    this.#newest.dispose();
    await this.#showing.catch(() => undefined);
    if (this.#shown.size === 0) return;
    await this.#reopenPreview();
    await this.#reactivate();
    await this.#closeShown(undefined);
  }

  dispose(): void {
    this.#newest.dispose();
    this.#highlight.dispose();
  }

  /** A group has one preview; one that was not in front was lost to the first of ours. */
  async #reopenPreview(): Promise<void> {
    const index = this.#tabs.findIndex(({ isPreview }) => isPreview);
    if (index < 0 || index === this.#activeTab || this.#isOpen(this.#tabs[index])) return;
    await reopen(this.#tabs[index], this.#column);
  }

  async #reactivate(): Promise<void> {
    const active = this.#tabs[this.#activeTab];
    if (this.#editor)
      await this.#editor.show(active?.isPreview ?? false, (uri) => this.#shown.has(uri.toString()));
    else if (active) {
      if (!this.#isOpen(active)) await reopen(active, this.#column);
      await vscode.commands.executeCommand('workbench.action.openEditorAtIndex', this.#activeTab);
    }
  }

  /** Closes what was not open before, unless the person has changed it meanwhile. */
  async #closeShown(except: string | undefined): Promise<void> {
    const before = new Set(this.#tabs.map(({ input }) => addressOf(input)));
    const own = this.#currentTabs().filter(({ input, isDirty }) => {
      const address = addressOf(input);
      return (
        address !== undefined &&
        address !== except &&
        !isDirty &&
        this.#shown.has(address) &&
        !before.has(address)
      );
    });
    if (own.length > 0) await vscode.window.tabGroups.close(own, true);
  }

  #isOpen(tab: OpenTab | undefined): boolean {
    const address = addressOf(tab?.input);
    return address === undefined || this.#currentTabs().some(({ input }) => addressOf(input) === address);
  }

  #currentTabs(): readonly vscode.Tab[] {
    return vscode.window.tabGroups.all.find(({ viewColumn }) => viewColumn === this.#column)?.tabs ?? [];
  }
}

interface EditorState {
  /** @param isMoved tells whether another place of the file was shown meanwhile */
  show(asPreview: boolean, isMoved: (uri: vscode.Uri) => boolean): Promise<void>;
}

function stateOf({ document, viewColumn, selections, visibleRanges }: vscode.TextEditor): EditorState {
  const [top] = visibleRanges;
  return {
    async show(preview, isMoved) {
      const column = viewColumn === undefined ? {} : { viewColumn };
      const editor = await vscode.window.showTextDocument(document, {
        ...column,
        preview,
        preserveFocus: true,
      });
      // An editor that stayed open has kept its place to the pixel.
      if (!preview && !isMoved(document.uri)) return;
      editor.selections = selections;
      if (top) editor.revealRange(top, vscode.TextEditorRevealType.AtTop);
    },
  };
}

/** Of a tab that shows one file, in whatever editor. */
function addressOf(input: unknown): string | undefined {
  const { TabInputText, TabInputCustom, TabInputNotebook } = vscode;
  return input instanceof TabInputText || input instanceof TabInputCustom || input instanceof TabInputNotebook
    ? input.uri.toString()
    : undefined;
}

async function reopen(tab: OpenTab | undefined, viewColumn: vscode.ViewColumn): Promise<void> {
  const options = { viewColumn, preview: true, preserveFocus: true };
  const input = tab?.input;
  if (input instanceof vscode.TabInputText)
    await vscode.commands.executeCommand('vscode.open', input.uri, options);
  else if (input instanceof vscode.TabInputCustom)
    await vscode.commands.executeCommand('vscode.openWith', input.uri, input.viewType, options);
  else if (input instanceof vscode.TabInputNotebook)
    await vscode.commands.executeCommand('vscode.openWith', input.uri, input.notebookType, options);
}
