import * as vscode from 'vscode';
import { promptKinds, type Dimension, type Framework } from '../../core/framework/model';
import { promptSnippet, type TemplatePrompt } from '../../core/templates/prompts';
import type { Services } from '../../services/services';
import { back, pick, separator } from '../shared/quickInput';
import { formatPromptKind } from '../shared/format';
import { cursorLine } from './cursor';

interface PromptItem extends vscode.QuickPickItem {
  readonly prompt: TemplatePrompt;
}

export function registerInsertPrompt(parts: Services): vscode.Disposable {
  return vscode.commands.registerCommand('twoHats.insertPrompt', async () => {
    const framework = parts.framework.current;
    const picked = await pick<PromptItem>({
      title: vscode.l10n.t('Insert Prompt'),
      placeholder: vscode.l10n.t('Search by words, hat, or “1:1”, “retrospective”, “reflection”'),
      items: framework.dimensions.flatMap((dimension) => [
        separator(dimension.title),
        ...promptItems(framework, dimension),
      ]),
    });
    if (picked !== undefined && picked !== back) await insertPrompt(parts, picked.item.prompt);
  });
}

function promptItems({ hats }: Framework, { id, poles }: Dimension): PromptItem[] {
  return promptKinds.flatMap((kind) =>
    hats.flatMap((hat, index) =>
      poles[index === 0 ? 0 : 1].prompts[kind].map((text) => ({
        label: text,
        description: `${hat.label} · ${formatPromptKind(kind)}`,
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
