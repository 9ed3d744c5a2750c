import type { Hit } from '../../core/framework/search';
import type { Framework, Side, Situation } from '../../core/framework/model';
import {
  addressOfHit,
  sectionOf,
  type ItemAddress,
  type FrameworkPageStrings,
} from '../../protocol/frameworkView';
import { button, fill, make } from '../shared/dom';
import type { CardActions } from './actions';
import { arrowKeys } from '../shared/keyboard';
import { hatLabel } from './sides';

/** What a search found, best first. */
export class Results {
  readonly element = make('section', { class: 'results', hidden: '' });

  constructor(
    readonly framework: Framework,
    readonly words: FrameworkPageStrings,
    readonly actions: CardActions,
  ) {
    this.element.setAttribute('aria-label', words.results);
    arrowKeys(this.element, () => this.#stops);
  }

  show(query: string, hits: readonly Hit[], back: () => void): void {
    const { words } = this;
    this.element.replaceChildren(
      ...(hits.length > 0
        ? [
            make(
              'ol',
              {},
              hits.map((hit, index) => make('li', {}, this.#result(hit, index))),
            ),
          ]
        : [
            make('p', { class: 'nothing' }, fill(words.nothingFits, query)),
            button({ id: 'back', class: 'secondary' }, back, words.backToCards),
          ]),
    );
  }

  focusFirst(): void {
    this.#stops[0]?.focus();
  }

  get #stops(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('.result')];
  }

  #result(hit: Hit, index: number): HTMLElement | undefined {
    if (hit.kind === 'situation') {
      const situation = this.framework.situations.find(({ id }) => id === hit.situation);
      return situation && this.#situation(situation, index);
    }
    return button(
      { id: `result/${index}`, class: 'result' },
      () => {
        this.actions.open(addressOfHit(hit));
      },
      make('span', { class: 'text' }, hit.text),
      ' ',
      this.#context(hit),
    );
  }

  /** Where a hit stands: its dimension, and its hat and list. */
  #context(hit: Exclude<Hit, { kind: 'situation' }>): HTMLElement {
    const dimension = this.framework.dimensions.find(({ id }) => id === hit.dimension);
    if (hit.kind === 'dimension') return make('span', { class: 'context' }, dimension?.question);
    return make(
      'span',
      { class: 'context' },
      hatLabel(this.framework, hit.hat),
      ' ',
      make('span', {}, dimension?.title),
      ' ',
      make('span', {}, this.words[sectionOf(hit)]),
    );
  }

  #situation({ title, first, move, then, trap }: Situation, index: number): HTMLElement {
    const { words } = this;
    const id = `result/${index}`;
    return make(
      'article',
      { class: 'situation', 'aria-labelledby': id },
      make('p', { class: 'context' }, words.situation),
      make('h2', { id, class: 'result', tabindex: '-1' }, title),
      make(
        'dl',
        {},
        make('dt', {}, words.first),
        make('dd', {}, this.#sideLink(first, `first/${index}`), make('p', {}, move)),
        make('dt', {}, words.then),
        make('dd', {}, this.#sideLink(then, `then/${index}`)),
        make('dt', {}, words.trap),
        make('dd', {}, make('p', {}, trap)),
      ),
    );
  }

  #sideLink(side: Side, id: string): HTMLElement {
    const dimension = this.framework.dimensions.find((candidate) => candidate.id === side.dimension);
    const place: ItemAddress = { dimension: side.dimension, item: null };
    return make(
      'p',
      { class: 'side' },
      hatLabel(this.framework, side.hat),
      ' ',
      button(
        { id, class: 'link' },
        () => {
          this.actions.open(place);
        },
        dimension?.title ?? side.dimension,
      ),
    );
  }
}
