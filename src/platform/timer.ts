/** One thing to be done later, unless it is put off or disposed of before. */
export class Timer {
  #handle: ReturnType<typeof setTimeout> | undefined;

  /** @param ms from now; what was to be done before is not done */
  set(ms: number, action: () => void): void {
    clearTimeout(this.#handle);
    this.#handle = setTimeout(action, ms);
  }

  dispose(): void {
    clearTimeout(this.#handle);
  }
}
