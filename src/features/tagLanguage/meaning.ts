/** What a tag means, for hover and completion. No HTML, no commands: texts of a custom framework come in here. */
import * as vscode from 'vscode';
import { sidesOf, type SideContent } from '../../core/framework/lookup';
import type { Framework } from '../../core/framework/model';
import type { TagCount } from '../../core/journal/tags/tagCounts';
import type { KnownTag } from '../../core/journal/tags/tags';
import { formatDate } from '../shared/format';

/** The summary of a side, or of both sides of a dimension. */
export function addSummaries(into: vscode.MarkdownString, framework: Framework, tag: KnownTag): void {
  const sides = sidesMeant(framework, tag);
  for (const { hat, pole } of sides) {
    if (sides.length > 1) addHeading(into, hat.label);
    addParagraph(into, pole.summary);
  }
}

/** Summary and behaviours of a side, or of both sides of a dimension. */
export function addMeaning(into: vscode.MarkdownString, framework: Framework, tag: KnownTag): void {
  const sides = sidesMeant(framework, tag);
  for (const { hat, pole } of sides) {
    if (sides.length > 1) addHeading(into, hat.label);
    addParagraph(into, pole.summary);
    into.appendMarkdown(`${pole.behaviours.map((behaviour) => `- ${escaped(behaviour)}\n`).join('')}\n`);
  }
}

export function addHeading(into: vscode.MarkdownString, text: string): void {
  into.appendMarkdown(`**${escaped(text)}**\n\n`);
}

export function addParagraph(into: vscode.MarkdownString, text: string): void {
  into.appendMarkdown(`${escaped(text)}\n\n`);
}

/** As text that wraps; VS Code's own `appendText` makes every space one that does not. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** How much the tag is used in the journal. */
export function formatUse({ evidence, notes, last }: TagCount): string {
  if (notes === 0) return vscode.l10n.t('No note of your journal holds this tag yet.');
  return last === undefined
    ? vscode.l10n.t('Notes: {0} · Blocks with evidence: {1}', notes, evidence)
    : vscode.l10n.t('Notes: {0} · Blocks with evidence: {1} · Last: {2}', notes, evidence, formatDate(last));
}

function sidesMeant(framework: Framework, { dimension, hat }: KnownTag): readonly SideContent[] {
  return sidesOf(framework).filter(
    ({ side }) => side.dimension === dimension && (hat === undefined || side.hat === hat),
  );
}
