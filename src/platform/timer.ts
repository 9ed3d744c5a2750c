/** One thing to be done later, unless it is put off or disposed of before. */
export class Timer {
  #handle: ReturnType<typeof setTimeout> | undefined;

  /** When things rest. @param ms from now; what was to be done before is not done */
  set(ms: number, action: () => void): void {
    this.clear();
    this.#handle = setTimeout(() => {
      this.#handle = undefined;
      action();
    }, ms);
  }

  /** Once for a burst. @param ms from the first call on, unless something is to be done already */
  setOnce(ms: number, action: () => void): void {
    if (this.#handle === undefined) this.set(ms, action);
  }

  clear(): void {
    clearTimeout(this.#handle);
    this.#handle = undefined;
  }

  dispose(): void {
    this.clear();
  }
}

/** Lets other work of the host have its turn. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
