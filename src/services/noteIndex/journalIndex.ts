import * as vscode from 'vscode';
import { CacheReader, CacheWriter } from '../../core/journal/index/cache';
import { JournalNotes, type PassOutcome } from '../../core/journal/index/journalNotes';
import { notePlaces, type NotePlaces } from '../../core/journal/index/notePlaces';
import type { StoredNote } from '../../core/journal/index/storedNote';
import type { IndexedNote, SkippedFile } from '../../core/journal/note';
import builtin from '../../core/templates/builtin.templates.yaml';
import { scanContext, type KeyedScanContext } from '../../core/templates/scanContext';
import type { Journal, Services } from '../services';
import { loadYaml } from '../noteScan';
import { CacheFile, type CacheForm } from '../cacheFile';
import { DirtyDocuments } from './drafts';
import { RescanQueue } from './passes';
import { Timer } from '../../platform/timer';
import { Disposable } from '../../platform/disposable';

const everything = '';

/** What watchers miss is looked for when the window is used again, at most so often. */
const healMs = 30_000;
/** A watcher begins to see some time after it was asked to. */
const watcherMs = 3000;
/** What is known is saved for the next start when nothing has changed for so long. */
const saveMs = 5000;

export type IndexServices = Pick<Services, 'clock' | 'config' | 'framework' | 'journal' | 'log'> & {
  readonly context: Pick<vscode.ExtensionContext, 'globalStorageUri'>;
};

/** The index of one journal: reads it at once, and again what changes. */
export class JournalIndex extends Disposable {
  readonly #services: IndexServices;
  readonly #journal: Journal;
  readonly #tell: () => void;
  readonly #notes: JournalNotes;
  readonly #passes = this.register(new RescanQueue((paths) => this.#pass(paths)));
  readonly #lateLook = this.register(new Timer());
  readonly #saveTimer = this.register(new Timer());
  readonly #cache: CacheFile<StoredNote>;
  /** Nothing is compared before. */
  readonly #restored: Promise<void>;
  readonly #ready: Promise<void>;
  #scan: KeyedScanContext;
  readonly #drafts = new Map<string, vscode.TextDocument>();
  #templates = '';
  #places: NotePlaces = notePlaces('');
  #isReady = false;
  #comparedAll = 0;
  /** Is the cache older than what is known? */
  #isUnsaved = false;

  /** @param tell called after changes */
  constructor(services: IndexServices, journal: Journal, tell: () => void) {
    super();
    this.#services = services;
    this.#journal = journal;
    this.#tell = tell;
    this.#scan = scanContext(services.framework.current, builtin);
    this.#notes = new JournalNotes(
      { files: journal.files, clock: services.clock, loadYaml },
      { places: this.#places, scan: this.#scan },
    );
    const form = notesForm(() => this.#scan.key);
    this.#cache = new CacheFile(services.context.globalStorageUri, journal.root, form, services.log);
    this.register(
      journal.files.watch((path) => {
        if (this.#concerns(path)) this.#passes.add(path);
      }),
    );
    this.register(
      services.framework.onDidChange(() => {
        this.#scan = scanContext(services.framework.current, builtin);
        this.#notes.setScan(this.#scan);
        void this.#passes.now([everything]);
      }),
    );
    this.register(
      services.config.onDidChange(() => {
        if (this.#usePlaces(services.config.current.templates)) void this.#passes.now([everything]);
      }),
    );
    this.register(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused && services.clock.now() - this.#comparedAll > healMs) void this.#passes.now([everything]);
      }),
    );
    this.register(
      services.journal.onDidChangeAddress(() => {
        for (const document of vscode.workspace.textDocuments)
          if (isDraft(document)) this.#takeDraft(document);
      }),
    );
    this.register(
      new DirtyDocuments((document) => {
        this.#takeDraft(document);
      }),
    );
    this.#restored = this.#restore();
    this.#ready = this.#passes.now([everything]);
  }

  get notes(): ReadonlyMap<string, IndexedNote> {
    return this.#notes.notes;
  }

  get skipped(): readonly SkippedFile[] {
    return this.#notes.skipped;
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  whenReady(): Promise<void> {
    return this.#ready;
  }

  async refresh(): Promise<void> {
    await this.#passes.now([everything]);
    if (this.#isUnsaved) await this.#save();
  }

  async #restore(): Promise<void> {
    const { clock, config, framework } = this.#services;
    await framework.whenReady();
    this.#usePlaces((await config.whenReady()).templates);
    const { key } = this.#scan;
    await this.#cache.restore((note) => {
      if (key === this.#scan.key) this.#notes.restore(note);
    });
    if (await this.#cache.isOld(clock.now())) this.#saveLater();
  }

  /** @returns whether other files are notes now */
  #usePlaces(templates: string): boolean {
    if (templates === this.#templates) return false;
    this.#templates = templates;
    this.#places = notePlaces(templates);
    this.#notes.setPlaces(this.#places);
    return true;
  }

  /** A file that is no note may be a folder of notes. */
  #concerns(path: string): boolean {
    return !path.split('/').some((segment) => segment.startsWith('.'));
  }

  async #pass(paths: readonly string[]): Promise<void> {
    await this.#restored;
    const all = paths.includes(everything);
    if (all) this.#comparedAll = this.#services.clock.now();
    const known = (path: string): boolean => this.#notes.notes.has(path);
    const wereKnown = paths.every(known);
    const comparison = await this.#compare(all ? [everything] : paths);
    const dropped = this.#dropSavedDrafts();
    if (this.isDisposed) return;
    if (all && comparison !== 'givenUp') this.#becomeReady();
    if (!all && !(wereKnown && paths.every(known))) this.#lookLater();
    if (comparison !== 'same') this.#saveLater();
    if (comparison !== 'same' || dropped) this.#tell();
  }

