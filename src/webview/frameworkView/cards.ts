import type { ItemAddress, ViewState } from '../../protocol/frameworkView';
import { Card } from './card';
import { itemId } from './details';
import type { CardParts } from './parts';
import { make } from '../shared/dom';
import { arrowKeys } from '../shared/keyboard';

/** The list of cards, in the framework's order. */
export class Cards {
  readonly element: HTMLElement;
  readonly #cards: readonly Card[];

  constructor({ framework, ...parts }: CardParts) {
    this.#cards = framework.dimensions.map((dimension) => new Card(dimension, { framework, ...parts }));
    this.element = make(
      'section',
      { class: 'cards', 'aria-label': parts.words.cards },
      this.#cards.map(({ element }) => element),
    );
    arrowKeys(this.element, () => this.#cards.map(({ header }) => header));
  }

  /** Ids of the dimensions whose cards are open. */
  get open(): string[] {
    return this.#cards.filter(({ open }) => open).map(({ dimension }) => dimension.id);
  }

  set open(ids: readonly string[]) {
    for (const card of this.#cards) card.toggle(ids.includes(card.dimension.id));
  }

  update(state: ViewState): void {
    for (const card of this.#cards) card.update(state);
  }

  focusFirst(): void {
    this.#cards[0]?.header.focus();
  }

  /** Opens the card and answers the element to go to; `undefined` when the framework has no such card. */
  reveal({ dimension, item }: ItemAddress): HTMLElement | undefined {
    const card = this.#cards.find((candidate) => candidate.dimension.id === dimension);
    card?.toggle(true);
    const entry = item && document.getElementById(itemId(dimension, item.hat, item.section, item.index));
    return entry ?? card?.header;
  }
}
