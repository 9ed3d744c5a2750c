import * as vscode from 'vscode';
import { awaitNewest } from '../../core/util/awaitNewest';
import { Newest } from '../../core/util/newest';
import { Disposable } from '../../platform/disposable';
import type { Journal, Services } from '../services';

export interface Reading<T> {
  readonly value: T;
  /** Called where no newer one has overtaken it. */
  taken?(): void;
}

/** What one place of the journal in use says, read again when that changes. Nothing is read before its first use. */
export abstract class JournalReading<T> extends Disposable {
  readonly #journal: Services['journal'];
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  readonly #newest = this.register(new Newest());
  #watcher: { dispose(): void } | undefined;
  #reading: Promise<void> | undefined;
  #current: T;
  readonly onDidChange = this.#changed.event;

  constructor({ journal }: Pick<Services, 'journal'>, first: T) {
    super();
    this.#journal = journal;
    this.#current = first;
    this.register(
      journal.onDidChange(() => {
        if (this.#reading) this.#follow();
      }),
    );
  }

  get current(): T {
    if (!this.#reading) this.#follow();
    return this.#current;
  }

  async whenReady(): Promise<T> {
    if (!this.#reading) this.#follow();
    await awaitNewest(() => this.#reading);
    return this.#current;
  }

  override dispose(): void {
    this.#watcher?.dispose();
    super.dispose();
  }

  /** Is a file or folder of the place, by its path in the journal? */
  protected abstract holds(path: string): boolean;

  /** Never rejects; what can’t be read says what was known before. */
  protected abstract read(journal: Journal | undefined): Promise<Reading<T>>;

  #follow(): void {
    this.#watcher?.dispose();
    const journal = this.#journal.current;
    this.#watcher = journal?.files.watch((path) => {
      if (path === '' || this.holds(path)) this.#reading = this.#take(journal);
    });
    this.#reading = this.#take(journal);
  }

  async #take(journal: Journal | undefined): Promise<void> {
    const isNewest = this.#newest.begin();
    const reading = await this.read(journal);
    if (!isNewest()) return;
    reading.taken?.();
    if (JSON.stringify(reading.value) === JSON.stringify(this.#current)) return;
    this.#current = reading.value;
    this.#changed.fire();
  }
}
