/** Tells work that newer work has overtaken, so that its late answer is dropped. */
export class Newest {
  #count = 0;

  /**
   * Begins work, and overtakes what began before.
   * @returns whether the work is the newest still
   */
  begin(): () => boolean {
    const own = ++this.#count;
    return () => own === this.#count;
  }

  /** Overtakes what began before by nothing new. */
  dispose(): void {
    this.#count++;
  }
}
