import * as vscode from 'vscode';
import { toSnippet } from '../../core/templates/snippet';
import type { Services } from '../../services/services';
import { cursorLine } from './cursor';
import { pickTemplate, type PickedTemplate } from './pickTemplate';

export function registerInsertTemplate(services: Services): vscode.Disposable {
  return vscode.commands.registerCommand('twoHats.insertTemplate', async () => {
    const picked = await pickTemplate(services, vscode.l10n.t('Insert Template'));
    if (picked) await insertTemplate(services, picked);
  });
}

/** At the cursor of the last Markdown editor, with tab stops. */
export async function insertTemplate(
  { markdownEditor }: Pick<Services, 'markdownEditor'>,
  { template, tags }: PickedTemplate,
): Promise<void> {
  cursorLine(markdownEditor);
  await markdownEditor.insert(new vscode.SnippetString(toSnippet(template, tags)));
}
