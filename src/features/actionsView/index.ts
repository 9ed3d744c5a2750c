import * as vscode from 'vscode';
import { Disposable } from '../../platform/disposable';
import type { ActionRow } from './actionsTree';
import type { ActionServices, ActionsView } from './actionsView';

/** The tree of open tasks with check boxes. Its code is loaded when VS Code asks for rows. */
export function registerActionsView(services: ActionServices): { dispose(): void } {
  return new LazyActionsView(services);
}

class LazyActionsView extends Disposable implements vscode.TreeDataProvider<ActionRow> {
  readonly #services: ActionServices;
  readonly #changed = this.register(new vscode.EventEmitter<undefined>());
  #loading: Promise<ActionsView> | undefined;
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
