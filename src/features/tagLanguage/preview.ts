import * as vscode from 'vscode';
import type { MarkdownIt } from 'markdown-it';
import type { ScannedNote } from '../../core/journal/note';
import { knownTags, type KnownTags } from '../../core/journal/tags/tags';
import type { Services } from '../../services/services';
import { loadYaml, mayBeNote, scanAtOnce } from '../../services/noteScan';
import { showTags } from './markdownIt';
import { formatTag } from '../shared/format';

/** What VS Code's Markdown extension asks of ours. */
export interface MarkdownExtension {
  extendMarkdownIt(md: MarkdownIt): MarkdownIt;
}

/** Tags in VS Code's Markdown preview, by the framework in use. */
export function registerPreview({
  framework,
  journal,
  log,
}: Pick<Services, 'framework' | 'journal' | 'log'>): MarkdownExtension & { dispose(): void } {
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
    journal.onDidChangeAddress(readAnew),
  );
  return {
    extendMarkdownIt(md) {
      isUsed = true;
      const { current } = framework;
      const tags = knownTags(current);
      return showTags(md, {
        tags,
        scan: scanFor(tags, log, readAnew),
        styleOf: ({ hat }) =>
          ['two-hats-dimension', 'two-hats-first', 'two-hats-second'][
            current.hats.findIndex(({ id }) => id === hat) + 1
          ] ?? '',
        titleOf: (tag) => formatTag(current, tag),
        privateWord: vscode.l10n.t('Private'),
        isNote: (document) => document instanceof vscode.Uri && mayBeNote(journal.current, document),
      });
    },
    dispose() {
      subscriptions.dispose();
    },
  };
}

/** The preview does not wait: what YAML is needed for is read when that was loaded. */
function scanFor(tags: KnownTags, log: Services['log'], readAnew: () => void): (text: string) => ScannedNote {
  let isLoading = false;
  return (text) => {
    const note = scanAtOnce('', text, tags);
    if (note.needsYaml && !isLoading) {
      isLoading = true;
      loadYaml().then(readAnew, (error: unknown) => {
        log.error('Front matter of an unusual form can’t be read.', error);
      });
    }
    return note;
  };
}
