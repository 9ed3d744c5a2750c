import * as vscode from 'vscode';
import type { MarkdownIt } from 'markdown-it';
import { knownTags } from '../../core/journal/tags';
import type { Parts } from '../parts';
import { pathBelow } from '../pathBelow';
import { showTags } from './markdownIt';
import { tagTitle } from '../words';

/** What VS Code's Markdown extension asks of ours. */
export interface MarkdownExtension {
  extendMarkdownIt(md: MarkdownIt): MarkdownIt;
}

/** Tags in VS Code's Markdown preview, by the framework in use. */
export function registerPreview({
  framework,
  journal,
  log,
}: Pick<Parts, 'framework' | 'journal' | 'log'>): MarkdownExtension & { dispose(): void } {
  let isUsed = false;
  const readAnew = () => {
    if (!isUsed) return;
    vscode.commands.executeCommand('markdown.api.reloadPlugins').then(undefined, (error: unknown) => {
      log.warn('Markdown previews could not be refreshed.', error);
    });
  };
  const subscriptions = vscode.Disposable.from(
    framework.onDidChange(readAnew),
    journal.onDidChange(readAnew),
  );
  return {
    extendMarkdownIt(md) {
      isUsed = true;
      const { current } = framework;
      return showTags(md, {
        tags: knownTags(current),
        styleOf: ({ hat }) =>
          ['two-hats-dimension', 'two-hats-first', 'two-hats-second'][
            current.hats.findIndex(({ id }) => id === hat) + 1
          ] ?? '',
        titleOf: (tag) => tagTitle(current, tag),
        privateWord: vscode.l10n.t('Private'),
        isNote: (document) =>
          document instanceof vscode.Uri &&
          journal.current !== undefined &&
          pathBelow(journal.current.root, document) !== undefined,
      });
    },
    dispose() {
      subscriptions.dispose();
    },
  };
}
