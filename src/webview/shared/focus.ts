interface FocusOptions {
  /** Id of the element that had it before the page was made anew. */
  readonly id: string;
  /** Id of what gets it when that is hidden. */
  readonly instead?: string;
  readonly changed: () => void;
}

/** Knows which element has, or had, the focus, and gives it back. */
export class Focus {
  #id: string;
  readonly #instead: string | undefined;

  constructor(page: HTMLElement, { id, instead, changed }: FocusOptions) {
    this.#id = id;
    this.#instead = instead;
    page.addEventListener('focusin', ({ target }) => {
      this.#id = target instanceof Element ? target.id : '';
      changed();
    });
    // A page that was made anew must not take the focus from the editor: it waits until it is given.
    window.addEventListener('focus', () => {
      if (document.activeElement === document.body) this.restore();
    });
  }

  get id(): string {
    return this.#id;
  }

  restore(): void {
    const focused = document.getElementById(this.#id);
    const isHidden = focused !== null && !focused.checkVisibility();
    const target = isHidden && this.#instead ? document.getElementById(this.#instead) : focused;
    target?.focus({ preventScroll: true });
  }
}
