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
  type ViewRequest,
  type ViewState,
} from '../../protocol/frameworkView';
import { make } from '../shared/dom';
import { connect, type Api } from '../shared/host';
import { MemorySaver, recall } from '../shared/memory';
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
  readonly #actions: CardActions;
  #model: FrameworkPageModel;
  #page: Page;
  #state: ViewState | undefined;
  /** Id of the element that has, or had, the focus. */
  #focus: string;
  /** Where to scroll once the first state is there: what it shows moves what is below. */
  #scroll: number | undefined;
  #announcing: ReturnType<typeof setTimeout> | undefined;

  constructor(api: Api, model: FrameworkPageModel) {
    const memory = recall(api, parseMemory, model.memory) ?? blank;
    this.#model = model;
    this.#focus = memory.focus;
    this.#scroll = memory.scroll;
    this.#endpoint = connectView(api, (event) => {
      this.#receive(event);
    });
    this.#memory = new MemorySaver(
      (at) => ({ ...this.#page.memory, at, scroll: window.scrollY, focus: this.#focus }),
      (memory) => {
        api.setState(memory);
        this.#endpoint.send({ type: 'remember', memory });
      },
    );
    this.#actions = this.#makeActions();
    this.#page = new Page(model, this.#actions);
    this.#page.memory = memory;
    this.element.append(this.#page.element, this.#status);
    this.#listen();
    // After the page stands in the document.
    queueMicrotask(() => {
      window.scrollTo(0, memory.scroll);
      if (document.hasFocus()) this.#restoreFocus();
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
    if (hadFocus) this.#restoreFocus();
  }

  #makeActions(): CardActions {
    return {
      insert: (text) => this.#carryOut({ type: 'insert', text }, ''),
      copy: (text) => this.#carryOut({ type: 'copy', text }, this.#model.words.copied),
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

  async #carryOut(request: ViewRequest, success: string): Promise<boolean> {
    const reply = await this.#endpoint.request(request);
    const done = 'value' in reply;
    this.#announce(done ? success : this.#model.words.failed);
    return done;
  }

  #announce(text: string): void {
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => (this.#status.textContent = text), announceDelay);
  }

  #open(place: ItemAddress): void {
    this.#scroll = undefined;
    this.#page.reveal(place);
  }

  #listen(): void {
    this.element.addEventListener('focusin', ({ target }) => {
      this.#focus = target instanceof Element ? target.id : '';
      this.#memory.changed();
    });
    window.addEventListener('scroll', () => {
      this.#memory.changed();
    });
    // A page that was made anew must not take the focus from the editor: it waits until it is given.
    window.addEventListener('focus', () => {
      if (document.activeElement === document.body) this.#restoreFocus();
    });
  }

  #restoreFocus(): void {
    const focused = document.getElementById(this.#focus);
    // The button of the introduction goes with the first check.
    const isGone = focused !== null && !focused.checkVisibility();
    const target = isGone ? document.getElementById('search') : focused;
    target?.focus({ preventScroll: true });
  }
}