  async #compare(paths: readonly string[]): Promise<PassOutcome> {
    try {
      return await this.#notes.compare(paths, () => this.isDisposed);
    } catch (error) {
      this.#services.log.warn(`The notes in ${this.#journal.root.toString()} can’t be read.`, error);
      return 'changed';
    }
  }

  #becomeReady(): void {
    if (this.#isReady) return;
    this.#isReady = true;
    this.#lookLater();
  }

  /**
   * What came or went may be half of a move, or of a folder that was made anew: watchers lose the other half now and
   * then.
   */
  #lookLater(): void {
    this.#lateLook.set(watcherMs, () => void this.#passes.now([everything]));
  }

  #saveLater(): void {
    this.#isUnsaved = true;
    this.#saveTimer.set(saveMs, () => void this.#save());
  }

  async #save(): Promise<void> {
    this.#isUnsaved = false;
    await this.#passes.now(this.#notes.stale);
    const { key } = this.#scan;
    await this.#cache.save(this.#certain(), () => key === this.#scan.key && !this.isDisposed);
    await this.#cache.removeOthers(this.#services.clock.now());
  }

  *#certain(): Iterable<StoredNote> {
    for (const note of this.#notes.stored.values()) if (!this.#notes.stale.has(note.path)) yield note;
  }

  #takeDraft(document: vscode.TextDocument): void {
    const path = this.#journal.pathOf(document.uri);
    if (path === undefined || !this.#places.isNote(path)) return;
    if (isDraft(document)) {
      this.#drafts.set(path, document);
      if (this.#notes.setDraft(path, document.getText())) this.#takeAgainWithYaml(document);
      this.#tell();
    } else if (this.#drafts.has(path)) void this.#passes.now([path]);
  }

  #takeAgainWithYaml(document: vscode.TextDocument): void {
    this.#notes.loadYaml().then(
      () => {
        if (!this.isDisposed) this.#takeDraft(document);
      },
      (error: unknown) => {
        this.#services.log.error('Front matter of an unusual form can’t be read.', error);
      },
    );
  }

  /** Once their files were compared, so that a note is never gone in between. */
  #dropSavedDrafts(): boolean {
    const saved = [...this.#drafts].filter(([, document]) => !isDraft(document));
    for (const [path] of saved) {
      this.#drafts.delete(path);
      this.#notes.dropDraft(path);
    }
    return saved.length > 0;
  }
}

function isDraft(document: vscode.TextDocument): boolean {
  return document.isDirty && !document.isClosed;
}

/** @param key of what the notes are scanned with */
function notesForm(key: () => string): CacheForm<StoredNote> {
  return {
    ...{ what: 'notes', suffix: '' },
    writer: () => new CacheWriter(key()),
    reader: (text) => new CacheReader(text, key()),
  };
}
