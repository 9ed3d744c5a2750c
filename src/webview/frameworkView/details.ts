import type { Dimension, Framework, Pole } from '../../core/framework/model';
import { sections, type Section, type Words } from '../../protocol/frameworkView';
import { button, make } from '../shared/dom';
import type { Actions } from './actions';
import { hatLabel, polesOf } from './sides';

/** Id of an entry of a card, which is also how the focus is remembered. */
export function itemId(dimension: string, hat: string, section: Section, index: number): string {
  return `item/${dimension}/${hat}/${section}/${index}`;
}

/** The lists of an open card: section by section, both hats side by side in each. */
export function details(
  framework: Framework,
  dimension: Dimension,
  words: Words,
  actions: Actions,
): readonly HTMLElement[] {
  return sections.map((section) =>
    make(
      'div',
      { class: 'section' },
      make('h3', {}, words[section]),
      make(
        'div',
        { class: 'poles' },
        polesOf(framework, dimension).map(({ hat, pole, place }) =>
          make(
            'div',
            { class: 'pole', 'data-hat': place },
            make('h4', {}, hatLabel(framework, hat.id)),
            make(
              'ul',
              {},
              entries(pole, section).map((text, index) =>
                item(itemId(dimension.id, hat.id, section, index), text, section, words, actions),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

function entries(pole: Pole, section: Section): readonly string[] {
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

function item(id: string, text: string, section: Section, words: Words, actions: Actions): HTMLElement {
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

function copyButton(id: string, textId: string, words: Words, copy: () => Promise<boolean>) {
  const element = promptButton(id, 'copy', textId, words.copy, () => {
    void copy().then((done) => {
      if (!done) return;
      element.textContent = words.copied;
      setTimeout(() => (element.textContent = words.copy), 2000);
    });
  });
  return element;
}
