import * as vscode from 'vscode';
import { peopleOf, type People } from '../core/journal/people/knownPeople';
import type { Journal, Services, PeopleSource } from './services';
import { Disposable } from '../platform/disposable';
import { awaitNewest } from '../core/util/awaitNewest';

export type PeopleServices = Pick<Services, 'config' | 'index' | 'journal' | 'log'>;

/** Put together anew at the first question after something changed. */
export function createPeople(services: PeopleServices): PeopleSource & { dispose(): void } {
  return new CurrentPeople(services);
}

class CurrentPeople extends Disposable implements PeopleSource {
  readonly #services: PeopleServices;
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  #watcher: { dispose(): void } | undefined;
  /** A folder without a note stands for a person, too. */
  #folders: readonly string[] = [];
  /** The newest look at the folders; none before the first use. */
  #looking: Promise<void> | undefined;
  #known: People | undefined;
  readonly onDidChange = this.#changed.event;

  constructor(services: PeopleServices) {
    super();
    this.#services = services;
    this.register(
      services.index.onDidChange(() => {
        this.#forget();
      }),
    );
    this.register(
      services.config.onDidChange(() => {
        this.#forget();
      }),
    );
    this.register(
      services.journal.onDidChange(() => {
        if (this.#looking) this.#follow();
      }),
    );
  }

  get current(): People {
    if (!this.#looking) this.#follow();
    return (this.#known ??= peopleOf(
      this.#services.index.notes.values(),
      this.#services.config.current,
      this.#folders,
    ));
  }

  async whenReady(): Promise<People> {
    if (!this.#looking) this.#follow();
    await Promise.all([this.#services.config.whenReady(), this.#services.index.whenReady()]);
    // A watcher may not have told of the newest folder yet.
    this.#look(this.#services.journal.current);
    await awaitNewest(() => this.#looking);
    return this.current;
  }

  override dispose(): void {
    this.#watcher?.dispose();
    super.dispose();
  }

  /** Follows the journal in use. */
  #follow(): void {
    this.#watcher?.dispose();
    const journal = this.#services.journal.current;
    this.#watcher = journal?.files.watch((path) => {
      if (path === '' || path.split('/', 1)[0] === 'people') this.#look(journal);
    });
    this.#look(journal);
  }

  #look(journal: Journal | undefined): void {
    const looking: Promise<void> = this.#foldersIn(journal).then((folders) => {
      // One that was overtaken is dropped.
      if (looking !== this.#looking || isSame(folders, this.#folders)) return;
      this.#folders = folders;
      this.#forget();
    });
    this.#looking = looking;
  }

  async #foldersIn(journal: Journal | undefined): Promise<readonly string[]> {
    try {
      const entries = (await journal?.files.list('people')) ?? [];
      return entries
        .filter(({ name, kind }) => kind === 'folder' && !name.startsWith('.'))
        .map(({ name }) => name)
        .sort();
    } catch (error) {
      this.#services.log.warn('The folders of people could not be listed.', error);
      return [];
    }
  }

  #forget(): void {
    this.#known = undefined;
    this.#changed.fire();
  }
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((name, index) => name === others[index]);
}
