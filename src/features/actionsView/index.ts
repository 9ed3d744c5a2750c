import * as vscode from 'vscode';
import { Disposable } from '../../platform/disposable';
import type { ActionRow } from './actionsTree';
import type { ActionServices, ActionsView } from './actionsView';
import { loadGrouping, pickGrouping, saveGrouping } from '../shared/grouping';
import { actionGroupings, formatActionGrouping } from './grouping';

/** The tree of open tasks with check boxes. Its code is loaded when VS Code asks for rows. */
export function registerActionsView(services: ActionServices): { dispose(): void } {
  return new LazyActionsView(services);
}

class LazyActionsView extends Disposable implements vscode.TreeDataProvider<ActionRow> {
  readonly #services: ActionServices;
  readonly #changed = this.register(new vscode.EventEmitter<undefined>());
  #loading: Promise<ActionsView> | undefined;
  #badge: Promise<unknown> | undefined;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(services: ActionServices) {
    super();
    this.#services = services;
    const view = this.register(
      vscode.window.createTreeView('twoHats.actions', {
        treeDataProvider: this,
        // By default VS Code would tick everything below a ticked row.
        manageCheckboxStateManually: true,
      }),
    );
    const current = () => loadGrouping(services, actionGroupings);
    view.description = formatActionGrouping(current());
    this.register(
      vscode.commands.registerCommand('twoHats.groupActions', async () => {
        const grouping = await pickGrouping(actionGroupings, current());
        if (grouping && grouping !== current()) {
          await saveGrouping(services, actionGroupings, grouping);
          view.description = formatActionGrouping(grouping);
          (await this.#load()).regroup();
        }
        await vscode.commands.executeCommand('twoHats.actions.focus');
      }),
    );
    this.register(
      vscode.commands.registerCommand('twoHats.decideAction', async (row?: unknown) => {
        await (await this.#load()).decide(row);
      }),
    );
    const followBadge = () => {
      if (services.settings.actionsBadge) this.#badge ??= this.#showBadge(view);
    };
    this.register(services.settings.onDidChange('twoHats.actions.badge', followBadge));
    followBadge();
    view.onDidChangeCheckboxState(async ({ items }) => {
      await (await this.#load()).toggle(items);
    });
  }

  async getChildren(row?: ActionRow): Promise<ActionRow[]> {
    return (await this.#load()).getChildren(row);
  }

  async getTreeItem(row: ActionRow): Promise<vscode.TreeItem> {
    return (await this.#load()).getTreeItem(row);
  }

  /** Nothing is read for it before somebody wants it. */
  async #showBadge(view: vscode.TreeView<ActionRow>): Promise<void> {
    const { ActionsBadge } = await import('./badge');
    this.register(
      new ActionsBadge(this.#services, (badge) => {
        view.badge = badge;
      }),
    );
  }

  #load(): Promise<ActionsView> {
    return (this.#loading ??= this.#make());
  }

  async #make(): Promise<ActionsView> {
    const { ActionsView } = await import('./actionsView');
    const view = this.register(new ActionsView(this.#services));
    this.register(
      view.onDidChangeTreeData(() => {
        this.#changed.fire(undefined);
      }),
    );
    return view;
  }
}
