import * as vscode from 'vscode';
import type { Grouping } from '../../core/journal/tree/groupings';
import type { AnyRow } from '../../core/journal/tree/rows';
import { withErrorMessage } from '../shared/withErrorMessage';
import { createEmptyContext } from '../../services/contextKeys';
import type { NotesView } from '../shared/views';
import type { Services } from '../../services/services';
import { loadGrouping, pickGrouping, saveGrouping } from '../shared/grouping';
import { formatGrouping, noteGroupings } from './grouping';
import type { ShownNotes } from './shownNotes';
import { Disposable } from '../../platform/disposable';

/** The tree of notes. Nothing is read, nor its code loaded, before VS Code asks for its rows. */
export function registerNotesView(services: Services): NotesView {
  const view = new NotesViewProvider(services);
  const registrations = vscode.Disposable.from(
    view,
    vscode.commands.registerCommand('twoHats.groupNotes', async () => {
      const grouping = await pickGrouping(noteGroupings, view.grouping);
      if (grouping)
        await withErrorMessage(services.log, vscode.l10n.t('The notes could not be grouped.'), () =>
          view.group(grouping),
        );
    }),
    vscode.commands.registerCommand('twoHats.openNoteToSide', (row?: unknown) => view.openToSide(row)),
  );
  return {
    showDimension: (dimension) => view.showDimension(dimension),
    hold: () => view.hold(),
    setBadge: (badge) => {
      view.badge = badge;
    },
    dispose() {
      registrations.dispose();
    },
  };
}

class NotesViewProvider extends Disposable implements vscode.TreeDataProvider<AnyRow> {
  readonly #services: Services;
  readonly #changed = this.register(new vscode.EventEmitter<undefined>());
  readonly #view: vscode.TreeView<AnyRow>;
  readonly #tellEmpty: (isEmpty: boolean) => void;
  #shown: Promise<ShownNotes> | undefined;
  #grouping: Grouping;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(services: Services) {
    super();
    this.#services = services;
    this.#grouping = loadGrouping(services, noteGroupings);
    this.#tellEmpty = createEmptyContext('twoHats:notesEmpty', services.log);
    this.#view = this.register(vscode.window.createTreeView('twoHats.notes', { treeDataProvider: this }));
    this.#view.description = formatGrouping(this.#grouping);
  }

  set badge(badge: vscode.ViewBadge | undefined) {
    this.#view.badge = badge;
  }

  get grouping(): Grouping {
    return this.#grouping;
  }

  async getChildren(row?: AnyRow): Promise<AnyRow[]> {
    const children = await (await this.#load()).children(row);
    if (!row) this.#tellEmpty(children.length === 0);
    return children;
  }

  async getTreeItem(row: AnyRow): Promise<vscode.TreeItem> {
    return (await this.#load()).item(row);
  }

  getParent(row: AnyRow): AnyRow | undefined {
    return row.parent;
  }

  /** From the palette, too: the view is shown. */
  async group(grouping: Grouping): Promise<void> {
    await this.#setGrouping(grouping);
    await vscode.commands.executeCommand('twoHats.notes.focus');
  }

  async showDimension(dimension: string): Promise<void> {
    await this.#setGrouping('dimension');
    await vscode.commands.executeCommand('twoHats.notes.focus');
    await (await this.#load()).revealDimension(dimension);
  }

  hold(): vscode.Disposable {
    const held = this.#shown?.then((shown) => shown.hold());
    return new vscode.Disposable(() => {
      void held?.then((hold) => {
        hold.dispose();
      });
    });
  }

  async openToSide(row: unknown): Promise<void> {
    await (await this.#load()).openToSide(row);
  }

  async #setGrouping(grouping: Grouping): Promise<void> {
    if (grouping === this.#grouping) return;
    this.#grouping = grouping;
    this.#view.description = formatGrouping(grouping);
    if (this.#shown) (await this.#shown).grouping = grouping;
    await saveGrouping(this.#services, noteGroupings, grouping);
  }

  #load(): Promise<ShownNotes> {
    this.#shown ??= this.#make();
    return this.#shown;
  }

  async #make(): Promise<ShownNotes> {
    const { ShownNotes } = await import('./shownNotes');
    const refresh = () => {
      this.#changed.fire(undefined);
    };
    return this.register(new ShownNotes(this.#services, this.#view, this.#grouping, refresh));
  }
}
