import type * as vscode from 'vscode';
import type { Experiments } from '../core/experiment/experiment';
import type { Framework } from '../core/framework/model';
import type { IndexedNote, SkippedFile } from '../core/journal/note';
import type { Config } from '../core/journal/config/configModel';
import type { People } from '../core/journal/people/knownPeople';
import type { Files } from '../core/journal/files';
import type { Clock } from '../core/util/dates';
import type { Checks } from '../core/selfcheck/checks';
import type { Ratings } from '../core/selfcheck/ratings';
import type { MarkdownEditor } from './markdownEditor';
import type { Settings } from './settings';

/** What the composition root hands to every feature. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly clock: Clock;
  readonly today: Today;
  readonly log: vscode.LogOutputChannel;
  readonly memory: Memento;
  readonly settings: Settings;
  readonly framework: FrameworkSource;
  readonly journal: JournalSource;
  readonly journalVisit: JournalVisit;
  readonly checks: ChecksSource;
  readonly ratings: RatingsSource;
  readonly experiments: ExperimentsSource;
  readonly privacy: Privacy;
  readonly markdownEditor: MarkdownEditor;
  readonly index: NoteIndex;
  readonly config: ConfigSource;
  readonly people: PeopleSource;
}

/** Whatever stays in sight and says a day in words follows it. */
export interface Today {
  /** Another local day has begun: at midnight, while the machine slept, or by another time zone. */
  readonly onDidChange: vscode.Event<void>;
}

/** What Two Hats remembers on this machine, for every window. */
export interface Memento {
  get(key: string): unknown;
  /** Resolves when the value is stored, or could not be, which is logged; `undefined` forgets it. */
  update(key: string, value: unknown): Promise<void>;
}

/** The framework in use: the built-in one, or a custom one that holds. */
export interface FrameworkSource {
  readonly current: Framework;
  /** The one in use once a custom one was looked for. */
  whenReady(): Promise<Framework>;
  readonly onDidChange: vscode.Event<void>;
}

export interface JournalSource {
  /** The journal, or `undefined` while none was chosen. Never asks. */
  readonly current: Journal | undefined;
  readonly onDidChange: vscode.Event<void>;
  /** When a file may turn out to be one of the journal that was none before, or the other way round. */
  readonly onDidChangeAddress: vscode.Event<void>;
  /** The journal; where none was chosen yet, asks for its place once. `undefined` when the person cancels. */
  ensure(): Promise<Journal | undefined>;
  /** Asks for another place, whether one was chosen or not. `undefined` when the person cancels. */
  choose(): Promise<Journal | undefined>;
}

/** A journal that is shown for a while in place of the person’s own. */
export interface JournalVisit {
  /** Is another journal shown than the person’s own? */
  readonly isVisiting: boolean;
  /** Shows it in this window, until its end at the latest; `undefined` leads back to the person’s own. */
  visit(root: vscode.Uri | undefined): void;
}

export interface Journal {
  readonly root: vscode.Uri;
  readonly files: Files;
  /** The address of a path of the journal. */
  uri(path: string): vscode.Uri;
  /**
   * The path of a file in the journal, however its address is spelled, `''` for the journal's folder; `undefined` for
   * a file elsewhere. No surface compares addresses by other means.
   */
  pathOf(uri: vscode.Uri): string | undefined;
  /** Is it known where a file lies really? Before, it may be one of the journal and not look so. */
  isPlaced(uri: vscode.Uri): boolean;
}

/** The ratings of the newest self-checks in the journal. */
export interface RatingsSource {
  /** Of the checks, which it waits for; empty without a journal or checks. */
  latest(): Promise<Ratings>;
  readonly onDidChange: vscode.Event<void>;
}

/** Every self-check in the journal, and those that can't be used. */
export interface ChecksSource {
  /** As known so far. */
  readonly current: Checks;
  /** Resolves when all were read once; the first use begins to read. */
  whenReady(): Promise<Checks>;
  /** Compares with the disk, for what a watcher missed, or would miss that is only just starting. */
  refresh(): void;
  readonly onDidChange: vscode.Event<void>;
}

/** What the person tries, or tried. */
export interface ExperimentsSource {
  /** As known so far. The first use begins to read. */
  readonly current: Experiments;
  /** Resolves when all were read. */
  whenReady(): Promise<Experiments>;
  readonly onDidChange: vscode.Event<void>;
}

/** *Hide Private Details*: names become initials and ratings disappear, on every surface. */
export interface Privacy {
  readonly hidden: boolean;
  readonly onDidChange: vscode.Event<void>;
}

/** The notes of the journal as known so far. */
export interface NoteIndex {
  /** By path; empty without a journal. The first use begins to read, and every later one answers at once. */
  readonly notes: ReadonlyMap<string, IndexedNote>;
  readonly skipped: readonly SkippedFile[];
  /** Have all notes been read once? */
  readonly isReady: boolean;
  /** Resolves when all notes were read once; at once where there is no journal. */
  whenReady(): Promise<void>;
  /** After one change or a burst of them: a note read, changed on disk or on screen, or gone; another journal. */
  readonly onDidChange: vscode.Event<void>;
  /** Compares with the disk now, for what a watcher missed. */
  refresh(): Promise<void>;
}

/** Whom the journal is about: folders, front matter and `two-hats.yaml` (whose aliases merge spellings). */
export interface PeopleSource {
  /** Everybody known so far. The first use begins to read. */
  readonly current: People;
  /** Resolves to everybody when all was read once. */
  whenReady(): Promise<People>;
  readonly onDidChange: vscode.Event<void>;
}

/** What `two-hats.yaml` says. */
export interface ConfigSource {
  /** As known so far. The first use begins to read. */
  readonly current: Config;
  /** Resolves when the file was read. */
  whenReady(): Promise<Config>;
  readonly onDidChange: vscode.Event<void>;
}
