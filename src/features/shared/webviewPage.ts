import * as vscode from 'vscode';
import { Endpoint, type Envelope, type Parser, type Reply, type Voice } from '../../protocol/endpoint';
import { isPageEvent, type PageEvent, type PageModel, type PageVoice } from '../../protocol/page';
import { Timer } from '../../platform/timer';
import type { Services } from '../../services/services';
import { webviewHtml } from './webviewHtml';
import type { WebviewSpot } from './webviewSpot';

/** How long a page may take until it listens, in ms, before the log says that it does not. */
const readyPatience = 10_000;

/** What a surface makes of a page: what stands in it, and what is done when it speaks. */
export interface PageSurface<
  Memory,
  Own extends { readonly type: string },
  In extends PageVoice<Own>,
  Value,
> {
  /** Of the page's folder in `src/webview/`. */
  readonly name: string;
  /** What the log calls it. */
  readonly title: string;
  /** Under which the workspace's state holds what the page remembers. */
  readonly memoryKey: string;
  readonly parseMemory: Parser<Memory>;
  readonly parse: Parser<Envelope<In>>;
  model(memory: Memory | null): PageModel<Memory>;
  /** The page listens, for the first time or made anew: what changed since its model was made must be sent. */
  onReady(): void;
  onEvent(event: Own): void;
  onRequest(request: In['request']): Promise<Value>;
}

/**
 * A page from when VS Code first shows it until it disposes it. While hidden it does not exist; it is made anew from the
 * same HTML when shown, and says `ready` again. The policy lets it load its own script and style sheet and nothing else.
 */
export class WebviewPage<
  Memory,
  Own extends { readonly type: string },
  In extends PageVoice<Own>,
  Out extends Voice,
>
  implements vscode.Disposable
{
  readonly #services: Pick<Services, 'context' | 'log'>;
  readonly #spot: WebviewSpot;
  readonly #surface: PageSurface<Memory, Own, In, Out['value']>;
  readonly #endpoint: Endpoint<In, Out>;
  readonly #subscriptions: vscode.Disposable;
  #wasVisible: boolean;
  #isReady = false;
  readonly #readyTimer = new Timer();

  constructor(
    services: Pick<Services, 'context' | 'log'>,
    spot: WebviewSpot,
    surface: PageSurface<Memory, Own, In, Out['value']>,
  ) {
    this.#services = services;
    this.#spot = spot;
    this.#surface = surface;
    this.#wasVisible = spot.visible;
    this.#endpoint = this.#connect();
    this.#subscriptions = vscode.Disposable.from(
      spot.webview.onDidReceiveMessage((message: unknown) => {
        this.#endpoint.receive(message);
      }),
      spot.onDidChange(() => {
        this.#turnVisible();
      }),
    );
    this.#fill();
    this.#expectReady();
  }

  /** Does the page exist and listen? */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** To a page that does not listen nothing is sent: when it does, `onReady` tells it all. */
  send(event: Out['event']): void {
    if (this.#isReady) this.#endpoint.send(event);
  }

  request(request: Out['request']): Promise<Reply<In['value']>> {
    return this.#endpoint.request(request);
  }

  dispose(): void {
    this.#readyTimer.dispose();
    this.#endpoint.dispose();
    this.#subscriptions.dispose();
  }

  #connect(): Endpoint<In, Out> {
    const surface = this.#surface;
    return new Endpoint<In, Out>({
      parse: surface.parse,
      post: (message) => void this.#spot.webview.postMessage(message),
      onEvent: (event: PageEvent | Own) => {
        if (isPageEvent(event)) this.#hear(event);
        else surface.onEvent(event);
      },
      onRequest: (request) => surface.onRequest(request),
      warn: (text) => {
        this.#warn(text);
      },
    });
  }

  #fill(): void {
    const { context } = this.#services;
    const { name, memoryKey, parseMemory } = this.#surface;
    const memory = parseMemory(context.workspaceState.get(memoryKey)) ?? null;
    const { webview } = this.#spot;
    const folder = vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview');
    const file = (ending: string) => webview.asWebviewUri(vscode.Uri.joinPath(folder, name + ending));
    webview.options = { enableScripts: true, localResourceRoots: [folder] };
    webview.html = webviewHtml({
      cspSource: webview.cspSource,
      nonce: makeNonce(),
      script: file('.js').toString(),
      style: file('.css').toString(),
      model: this.#surface.model(memory),
    });
  }

  #hear(event: PageEvent): void {
    switch (event.type) {
      case 'ready':
        this.#isReady = true;
        this.#surface.onReady();
        return;
      case 'remember':
        void this.#services.context.workspaceState.update(this.#surface.memoryKey, event.memory);
        return;
      case 'problem':
        this.#warn(event.text);
    }
  }

  #turnVisible(): void {
    const { visible } = this.#spot;
    if (visible === this.#wasVisible) return;
    this.#wasVisible = visible;
    this.#isReady = false;
    if (visible) this.#expectReady();
  }

  #expectReady(): void {
    this.#readyTimer.set(readyPatience, () => {
      if (this.#spot.visible && !this.#isReady) this.#warn('the page does not answer.');
    });
  }

  #warn(text: string): void {
    this.#services.log.warn(`${this.#surface.title}: ${text}`);
  }
}

function makeNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
