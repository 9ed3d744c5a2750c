import type { Endpoint } from '../../protocol/endpoint';
import {
  parseFromHost,
  parseMemory,
  type FrameworkHost,
  type FrameworkPage,
  type FrameworkHostEvent,
  type ItemAddress,
  type FrameworkMemory,
  type FrameworkPageModel,
  type ViewState,
} from '../../protocol/frameworkView';
import { make } from '../shared/dom';
import { Focus } from '../shared/focus';
import { connect, type Api } from '../shared/host';
import { MemorySaver, recall } from '../shared/memory';
import { textActions } from '../shared/textActions';
import type { CardActions } from './actions';
import { Page } from './page';

/** How long a live region waits, in ms: somebody who types hears the last count, not each one. */
const announceDelay = 400;

const blank: FrameworkMemory = { at: 0, open: [], query: '', leftResults: false, scroll: 0, focus: '' };

export function connectView(
  api: Api,
  onEvent: (event: FrameworkHostEvent) => void,
): Endpoint<FrameworkHost, FrameworkPage> {
  return connect<FrameworkHost, FrameworkPage>(api, parseFromHost, onEvent);
}

/** Connects the page with its host, and keeps what a page that is made anew must find again. */
export class FrameworkWebview {
  readonly element = make('main');
  readonly #status = make('p', { class: 'spoken', role: 'status' });
  readonly #endpoint: Endpoint<FrameworkHost, FrameworkPage>;
  readonly #memory: MemorySaver<FrameworkMemory>;
  readonly #focus: Focus;
  readonly #actions: CardActions;
  #model: FrameworkPageModel;
  #page: Page;
  #state: ViewState | undefined;
  /** Where to scroll once the first state is there: what it shows moves what is below. */
  #scroll: number | undefined;
  #announcing: ReturnType<typeof setTimeout> | undefined;

  constructor(api: Api, model: FrameworkPageModel) {
    const memory = recall(api, parseMemory, model.memory) ?? blank;
    this.#model = model;
    this.#scroll = memory.scroll;
    this.#endpoint = connectView(api, (event) => {
      this.#receive(event);
    });
    this.#memory = new MemorySaver(
      (at) => ({ ...this.#page.memory, at, scroll: window.scrollY, focus: this.#focus.id }),
      (memory) => {
        api.setState(memory);
        this.#endpoint.send({ type: 'remember', memory });
      },
    );
    const changed = (): void => {
      this.#memory.changed();
    };
    // The button of the introduction goes with the first check.
    this.#focus = new Focus(this.element, { id: memory.focus, instead: 'search', changed });
    window.addEventListener('scroll', changed);
    this.#actions = this.#makeActions();
    this.#page = new Page(model, this.#actions);
    this.#page.memory = memory;
    this.element.append(this.#page.element, this.#status);
    // After the page stands in the document.
    queueMicrotask(() => {
      window.scrollTo(0, memory.scroll);
      if (document.hasFocus()) this.#focus.restore();
      this.#endpoint.send({ type: 'ready' });
    });
  }

  #receive(event: FrameworkHostEvent): void {
    switch (event.type) {
      case 'framework':
        this.#model = { ...this.#model, framework: event.framework };
        this.#rebuild();
        return;
      case 'state':
        this.#state = event.state;
        this.#page.update(event.state);
        if (this.#scroll !== undefined) window.scrollTo(0, this.#scroll);
        this.#scroll = undefined;
        return;
      case 'reveal':
        this.#open(event.place);
    }
  }

  #rebuild(): void {
    const { memory } = this.#page;
    const hadFocus = this.element.contains(document.activeElement);
    this.#page = new Page(this.#model, this.#actions);
    this.#page.memory = memory;
    this.element.replaceChildren(this.#page.element, this.#status);
    if (this.#state) this.#page.update(this.#state);
    if (hadFocus) this.#focus.restore();
  }

  #makeActions(): CardActions {
    return {
      ...textActions(
        (request) => this.#endpoint.request(request),
        this.#model.words,
        (text) => {
          this.#announce(text);
        },
      ),
      startCheck: () => {
        this.#endpoint.send({ type: 'check' });
      },
      press: ({ id }, dimension) => {
        this.#endpoint.send({ type: 'cardButton', button: id, dimension });
      },
      announce: (text) => {
        this.#announce(text);
      },
      open: (place) => {
        this.#open(place);
      },
      changed: () => {
        this.#memory.changed();
      },
    };
  }

  #announce(text: string): void {
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => (this.#status.textContent = text), announceDelay);
  }

  #open(place: ItemAddress): void {
    this.#scroll = undefined;
    this.#page.reveal(place);
  }
}
