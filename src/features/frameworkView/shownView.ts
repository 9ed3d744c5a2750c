import * as vscode from 'vscode';
import type { Framework } from '../../core/framework/model';
import {
  Endpoint,
  parseFromView,
  parseMemory,
  type HostEvent,
  type ItemAddress,
  type ViewEvent,
  type ViewRequest,
  type ViewState,
} from '../../protocol/frameworkView';
import { withErrorMessage } from '../shared/withErrorMessage';
import type { NotesView } from '../shared/views';
import type { Services } from '../../services/services';
import { html } from './html';
import { ShownState } from './shownState';
import { viewStrings } from '../shared/frameworkStrings';

/** How long the page may take until it listens, in ms, before the log says that it does not. */
const readyPatience = 10_000;

/**
 * The view from when VS Code first shows it until it disposes it. While hidden its page does not exist; it is made
 * anew from the same HTML when shown, and says `ready` again.
 */
export class ShownView implements vscode.Disposable {
  readonly #parts: Services;
  readonly #notes: Pick<NotesView, 'showDimension'>;
  readonly #view: vscode.WebviewView;
  readonly #endpoint: Endpoint<ViewEvent, ViewRequest, HostEvent, never>;
  readonly #state: ShownState;
  readonly #subscriptions: vscode.Disposable;
  /** The framework that stands in the HTML. */
  readonly #embedded: Framework;
  #ready = false;
  #awaited: ItemAddress | undefined;
  #sent: string | undefined;
  #readyTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: Services, notes: Pick<NotesView, 'showDimension'>, view: vscode.WebviewView) {
    this.#parts = parts;
    this.#notes = notes;
    this.#view = view;
    this.#embedded = parts.framework.current;
    this.#state = new ShownState(parts);
    this.#endpoint = new Endpoint({
      parse: parseFromView,
      post: (message) => void view.webview.postMessage(message),
      onEvent: (event) => {
        this.#receive(event);
      },
      onRequest: (request) => this.#carryOut(request),
      warn: (text) => {
        parts.log.warn(`Framework view: ${text}`);
      },
    });
    this.#subscriptions = this.#subscribe();
    this.#show();
    this.#expectReady();
  }

  reveal(place: ItemAddress): void {
    if (this.#ready) this.#endpoint.send({ type: 'reveal', place });
    else this.#awaited = place;
  }

  dispose(): void {
    clearTimeout(this.#readyTimer);
    this.#endpoint.dispose();
    this.#state.dispose();
    this.#subscriptions.dispose();
  }

  #subscribe(): vscode.Disposable {
    return vscode.Disposable.from(
      this.#view.webview.onDidReceiveMessage((message: unknown) => {
        this.#endpoint.receive(message);
      }),
      this.#view.onDidChangeVisibility(() => {
        this.#ready = false;
        if (this.#view.visible) this.#expectReady();
      }),
      this.#parts.framework.onDidChange(() => {
        this.#sendFramework();
        this.#state.refresh();
      }),
      this.#state.onDidChange(() => {
        this.#sendState();
      }),
    );
  }

  #show(): void {
    const { extensionUri } = this.#parts.context;
    const folder = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
    const { webview } = this.#view;
    webview.options = { enableScripts: true, localResourceRoots: [folder] };
    webview.html = html({
      cspSource: webview.cspSource,
      nonce: makeNonce(),
      script: webview.asWebviewUri(vscode.Uri.joinPath(folder, 'frameworkView.js')).toString(),
      style: webview.asWebviewUri(vscode.Uri.joinPath(folder, 'frameworkView.css')).toString(),
      model: {
        framework: this.#embedded,
        words: viewStrings(),
        language: vscode.env.language,
        memory: parseMemory(this.#parts.context.workspaceState.get('twoHats.frameworkView')) ?? null,
      },
    });
  }

  #expectReady(): void {
    clearTimeout(this.#readyTimer);
    this.#readyTimer = setTimeout(() => {
      if (this.#view.visible && !this.#ready)
        this.#parts.log.warn('Framework view: the page does not answer.');
    }, readyPatience);
  }

  #receive(event: ViewEvent): void {
    switch (event.type) {
      case 'ready':
        this.#greet();
        return;
      case 'check':
        void this.#check(event.dimension);
        return;
      case 'showNotes':
        void this.#showNotes(event.dimension);
        return;
      case 'remember':
        void this.#parts.context.workspaceState.update('twoHats.frameworkView', event.memory);
        return;
      case 'problem':
        this.#parts.log.warn(`Framework view: ${event.text}`);
    }
  }

  #greet(): void {
    this.#ready = true;
    this.#sent = undefined;
    if (this.#parts.framework.current !== this.#embedded) this.#sendFramework();
    this.#sendState();
    this.#state.refresh();
    if (this.#awaited) this.reveal(this.#awaited);
    this.#awaited = undefined;
  }

  #sendFramework(): void {
    if (this.#ready) this.#endpoint.send({ type: 'framework', framework: this.#parts.framework.current });
  }

  /** The cursor moves often and changes little: what the page knows already is not sent again. */
  #sendState(): void {
    if (!this.#ready) return;
    const state: ViewState = this.#state.current;
    const text = JSON.stringify(state);
    if (text !== this.#sent) this.#endpoint.send({ type: 'state', state });
    this.#sent = text;
  }

  /** The person learns of a failure here; the page only learns that there was one. */
  async #carryOut(request: ViewRequest): Promise<void> {
    if (!(await this.#tryTo(request))) throw new Error('See the log.');
  }

  #tryTo({ type, text }: ViewRequest): Promise<boolean> {
    const { log, markdownEditor } = this.#parts;
    switch (type) {
      case 'insert':
        return withErrorMessage(log, vscode.l10n.t('The prompt could not be inserted.'), () =>
          markdownEditor.insert(text),
        );
      case 'copy':
        return withErrorMessage(log, vscode.l10n.t('The prompt could not be copied.'), () =>
          vscode.env.clipboard.writeText(text),
        );
    }
  }

  /** The page can never name a command: each stands here. */
  async #check(dimension: string | null): Promise<void> {
    await withErrorMessage(this.#parts.log, vscode.l10n.t('The self-check could not be started.'), () =>
      dimension === null
        ? vscode.commands.executeCommand('twoHats.startQuickCheck')
        : vscode.commands.executeCommand('twoHats.checkDimension', dimension),
    );
  }

  async #showNotes(dimension: string): Promise<void> {
    await withErrorMessage(this.#parts.log, vscode.l10n.t('The notes could not be shown.'), () =>
      this.#notes.showDimension(dimension),
    );
  }
}

function makeNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
