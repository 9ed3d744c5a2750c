/** Moves of open tasks into a new note, finished by whoever comes after a kill. */
import * as vscode from 'vscode';
import { arrived, markMoved, readPending, type PendingMoves } from '../../core/journal/moves';
import type { CarriedTask } from '../../core/templates/carryOver';
import { editNote } from '../editNote';
import type { Journal, Parts } from '../parts';

type MoveParts = Pick<Parts, 'context' | 'journal' | 'log' | 'settings'>;

const pendingKey = 'notes.pendingMoves';
const saidKey = 'notes.carryOverSaid';

export class Moves {
  readonly #parts: MoveParts;

  constructor(parts: MoveParts) {
    this.#parts = parts;
  }

  /** @returns whether the note is new; where it exists already, nothing is moved */
  async make(journal: Journal, note: string, text: string, tasks: readonly CarriedTask[]): Promise<boolean> {
    if (tasks.length === 0) return journal.files.create(note, text);
    const pending: PendingMoves = {
      journal: journal.root.toString(),
      note,
      tasks: tasks.map(({ path, task }) => ({ path, line: task.line, hash: task.hash })),
    };
    await this.#remember([...this.#pending(), pending]);
    const isNew = await journal.files.create(note, text).catch(async (error: unknown) => {
      await this.#forget(pending);
      throw error;
    });
    if (isNew) await this.#finish(journal, pending);
    else await this.#forget(pending);
    if (isNew) void this.#sayOnce(tasks.length);
    return isNew;
  }

  /** Finishes what a kill interrupted. Nothing is read where nothing is remembered. */
  async finishAll(): Promise<void> {
    const journal = this.#parts.journal.current;
    if (!journal) return;
    for (const pending of this.#pending())
      if (pending.journal === journal.root.toString()) await this.#finish(journal, pending);
  }

  async #finish(journal: Journal, pending: PendingMoves): Promise<void> {
    try {
      const note = await textOf(journal, pending.note);
      for (const task of arrived(pending, note))
        await editNote(journal, task.path, (text) => markMoved(text, task, pending.note));
      await this.#forget(pending);
    } catch (error) {
      // Remembered still: tried again at the next start.
      this.#parts.log.error('Actions could not be marked as moved.', error);
      void vscode.window.showWarningMessage(
        vscode.l10n.t(
          'Some actions stand in the new note and in the old one, because the old one could not be changed. It is tried again at the next start.',
        ),
      );
    }
  }

  #pending(): readonly PendingMoves[] {
    return readPending(this.#parts.context.globalState.get<unknown>(pendingKey));
  }

  async #forget({ journal, note }: PendingMoves): Promise<void> {
    await this.#remember(this.#pending().filter((other) => other.journal !== journal || other.note !== note));
  }

  async #remember(pending: readonly PendingMoves[]): Promise<void> {
    await this.#parts.context.globalState.update(pendingKey, pending);
  }

  /** The first time, with a way to have it otherwise. */
  async #sayOnce(count: number): Promise<void> {
    const { context, settings } = this.#parts;
    if (context.globalState.get<unknown>(saidKey) === true) return;
    await context.globalState.update(saidKey, true);
    const off = vscode.l10n.t('Don’t Move Actions');
    const message =
      count === 1
        ? vscode.l10n.t(
            'An open action has moved into this note. Where it stood it is marked [>], with a link.',
          )
        : vscode.l10n.t(
            '{0} open actions have moved into this note. Where they stood they are marked [>], with a link.',
            count,
          );
    if ((await vscode.window.showInformationMessage(message, off)) === off)
      await settings.setCarryOver(false);
  }
}

/** As it stands on screen, or else in its file. */
async function textOf(journal: Journal, path: string): Promise<string | undefined> {
  const uri = journal.uri(path).toString();
  const document = vscode.workspace.textDocuments.find((open) => open.isDirty && open.uri.toString() === uri);
  return document?.getText() ?? journal.files.read(path);
}
