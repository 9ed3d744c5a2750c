import * as vscode from 'vscode';
import type { ItemAddress } from '../../protocol/frameworkView';
import type { FrameworkView, NotesView } from '../shared/views';
import { spotOfView } from '../shared/webviewSpot';
import type { Services } from '../../services/services';
import type { ShownView } from './shownView';

/** The sidebar's view of the framework. VS Code asks for it when it is first opened, and again after it was moved. */
export function registerFrameworkView(
  parts: Services,
  notes: Pick<NotesView, 'showDimension'>,
): FrameworkView {
  let shown: ShownView | undefined;
  let awaited: ItemAddress | undefined;
  const registration = vscode.window.registerWebviewViewProvider('twoHats.framework', {
    async resolveWebviewView(view) {
      // Loaded when the view is first shown: activation has no use for it.
      const made = await import('./shownView');
      shown?.dispose();
      const current = new made.ShownView(parts, notes, spotOfView(view));
      shown = current;
      if (awaited) current.reveal(awaited);
      awaited = undefined;
      view.onDidDispose(() => {
        current.dispose();
        if (shown === current) shown = undefined;
      });
    },
  });
  return {
    async reveal(place) {
      if (shown) shown.reveal(place);
      else awaited = place;
      await vscode.commands.executeCommand('twoHats.framework.focus');
    },
    dispose() {
      shown?.dispose();
      registration.dispose();
    },
  };
}
