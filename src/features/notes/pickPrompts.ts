import * as vscode from 'vscode';
import type { Framework } from '../../core/framework/model';
import { knownTags } from '../../core/journal/tags/tags';
import type { TemplatePrompt } from '../../core/templates/prompts';
import { back, pick, type InputAnswer } from '../shared/quickInput';
import { formatTag } from '../shared/format';
import { wrapRow } from '../shared/wrappedRows';

interface PromptItem extends vscode.QuickPickItem {
  readonly prompts: readonly TemplatePrompt[];
}

/** Which of the prompts to take along; Enter alone takes none. */
export async function pickPrompts(
  framework: Framework,
  prompts: readonly TemplatePrompt[],
  step: { readonly title: string; readonly step: number; readonly totalSteps: number },
): Promise<InputAnswer<readonly TemplatePrompt[]>> {
  const tags = knownTags(framework);
  const side = ({ tag }: TemplatePrompt): string => {
    const known = tags.match(tag);
    return known ? formatTag(framework, known) : tag;
  };
  const picked = await pick<PromptItem>({
    ...step,
    placeholder: vscode.l10n.t(
      'Sides that your notes of the last 8 weeks hardly touch. Take a prompt along?',
    ),
    items: [
      { label: vscode.l10n.t('Go on without'), iconPath: new vscode.ThemeIcon('arrow-right'), prompts: [] },
      ...prompts.flatMap((prompt) =>
        wrapRow({ label: prompt.text, detail: side(prompt), prompts: [prompt] }),
      ),
      ...(prompts.length > 1
        ? [{ label: vscode.l10n.t('All of them'), iconPath: new vscode.ThemeIcon('list-unordered'), prompts }]
        : []),
    ],
  });
  return picked === undefined || picked === back ? picked : picked.item.prompts;
}
