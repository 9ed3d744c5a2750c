import * as vscode from 'vscode';
import type { Services } from '../../services/services';
import { WebviewPanel } from '../shared/webviewPanel';
import { withErrorMessage } from '../shared/withErrorMessage';

/** *Show Balance Report*: an editor tab, one for the window. Its code, and that of exports, is loaded when it is used. */
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
    vscode.commands.registerCommand('twoHats.exportReport', () =>
      withErrorMessage(services.log, vscode.l10n.t('The balance report could not be exported.'), async () => {
        const { exportReport } = await import('./exportReport');
        await exportReport(services);
      }),
    ),
  );
}
