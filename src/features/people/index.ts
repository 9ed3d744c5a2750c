import * as vscode from 'vscode';
import { peopleOf, type People } from '../../core/journal/knownPeople';
import type { Parts, PeopleSource } from '../parts';

export type PeopleParts = Pick<Parts, 'config' | 'index' | 'journal' | 'log'>;

/** Put together anew at the first question after something changed. */
export function createPeople(parts: PeopleParts): PeopleSource & { dispose(): void } {
  return new Source(parts);
}

class Source implements PeopleSource, vscode.Disposable {
  readonly #parts: PeopleParts;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  #known: People | undefined;
  readonly onDidChange = this.#changed.event;

  constructor(parts: PeopleParts) {
    this.#parts = parts;
    const forget = () => {
      this.#known = undefined;
      this.#changed.fire();
    };
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      parts.index.onDidChange(forget),
      parts.config.onDidChange(forget),
    );
  }

  get current(): People {
    return (this.#known ??= peopleOf(this.#parts.index.notes.values(), this.#parts.config.current));
  }

  async whenReady(): Promise<People> {
    await Promise.all([this.#parts.config.whenReady(), this.#parts.index.whenReady()]);
    const folders = await this.#folders();
    return peopleOf(this.#parts.index.notes.values(), this.#parts.config.current, folders);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** A folder without a note stands for a person, too. */
  async #folders(): Promise<readonly string[]> {
    try {
      const entries = (await this.#parts.journal.current?.files.list('people')) ?? [];
      return entries
        .filter(({ name, kind }) => kind === 'folder' && !name.startsWith('.'))
        .map(({ name }) => name);
    } catch (error) {
      this.#parts.log.warn('The folders of people could not be listed.', error);
      return [];
    }
  }
}
