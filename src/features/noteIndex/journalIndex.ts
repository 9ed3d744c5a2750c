import * as vscode from 'vscode';
import { knownLines } from '../../core/journal/evidence';
import { JournalNotes, type IndexContext } from '../../core/journal/index/journalNotes';
import { notePlaces, type NotePlaces } from '../../core/journal/index/notePlaces';
import { templatesFolder } from '../../core/journal/index/templatesFolder';
import type { IndexedNote, SkippedFile } from '../../core/journal/note';
import { knownTags } from '../../core/journal/tags';
import builtin from '../../core/templates/builtin.templates.yaml';
import { knownTexts } from '../../core/templates/knownTexts';
import type { Journal, Parts } from '../parts';
import { pathBelow } from '../pathBelow';
import { Drafts } from './drafts';
import { Passes } from './passes';

const everything = '';
const configuration = 'two-hats.yaml';

/** What watchers miss is looked for when the window is used again, at most so often. */
const healMs = 30_000;

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
  readonly #subscriptions: vscode.Disposable;
  readonly #ready: Promise<void>;
  readonly #drafts = new Map<string, vscode.TextDocument>();
  #places: NotePlaces = notePlaces('');
  #templates = '';
  #isReady = false;
  #isDisposed = false;
  #comparedAll = 0;

  /** @param tell called after changes */
  constructor(parts: IndexParts, journal: Journal, tell: () => void) {
    this.#parts = parts;
    this.#journal = journal;
    this.#tell = tell;
    const loadYaml = async () =>
      (await import('../../core/journal/scan/frontMatterYaml')).readFrontMatterYaml;
    this.#notes = new JournalNotes({ files: journal.files, clock: parts.clock, loadYaml }, this.#context());
    this.#subscriptions = vscode.Disposable.from(
      this.#passes,
      journal.files.watch((path) => {
        if (this.#concerns(path)) this.#passes.add(path);
      }),
      parts.framework.onDidChange(() => void this.#reread()),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused && parts.clock.now() - this.#comparedAll > healMs) void this.refresh();
      }),
      new Drafts((document) => {
        this.#takeDraft(document);
      }),
    );
    this.#ready = this.refresh();
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

  refresh(): Promise<void> {
    return this.#passes.now(everything);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#subscriptions.dispose();
  }

  #context(): IndexContext {
    const framework = this.#parts.framework.current;
    const isKnownLine = knownLines(knownTexts(framework, builtin));
    return { places: this.#places, scan: { tags: knownTags(framework), isKnownLine } };
  }

  #reread(): Promise<void> {
    this.#notes.setContext(this.#context());
    return this.refresh();
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
      if (comparison !== 'same' || dropped) this.#tell();
    } catch (error) {
      this.#parts.log.warn('The journal could not be read.', error);
    }
  }

  /** @returns whether other files are notes now */
  async #readConfiguration(): Promise<boolean> {
    const templates = templatesFolder((await this.#journal.files.read(configuration)) ?? '');
    if (templates === this.#templates) return false;
    this.#templates = templates;
    this.#places = notePlaces(templates);
    this.#notes.setContext(this.#context());
    return true;
  }

  #takeDraft(document: vscode.TextDocument): void {
    const path = pathBelow(this.#journal.root, document.uri);
    if (path === undefined || !this.#places.isNote(path)) return;
    if (isDraft(document)) {
      this.#drafts.set(path, document);
      this.#notes.setDraft(path, document.getText());
      this.#tell();
    } else if (this.#drafts.has(path)) void this.#passes.now(path);
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
