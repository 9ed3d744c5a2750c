import * as vscode from 'vscode';
import { begunPath } from '../../core/journal/tags/changeStore';
import type { Journal, Services } from '../../services/services';
import { recordFiles } from './records';
import type { TagRename } from './tagRename';

/** *Change Tag Everywhere…*, its undo, and F2 on a tag. Nothing of it is loaded before one of them is used. */
export function registerTagRename(parts: Services): { dispose(): void } {
  return new LazyTagRename(parts);
}

/** After the start, or another journal, in ms: nothing of the start waits for it. */
const idleMs = 3000;
/** A change that seems to be under way is looked at again after so long, in ms: it may have been interrupted. */
const againMs = 6000;

class LazyTagRename {
  readonly #parts: Services;
  readonly #subscriptions: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #loading: Promise<TagRename> | undefined;

  constructor(parts: Services) {
    this.#parts = parts;
    this.#subscriptions = vscode.Disposable.from(
      vscode.commands.registerCommand('twoHats.changeTagEverywhere', async () =>
        (await this.#load()).changeTagEverywhere(),
      ),
      vscode.commands.registerCommand('twoHats.undoLastTagChange', async () =>
        (await this.#load()).undoLastTagChange(),
      ),
      vscode.languages.registerRenameProvider(
        { language: 'markdown' },
        {
          prepareRename: async (document, position) => (await this.#load()).prepareRename(document, position),
          provideRenameEdits: async (document, position, name) =>
            (await this.#load()).provideRenameEdits(document, position, name),
        },
      ),
      parts.journal.onDidChange(() => {
        this.#lookLater(idleMs);
      }),
    );
    this.#lookLater(idleMs);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
    // One that is still loading is disposed when it is there.
    this.#loading?.then(
      (rename) => {
        rename.dispose();
      },
      () => undefined,
    );
  }

  #load(): Promise<TagRename> {
    this.#loading ??= import('./tagRename').then(({ createTagRename }) => createTagRename(this.#parts));
    return this.#loading;
  }

  #lookLater(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#look().catch((error: unknown) => {
        this.#parts.log.error('Whether a tag change was interrupted can’t be told.', error);
      });
    }, ms);
  }

  /** Was a change interrupted? */
  async #look(): Promise<void> {
    const journal = this.#parts.journal.current;
    if (!journal || !(await this.#hasBegun(journal))) return;
    if (await (await this.#load()).tellInterrupted(journal)) this.#lookLater(againMs);
  }

  /** Looking at the folder clears what a crash left half-written in it, too. */
  async #hasBegun({ root }: Journal): Promise<boolean> {
    const records = await recordFiles(this.#parts).list('');
    return records.some(({ name }) => name === begunPath(root.toString()));
  }
}
