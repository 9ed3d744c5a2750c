import type { Dimension } from '../../core/framework/model';
import type { ViewState } from '../../protocol/frameworkView';
import { button, fill, make } from '../shared/dom';
import { ratingDots } from './dots';
import type { CardParts } from './parts';
import { hatLetter, polesOf } from './sides';

/** What is always in sight of a dimension: its title, the last answers, and while closed a few words for each hat. */
export class DimensionRow {
  readonly element: HTMLElement;
  readonly opener: HTMLButtonElement;
  readonly #answers = make('span', { class: 'answers' });
  readonly #mark = make('p', { class: 'mark', hidden: '' });
  readonly #glance: HTMLElement;
  readonly #dimension: Dimension;
  readonly #parts: CardParts;

  constructor(dimension: Dimension, parts: CardParts, toggle: () => void) {
    const { id, title } = dimension;
    this.#dimension = dimension;
    this.#parts = parts;
    this.opener = button(
      { id: `card/${id}`, class: 'opener', 'aria-expanded': 'false', 'aria-controls': `body/${id}` },
      toggle,
      make('span', {}, title),
    );
    this.#glance = make('div', { class: 'glance' }, this.#shorts());
    this.element = make(
      'div',
      { class: 'row' },
      make('div', { class: 'title' }, make('h2', {}, this.opener), this.#mark, this.#answers),
      this.#glance,
    );
  }

  set open(open: boolean) {
    this.opener.setAttribute('aria-expanded', String(open));
    this.#glance.hidden = open;
  }

  update({ marked, ratings }: ViewState): void {
    this.#updateMark(marked);
    this.#updateAnswers(ratings);
  }

  #shorts(): HTMLElement[] {
    return polesOf(this.#parts.framework, this.#dimension).map(({ hat, pole, place }) =>
      make(
        'p',
        { class: 'short', 'data-hat': place },
        hatLetter(hat),
        make('span', { class: pole.short === undefined ? 'clipped' : undefined }, pole.short ?? pole.summary),
      ),
    );
  }

  #updateMark(marked: ViewState['marked']): void {
    const isMarked = marked?.dimension === this.#dimension.id;
    const hat = this.#parts.framework.hats.find(({ id }) => id === marked?.hat);
    const { atCursor, atCursorHat } = this.#parts.words;
    this.#mark.hidden = !isMarked;
    this.#mark.textContent = !isMarked ? '' : hat ? fill(atCursorHat, hat.label) : atCursor;
  }

  #updateAnswers(ratings: ViewState['ratings']): void {
    const rated = polesOf(this.#parts.framework, this.#dimension).flatMap(({ hat, place }) => {
      const score = ratings?.scores.find(
        (candidate) => candidate.dimension === this.#dimension.id && candidate.hat === hat.id,
      );
      return score ? [ratingDots(score, hat, place, this.#parts)] : [];
    });
    this.#answers.replaceChildren(...rated);
  }
}
