import * as vscode from 'vscode';
import type { Extension } from './extension';
import { firstOffered, remember } from './features/capture/drafts';
import { OpenBox } from './features/capture/openBox';
import type { MarkdownExtension } from './features/tagLanguage';
import { showErrorMessage } from './platform/messages';
import { nextTurn } from './platform/timer';
import { proxyCommands } from './proxyCommands';

/**
 * Where VS Code enters, in every window. Next to nothing is loaded here: VS Code is answered, the box of *Capture Note…*
 * can be shown, and `extension.ts`, which composes the rest, is loaded when it is needed or nothing else is to be done.
 */
export function activate(context: vscode.ExtensionContext): MarkdownExtension {
  const start = new Start(context);
  context.subscriptions.push(start);
  return start;
}

/** In ms: by then a window that was just opened has shown what it restores. */
const untilIdle = 200;

class Start implements MarkdownExtension {
  readonly #context: vscode.ExtensionContext;
  readonly #waiting: vscode.Disposable[];
  readonly #own: vscode.Disposable;
  #loading: Promise<void> | undefined;
  #extension: Extension | undefined;
  #isBlank = false;
  #isOver = false;

  constructor(context: vscode.ExtensionContext) {
    this.#context = context;
    this.#own = vscode.commands.registerCommand('twoHats.captureNote', () => this.#capture());
    this.#waiting = [this.#proxies(), this.#loadForMarkdown(), this.#loadWhenIdle()];
  }

  /** Until it is known what is private, the preview shows nothing. */
  extendMarkdownIt(md: Parameters<MarkdownExtension['extendMarkdownIt']>[0]): typeof md {
    if (this.#extension) return this.#extension.preview.extendMarkdownIt(md);
    const render = md.renderer.render.bind(md.renderer);
    this.#isBlank = true;
    md.renderer.render = (...values) => (this.#isBlank ? '' : render(...values));
    void this.#begin();
    return md;
  }

  dispose(): void {
    this.#isOver = true;
    this.#own.dispose();
    this.#endWaiting();
  }

  /** A command loads the rest at once, and is passed on to it. */
  #proxies(): vscode.Disposable {
    const ids = commandIds(this.#context.extension.packageJSON);
    return proxyCommands(
      ids.filter((id) => id !== 'twoHats.captureNote'),
      () => this.#load(),
    );
  }

  #loadForMarkdown(): vscode.Disposable {
    const look = ({ languageId }: vscode.TextDocument): void => {
      if (languageId === 'markdown') void this.#begin();
    };
    vscode.workspace.textDocuments.forEach(look);
    return vscode.workspace.onDidOpenTextDocument(look);
  }

  #loadWhenIdle(): vscode.Disposable {
    const timer = setTimeout(() => void this.#begin(), untilIdle);
    return new vscode.Disposable(() => {
      clearTimeout(timer);
    });
  }

  async #capture(): Promise<void> {
    const state = this.#context.globalState;
    const box = new OpenBox(this.#extension?.capture.offered ?? firstOffered(state));
    try {
      await this.#load();
    } catch {
      await box.left;
      await remember(state, box.pick.value);
    }
    await this.#extension?.capture.take(box);
  }

  /** In a later turn, also when it is loaded: what VS Code was told now, such as to show a box, is on its way first. */
  async #load(): Promise<void> {
    const loading = this.#begin();
    await nextTurn();
    await loading;
  }

  #begin(): Promise<void> {
    if (!this.#loading) {
      this.#loading = this.#start();
      this.#loading.catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        void showErrorMessage(vscode.l10n.t('Two Hats could not start: {0}', reason));
      });
    }
    return this.#loading;
  }

  async #start(): Promise<void> {
    try {
      await nextTurn();
      const { activate: compose } = await import('./extension');
      if (this.#isOver) return;
      this.#endWaiting();
      this.#extension = compose(this.#context);
    } finally {
      if (this.#isBlank) void vscode.commands.executeCommand('markdown.api.reloadPlugins');
      this.#isBlank = false;
    }
  }

  #endWaiting(): void {
    for (const waiting of this.#waiting.splice(0)) waiting.dispose();
  }
}

function commandIds(manifest: unknown): readonly string[] {
  const commands = property(property(manifest, 'contributes'), 'commands');
  const ids = Array.isArray(commands) ? commands.map((command: unknown) => property(command, 'command')) : [];
  return ids.filter((id) => typeof id === 'string');
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
