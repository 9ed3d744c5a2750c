import * as vscode from 'vscode';
import { textHash } from '../core/util/hash';
import { sliceMs } from '../core/journal/files';
import { realAddress } from '../platform/folders';
import { leftMs } from '../platform/temporary';
import { nextTurn } from '../platform/timer';
import { replaceBeside, type ReplacingFolder } from '../platform/replaceBeside';
import { readText, removeIfThere, writeText } from '../platform/workspaceTexts';
import type { Services } from './services';

const day = 24 * 3_600_000;
/** A cache that is in use is written at least so often, in ms: its age tells of use. */
const renewedMs = 30 * day;
/** One that was not written for so long belongs to a journal that is not used any more. */
const unusedMs = 90 * day;
/** Names of caches, and of what a crash left of one. */
const cacheName = /^(?:[0-9a-f]{8}(?:-[a-z]+)?\.txt|[0-9a-f]+\.tmp)$/;

/** What is saved, and how it is written. */
export interface CacheForm<T> {
  /** In words, of many. */
  readonly what: string;
  /** Tells its files from those of other things that are saved of a journal: empty, or `-` and small letters. */
  readonly suffix: string;
  writer(): { add(item: T): void; text(): string };
  /** @throws Error for what is damaged or was made otherwise; so does `next`, which is `undefined` at the end */
  reader(text: string): { next(): T | undefined };
}

/** What is known of a journal’s notes or checks, saved on this machine between two sessions. */
export class CacheFile<T> {
  readonly #folder: vscode.Uri;

  /** @param storage the extension's own folder */
  constructor(
    storage: vscode.Uri,
    private readonly journal: vscode.Uri,
    private readonly form: CacheForm<T>,
    private readonly log: Pick<Services['log'], 'info' | 'warn'>,
  ) {
    this.#folder = vscode.Uri.joinPath(storage, 'index');
  }

  /** One for all windows, however the journal’s folder is spelled in their settings. */
  async #name(): Promise<string> {
    const journal = await realAddress(this.journal);
    return `${textHash(journal.toString())}${this.form.suffix}.txt`;
  }

  async #file(): Promise<vscode.Uri> {
    return vscode.Uri.joinPath(this.#folder, await this.#name());
  }

  /** Gives what was saved; few or nothing where the cache is of another version, or damaged. */
  async restore(take: (item: T) => void): Promise<void> {
    try {
      const text = await readText(await this.#file());
      if (text === undefined) return;
      const reader = this.form.reader(text);
      const slice = new Slice();
      for (let item = reader.next(); item; item = reader.next()) {
        take(item);
        if (slice.isOver) await slice.renew();
      }
    } catch (error) {
      this.log.info(
        `All ${this.form.what} are read anew, because what was kept of them is of no use.`,
        error,
      );
    }
  }

  /** Is it to be written again, though nothing changed? */
  async isOld(now: number): Promise<boolean> {
    return (await this.#age(await this.#file(), now)) > renewedMs;
  }

  /** Removes what was saved of journals that were not used for long. */
  async removeOthers(now: number): Promise<void> {
    try {
      const own = await this.#name();
      for (const [name, type] of await vscode.workspace.fs.readDirectory(this.#folder)) {
        const file = vscode.Uri.joinPath(this.#folder, name);
        const isOther = type === vscode.FileType.File && cacheName.test(name) && name !== own;
        const limit = name.endsWith('.tmp') ? leftMs : unusedMs;
        if (isOther && (await this.#age(file, now)) > limit) await vscode.workspace.fs.delete(file);
      }
    } catch (error) {
      this.log.warn('What was kept of other journals could not be removed.', error);
    }
  }

  /** In ms; 0 where there is no such file. */
  async #age(file: vscode.Uri, now: number): Promise<number> {
    try {
      return now - (await vscode.workspace.fs.stat(file)).mtime;
    } catch {
      return 0;
    }
  }

  /**
   * The last of several windows wins.
   * @param isCurrent whether that is still known when it is to be written
   */
  async save(items: Iterable<T>, isCurrent: () => boolean): Promise<void> {
    try {
      const writer = this.form.writer();
      const slice = new Slice();
      for (const item of items) {
        writer.add(item);
        if (slice.isOver) await slice.renew();
      }
      if (!isCurrent()) return;
      await replaceBeside(replacingFolder(this.#folder), await this.#name(), writer.text());
    } catch (error) {
      this.log.warn(`What is known of the ${this.form.what} could not be kept for the next start.`, error);
    }
  }
}

function replacingFolder(folder: vscode.Uri): ReplacingFolder {
  const at = (name: string) => vscode.Uri.joinPath(folder, name);
  return {
    write: (name, text) => writeText(at(name), text),
    rename: async (from, to) => vscode.workspace.fs.rename(at(from), at(to), { overwrite: true }),
    remove: (name) => removeIfThere(at(name)),
  };
}

/** A stretch of work; then others get their turn. */
class Slice {
  #began = performance.now();

  get isOver(): boolean {
    return performance.now() - this.#began > sliceMs;
  }

  async renew(): Promise<void> {
    await nextTurn();
    this.#began = performance.now();
  }
}
