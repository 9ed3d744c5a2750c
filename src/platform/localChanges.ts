/** Something to be disposed, in VS Code or without it. */
interface Disposable {
  dispose(): void;
}

/**
 * Those who listen to a journal hear of its own writes at once: a watcher of the system begins late, and misses a
 * folder that is made after it.
 */
export class LocalChangeEmitter {
  readonly #listeners = new Set<(path: string) => void>();

  /** @param others tells the same listener of changes by others */
  add(listener: (path: string) => void, others: Disposable): Disposable {
    // A listener that is added twice is told twice.
    const told = (path: string) => {
      listener(path);
    };
    this.#listeners.add(told);
    return {
      dispose: () => {
        this.#listeners.delete(told);
        others.dispose();
      },
    };
  }

  tell(path: string): void {
    for (const listener of [...this.#listeners]) listener(path);
  }
}
