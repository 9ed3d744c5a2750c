import * as vscode from 'vscode';
import type { Services } from '../../services/services';
import { WebviewPanel } from '../shared/webviewPanel';
import { withErrorMessage } from '../shared/withErrorMessage';

/** *Show Balance Report*: an editor tab, one for the window. Its code is loaded when there is a tab. */
export function registerReport(services: Services): vscode.Disposable {
  const panel = new WebviewPanel({
    type: 'twoHats.balanceReport',
    title: vscode.l10n.t('Balance Report'),
    icon: vscode.Uri.joinPath(services.context.extensionUri, 'media', 'icon.svg'),
    async fill(spot) {
      const { ShownReport } = await import('./shownReport');
      return new ShownReport(services, spot);
    },
  });
  return vscode.Disposable.from(
    panel,
    vscode.commands.registerCommand('twoHats.showBalanceReport', () =>
      withErrorMessage(services.log, vscode.l10n.t('The balance report could not be shown.'), () =>
        panel.show(),
      ),
    ),
  );
}
