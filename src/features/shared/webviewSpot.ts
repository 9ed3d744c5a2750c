import type * as vscode from 'vscode';

/** A webview wherever it lies: in a view or in an editor tab. */
export interface WebviewSpot {
  readonly webview: vscode.Webview;
  readonly visible: boolean;
  /** When it may have been shown or hidden. */
  readonly onDidChange: vscode.Event<unknown>;
}

export function spotOfView(view: vscode.WebviewView): WebviewSpot {
  return {
    webview: view.webview,
    get visible() {
      return view.visible;
    },
    onDidChange: view.onDidChangeVisibility,
  };
}

export function spotOfPanel(panel: vscode.WebviewPanel): WebviewSpot {
  return {
    webview: panel.webview,
    get visible() {
      return panel.visible;
    },
    onDidChange: panel.onDidChangeViewState,
  };
}
