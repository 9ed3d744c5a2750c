import * as vscode from 'vscode';

/** The document of a file, if one is open: with the text on screen. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const address = uri.toString();
  return vscode.workspace.textDocuments.find(
    (document) => document.uri.toString() === address && !document.isClosed,
  );
}

/**
 * Changes an open document, and saves it if it was as its file.
 * @returns whether VS Code did it
 */
export async function editDocument(
  document: vscode.TextDocument,
  edits: readonly vscode.TextEdit[],
): Promise<boolean> {
  const wasSaved = !document.isDirty;
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, [...edits]);
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  return wasSaved ? document.save() : true;
}
