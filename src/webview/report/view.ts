import type { Endpoint } from '../../protocol/endpoint';
import {
  parseFromHost,
  parseMemory,
  type ReportHostEvent,
  type ReportMemory,
  type ReportPageModel,
  type ReportHost,
  type ReportPage,
  type ReportView,
} from '../../protocol/report';
import { make } from '../shared/dom';
import { Focus } from '../shared/focus';
import { connect, type Api } from '../shared/host';
import { MemorySaver, recall } from '../shared/memory';
import { textActions } from '../shared/textActions';
import type { ReportActions } from './actions';
import { pageElement } from './page';

const blank: ReportMemory = { at: 0, period: '12', person: '', open: [], scroll: 0, focus: '' };

export function connectPage(
  api: Api,
  onEvent: (event: ReportHostEvent) => void,
): Endpoint<ReportHost, ReportPage> {
  return connect<ReportHost, ReportPage>(api, parseFromHost, onEvent);
}

/** Connects the page with its host, and keeps what a page that is made anew must find again. */
export class ReportWebview {
  readonly element = make('main');
  readonly #status = make('p', { class: 'spoken', role: 'status' });
  readonly #model: ReportPageModel;
  readonly #endpoint: Endpoint<ReportHost, ReportPage>;
  readonly #memory: MemorySaver<ReportMemory>;
  readonly #focus: Focus;
  readonly #open: Set<string>;
  #scope: Pick<ReportMemory, 'period' | 'person'>;
  /** Where to scroll once the first report is there. */
  #scroll: number | undefined;

  constructor(api: Api, model: ReportPageModel) {
    const memory = recall(api, parseMemory, model.memory) ?? blank;
    this.#model = model;
    this.#scope = { period: memory.period, person: memory.person };
    this.#open = new Set(memory.open);
    this.#scroll = memory.scroll;
    this.#endpoint = connectPage(api, (event) => {
      this.#receive(event);
    });
    this.#memory = new MemorySaver(
      (at) => ({
        ...{ at, ...this.#scope, open: [...this.#open], focus: this.#focus.id },
        scroll: this.#scroll ?? window.scrollY,
      }),
      (memory) => {
        api.setState(memory);
        this.#endpoint.send({ type: 'remember', memory });
      },
    );
    const changed = (): void => {
      this.#memory.changed();
    };
    this.#focus = new Focus(this.element, { id: memory.focus, changed });
    window.addEventListener('scroll', changed);
    this.element.append(this.#status);
    queueMicrotask(() => {
      // Before the first report, so that it is the right one.
      this.#endpoint.send({ type: 'scope', ...this.#scope });
      this.#endpoint.send({ type: 'ready' });
    });
  }

  #receive(event: ReportHostEvent): void {
    switch (event.type) {
      case 'report':
        this.#show(event.report);
        return;
      case 'loading':
        this.#showLoading();
    }
  }

  #show(report: ReportView): void {
    this.#scope = { period: report.period, person: report.person };
    const { x, y } = { x: window.scrollX, y: this.#scroll ?? window.scrollY };
    const hadFocus = this.element.contains(document.activeElement);
    this.element.replaceChildren(pageElement(report, this.#model.words, this.#actions()), this.#status);
    // Charts are drawn when it is known how much room they have, before the next frame is painted.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        window.scrollTo(x, y);
        this.#scroll = undefined;
      }),
    );
    if (hadFocus || document.hasFocus()) this.#focus.restore();
  }

  #showLoading(): void {
    const { words } = this.#model;
    this.element.replaceChildren(
      make(
        'div',
        { class: 'page' },
        make('h1', {}, words.title),
        make('p', { role: 'status' }, words.loading),
      ),
      this.#status,
    );
  }

  #actions(): ReportActions {
    return {
      ...textActions(
        (request) => this.#endpoint.request(request),
        this.#model.words,
        (text) => {
          this.#status.textContent = text;
        },
      ),
      open: (file) => {
        this.#endpoint.send({ type: 'open', file });
      },
      check: () => {
        this.#endpoint.send({ type: 'check' });
      },
      choose: (scope) => {
        this.#scope = { ...this.#scope, ...scope };
        this.#endpoint.send({ type: 'scope', ...this.#scope });
        this.#memory.changed();
      },
      isOpen: (id) => this.#open.has(id),
      toggled: (id, isOpen) => {
        if (isOpen) this.#open.add(id);
        else this.#open.delete(id);
        this.#memory.changed();
      },
    };
  }
}
