/** Moves of open tasks and topics into a new note, finished by whoever comes after a kill or a failure. */
import * as vscode from 'vscode';
import { openFiles } from '#files';
import { openTasksOf, placesOf, type CarriedItem } from '../../core/journal/carryOver/carriedItems';
import {
  beginMoves,
  beginTakingIn,
  finishMoves,
  type ClearedPlaces,
  type MoveRun,
} from '../../core/journal/carryOver/moveRun';
import { readPending, type PendingMoves } from '../../core/journal/carryOver/moves';
import { FileError, type Files } from '../../core/journal/files';
import { noteText, openDocument } from '../shared/editNote';
import { showInformationMessage, showWarningMessage } from '../../platform/messages';
import { isSameAddress } from '../../platform/folders';
import { Timer } from '../../platform/timer';
import type { Journal, Services } from '../../services/services';
import { removeIfThere } from '../../platform/workspaceTexts';
import { formatPaths, pathFormatter, type PathServices } from '../shared/format';
import { Disposable } from '../../platform/disposable';
import type { TextEdit } from '../../core/util/textEdit';
import { TakenIn } from './takenIn';

type MoveServices = PathServices &
  Pick<Services, 'clock' | 'context' | 'index' | 'journal' | 'log' | 'memory' | 'settings'>;

const saidKey = 'notes.carryOverSaid';
/** Is there a record? */
const leftKey = 'notes.movesLeft';

/** A record whose note does not exist yet may be of another window at work. */
const giveUpMs = 600_000;

/** So long after a start nothing waits for the host any more. */
const idleMs = 3000;

/** What could not be finished is tried again so often, beside whenever there is reason to hope. */
const retryMs = 60_000;

/** What goes into a new note. */
export interface Moved extends Pick<PendingMoves, 'topics'> {
  readonly items: readonly CarriedItem[];
}

type Failures = ClearedPlaces['failures'];

export class Moves extends Disposable {
  readonly #services: MoveServices;
  readonly #folder: vscode.Uri;
  readonly #records: Files;
  readonly #takenIn: TakenIn;
  readonly #later = this.register(new Timer());
  /** Records of which something is left to do. */
  #unfinished = 0;
  #finishing: Promise<void> | undefined;
  /** What was said of failures in this session, and need not be said again. */
  readonly #said = new Set<string>();

  constructor(services: MoveServices) {
    super();
    this.#services = services;
    this.#takenIn = this.register(new TakenIn(services));
    this.#folder = vscode.Uri.joinPath(services.context.globalStorageUri, 'moves');
    this.#records = openFiles(this.#folder, services.context.globalStorageUri, services.log);
    const again = () => {
      if (this.#unfinished > 0) void this.finishAll();
    };
    const notesRead = services.index.onDidChange(() => {
      notesRead.dispose();
      void this.finishAll();
    });
    this.register(notesRead);
    this.register(services.index.onDidChange(again));
    this.register(services.journal.onDidChange(() => void this.#finishLeft()));
    this.register(vscode.workspace.onDidSaveTextDocument(again));
    this.register(vscode.workspace.onDidCloseTextDocument(again));
    this.register(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) again();
      }),
    );
    this.#later.set(idleMs, () => void this.#finishLeft());
  }

  /**
   * @param text the note's, with what is moved into it
   * @returns whether the note is new; where it exists already, nothing is moved
   */
  async make(journal: Journal, note: string, text: string, moved: Moved): Promise<boolean> {
    const pending = this.#pendingOf(journal, note, moved);
    if (!pending) return journal.files.create(note, text);
    return this.#run(journal, pending, moved, () => beginMoves(this.#runIn(journal, note), pending, text));
  }

  /**
   * Puts what moves into a note that is there already, and takes it out of its old places once the note is saved: at once,
   * unless it has changes that the person did not save. One undo in the note takes all of it back.
   * @throws FileError
   */
  async takeIn(
    journal: Journal,
    note: string,
    change: (text: string) => readonly TextEdit[],
    moved: Moved,
  ): Promise<void> {
    const pending = this.#pendingOf(journal, note, moved);
    const edit = () => this.#takenIn.edit(journal, note, change, putBack);
    const putBack = async () => {
      if (pending) await this.#run(journal, pending, moved, () => this.#beginAgain(journal, pending));
    };
    if (!pending) await edit();
    else
      await this.#run(journal, pending, moved, () =>
        beginTakingIn(this.#runIn(journal, note), pending, edit),
      );
  }

  /** After a redo. */
  #beginAgain(journal: Journal, pending: PendingMoves): Promise<string | undefined> {
    const again = { ...pending, at: this.#services.clock.now() };
    return beginTakingIn(this.#runIn(journal, pending.note), again, () => Promise.resolve());
  }

  #pendingOf(journal: Journal, note: string, { items, topics }: Moved): PendingMoves | undefined {
    const tasks = placesOf(items);
    if (tasks.length === 0 && !topics) return undefined;
    return {
      journal: journal.root.toString(),
      note,
      at: this.#services.clock.now(),
      tasks: [...tasks],
      ...(topics ? { topics } : {}),
    };
  }

