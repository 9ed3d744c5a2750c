import type { IndexedNote, SkippedFile, SkipReason } from '../note';
import { isUnsettled, type Files, type FileVersion, type Visitor } from '../files';
import type { Clock } from '../../util/dates';
import type { ReadFrontMatter } from '../frontMatter/frontMatterTags';
import { scanFacts, type ScanContext, type ScannedFacts } from '../scan/scanNote';
import type { NotePlaces } from './notePlaces';
import { storedNote, Strings, type StoredNote } from './storedNote';

export interface IndexParts {
  readonly files: Files;
  readonly clock: Pick<Clock, 'now'>;
  /** Loads the reader of front matter of any form, when a note needs it. */
  readonly loadYaml: () => Promise<ReadFrontMatter>;
}

/** What tells a note from another file, and a tag from another word. */
export interface IndexContext {
  readonly places: NotePlaces;
  readonly scan: ScanContext;
}

/** What a comparison came to; one that was given up knows some notes and not others. */
export type PassOutcome = 'same' | 'changed' | 'givenUp';

class Pass {
  readonly seen = new Set<string>();
  readonly skipped = new Set<string>();
  readonly needYaml: string[] = [];
  isChanged = false;
}

/** The notes of a journal as they were when last compared with the disk; drafts stand in the place of their files. */
export class JournalNotes {
  readonly #parts: IndexParts;
  #context: IndexContext;
  #readYaml: ReadFrontMatter | undefined;
  readonly #strings = new Strings();
  readonly #stored = new Map<string, StoredNote>();
  /** Paths of files to be read again, though their version is known. */
  readonly #stale = new Set<string>();
  readonly #skipped = new Map<string, SkippedFile>();
  readonly #drafts = new Map<string, IndexedNote>();
  readonly #notes = new Map<string, IndexedNote>();

  constructor(parts: IndexParts, context: IndexContext) {
    this.#parts = parts;
    this.#context = context;
    this.#readYaml = context.scan.readYaml;
  }

  get notes(): ReadonlyMap<string, IndexedNote> {
    return this.#notes;
  }

  /** Without drafts. */
  get stored(): ReadonlyMap<string, StoredNote> {
    return this.#stored;
  }

