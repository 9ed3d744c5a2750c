interface Registered {
  dispose(): unknown;
}

/** Ends with itself whatever it registered while it was made or used; what comes too late is ended at once. */
export class Disposable {
  readonly #registered: Registered[] = [];
  #isDisposed = false;

  dispose(): void {
    this.#isDisposed = true;
    for (const item of this.#registered.splice(0)) item.dispose();
  }

  protected get isDisposed(): boolean {
    return this.#isDisposed;
  }

  /** @returns the item, for whoever makes and registers it in one go */
  protected register<T extends Registered>(item: T): T {
    if (this.#isDisposed) item.dispose();
    else this.#registered.push(item);
    return item;
  }
}
