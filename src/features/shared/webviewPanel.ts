import * as vscode from 'vscode';
import { spotOfPanel, type WebviewSpot } from './webviewSpot';

/** An editor tab with a page, one for the window; VS Code brings it back after a reload. */
export interface PanelSurface {
  /** Of the tab: the manifest is started by `onWebviewPanel:` and this. */
  readonly type: string;
  readonly title: string;
  readonly icon: vscode.Uri;
  /** Fills a tab with the page. Called when there is one: what it loads is loaded late. */
  fill(spot: WebviewSpot): Promise<{ dispose(): void }>;
}

export class WebviewPanel implements vscode.Disposable {
  readonly #surface: PanelSurface;
  readonly #restoring: vscode.Disposable;
  #panel: vscode.WebviewPanel | undefined;
  #page: { dispose(): void } | undefined;

  constructor(surface: PanelSurface) {
    this.#surface = surface;
    this.#restoring = vscode.window.registerWebviewPanelSerializer(surface.type, {
      deserializeWebviewPanel: (panel) => this.take(panel),
    });
  }

  /** Makes the tab, or brings it to the front. */
  async show(): Promise<void> {
    if (this.#panel) {
      this.#panel.reveal();
      return;
    }
    const { type, title } = this.#surface;
    const options = { enableFindWidget: true };
    await this.take(vscode.window.createWebviewPanel(type, title, vscode.ViewColumn.Active, options));
  }

  /** Fills a tab that was just made, or was there before a reload; another one is closed. */
  async take(panel: vscode.WebviewPanel): Promise<void> {
    const older = this.#panel;
    this.#leave();
    older?.dispose();
    this.#panel = panel;
    panel.title = this.#surface.title;
    panel.iconPath = this.#surface.icon;
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#leave();
    });
    const page = await this.#surface.fill(spotOfPanel(panel));
    if (this.#panel === panel) this.#page = page;
    else page.dispose();
  }

  /** The tab itself stays: after a reload it is filled anew. */
  dispose(): void {
    this.#restoring.dispose();
    this.#leave();
  }

  #leave(): void {
    this.#panel = undefined;
    this.#page?.dispose();
    this.#page = undefined;
  }
}
