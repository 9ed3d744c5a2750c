import * as vscode from 'vscode';
import { showErrorMessage } from '../../platform/messages';

/**
 * Does what the person asked for. When it fails they get one message with a way to its reason.
 * @param failure a whole sentence, or what makes one of the reason
 * @returns whether it was done
 */
export async function withErrorMessage(
  log: vscode.LogOutputChannel,
  failure: string | ((error: unknown) => string),
  action: () => Thenable<unknown>,
): Promise<boolean> {
  try {
    await action();
    return true;
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    void offerLog(log, typeof failure === 'string' ? failure : failure(error));
    return false;
  }
}

async function offerLog(log: vscode.LogOutputChannel, failure: string): Promise<void> {
  const showLog = vscode.l10n.t('Show Log');
  if ((await showErrorMessage(failure, showLog)) === showLog) log.show();
}
