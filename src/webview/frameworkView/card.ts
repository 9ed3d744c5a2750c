import type { Dimension } from '../../core/framework/model';
import type { ViewState } from '../../protocol/frameworkView';
import { button, make } from '../shared/dom';
import { Details } from './details';
import type { CardParts } from './parts';
import { DimensionRow } from './row';

/** One dimension: a row, and what it opens to, which is made when it is first opened. */
export class Card {
  readonly element: HTMLElement;
  readonly #row: DimensionRow;
  readonly #body: HTMLElement;
  readonly #buttons: ReadonlyMap<string, HTMLElement>;
  #details: Details | undefined;
  #state: ViewState | undefined;

  constructor(
    readonly dimension: Dimension,
    readonly parts: CardParts,
  ) {
    const { id } = dimension;
    this.#row = new DimensionRow(dimension, parts, () => {
      this.toggle(!this.open);
      parts.actions.changed();
    });
    this.#buttons = this.#makeButtons();
    this.#body = make('div', { id: `body/${id}`, class: 'body', hidden: '' });
    const attributes = { class: 'card', 'aria-labelledby': `card/${id}` };
    this.element = make('article', attributes, this.#row.element, this.#body);
  }

  get header(): HTMLButtonElement {
    return this.#row.opener;
  }

  get open(): boolean {
    return !this.#body.hidden;
  }

  toggle(open: boolean): void {
    if (open && !this.#body.hasChildNodes()) this.#fill();
    this.#row.open = open;
    this.#body.hidden = !open;
  }

  update(state: ViewState): void {
    this.#state = state;
    this.#row.update(state);
    if (state.marked?.dimension === this.dimension.id) this.element.setAttribute('aria-current', 'true');
    else this.element.removeAttribute('aria-current');
    this.#updateBody(state);
  }

  #fill(): void {
    this.#details = new Details(this.dimension, this.parts);
    this.#body.append(
      make('p', { class: 'question' }, this.dimension.question),
      make('div', { class: 'actions' }, [...this.#buttons.values()]),
      this.#details.element,
    );
    if (this.#state) this.#updateBody(this.#state);
  }

  #makeButtons(): ReadonlyMap<string, HTMLElement> {
    const { cardButtons, actions } = this.parts;
    const { id } = this.dimension;
    return new Map(
      cardButtons.map((one) => [
        one.id,
        button(
          { id: `${one.id}/${id}`, class: 'link' },
          () => {
            actions.press(one, id);
          },
          one.label,
        ),
      ]),
    );
  }

  #updateBody(state: ViewState): void {
    const { insertHere, insertNew } = this.parts.words;
    this.#details?.update(state);
    for (const insert of this.#body.querySelectorAll('.insert'))
      insert.setAttribute('title', state.hasEditor ? insertHere : insertNew);
    for (const [name, element] of this.#buttons) element.hidden = !state.cardButtons.includes(name);
  }
}
