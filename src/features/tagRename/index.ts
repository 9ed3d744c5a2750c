import * as vscode from 'vscode';
import { begunPath } from '../../core/journal/tags/recordPaths';
import type { Journal, Services } from '../../services/services';
import { journalKey, recordFiles } from './recordFiles';
import type { TagRename } from './tagRename';
import { Disposable } from '../../platform/disposable';
import { Timer } from '../../platform/timer';

/** *Change Tag Everywhere…*, its undo, and F2 on a tag. Nothing of it is loaded before one of them is used. */
export function registerTagRename(services: Services): { dispose(): void } {
  return new LazyTagRename(services);
}

/** After the start, or another journal, in ms: nothing of the start waits for it. */
const idleMs = 3000;
/** A change that seems to be under way is looked at again after so long, in ms: it may have been interrupted. */
const againMs = 6000;

class LazyTagRename extends Disposable {
  readonly #services: Services;
  readonly #timer = this.register(new Timer());
  #loading: Promise<TagRename> | undefined;

  constructor(services: Services) {
    super();
    this.#services = services;
    this.register(
      vscode.commands.registerCommand('twoHats.changeTagEverywhere', async () =>
        (await this.#load()).changeTagEverywhere(),
      ),
    );
    this.register(
      vscode.commands.registerCommand('twoHats.undoLastTagChange', async () =>
        (await this.#load()).undoLastTagChange(),
      ),
    );
    this.register(
      vscode.languages.registerRenameProvider(
        { language: 'markdown' },
        {
          prepareRename: async (document, position) => (await this.#load()).prepareRename(document, position),
          provideRenameEdits: async (document, position, name) =>
            (await this.#load()).provideRenameEdits(document, position, name),
        },
      ),
    );
    this.register(
      services.journal.onDidChange(() => {
        this.#lookLater(idleMs);
      }),
    );
    this.#lookLater(idleMs);
  }

  override dispose(): void {
    super.dispose();
    // One that is still loading is disposed when it is there.
    this.#loading?.then(
      (rename) => {
        rename.dispose();
      },
      () => undefined,
    );
  }

  #load(): Promise<TagRename> {
    this.#loading ??= import('./tagRename').then(({ createTagRename }) => createTagRename(this.#services));
    return this.#loading;
  }

  #lookLater(ms: number): void {
    this.#timer.set(ms, () => {
      this.#look().catch((error: unknown) => {
        this.#services.log.error('Whether a tag change was interrupted can’t be told.', error);
      });
    });
  }

  /** Was a change interrupted? */
  async #look(): Promise<void> {
    const journal = this.#services.journal.current;
    if (!journal || !(await this.#hasBegun(journal))) return;
    if (await (await this.#load()).tellInterrupted(journal)) this.#lookLater(againMs);
  }

  /** Looking at the folder clears what a crash left half-written in it, too. */
  async #hasBegun(journal: Journal): Promise<boolean> {
    const records = await recordFiles(this.#services).list('');
    const begun = begunPath(await journalKey(journal));
    return records.some(({ name }) => name === begun);
  }
}
