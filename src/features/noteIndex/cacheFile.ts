import * as vscode from 'vscode';
import { textHash } from '../../core/hash';
import { CacheReader, CacheWriter } from '../../core/journal/index/cache';
import type { StoredNote } from '../../core/journal/index/storedNote';
import { sliceMs } from '../../core/journal/ports';
import type { Parts } from '../parts';
import { readText, writeText } from '../texts';

/** What is known of a journal's notes, kept on this machine between two sessions. */
export class CacheFile {
  readonly #folder: vscode.Uri;
  readonly #file: vscode.Uri;

  /** @param storage the extension's own folder */
  constructor(
    storage: vscode.Uri,
    journal: vscode.Uri,
    private readonly log: Pick<Parts['log'], 'info' | 'warn'>,
  ) {
    this.#folder = vscode.Uri.joinPath(storage, 'index');
    this.#file = vscode.Uri.joinPath(this.#folder, `${textHash(journal.toString())}.txt`);
  }

  /** Gives the notes that were kept; few or none where the cache is of another version, or damaged. */
  async restore(key: string, take: (note: StoredNote) => void): Promise<void> {
    try {
      const text = await readText(this.#file);
      if (text === undefined) return;
      const reader = new CacheReader(text, key);
      const slice = new Slice();
      for (let note = reader.next(); note; note = reader.next()) {
        take(note);
        if (slice.isOver) await slice.renew();
      }
    } catch (error) {
      this.log.info('All notes are read anew, because what was kept of them is of no use.', error);
    }
  }

  /**
   * The last of several windows wins.
   * @param isCurrent whether the notes are still known by that key when they are to be written
   */
  async save(key: string, notes: Iterable<StoredNote>, isCurrent: () => boolean): Promise<void> {
    const unique = Math.random().toString(16).slice(2);
    const beside = vscode.Uri.joinPath(this.#folder, `${unique}.tmp`);
    try {
      const writer = new CacheWriter();
      const slice = new Slice();
      for (const note of notes) {
        writer.add(note);
        if (slice.isOver) await slice.renew();
      }
      if (!isCurrent()) return;
      await writeText(beside, writer.text(key));
      await vscode.workspace.fs.rename(beside, this.#file, { overwrite: true });
    } catch (error) {
      this.log.warn('What is known of the notes could not be kept for the next start.', error);
    }
  }
}

/** A stretch of work; then others get their turn. */
class Slice {
  #began = performance.now();

  get isOver(): boolean {
    return performance.now() - this.#began > sliceMs;
  }

  async renew(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    this.#began = performance.now();
  }
}
