import * as vscode from 'vscode';
import type { AnyRow } from '../../core/journal/tree/rows';
import type { Services } from '../../services/services';
import type { NotesTree } from './notesTree';
import { Disposable } from '../../platform/disposable';
import { Timer } from '../../platform/timer';

/** An editor that has just opened goes to its place a moment later. */
const settleMs = 100;

/** So often a row is tried that VS Code refuses while it takes up newer ones. */
const maxTries = 5;

/** Selects the row of the note in the active editor, while the view is in sight. The focus stays where it is. */
export class ActiveNote extends Disposable {
  /** The active note has no row yet: it may be new, or the rows change. */
  #isAwaited = false;
  #isHeld = false;
  readonly #timer = this.register(new Timer());

  constructor(
    private readonly services: Pick<Services, 'journal' | 'log'>,
    private readonly view: vscode.TreeView<AnyRow>,
    private readonly tree: NotesTree,
  ) {
    super();
    const reveal = () => {
      this.#revealSoon();
    };
    this.register(vscode.window.onDidChangeActiveTextEditor(reveal));
    this.register(view.onDidChangeVisibility(reveal));
    reveal();
  }

  /** Whatever is selected, once the rows have changed. */
  expectRows(): void {
    this.#isAwaited = true;
  }

  async rowsChanged(): Promise<void> {
    if (this.#isAwaited) await this.#select(false, maxTries);
  }

  /** The person only looks at notes in passing, until this is disposed. */
  hold(): vscode.Disposable {
    this.#isHeld = true;
    return new vscode.Disposable(() => {
      this.#isHeld = false;
      this.#revealSoon();
    });
  }

  #revealSoon(preservesChoice = true, tries = maxTries): void {
    this.#timer.set(settleMs, () => void this.#select(preservesChoice, tries));
  }

  async #select(preservesChoice: boolean, tries: number): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const path = editor && this.services.journal.current?.pathOf(editor.document.uri);
    this.#isAwaited = false;
    if (!editor || path === undefined || this.#isHeld || !this.view.visible) return;
    try {
      const chosen = preservesChoice ? this.#chosen(path) : undefined;
      const row = chosen ?? (await this.tree.find(path, editor.selection.active.line));
      this.#isAwaited = !row;
      // Another note may have become active, or the view been hidden, meanwhile.
      if (!row || editor !== vscode.window.activeTextEditor || !isVisible(this.view)) return;
      await this.view.reveal(row, { select: true, focus: false, expand: false });
    } catch (error) {
      if (tries > 1) this.#revealSoon(preservesChoice, tries - 1);
      else this.services.log.warn('The active note could not be shown in the Notes view.', error);
    }
  }

  /**
   * The row by which the person opened the note; any of its rows will do. VS Code tells of it though it may have come
   * and gone since, and no longer be selected on the screen.
   */
  #chosen(path: string): AnyRow | undefined {
    return this.view.selection.find(({ facts }) => {
      if (facts.kind === 'note') return facts.note.path === path;
      return facts.kind === 'entry' && facts.entry.note.path === path;
    });
  }
}

/** Anew after a wait. */
function isVisible({ visible }: vscode.TreeView<AnyRow>): boolean {
  return visible;
}
