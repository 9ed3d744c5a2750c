import * as vscode from 'vscode';
import { localDate } from '../../core/util/dates';
import { toText } from '../../core/templates/text';
import { setStatusBarMessage } from '../../platform/messages';
import type { Services } from '../../services/services';
import { pickTemplate, type PickedTemplate } from './pickTemplate';

export function registerCopyTemplate(services: Services): vscode.Disposable {
  return vscode.commands.registerCommand('twoHats.copyTemplate', async () => {
    const picked = await pickTemplate(services, vscode.l10n.t('Copy Template'));
    if (picked) await copyTemplate(services, picked);
  });
}

/** To the clipboard as plain Markdown, for other tools. */
export async function copyTemplate(
  { clock }: Pick<Services, 'clock'>,
  { template, tags }: PickedTemplate,
): Promise<void> {
  await vscode.env.clipboard.writeText(toText(template, { date: localDate(clock), title: '', tags }).text);
  setStatusBarMessage(vscode.l10n.t('“{0}” is in the clipboard.', template.title), 5000);
}
