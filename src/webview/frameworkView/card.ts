import type { Dimension, Framework } from '../../core/framework/model';
import type { CardButton, ViewState, Words } from '../../protocol/frameworkView';
import { details } from './details';
import { button, fill, make } from '../shared/dom';
import { dots } from './dots';
import type { Actions } from './actions';
import { hatLabel, polesOf } from './sides';

/** What every card of a page shares. */
export interface CardParts {
  readonly framework: Framework;
  readonly words: Words;
  readonly language: string;
  readonly cardButtons: readonly CardButton[];
  readonly actions: Actions;
}

/** One dimension: title, question and both hats; what it opens to is made when it is first opened. */
export class Card {
  readonly element: HTMLElement;
  readonly header: HTMLButtonElement;
  readonly #mark = make('p', { class: 'mark', hidden: '' });
  readonly #body: HTMLElement;
  readonly #ratings: ReadonlyMap<string, HTMLElement>;
  readonly #buttons: ReadonlyMap<string, HTMLElement>;
  #state: ViewState | undefined;

  constructor(
    readonly dimension: Dimension,
    readonly parts: CardParts,
  ) {
    const { id, title, question } = dimension;
    const { framework, actions } = parts;
    this.header = button(
      { id: `card/${id}`, class: 'opener', 'aria-expanded': 'false', 'aria-controls': `body/${id}` },
      () => {
        this.toggle(!this.open);
        actions.changed();
      },
      make('span', {}, title),
    );
    this.#ratings = new Map(framework.hats.map((hat) => [hat.id, make('p', { class: 'rating' })]));
    this.#buttons = this.#makeButtons();
    this.#body = make('div', { id: `body/${id}`, class: 'body', hidden: '' });
    this.element = make(
      'article',
      { class: 'card', 'aria-labelledby': `card/${id}` },
      make('h2', {}, this.header),
      this.#mark,
      make('p', { class: 'question' }, question),
      this.#summaries(),
      this.#body,
    );
  }

  get open(): boolean {
    return !this.#body.hidden;
  }

  toggle(open: boolean): void {
    if (open && !this.#body.hasChildNodes()) this.#fill();
    this.header.setAttribute('aria-expanded', String(open));
    this.#body.hidden = !open;
  }

  update(state: ViewState): void {
    this.#state = state;
    this.#updateMark(state);
    this.#updateRatings(state);
    this.#updateButtons(state);
  }

  #summaries(): HTMLElement {
    const { framework } = this.parts;
    return make(
      'div',
      { class: 'poles' },
      polesOf(framework, this.dimension).map(({ hat, pole, place }) =>
        make(
          'div',
          { class: 'pole', 'data-hat': place },
          make('h3', {}, hatLabel(framework, hat.id)),
          make('p', {}, pole.summary),
          this.#ratings.get(hat.id),
        ),
      ),
    );
  }

  #fill(): void {
    const { framework, words, actions } = this.parts;
    this.#body.append(
      ...details(framework, this.dimension, words, actions),
      make('div', { class: 'actions' }, [...this.#buttons.values()]),
    );
    if (this.#state) this.#updateButtons(this.#state);
  }

  #makeButtons(): ReadonlyMap<string, HTMLElement> {
    const { cardButtons, actions } = this.parts;
    const { id } = this.dimension;
    return new Map(
      cardButtons.map((one) => [
        one.id,
        button(
          { id: `${one.id}/${id}`, class: 'secondary' },
          () => {
            actions.press(one, id);
          },
          one.label,
        ),
      ]),
    );
  }

  #updateMark({ marked }: ViewState): void {
    const isMarked = marked?.dimension === this.dimension.id;
    const hat = this.parts.framework.hats.find(({ id }) => id === marked?.hat);
    const { atCursor, atCursorHat } = this.parts.words;
    this.#mark.hidden = !isMarked;
    this.#mark.textContent = !isMarked ? '' : hat ? fill(atCursorHat, hat.label) : atCursor;
    if (isMarked) this.element.setAttribute('aria-current', 'true');
    else this.element.removeAttribute('aria-current');
  }

  #updateRatings({ ratings }: ViewState): void {
    for (const [hat, place] of this.#ratings) {
      const rated = ratings?.scores.find(
        (score) => score.dimension === this.dimension.id && score.hat === hat,
      );
      place.replaceChildren(...(rated ? [dots(rated.score, this.parts)] : []));
    }
  }

  #updateButtons({ hasEditor, cardButtons: shown }: ViewState): void {
    const { insertHere, insertNew } = this.parts.words;
    for (const insert of this.#body.querySelectorAll('.insert'))
      insert.setAttribute('title', hasEditor ? insertHere : insertNew);
    for (const [name, element] of this.#buttons) element.hidden = !shown.includes(name);
  }
}
