import * as vscode from 'vscode';
import type { Framework } from '../../core/framework/model';
import {
  parseFromView,
  parseMemory,
  type FrameworkHost,
  type FrameworkPage,
  type ItemAddress,
  type FrameworkMemory,
  type FrameworkPageModel,
  type ViewEvent,
  type ViewState,
} from '../../protocol/frameworkView';
import type { TextRequest } from '../../protocol/page';
import { viewStrings } from '../shared/frameworkStrings';
import type { NotesView } from '../shared/views';
import { carryOutWithText } from '../shared/textRequest';
import { WebviewPage } from '../shared/webviewPage';
import type { WebviewSpot } from '../shared/webviewSpot';
import { withErrorMessage } from '../shared/withErrorMessage';
import type { Services } from '../../services/services';
import { buttonsOfCards, type ButtonOfCard } from './cardButtons';
import type { Introduces } from './introduction';
import { ShownState } from './shownState';

/** The view from when VS Code first shows it until it disposes it. */
export class ShownView implements vscode.Disposable {
  readonly #services: Services;
  readonly #buttons: readonly ButtonOfCard[];
  readonly #page: WebviewPage<FrameworkMemory, ViewEvent, FrameworkPage, FrameworkHost>;
  readonly #introduction: Introduces;
  readonly #state: ShownState;
  readonly #subscriptions: vscode.Disposable;
  /** The framework that stands in the HTML. */
  readonly #embedded: Framework;
  #awaited: ItemAddress | undefined;
  #sent: string | undefined;

  constructor(
    services: Services,
    notes: Pick<NotesView, 'showDimension'>,
    spot: WebviewSpot,
    introduction: Introduces,
  ) {
    this.#services = services;
    this.#introduction = introduction;
    this.#buttons = buttonsOfCards(services, notes);
    this.#embedded = services.framework.current;
    this.#state = new ShownState(services, this.#buttons, introduction);
    this.#page = new WebviewPage(services, spot, {
      ...{ name: 'frameworkView', title: 'Framework view', memoryKey: 'twoHats.frameworkView' },
      ...{ parseMemory, parse: parseFromView },
      model: (memory) => this.#model(memory),
      onReady: () => {
        this.#greet();
      },
      onEvent: (event) => {
        this.#receive(event);
      },
      onRequest: (request) => this.#carryOut(request),
    });
    this.#subscriptions = vscode.Disposable.from(
      services.framework.onDidChange(() => {
        this.#sendFramework();
        this.#state.refresh();
      }),
      this.#state.onDidChange(() => {
        this.#sendState();
      }),
    );
  }

  reveal(place: ItemAddress): void {
    if (this.#page.isReady) this.#page.send({ type: 'reveal', place });
    else this.#awaited = place;
  }

  dispose(): void {
    this.#page.dispose();
    this.#state.dispose();
    this.#subscriptions.dispose();
  }

  #model(memory: FrameworkMemory | null): FrameworkPageModel {
    const { language } = vscode.env;
    const cardButtons = this.#buttons.map(({ id, label }) => ({ id, label }));
    const introduction = this.#introduction.isShown;
    return { framework: this.#embedded, words: viewStrings(), language, memory, cardButtons, introduction };
  }

  #receive(event: ViewEvent): void {
    switch (event.type) {
      case 'check':
        void this.#startCheck();
        return;
      case 'cardButton':
        void this.#press(event.button, event.dimension);
    }
  }

  #greet(): void {
    this.#sent = undefined;
    if (this.#services.framework.current !== this.#embedded) this.#sendFramework();
    this.#sendState();
    this.#state.refresh();
    // Another window may have saved the first check.
    void this.#introduction.look();
    if (this.#awaited) this.reveal(this.#awaited);
    this.#awaited = undefined;
  }

  #sendFramework(): void {
    this.#page.send({ type: 'framework', framework: this.#services.framework.current });
  }

  /** The cursor moves often and changes little: what the page knows already is not sent again. */
  #sendState(): void {
    if (!this.#page.isReady) return;
    const state: ViewState = this.#state.current;
    const text = JSON.stringify(state);
    if (text !== this.#sent) this.#page.send({ type: 'state', state });
    this.#sent = text;
  }

  #carryOut(request: TextRequest): Promise<'done'> {
    return carryOutWithText(request, this.#services, {
      insert: vscode.l10n.t('The prompt could not be inserted.'),
      copy: vscode.l10n.t('The prompt could not be copied.'),
    });
  }

  async #startCheck(): Promise<void> {
    await withErrorMessage(this.#services.log, vscode.l10n.t('The self-check could not be started.'), () =>
      vscode.commands.executeCommand('twoHats.startQuickCheck'),
    );
  }

  async #press(id: string, dimension: string): Promise<void> {
    const button = this.#buttons.find((candidate) => candidate.id === id);
    if (!button) this.#services.log.warn(`Framework view: cards have no button “${id}”.`);
    else await withErrorMessage(this.#services.log, button.failed, () => button.run(dimension));
  }
}
