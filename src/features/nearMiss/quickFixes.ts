import * as vscode from 'vscode';
import { withErrorMessage } from '../shared/withErrorMessage';
import { configFile } from '../../services/config';
import { formatReason, type PathServices } from '../shared/format';
import { isNearMiss, nearMissesIn, type NearMiss } from '.';
import { editNote } from '../shared/editNote';
import { markdown, type LanguageServices } from '../../services/languageServices';

/** For a near miss: each tag that may be meant, and leaving it alone. */
export function registerQuickFixes(services: LanguageServices): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    markdown,
    {
      provideCodeActions: (document, _, { diagnostics }) => {
        const said = diagnostics.filter(isNearMiss);
        if (said.length === 0) return [];
        return nearMissesIn(services.documents, document).flatMap((miss) => {
          const diagnostic = said.find(({ range }) => range.isEqual(miss.range));
          return diagnostic ? fixes(services, document, miss, diagnostic) : [];
        });
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function fixes(
  { journal }: LanguageServices,
  document: vscode.TextDocument,
  { run, range, meant }: NearMiss,
  diagnostic: vscode.Diagnostic,
): vscode.CodeAction[] {
  const replacing = meant.map((tag, index) => {
    const title = vscode.l10n.t('Change to “{0}”', `#${tag.run}`);
    const fix = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    fix.edit = new vscode.WorkspaceEdit();
    const mark = document.getText(range).startsWith('#') ? '#' : '';
    fix.edit.replace(document.uri, range, mark + tag.run);
    fix.isPreferred = index === 0;
    fix.diagnostics = [diagnostic];
    return fix;
  });
  return journal.current ? [...replacing, leaveAlone(run, diagnostic)] : replacing;
}

function leaveAlone(run: string, diagnostic: vscode.Diagnostic): vscode.CodeAction {
  const title = vscode.l10n.t('Leave “{0}” alone in this journal', `#${run}`);
  const fix = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  fix.command = { title, command: 'twoHats.ignoreNearMiss', arguments: [run] };
  fix.diagnostics = [diagnostic];
  return fix;
}

type IgnoreServices = Pick<LanguageServices, 'journal' | 'log'> & PathServices;

/** Adds the tag to those that `two-hats.yaml` leaves alone. */
export async function ignoreNearMiss(services: IgnoreServices, run: unknown): Promise<void> {
  const current = services.journal.current;
  if (!current || typeof run !== 'string') return;
  const otherwise = vscode.l10n.t('Open the file: it has to be valid YAML, with a list below “ignored:”.');
  const failure = (error: unknown) =>
    vscode.l10n.t(
      '“{0}” could not be added to “ignored” in {1}. {2}',
      ...[`#${run}`, configFile, formatReason(services, error, otherwise)],
    );
  await withErrorMessage(services.log, failure, async () => {
    const { ignoreTag } = await import('../../core/journal/config/config');
    const ignored = (text: string) => [{ start: 0, end: text.length, text: ignoreTag(text, run) }];
    await editNote(current, configFile, ignored, '');
  });
}
