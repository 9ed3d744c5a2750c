/** Moves of open tasks and topics into a new note, finished by whoever comes after a kill. */
import * as vscode from 'vscode';
import { openFiles } from '#files';
import { textHash } from '../../core/hash';
import { arrived, markMoved, readPending, type PendingMoves } from '../../core/journal/moves';
import type { Files } from '../../core/journal/ports';
import { hasTakenUp, takenOut } from '../../core/journal/topics';
import type { CarriedTask } from '../../core/templates/carryOver';
import { editNote, noteText, openDocument } from '../editNote';
import { showInformationMessage, showWarningMessage } from '../messages';
import type { Journal, Parts } from '../parts';

type MoveParts = Pick<Parts, 'clock' | 'context' | 'index' | 'journal' | 'log' | 'memory' | 'settings'>;

const saidKey = 'notes.carryOverSaid';

/** A record whose note does not exist yet may be of another window at work. */
const giveUpMs = 600_000;

/** What goes into a new note. */
export interface Moved extends Pick<PendingMoves, 'topics'> {
  readonly tasks: readonly CarriedTask[];
}

export class Moves implements vscode.Disposable {
  readonly #parts: MoveParts;
  readonly #folder: vscode.Uri;
  readonly #records: Files;
  readonly #subscriptions: vscode.Disposable;
  /** Records whose old notes are marked on screen only. */
  #unsaved = 0;
  #finishing: Promise<void> | undefined;

  constructor(parts: MoveParts) {
    this.#parts = parts;
    this.#folder = vscode.Uri.joinPath(parts.context.globalStorageUri, 'moves');
    this.#records = openFiles(this.#folder, parts.context.globalStorageUri, parts.log);
    const again = () => {
      if (this.#unsaved > 0) void this.finishAll();
    };
    // Before notes are read nobody sees what a kill left, and no file may be read for nothing.
    const notesRead = parts.index.onDidChange(() => {
      notesRead.dispose();
      void this.finishAll();
    });
    this.#subscriptions = vscode.Disposable.from(
      notesRead,
      vscode.workspace.onDidSaveTextDocument(again),
      vscode.workspace.onDidCloseTextDocument(again),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /**
   * @param text the note's, with what is moved into it
   * @returns whether the note is new; where it exists already, nothing is moved
   */
  async make(journal: Journal, note: string, text: string, { tasks, topics }: Moved): Promise<boolean> {
    if (tasks.length === 0 && !topics) return journal.files.create(note, text);
    const pending: PendingMoves = {
      journal: journal.root.toString(),
      note,
      at: this.#parts.clock.now(),
      tasks: tasks.map(({ path, task, arrivesAs }) => ({ path, ...task, arrivesAs })),
      ...(topics ? { topics } : {}),
    };
    const record = await this.#remember(pending);
    const isNew = await journal.files.create(note, text).catch(async (error: unknown) => {
      await this.#forget(record);
      throw error;
    });
    if (!isNew) await this.#forget(record);
    else {
      await this.#finish(journal, record, pending);
      if (tasks.length > 0) void this.#sayOnce(tasks.length);
    }
    return isNew;
  }

  /** Finishes what a kill interrupted, or what was not saved yet. */
  finishAll(): Promise<void> {
    this.#finishing ??= this.#finishRecords().finally(() => {
      this.#finishing = undefined;
    });
    return this.#finishing;
  }

  async #finishRecords(): Promise<void> {
    const journal = this.#parts.journal.current;
    if (!journal) return;
    this.#unsaved = 0;
    try {
      const records = (await this.#records.list('')).map(({ name }) => name);
      for (const record of records.filter((name) => name.endsWith('.json'))) {
        const pending = readPending((await this.#records.read(record)) ?? '');
        // One that was cut short was written before anything else was.
        if (!pending) await this.#forget(record);
        else if (pending.journal === journal.root.toString()) await this.#finish(journal, record, pending);
      }
    } catch (error) {
      this.#parts.log.error('What is to be moved could not be read.', error);
    }
  }

  async #finish(journal: Journal, record: string, pending: PendingMoves): Promise<void> {
    try {
      const note = await noteText(journal, pending.note);
      if (note === undefined) {
        if (this.#parts.clock.now() - pending.at > giveUpMs) await this.#forget(record);
        return;
      }
      const tasks = arrived(pending, note);
      for (const task of tasks)
        await editNote(journal, task.path, (text) => markMoved(text, task, pending.note));
      const { topics, ...left } = pending;
      if (topics && hasTakenUp(note, topics.mark))
        await editNote(journal, topics.path, (text) => takenOut(text, topics.mark));
      const unsaved = tasks.filter(({ path }) => openDocument(journal.uri(path))?.isDirty);
      if (unsaved.length === 0) await this.#forget(record);
      else {
        // What is done is done once: the same may be collected, or stand there as an action, once more.
        await this.#records.replace(record, JSON.stringify({ ...left, tasks: unsaved }));
        this.#unsaved++;
      }
    } catch (error) {
      // Remembered still: tried again at the next start.
      this.#parts.log.error('What moved could not be taken from its old place.', error);
      void showWarningMessage(
        vscode.l10n.t(
          'Some of what moved stands in the new note and in its old place, which could not be changed. It is tried again at the next start.',
        ),
      );
    }
  }

  async #remember(pending: PendingMoves): Promise<string> {
    const record = `${pending.at}-${textHash(JSON.stringify(pending))}.json`;
    await this.#records.create(record, JSON.stringify(pending));
    return record;
  }

  async #forget(record: string): Promise<void> {
    const file = vscode.Uri.joinPath(this.#folder, record);
    // Another window may have finished it before.
    if ((await this.#records.read(record)) !== undefined) await vscode.workspace.fs.delete(file);
  }

  /** The first time, with a way to have it otherwise. */
  async #sayOnce(count: number): Promise<void> {
    const { memory, settings } = this.#parts;
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
