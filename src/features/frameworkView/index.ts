import * as vscode from 'vscode';
import type { ItemAddress } from '../../protocol/frameworkView';
import type { FrameworkView, NotesView } from '../shared/views';
import { spotOfView } from '../shared/webviewSpot';
import { Disposable } from '../../platform/disposable';
import type { Services } from '../../services/services';
import { CheckBadge } from './checkBadge';
import { Introduction } from './introduction';
import type { ShownView } from './shownView';

type Notes = Pick<NotesView, 'showDimension' | 'setBadge'>;

/** The sidebar's view of the framework. VS Code asks for it when it is first opened, and again after it was moved. */
export function registerFrameworkView(services: Services, notes: Notes): FrameworkView {
  return new FrameworkViewProvider(services, notes);
}

class FrameworkViewProvider extends Disposable implements FrameworkView, vscode.WebviewViewProvider {
  readonly #services: Services;
  readonly #notes: Notes;
  readonly #introduction: Introduction;
  #view: vscode.WebviewView | undefined;
  #shown: ShownView | undefined;
  #awaited: ItemAddress | undefined;

  constructor(services: Services, notes: Notes) {
    super();
    this.#services = services;
    this.#notes = notes;
    this.#introduction = this.register(new Introduction(services));
    this.register(vscode.window.registerWebviewViewProvider('twoHats.framework', this));
    this.register(
      // On the icon that both are on: a webview carries a badge only once it was shown, and VS Code never takes it off.
      new CheckBadge(services, (badge) => {
        notes.setBadge(badge);
      }),
    );
  }

  async resolveWebviewView(view: vscode.WebviewView): Promise<void> {
    this.#leave();
    this.#view = view;
    view.onDidDispose(() => {
      if (this.#view === view) this.#leave();
    });
    // Loaded when the view is first shown: activation has no use for it.
    const [made] = await Promise.all([import('./shownView'), this.#introduction.look()]);
    if (this.#view !== view || this.isDisposed) return;
    this.#shown = new made.ShownView(this.#services, this.#notes, spotOfView(view), this.#introduction);
    if (this.#awaited) this.#shown.reveal(this.#awaited);
    this.#awaited = undefined;
  }

  async reveal(place: ItemAddress): Promise<void> {
    if (this.#shown) this.#shown.reveal(place);
    else this.#awaited = place;
    await vscode.commands.executeCommand('twoHats.framework.focus');
  }

  override dispose(): void {
    this.#shown?.dispose();
    super.dispose();
  }

  #leave(): void {
    this.#shown?.dispose();
    this.#shown = undefined;
    this.#view = undefined;
  }
}
