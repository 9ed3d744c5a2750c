import * as vscode from 'vscode';
import type { Framework } from '../../core/framework/model';
import { tagInsertion } from '../../core/templates/tagInsertion';
import type { Services } from '../../services/services';
import { back, pick, separator } from '../shared/quickInput';
import { cursorLine } from './cursor';

interface TagItem extends vscode.QuickPickItem {
  /** Without `#`. */
  readonly tag: string;
}

export function registerInsertDimensionTag(services: Services): vscode.Disposable {
  return vscode.commands.registerCommand('twoHats.insertDimensionTag', async () => {
    const picked = await pick<TagItem>({
      title: vscode.l10n.t('Insert Dimension Tag'),
      placeholder: vscode.l10n.t('Which dimension, and which hat did you wear?'),
      items: tagItems(services.framework.current),
    });
    if (picked !== undefined && picked !== back) await insertDimensionTag(services, picked.item.tag);
  });
}

function tagItems({ dimensions, hats }: Framework) {
  return dimensions.flatMap(({ id, title, question }) => [
    separator(question),
    ...hats.map((hat) => item(vscode.l10n.t('{0}: {1}', title, hat.label), `${id}/${hat.id}`)),
    item(vscode.l10n.t('{0}: both, or undecided', title), id),
  ]);
}

function item(label: string, tag: string): TagItem {
  return { label, description: `#${tag}`, tag };
}

/** At the cursor of the last Markdown editor, apart from the words around it. */
export async function insertDimensionTag(
  { markdownEditor }: Pick<Services, 'markdownEditor'>,
  tag: string,
): Promise<void> {
  const { before, after } = cursorLine(markdownEditor);
  await markdownEditor.insert(tagInsertion(tag, before, after));
}
