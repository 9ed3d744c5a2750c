/** What a note took in that was there already: undone there, it is undone in the places out of which it came, too. */
import * as vscode from 'vscode';
import { applyEdits, inverseEdits, type TextEdit } from '../../core/util/textEdit';
import { showWarningMessage } from '../../platform/messages';
import { Disposable } from '../../platform/disposable';
import type { Journal, Services } from '../../services/services';
import { editNote, shownDocument } from '../shared/editNote';
import { formatPaths, type PathServices } from '../shared/format';

interface Change {
  readonly before: string;
  readonly after: string;
  readonly edits: readonly TextEdit[];
}

interface Taken extends Change {
  readonly journal: Journal;
  readonly note: string;
  /** Its old places by their paths, as far as they know already. */
  readonly places: Map<string, Change>;
  readonly wasUnsaved: boolean;
  /** Takes all out of its old places once more. */
  readonly putBack: () => Promise<void>;
}

type Edits = (text: string) => readonly TextEdit[];

export class TakenIn extends Disposable {
  readonly #services: PathServices & Pick<Services, 'log'>;
  #last: Taken | undefined;
  #listener: vscode.Disposable | undefined;

  constructor(services: PathServices & Pick<Services, 'log'>) {
    super();
    this.#services = services;
  }

  /**
   * Changes the note so that it can be undone in its editor: there where the person has it open, else in its file, which
   * VS Code then reads anew.
   * @throws FileError
   */
  async edit(journal: Journal, note: string, change: Edits, putBack: Taken['putBack']): Promise<void> {
    const shown = shownDocument(journal, note);
    const wasUnsaved = shown?.isDirty ?? false;
    const edits: Edits = (before) => {
      const made = change(before);
      const after = applyEdits(before, made);
      this.#last = {
        ...{ journal, note, before, after, wasUnsaved, putBack },
        edits: made,
        places: new Map(),
      };
      return made;
    };
    // What VS Code reads anew can be undone where it knows what was there before.
    if (!shown) await this.#haveRead(journal.uri(note));
    await editNote(journal, note, edits);
    this.#listener ??= this.register(
      vscode.workspace.onDidChangeTextDocument((event) => {
        this.#follow(event);
      }),
    );
  }

  /** What can’t be read as text can’t be written either, and whoever writes says why. */
  async #haveRead(note: vscode.Uri): Promise<void> {
    try {
      await vscode.workspace.openTextDocument(note);
    } catch (error) {
      this.#services.log.warn('A note could not be opened.', error);
    }
  }

  /** Changes an old place of what went into a note. */
  watch(journal: Journal, note: string, path: string, change: Edits): Promise<unknown> {
    const taken = this.#last?.note === note ? this.#last : undefined;
    return editNote(journal, path, (before) => {
      const edits = change(before);
      if (edits.length > 0) taken?.places.set(path, { before, after: applyEdits(before, edits), edits });
      return edits;
    });
  }

  #follow({ document, reason }: vscode.TextDocumentChangeEvent): void {
    const taken = this.#last;
    if (!taken || reason === undefined || taken.journal.pathOf(document.uri) !== taken.note) return;
    const isNow = (text: string) => asShown(document.getText()) === asShown(text);
    const isUndone = reason === vscode.TextDocumentChangeReason.Undo && isNow(taken.before);
    const isRedone = reason === vscode.TextDocumentChangeReason.Redo && isNow(taken.after);
    if (!isUndone && !isRedone) return;
    void this.#afterwards(taken, document, isUndone ? () => this.#takeBack(taken) : taken.putBack);
  }

  async #afterwards(taken: Taken, document: vscode.TextDocument, work: () => Promise<void>): Promise<void> {
    try {
      // As it was saved when it was taken in.
      if (!taken.wasUnsaved) await document.save();
      await work();
    } catch (error) {
      this.#services.log.error('What a note took in could not be taken back, or in again.', error);
    }
  }

  /** What has changed since is left as it is, and named. */
  async #takeBack({ journal, places }: Taken): Promise<void> {
    const left: string[] = [];
    for (const [path, { before, after, edits }] of places) {
      const restore = (text: string) => (text === after ? inverseEdits(before, edits) : 'changed');
      const result = await editNote(journal, path, restore).catch((error: unknown) => {
        this.#services.log.error(`${path} could not be changed.`, error);
      });
      if (result !== 'done') left.push(path);
    }
    places.clear();
    if (left.length === 0) return;
    void showWarningMessage(
      vscode.l10n.t(
        'What you undid still counts as moved in {0}, which has changed meanwhile. Redo brings it back into this note.',
        formatPaths(this.#services, left),
      ),
    );
  }
}

/** An editor has no byte order mark, and line breaks of one kind. */
function asShown(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n|\r/g, '\n');
}
