import type * as vscode from 'vscode';
import type { Memento } from './services';

/**
 * VS Code's `globalState`, written one update after another. VS Code answers an update with all that it has stored, and
 * takes the answer for the truth: an update made just before the answer arrives would be lost.
 */
export class QueuedMemento implements Memento {
  readonly #waiting = new Map<string, unknown>();
  #storing: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(
    private readonly state: Pick<vscode.Memento, 'get' | 'update'>,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  get(key: string): unknown {
    return this.#waiting.has(key) ? this.#waiting.get(key) : this.state.get<unknown>(key);
  }

  /** What is said while something is being stored is stored together after it. */
  update(key: string, value: unknown): Promise<void> {
    this.#waiting.set(key, value);
    if (!this.#next) {
      this.#next = this.#storing.then(() => this.#store());
      this.#storing = this.#next;
    }
    return this.#next;
  }

  async #store(): Promise<void> {
    const values = [...this.#waiting];
    this.#waiting.clear();
    this.#next = undefined;
    try {
      await Promise.all(values.map(([key, value]) => this.state.update(key, value)));
    } catch (error) {
      this.log.error(`Could not be remembered: ${values.map(([key]) => key).join(', ')}.`, error);
    }
  }
}
