import * as vscode from 'vscode';
import type { KnownTag } from '../../core/journal/tags/tags';
import { formatTag } from '../shared/format';
import { rangeOf } from '../../services/taggedDocuments';
import { markdown, type LanguageServices } from '../../services/languageServices';
import { addHeading, addMeaning, addParagraph, formatUse } from './meaning';

/** What a tag stands for, and how much the journal holds of it. */
export function registerHover(services: LanguageServices): vscode.Disposable {
  return vscode.languages.registerHoverProvider(markdown, {
    provideHover(document, position) {
      const tag = services.documents.tagAt(document, position);
      return tag && new vscode.Hover(meaning(services, tag), rangeOf(tag));
    },
  });
}

function meaning({ framework, journal, use }: LanguageServices, tag: KnownTag): vscode.MarkdownString[] {
  const text = new vscode.MarkdownString();
  addHeading(text, formatTag(framework.current, tag));
  addMeaning(text, framework.current, tag);
  if (!journal.current) return [text];
  const counts = new vscode.MarkdownString();
  const { evidence, notes, last } = use.counts.of(tag);
  if (!use.index.isReady) addParagraph(counts, vscode.l10n.t('Your notes are still being read.'));
  addParagraph(counts, formatUse({ evidence, notes, last }));
  return [text, counts];
}
