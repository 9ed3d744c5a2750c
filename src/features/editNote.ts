/** Changes to a note: on screen where it is open, else in its file. */
import * as vscode from 'vscode';
import { changed, type TextChange } from '../core/journal/taskEdit';
import type { Journal } from './parts';

/**
 * A note that is open and clean is edited and saved; one with unsaved changes is edited only; a closed one is replaced.
 * @param change the changes to the text as it is at that moment, in its order; a string says why there are none
 * @returns `done`, or why not
 * @throws FileError, or Error where the editor takes no change
 */
export async function editNote<Reason extends string>(
  journal: Journal,
  path: string,
  change: (text: string) => readonly TextChange[] | Reason,
): Promise<'done' | Reason | 'gone'> {
  const uri = journal.uri(path);
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  if (document && !document.isClosed) return editDocument(document, change);
  const text = await journal.files.read(path);
  if (text === undefined) return 'gone';
  const changes = change(text);
  if (typeof changes === 'string') return changes;
  if (changes.length > 0) await journal.files.replace(path, changed(text, changes));
  return 'done';
}

async function editDocument<Reason extends string>(
  document: vscode.TextDocument,
  change: (text: string) => readonly TextChange[] | Reason,
): Promise<'done' | Reason> {
  const wasDirty = document.isDirty;
  const changes = change(document.getText());
  if (typeof changes === 'string') return changes;
  if (changes.length === 0) return 'done';
  const edit = new vscode.WorkspaceEdit();
  for (const { offset, before, after } of changes) {
    const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + before.length));
    edit.replace(document.uri, range, after);
  }
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new Error(`${document.uri.toString()} takes no change.`);
  if (wasDirty || (await document.save())) return 'done';
  await takeBack(document, changes);
  throw new Error(`${document.uri.toString()} could not be saved.`);
}

/** What can't be saved does not stay on screen as if it were. */
async function takeBack(document: vscode.TextDocument, changes: readonly TextChange[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  let moved = 0;
  for (const { offset, before, after } of changes) {
    const start = offset + moved;
    const range = new vscode.Range(document.positionAt(start), document.positionAt(start + after.length));
    if (document.getText(range) === after) edit.replace(document.uri, range, before);
    moved += after.length - before.length;
  }
  await vscode.workspace.applyEdit(edit);
}

/** A note's text as it stands on screen, or else in its file; `undefined` where there is none. */
export async function noteText(journal: Journal, path: string): Promise<string | undefined> {
  const uri = journal.uri(path).toString();
  const document = vscode.workspace.textDocuments.find((open) => open.isDirty && open.uri.toString() === uri);
  return document?.getText() ?? journal.files.read(path);
}
