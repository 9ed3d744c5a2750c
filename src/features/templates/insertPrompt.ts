import * as vscode from 'vscode';
import type { Dimension, Framework } from '../../core/framework/model';
import { promptKinds } from '../../core/framework/promptKinds';
import { promptSnippet, type TemplatePrompt } from '../../core/templates/prompts';
import type { Services } from '../../services/services';
import { back, pick } from '../shared/quickInput';
import { searchableRows } from '../shared/wrappedRows';
import { formatPromptKind } from '../shared/format';
import { cursorLine } from './cursor';

interface PromptItem extends vscode.QuickPickItem {
  readonly prompt: TemplatePrompt;
}

export function registerInsertPrompt(services: Services): vscode.Disposable {
  return vscode.commands.registerCommand('twoHats.insertPrompt', async () => {
    const framework = services.framework.current;
    const picked = await pick<PromptItem>({
      title: vscode.l10n.t('Insert Prompt'),
      placeholder: vscode.l10n.t('Search by words, hat, or “1:1”, “retrospective”, “reflection”'),
      items: searchableRows(
        framework.dimensions.map((dimension) => ({
          title: dimension.title,
          rows: promptItems(framework, dimension),
        })),
        framework.language,
      ),
    });
    if (picked !== undefined && picked !== back) await insertPrompt(services, picked.item.prompt);
  });
}

function promptItems({ hats }: Framework, { id, title, poles }: Dimension): PromptItem[] {
  return promptKinds.flatMap((kind) =>
    hats.flatMap((hat, index) =>
      poles[index === 0 ? 0 : 1].prompts[kind].map((text) => ({
        label: text,
        detail: `${hat.label} · ${formatPromptKind(kind)} · ${title}`,
        prompt: { text, tag: `${id}/${hat.id}` },
      })),
    ),
  );
}

/** As a list item with its tag, the cursor below it. */
export async function insertPrompt(
  { markdownEditor }: Pick<Services, 'markdownEditor'>,
  prompt: TemplatePrompt,
): Promise<void> {
  const { before } = cursorLine(markdownEditor);
  await markdownEditor.insert(new vscode.SnippetString(promptSnippet(prompt, before)));
}
