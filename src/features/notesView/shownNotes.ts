import * as vscode from 'vscode';
import type { Grouping } from '../../core/journal/tree/groupings';
import { isRow, type AnyRow } from '../../core/journal/tree/rows';
import { withErrorMessage } from '../shared/withErrorMessage';
import { withProgress } from '../../platform/messages';
import { tagRange } from '../shared/noteRanges';
import type { Services } from '../../services/services';
import { ActiveNote } from './activeNote';
import { NotesTree } from './notesTree';
import { Disposable } from '../../platform/disposable';

/** The view from when VS Code first asks for its rows. */
export class ShownNotes extends Disposable {
  readonly #services: Services;
  readonly #view: vscode.TreeView<AnyRow>;
  readonly #tree: NotesTree;
  readonly #active: ActiveNote;

  /** @param refresh has VS Code ask for the rows anew */
  constructor(services: Services, view: vscode.TreeView<AnyRow>, grouping: Grouping, refresh: () => void) {
    super();
    this.#services = services;
    this.#view = view;
    this.#tree = this.register(
      new NotesTree(services, grouping, () => {
        refresh();
        void this.#active.rowsChanged();
      }),
    );
    this.#active = this.register(new ActiveNote(services, view, this.#tree));
    if (!services.index.isReady) this.#showProgress();
  }

  set grouping(grouping: Grouping) {
    this.#tree.grouping = grouping;
    this.#active.expectRows();
  }

  hold(): vscode.Disposable {
    return this.#active.hold();
  }

  async children(row: AnyRow | undefined): Promise<AnyRow[]> {
    const rows = await this.#tree.children(row);
    if (!row) this.#view.message = (await this.#tree.message()) ?? '';
    return rows;
  }

  item(row: AnyRow): vscode.TreeItem {
    return this.#tree.item(row);
  }

  async revealDimension(dimension: string): Promise<void> {
    const row = await this.#tree.findDimension(dimension);
    if (row) await this.#view.reveal(row, { select: true, focus: true, expand: true });
  }

  /** @param row of the view; from elsewhere the selected one is meant */
  async openToSide(row: unknown): Promise<void> {
    const facts = (isRow(row) ? row : this.#view.selection[0])?.facts;
    const journal = this.#services.journal.current;
    if (!journal || (facts?.kind !== 'note' && facts?.kind !== 'entry')) return;
    const [note, tag] = facts.kind === 'note' ? [facts.note] : [facts.entry.note, facts.tag];
    const options = tag ? { selection: tagRange(tag) } : {};
    const uri = journal.uri(note.path);
    await withErrorMessage(this.#services.log, vscode.l10n.t('The note could not be opened.'), () =>
      vscode.commands.executeCommand('vscode.open', uri, {
        viewColumn: vscode.ViewColumn.Beside,
        ...options,
      }),
    );
  }

  #showProgress(): void {
    void withProgress({ location: { viewId: 'twoHats.notes' } }, () => this.#services.index.whenReady());
  }
}
