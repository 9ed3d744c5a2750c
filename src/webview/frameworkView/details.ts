import type { Dimension, Pole } from '../../core/framework/model';
import { sections, type CardSection, type ViewState } from '../../protocol/frameworkView';
import { button, fill, make } from '../shared/dom';
import type { CardParts } from './parts';
import { hatLabel, polesOf, type PoleOfHat } from './sides';

/** Id of an entry of a card, which is also how the focus is remembered. */
export function itemId(dimension: string, hat: string, section: CardSection, index: number): string {
  return `item/${dimension}/${hat}/${section}/${index}`;
}

/** An open card's two sides, one after the other: what each is, what the notes show of it, and its lists. */
export class Details {
  readonly element: HTMLElement;
  readonly #facts: ReadonlyMap<string, HTMLElement>;
  readonly #dimension: Dimension;
  readonly #parts: CardParts;

  constructor(dimension: Dimension, parts: CardParts) {
    this.#dimension = dimension;
    this.#parts = parts;
    const poles = polesOf(parts.framework, dimension);
    this.#facts = new Map(poles.map(({ hat }) => [hat.id, make('div', { class: 'facts' })]));
    const sides = poles.map((pole) => this.#side(pole));
    this.element = make('div', { class: 'poles' }, sides);
  }

  update({ evidence }: Pick<ViewState, 'evidence'>): void {
    const { words } = this.#parts;
    for (const [hat, place] of this.#facts) {
      const found = evidence?.find((side) => side.dimension === this.#dimension.id && side.hat === hat);
      const { notes, early } = found ?? {};
      place.replaceChildren(
        ...(notes === undefined ? [] : [make('p', {}, fill(words.noted, notes))]),
        ...(early ? [make('p', {}, fill(words.tooEarly, early.weeks, early.needed))] : []),
      );
    }
  }

  #side({ hat, pole, place }: PoleOfHat): HTMLElement {
    return make(
      'div',
      { class: 'pole', 'data-hat': place },
      make('h3', {}, hatLabel(this.#parts.framework, hat.id)),
      make('div', { class: 'summary' }, make('p', {}, pole.summary), this.#facts.get(hat.id)),
      sections.map((section) => this.#list(hat.id, pole, section)),
    );
  }

  #list(hat: string, pole: Pole, section: CardSection): HTMLElement {
    const items = entries(pole, section).map((text, index) =>
      item(itemId(this.#dimension.id, hat, section, index), text, section, this.#parts),
    );
    return make(
      'div',
      { class: 'section' },
      make('h4', {}, this.#parts.words[section]),
      make('ul', {}, items),
    );
  }
}

function entries(pole: Pole, section: CardSection): readonly string[] {
  switch (section) {
    case 'reflection':
    case 'oneOnOne':
    case 'retrospective':
      return pole.prompts[section];
    case 'behaviours':
    case 'tooMuch':
    case 'tooLittle':
    case 'moves':
      return pole[section];
  }
}

function item(id: string, text: string, section: CardSection, { words, actions }: CardParts): HTMLElement {
  const isPrompt = section === 'reflection' || section === 'oneOnOne' || section === 'retrospective';
  if (!isPrompt) return make('li', { id, tabindex: '-1' }, text);
  const textId = `text/${id}`;
  return make(
    'li',
    { id, tabindex: '-1' },
    make('span', { id: textId }, text),
    make(
      'div',
      { class: 'actions' },
      promptButton(`insert/${id}`, 'insert', textId, words.insert, () => void actions.insert(text)),
      copyButton(`copy/${id}`, textId, words, () => actions.copy(text)),
    ),
  );
}

/** Named by its own word and the prompt, so that a list of buttons makes sense. */
function promptButton(id: string, kind: string, textId: string, word: string, onClick: () => void) {
  return button({ id, class: `link ${kind}`, 'aria-labelledby': `${id} ${textId}` }, onClick, word);
}

function copyButton(id: string, textId: string, words: CardParts['words'], copy: () => Promise<boolean>) {
  const element = promptButton(id, 'copy', textId, words.copy, () => {
    void copy().then((done) => {
      if (!done) return;
      element.textContent = words.copied;
      setTimeout(() => (element.textContent = words.copy), 2000);
    });
  });
  return element;
}
