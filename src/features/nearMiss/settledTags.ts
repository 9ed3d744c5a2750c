import * as vscode from 'vscode';
import { settledNotes, type NearTags } from '../../core/journal/tags/nearMiss';
import type { FileVersion } from '../../core/journal/files';
import { fold } from '../../core/framework/comparable';
import type { LanguageServices } from '../../services/languageServices';
import { Disposable } from '../../platform/disposable';
import { Timer } from '../../platform/timer';

interface SeenFile extends FileVersion {
  /** Near misses in it, as they are compared. */
  readonly runs: readonly string[];
}

/** After a change of the journal, its files are compared again at most so often, in ms. */
const restMs = 5000;

/**
 * Near misses that stand in so many notes that they are meant as they are. The index keeps no tags of the person's
 * own: the notes are read here, the first time that a near miss is on screen, and later only those that changed.
 */
export class SettledTags extends Disposable {
  readonly #services: LanguageServices;
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  #seen = new Map<string, SeenFile>();
  /** As which framework's near misses they were seen. */
  #near: NearTags | undefined;
  #reading: Promise<void> | undefined;
  readonly #timer = this.register(new Timer());
  readonly onDidChange = this.#changed.event;

  constructor(services: LanguageServices) {
    super();
    this.#services = services;
    this.register(
      services.journal.onDidChange(() => {
        this.#forget();
      }),
    );
    this.register(
      services.index.onDidChange(() => {
        if (this.#reading) this.#timer.setOnce(restMs, () => void this.#compare());
      }),
    );
  }

  override dispose(): void {
    this.#near = undefined;
    super.dispose();
  }

  /** Which of the near misses are meant as they are. */
  async among(runs: readonly string[]): Promise<(run: string) => boolean> {
    if (runs.length === 0) return () => false;
    if (this.#near !== this.#services.documents.near) this.#forget();
    this.#near = this.#services.documents.near;
    this.#reading ??= this.#read();
    await this.#reading;
    const notes = new Map<string, number>();
    for (const { runs: seen } of this.#seen.values())
      for (const run of seen) notes.set(run, (notes.get(run) ?? 0) + 1);
    return (run) => (notes.get(fold(run)) ?? 0) >= settledNotes;
  }

  #forget(): void {
    this.#seen = new Map();
    this.#reading = undefined;
  }

  async #compare(): Promise<void> {
    this.#reading = this.#read();
    await this.#reading;
    this.#changed.fire();
  }

  async #read(): Promise<void> {
    const { journal, index, documents, log } = this.#services;
    const { near } = documents;
    const before = this.#seen;
    const seen = new Map<string, SeenFile>();
    this.#seen = seen;
    try {
      await index.whenReady();
      await journal.current?.files.walk([...index.notes.keys()], {
        entersFolder: () => true,
        wantsFile: () => true,
        known: (path) => before.get(path),
        unchanged: (path) => {
          const known = before.get(path);
          if (known) seen.set(path, known);
        },
        read: (path, text, { size, mtime }) => {
          seen.set(path, { size, mtime, runs: this.#nearMissesIn(text) });
        },
        skipped: () => undefined,
        isOver: () => this.#near !== near,
      });
    } catch (error) {
      log.warn('Near misses can’t be counted in the journal.', error);
    }
  }

  #nearMissesIn(text: string): readonly string[] {
    const { documents } = this.#services;
    const runs = new Set<string>();
    const { tags, otherTags } = documents.scanText(text);
    for (const tag of tags) runs.add(fold(text.slice(tag.start, tag.end).replace(/^#/, '')));
    for (const tag of otherTags) runs.add(fold(tag.text));
    return [...runs].filter((run) => documents.near(run).length > 0);
  }
}