  get skipped(): readonly SkippedFile[] {
    return [...this.#skipped.values()];
  }

  /** All notes are to be compared again; until then they are known as they were scanned before. */
  setScan(scan: ScanContext): void {
    this.#context = { ...this.#context, scan };
    for (const path of this.#stored.keys()) this.#stale.add(path);
  }

  /** What is a note no longer is forgotten with the next comparison. */
  setPlaces(places: NotePlaces): void {
    this.#context = { ...this.#context, places };
    for (const path of this.#drafts.keys()) if (!places.isNote(path)) this.dropDraft(path);
  }

  /**
   * Compares some files, and all below some folders, with the disk; `''` is everything. One at a time: the next one
   * waits for the last.
   * @param isOver ends it early
   * @throws FileError where the journal can't be read, which then is one of the files that were skipped: `''`
   */
  async compare(paths: readonly string[], isOver: () => boolean): Promise<PassOutcome> {
    const context = this.#context;
    const pass = new Pass();
    const isGivenUp = () => isOver() || this.#context !== context;
    try {
      await this.#parts.files.walk(paths, this.#visitor(pass, isGivenUp));
    } catch (error) {
      this.#skip('', 'unreadable', false);
      throw error;
    }
    if (isGivenUp()) return 'givenUp';
    this.#takeBackSkipped(pass);
    this.#removeMissing(paths, pass);
    if (pass.needYaml.length > 0) return this.#readWithYaml(pass.needYaml, isOver);
    return pass.isChanged ? 'changed' : 'same';
  }

  /** Takes a note that was known in an earlier session; the next comparison tells whether it still is so. */
  restore(note: StoredNote): void {
    this.#stored.set(note.path, note);
    if (!this.#drafts.has(note.path)) this.#notes.set(note.path, note);
  }

  /** Paths of notes that may be other than they are known: not to be restored later. */
  get stale(): ReadonlySet<string> {
    return this.#stale;
  }

  /**
   * A text that is on screen and not yet in the file.
   * @returns whether it is to be set once more after `loadYaml`; until then it is private if it may say so
   */
  setDraft(path: string, text: string): boolean {
    const scanned = this.#scanFacts(path, text);
    const draft = storedNote(path, scanned, { size: 0, mtime: 0 }, this.#strings);
    this.#drafts.set(path, draft);
    this.#notes.set(path, draft);
    return scanned.needsYaml;
  }

  async loadYaml(): Promise<void> {
    this.#readYaml = await this.#parts.loadYaml();
  }

  /** @returns whether there was one */
  dropDraft(path: string): boolean {
    if (!this.#drafts.delete(path)) return false;
    this.#show(path);
    return true;
  }

  #visitor(pass: Pass, isOver: () => boolean): Visitor {
    const { entersFolder, wantsFile } = this.#context.places;
    return {
      ...{ entersFolder, wantsFile, isOver },
      known: (path) => (this.#stale.has(path) ? undefined : this.#stored.get(path)),
      unchanged: (path) => pass.seen.add(path),
      read: (path, text, version) => {
        pass.seen.add(path);
        this.#read(pass, path, text, version);
      },
      skipped: (path, reason) => {
        if (this.#skip(path, reason, pass.seen.has(path))) pass.isChanged = true;
        pass.seen.add(path);
        pass.skipped.add(path);
      },
    };
  }

  #read(pass: Pass, path: string, text: string, version: FileVersion): void {
    const scanned = this.#scanFacts(path, text);
    const note = storedNote(path, scanned, version, this.#strings);
    if (!isSame(note, this.#stored.get(path))) pass.isChanged = true;
    if (scanned.needsYaml) pass.needYaml.push(path);
    this.#stored.set(path, note);
    if (isUnsettled(version, this.#parts.clock.now()) || scanned.needsYaml) this.#stale.add(path);
    else this.#stale.delete(path);
    this.#show(path);
  }

  #scanFacts(path: string, text: string): ScannedFacts {
    return scanFacts(path, text, { ...this.#context.scan, readYaml: this.#readYaml });
  }

  async #readWithYaml(paths: readonly string[], isOver: () => boolean): Promise<PassOutcome> {
    await this.loadYaml();
    const comparison = await this.compare(paths, isOver);
    return comparison === 'same' ? 'changed' : comparison;
  }

  /**
   * @param isRead whether a part of it was read: it is read again each time, so that it is among the skipped ones
   * @returns whether that is new
   */
  #skip(path: string, reason: SkipReason, isRead: boolean): boolean {
    const isNew = this.#skipped.get(path)?.reason !== reason;
    if (isNew) this.#skipped.set(path, { path, reason });
    if (isRead) this.#stale.add(path);
    return (!isRead && this.#remove(path)) || isNew;
  }

  /** What was read whole is skipped no longer. */
  #takeBackSkipped(pass: Pass): void {
    for (const path of this.#skipped.keys())
      if (pass.seen.has(path) && !pass.skipped.has(path) && this.#skipped.delete(path)) pass.isChanged = true;
  }

  /** Forgets what a comparison of these paths did not meet. */
  #removeMissing(paths: readonly string[], pass: Pass): void {
    if (pass.seen.size === this.#stored.size + this.#skipped.size) return;
    for (const path of this.#knownBelow(paths)) {
      if (pass.seen.has(path)) continue;
      pass.isChanged = true;
      this.#skipped.delete(path);
      this.#remove(path);
    }
  }

  *#knownBelow(paths: readonly string[]): Iterable<string> {
    const folders: string[] = [];
    for (const path of paths) {
      const isNote = this.#stored.has(path);
      // What could not be read may be a folder, and notes in it be known from before.
      if (!isNote) folders.push(path === '' ? '' : `${path}/`);
      if (isNote || this.#skipped.has(path)) yield path;
    }
    if (folders.length === 0) return;
    for (const known of [this.#stored, this.#skipped])
      for (const path of known.keys()) if (folders.some((folder) => path.startsWith(folder))) yield path;
  }

  #remove(path: string): boolean {
    this.#stale.delete(path);
    if (!this.#stored.delete(path)) return false;
    this.#show(path);
    return true;
  }

  #show(path: string): void {
    const note = this.#drafts.get(path) ?? this.#stored.get(path);
    if (note) this.#notes.set(path, note);
    else this.#notes.delete(path);
  }
}

/** A note read again for caution only must not count as a change. */
function isSame(note: StoredNote, before: StoredNote | undefined): boolean {
  const isSameFile = note.size === before?.size && note.mtime === before.mtime;
  return isSameFile && JSON.stringify(note) === JSON.stringify(before);
}
