import * as vscode from 'vscode';
import { showInformationMessage } from '../../platform/messages';
import type { Services } from '../../services/services';

/** May a document be shown that holds what notes about people say? While that is hidden, the person decides. */
export async function mayShowPrivate({ privacy }: Pick<Services, 'privacy'>): Promise<boolean> {
  if (!privacy.hidden) return true;
  const show = vscode.l10n.t('Show Private Details');
  const message = vscode.l10n.t('Private details are hidden, and what you ask for would show them.');
  if ((await showInformationMessage(message, show)) !== show) return false;
  await vscode.commands.executeCommand('twoHats.showPrivateDetails');
  return !privacy.hidden;
}
