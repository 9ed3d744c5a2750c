import * as vscode from 'vscode';
import type { TaggedDocuments } from '../../services/taggedDocuments';

/** What a note of the journal loses by front matter that can't be read; elsewhere front matter is not ours. */
export function frontMatterDiagnostics(
  documents: TaggedDocuments,
  document: vscode.TextDocument,
): readonly vscode.Diagnostic[] {
  const place = documents.scan(document).frontMatterProblem;
  if (!place || documents.pathOf(document) === undefined) return [];
  const begin = document.validatePosition(new vscode.Position(place.line, place.character));
  const said = new vscode.Diagnostic(
    new vscode.Range(begin, document.lineAt(begin).range.end),
    vscode.l10n.t(
      'The front matter can’t be read from here on, so its tags count for nothing; what it says is private stays so. Look for a value that needs quotes, or for something that is not closed: “---” closes front matter.',
    ),
    vscode.DiagnosticSeverity.Warning,
  );
  said.source = 'Two Hats';
  said.code = 'frontMatter';
  return [said];
}
