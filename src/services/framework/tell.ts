/** The one message that a framework file is not in use, and the way out. */
import * as vscode from 'vscode';
import { showWarningMessage } from '../../platform/messages';
import { settingPath } from './place';
import type { FileReading } from './reading';
import { toDiagnostics } from './diagnostics';

export async function tellProblems(file: vscode.Uri, { problems, text }: FileReading): Promise<void> {
  const open = vscode.l10n.t('Open');
  const chosen = await showWarningMessage(
    problems.length === 1
      ? vscode.l10n.t('Your framework file has a problem; the built-in one is in use.')
      : vscode.l10n.t('Your framework file has {0} problems; the built-in one is in use.', problems.length),
    open,
  );
  if (chosen !== open) return;
  const [first] = toDiagnostics(problems.slice(0, 1), text);
  await vscode.window.showTextDocument(file, { ...(first && { selection: first.range }) });
}

export async function tellUnreadable(file: vscode.Uri): Promise<void> {
  await tellWithSetting(
    vscode.l10n.t('The framework file “{0}” can’t be read; the built-in one is in use.', settingPath(file)),
  );
}

export async function tellUnknown(path: string): Promise<void> {
  await tellWithSetting(
    vscode.l10n.t(
      'The framework file “{0}” can’t be found without a folder that it lies in; the built-in one is in use.',
      path,
    ),
  );
}

async function tellWithSetting(message: string): Promise<void> {
  const open = vscode.l10n.t('Open Setting');
  const chosen = await showWarningMessage(message, open);
  if (chosen === open)
    await vscode.commands.executeCommand('workbench.action.openSettings', 'twoHats.framework');
}
