import * as vscode from 'vscode';
import { JournalNotes } from '../../core/journal/index/journalNotes';
import { notePlaces, type NotePlaces } from '../../core/journal/index/notePlaces';
import type { StoredNote } from '../../core/journal/index/storedNote';
import { templatesFolder } from '../../core/journal/index/templatesFolder';
import type { IndexedNote, SkippedFile } from '../../core/journal/note';
import builtin from '../../core/templates/builtin.templates.yaml';
import { scanContext, type KeyedScanContext } from '../../core/templates/scanContext';
import type { Journal, Parts } from '../parts';
import { pathBelow } from '../pathBelow';
import { CacheFile } from './cacheFile';
import { Drafts } from './drafts';
import { Passes } from './passes';
import { Timer } from './timer';

const everything = '';
const configuration = 'two-hats.yaml';

/** What watchers miss is looked for when the window is used again, at most so often. */
const healMs = 30_000;
/** A watcher begins to see some time after it was asked to. */
const watcherMs = 3000;
/** What is known is kept for the next start when nothing has changed for so long. */
const keepMs = 5000;

export type IndexParts = Pick<Parts, 'clock' | 'framework' | 'journal' | 'log'> & {
  readonly context: Pick<vscode.ExtensionContext, 'globalStorageUri'>;
};

/** The index of one journal: reads it at once, and again what changes. */
export class JournalIndex implements vscode.Disposable {
  readonly #parts: IndexParts;
  readonly #journal: Journal;
  readonly #tell: () => void;
  readonly #notes: JournalNotes;
  readonly #passes = new Passes((paths) => this.#pass(paths));
  readonly #lateLook = new Timer();
  readonly #keepSoon = new Timer();
  readonly #subscriptions: vscode.Disposable;
  readonly #cache: CacheFile;
  readonly #ready: Promise<void>;
  #scan: KeyedScanContext;
  readonly #drafts = new Map<string, vscode.TextDocument>();
  #places: NotePlaces = notePlaces('');
  #templates = '';
  #isReady = false;
  #isDisposed = false;
  #comparedAll = 0;
  /** Is the cache older than what is known? */
  #isUnkept = false;

  /** @param tell called after changes */
  constructor(parts: IndexParts, journal: Journal, tell: () => void) {
    this.#parts = parts;
    this.#journal = journal;
    this.#tell = tell;
    const loadYaml = async () =>
      (await import('../../core/journal/scan/frontMatterYaml')).readFrontMatterYaml;
    this.#scan = scanContext(parts.framework.current, builtin);
    this.#notes = new JournalNotes(
      { files: journal.files, clock: parts.clock, loadYaml },
      { places: this.#places, scan: this.#scan },
    );
    this.#cache = new CacheFile(parts.context.globalStorageUri, journal.root, parts.log);
    this.#subscriptions = vscode.Disposable.from(
      this.#passes,
      this.#lateLook,
      this.#keepSoon,
      journal.files.watch((path) => {
        if (this.#concerns(path)) this.#passes.add(path);
      }),
      parts.framework.onDidChange(() => {
        this.#scan = scanContext(parts.framework.current, builtin);
        this.#notes.setScan(this.#scan);
        void this.#passes.now([everything]);
      }),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused && parts.clock.now() - this.#comparedAll > healMs) void this.#passes.now([everything]);
      }),
      new Drafts((document) => {
        this.#takeDraft(document);
      }),
    );
    this.#ready = this.#start();
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
    if (this.#isUnkept) await this.#keep();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#subscriptions.dispose();
  }

  async #start(): Promise<void> {
    const { key } = this.#scan;
    await this.#cache.restore(key, (note) => {
      if (key === this.#scan.key) this.#notes.restore(note);
    });
    await this.#passes.now([everything]);
    if (!this.#isDisposed) this.#lateLook.set(watcherMs, () => void this.#passes.now([everything]));
  }

  /** A file that is no note may be a folder of notes. */
  #concerns(path: string): boolean {
    return path === configuration || !path.split('/').some((segment) => segment.startsWith('.'));
  }

  async #pass(paths: readonly string[]): Promise<void> {
    const all = paths.includes(everything);
    try {
      const isMoved = (all || paths.includes(configuration)) && (await this.#readConfiguration());
      const compared = all || isMoved ? [everything] : paths;
      if (all || isMoved) this.#comparedAll = this.#parts.clock.now();
      const comparison = await this.#notes.compare(compared, () => this.#isDisposed);
      const dropped = this.#dropSavedDrafts();
      if (this.#isDisposed) return;
      if (all && comparison !== 'givenUp') this.#isReady = true;
      if (comparison !== 'same') this.#keepLater();
      if (comparison !== 'same' || dropped) this.#tell();
    } catch (error) {
      this.#parts.log.warn('The journal could not be read.', error);
    }
  }

  #keepLater(): void {
    this.#isUnkept = true;
    this.#keepSoon.set(keepMs, () => void this.#keep());
  }

  async #keep(): Promise<void> {
    this.#isUnkept = false;
    await this.#passes.now(this.#notes.doubtful);
    const { key } = this.#scan;
    await this.#cache.save(key, this.#certain(), () => key === this.#scan.key && !this.#isDisposed);
  }

  *#certain(): Iterable<StoredNote> {
    for (const note of this.#notes.stored.values()) if (!this.#notes.doubtful.has(note.path)) yield note;
  }

  /** @returns whether other files are notes now */
  async #readConfiguration(): Promise<boolean> {
    const templates = templatesFolder((await this.#journal.files.read(configuration)) ?? '');
    if (templates === this.#templates) return false;
    this.#templates = templates;
    this.#places = notePlaces(templates);
    this.#notes.setPlaces(this.#places);
    return true;
  }

  #takeDraft(document: vscode.TextDocument): void {
    const path = pathBelow(this.#journal.root, document.uri);
    if (path === undefined || !this.#places.isNote(path)) return;
    if (isDraft(document)) {
      this.#drafts.set(path, document);
      this.#notes.setDraft(path, document.getText());
      this.#tell();
    } else if (this.#drafts.has(path)) void this.#passes.now([path]);
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
