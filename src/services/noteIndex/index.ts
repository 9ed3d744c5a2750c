/**
 * How notes are known. An *index* (`journalIndex.ts`) holds of each note of one journal what one scan finds and no text:
 * ids, dates, ranges, hashes. A *pass* compares some paths, or all, with the disk, and scans the files whose size or time
 * of change differ; passes go one after the other (`passes.ts`), so that a burst of changes is one pass. The journal's
 * *watcher* names the paths for the next one; what it misses is found by a pass over everything at the start, when the
 * window is used again after a while, and on demand. What stands unsaved in an *open editor* is scanned when typing rests
 * (`drafts.ts`) and counts instead of its file, whatever passes find, until it is saved or reverted. What is known is
 * saved for the next start (`../cacheFile.ts`), whose first pass then reads only what changed since.
 */
import * as vscode from 'vscode';
import type { IndexedNote, SkippedFile } from '../../core/journal/note';
import { awaitNewest } from '../../core/util/awaitNewest';
import { Newest } from '../../core/util/newest';
import { Disposable } from '../../platform/disposable';
import type { NoteIndex } from '../services';
import type { IndexServices, JournalIndex } from './journalIndex';

/** The index of the journal in use. Nothing is read, nor any code for it loaded, before its first use. */
export function createNoteIndex(services: IndexServices): NoteIndex & { dispose(): void } {
  return new Index(services);
}

const noNotes: ReadonlyMap<string, IndexedNote> = new Map();

class Index extends Disposable implements NoteIndex {
  readonly #services: IndexServices;
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  #starting: Promise<JournalIndex | undefined> | undefined;
  #running: JournalIndex | undefined;
  readonly #newestStart = new Newest();
  readonly onDidChange = this.#changed.event;

  constructor(services: IndexServices) {
    super();
    this.#services = services;
    this.register(
      services.journal.onDidChange(() => {
        if (!this.#starting) return;
        this.#stop();
        this.#changed.fire();
      }),
    );
  }

  get notes(): ReadonlyMap<string, IndexedNote> {
    void this.#start();
    return this.#running?.notes ?? noNotes;
  }

  get skipped(): readonly SkippedFile[] {
    void this.#start();
    return this.#running?.skipped ?? [];
  }

  get isReady(): boolean {
    void this.#start();
    return this.#services.journal.current === undefined || (this.#running?.isReady ?? false);
  }

  async whenReady(): Promise<void> {
    // Another journal may be chosen meanwhile.
    await awaitNewest(
      () => this.#start(),
      (running) => running?.whenReady(),
    );
  }

  async refresh(): Promise<void> {
    await (await this.#start())?.refresh();
  }

  override dispose(): void {
    this.#stop();
    super.dispose();
  }

  #start(): Promise<JournalIndex | undefined> {
    return (this.#starting ??= this.#load());
  }

  async #load(): Promise<JournalIndex | undefined> {
    const journal = this.#services.journal.current;
    if (!journal) return undefined;
    const isNewest = this.#newestStart.begin();
    const { JournalIndex } = await import('./journalIndex');
    if (!isNewest()) return undefined;
    this.#running = new JournalIndex(this.#services, journal, () => {
      this.#changed.fire();
    });
    return this.#running;
  }

  #stop(): void {
    this.#newestStart.dispose();
    this.#running?.dispose();
    this.#running = undefined;
    this.#starting = undefined;
  }
}
