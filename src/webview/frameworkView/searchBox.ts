import type { FrameworkPageStrings } from '../../protocol/frameworkView';
import { button, make } from '../shared/dom';
import { hasModifier } from '../shared/keyboard';

/** What the page does with the search box. */
export interface SearchListener {
  typed(): void;
  /** Enter, or arrow down: on to what was found. */
  entered(): void;
}

export class SearchBox {
  readonly element: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #clear: HTMLButtonElement;
  readonly #listener: SearchListener;

  constructor(words: FrameworkPageStrings, listener: SearchListener) {
    this.#listener = listener;
    this.#input = make('input', {
      id: 'search',
      type: 'search',
      autocomplete: 'off',
      spellcheck: 'false',
      placeholder: words.searchLabel,
      'aria-label': words.searchLabel,
    });
    this.#clear = button(
      { id: 'clear', class: 'clear', title: words.clearSearch, 'aria-label': words.clearSearch, hidden: '' },
      () => {
        this.clear();
      },
    );
    this.element = make('div', { class: 'search', role: 'search' }, this.#input, this.#clear);
    this.#input.addEventListener('input', () => {
      this.#typed();
    });
    this.#input.addEventListener('keydown', (event) => {
      this.#enter(event);
    });
  }

  get query(): string {
    return this.#input.value;
  }

  set query(text: string) {
    this.#input.value = text;
    this.#clear.hidden = text === '';
  }

  /** Empties the box and stays in it. */
  clear(): void {
    this.query = '';
    this.#input.focus();
    this.#listener.typed();
  }

  #typed(): void {
    this.#clear.hidden = this.query === '';
    this.#listener.typed();
  }

  /** While an input method composes, its keys are not ours. */
  #enter(event: KeyboardEvent): void {
    const isOurs = event.key === 'Enter' || event.key === 'ArrowDown';
    if (!isOurs || event.isComposing || hasModifier(event)) return;
    event.preventDefault();
    this.#listener.entered();
  }
}