  async #run(
    journal: Journal,
    pending: PendingMoves,
    { items }: Moved,
    begin: () => Promise<string | undefined>,
  ): Promise<boolean> {
    await this.#services.memory.update(leftKey, true);
    const record = await begin();
    if (record === undefined) return false;
    const failures = await this.#finish(journal, record, pending);
    const moved = openTasksOf(items).filter((places) => !places.some(({ path }) => failures.has(path)));
    if (moved.length > 0) void this.#sayOnce(moved.length);
    return true;
  }

  /** Finishes what a kill interrupted, what could not be written, or what was not saved yet. */
  finishAll(): Promise<void> {
    this.#finishing ??= this.#finishRecords().finally(() => {
      this.#finishing = undefined;
    });
    return this.#finishing;
  }

  /** Most starts have nothing to finish, and are to read no file. */
  async #finishLeft(): Promise<void> {
    if (this.#services.memory.get(leftKey) === true) await this.finishAll();
  }

  async #finishRecords(): Promise<void> {
    const journal = this.#services.journal.current;
    if (!journal) return;
    this.#unfinished = 0;
    try {
      for (const record of await this.#recordNames()) {
        const pending = readPending((await this.#records.read(record)) ?? '');
        // One that was cut short was written before anything else was.
        if (!pending) await this.#forget(record);
        else if (await isSameAddress(journal.root, vscode.Uri.parse(pending.journal)))
          await this.#finish(journal, record, pending);
      }
    } catch (error) {
      this.#services.log.error('What is to be moved could not be read.', error);
    }
  }

  /** @returns what could not be changed: it is remembered still, and tried again */
  async #finish(journal: Journal, record: string, pending: PendingMoves): Promise<Failures> {
    try {
      const cleared = await finishMoves(this.#runIn(journal, pending.note), record, pending);
      if (cleared) return this.#tell(pending, cleared);
      if (this.#services.clock.now() - pending.at > giveUpMs) await this.#forget(record);
    } catch (error) {
      this.#services.log.error('What moved could not be taken from its old place.', error);
      this.#tryLater();
    }
    return new Map();
  }

  #tell({ note }: PendingMoves, { failures, left }: ClearedPlaces): Failures {
    if (left) this.#tryLater();
    void this.#sayFailures(note, failures);
    return failures;
  }

  #runIn(journal: Journal, note: string): MoveRun {
    const records = this.#records;
    return {
      records: {
        create: (record, json) => records.create(record, json),
        edit: (record, change) => records.edit(record, change),
        remove: (record) => this.#forget(record),
      },
      notes: {
        create: (path, text) => journal.files.create(path, text),
        text: (path) => noteText(journal, path),
        edit: (path, change) => this.#takenIn.watch(journal, note, path, change),
        isUnsaved: (path) => openDocument(journal, path)?.isDirty === true,
      },
    };
  }

  #tryLater(): void {
    this.#unfinished++;
    this.#later.set(retryMs, () => void this.finishAll());
  }

  async #forget(record: string): Promise<void> {
    const { memory } = this.#services;
    await removeIfThere(vscode.Uri.joinPath(this.#folder, record));
    if ((await this.#recordNames()).length > 0) return;
    await memory.update(leftKey, undefined);
    // Another window may have begun meanwhile.
    if ((await this.#recordNames()).length > 0) await memory.update(leftKey, true);
  }

  async #recordNames(): Promise<readonly string[]> {
    return (await this.#records.list('')).map(({ name }) => name).filter((name) => name.endsWith('.json'));
  }

  /** Once a session for each note, unless the person asks for another try. */
  async #sayFailures(note: string, failures: Failures): Promise<void> {
    for (const [path, error] of failures) this.#services.log.error(`${path} could not be changed.`, error);
    const key = [note, ...failures.keys()].join('\n');
    const [first] = failures.values();
    if (failures.size === 0 || this.#said.has(key)) return;
    this.#said.add(key);
    const tryAgain = vscode.l10n.t('Try Again');
    const message = vscode.l10n.t(
      'What moved into “{0}” still stands in {1}, too, which could not be changed. {2} Two Hats tries again by itself.',
      pathFormatter(this.#services)(note),
      formatPaths(this.#services, [...failures.keys()]),
      whyWords(first),
    );
    if ((await showWarningMessage(message, tryAgain)) !== tryAgain) return;
    this.#said.delete(key);
    await this.finishAll();
  }

  /** The first time, with a way to have it otherwise. */
  async #sayOnce(count: number): Promise<void> {
    const { memory, settings } = this.#services;
    if (memory.get(saidKey) === true) return;
    await memory.update(saidKey, true);
    const off = vscode.l10n.t('Don’t Move Any More');
    const message =
      count === 1
        ? vscode.l10n.t(
            'An open action has moved into this note. Where it stood it is marked [>], with a link.',
          )
        : vscode.l10n.t(
            '{0} open actions have moved into this note. Where they stood they are marked [>], with a link.',
            count,
          );
    if ((await showInformationMessage(message, off)) !== off) return;
    await settings.setCarryOver(false);
    void showInformationMessage(
      vscode.l10n.t(
        'From the next note on, open actions stay where they are and are named with a link. The setting twoHats.carryOver has them move again.',
      ),
    );
  }
}

/** Why a note could not be changed, and what helps. */
function whyWords(error: unknown): string {
  const code = error instanceof FileError ? error.code : undefined;
  if (code === 'readOnly' || code === 'noPermission')
    return vscode.l10n.t('It is write-protected: make it writable.');
  if (code === 'noSpace') return vscode.l10n.t('There is no space left on its disk: make room.');
  return vscode.l10n.t('The Two Hats log says why.');
}
