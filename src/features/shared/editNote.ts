/** Changes to a note: on screen where it is open, else in its file. */
import * as vscode from 'vscode';
import { editFile } from '../../core/journal/scan/editFile';
import { FileError, type Files } from '../../core/journal/files';
import { applyEdits, inverseEdits, type TextEdit } from '../../core/util/textEdit';
import type { Journal } from '../../services/services';
import { isInTab } from './tabs';

/**
 * A note that is open and clean is edited and saved; one with unsaved changes is edited only; a closed one is replaced.
 * @param change the edits of the text as it is at that moment, in its order; a string says why there are none
 * @param absent the text of a note that there is not yet; it is made then
 * @returns `done`, or why not
 * @throws FileError, also where the editor takes no change or can't save it
 */
export async function editNote<Reason extends string>(
  journal: Journal,
  path: string,
  change: (text: string) => readonly TextEdit[] | Reason,
  absent?: string,
): Promise<'done' | Reason | 'gone'> {
  return queueByNote(journal.uri(path), async () => {
    const document = shownDocument(journal, path);
    if (document) return editDocument(journal, path, document, change);
    return editFile(journal.files, path, change, absent);
  });
}

const last = new Map<string, Promise<unknown>>();

/** One after the other for each note: what is read and written back must not be written in between. */
async function queueByNote<T>(note: vscode.Uri, work: () => Promise<T>): Promise<T> {
  const key = note.toString();
  const turn = (last.get(key) ?? Promise.resolve()).then(work, work);
  last.set(key, turn);
  try {
    return await turn;
  } finally {
    if (last.get(key) === turn) last.delete(key);
  }
}

/**
 * Of a read-only file VS Code would leave the edit on screen, unsaved, or write it all the same; one that is no UTF-8
 * may be shown with bytes lost, and would be saved so.
 * @throws FileError
 */
async function requireWritable(files: Files, path: string): Promise<void> {
  if (await files.isReadOnly(path)) throw new FileError('readOnly', path, undefined);
  await files.edit(path, () => undefined);
}

/** `editNote` for a note that is open. */
async function editDocument<Reason extends string>(
  { files }: Journal,
  path: string,
  document: vscode.TextDocument,
  change: (text: string) => readonly TextEdit[] | Reason,
): Promise<'done' | Reason> {
  if (!document.isDirty) await requireWritable(files, path);
  const wasDirty = document.isDirty;
  const text = document.getText();
  const edits = change(text);
  if (typeof edits === 'string') return edits;
  if (edits.length === 0) return 'done';
  if (!(await apply(document, edits)))
    throw new FileError('unavailable', path, new Error('Its editor takes no change.'));
  if (wasDirty || (await document.save())) return 'done';
  await undoEdits(document, text, edits);
  throw new FileError('unavailable', path, new Error('Its editor could not save it.'));
}

async function apply(document: vscode.TextDocument, edits: readonly TextEdit[]): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  for (const { start, end, text } of edits)
    edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  return vscode.workspace.applyEdit(edit);
}

/** What can't be saved does not stay on screen as if it were, unless somebody wrote on meanwhile. */
async function undoEdits(
  document: vscode.TextDocument,
  text: string,
  edits: readonly TextEdit[],
): Promise<void> {
  if (document.getText() === applyEdits(text, edits)) await apply(document, inverseEdits(text, edits));
}

/**
 * The document of a file that the person has open, or that has unsaved changes. VS Code holds others, which nobody
 * sees: they are read and written as files, so that nothing is saved that nobody opened.
 */
export function shownDocument(journal: Journal, path: string): vscode.TextDocument | undefined {
  const documents = documentsOf(journal, path);
  return documents.find(({ isDirty }) => isDirty) ?? documents.find(({ uri }) => isInTab(uri));
}

/** The document of a file, if VS Code holds one; of several, by different addresses, one with unsaved changes. */
export function openDocument(journal: Journal, path: string): vscode.TextDocument | undefined {
  const documents = documentsOf(journal, path);
  return documents.find(({ isDirty }) => isDirty) ?? documents[0];
}

function documentsOf(journal: Journal, path: string): readonly vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(
    ({ uri, isClosed }) => !isClosed && journal.pathOf(uri) === path,
  );
}

/** A note's text as it stands on screen, or else in its file; `undefined` where there is none. */
export async function noteText(journal: Journal, path: string): Promise<string | undefined> {
  const document = openDocument(journal, path);
  return document?.isDirty ? document.getText() : journal.files.read(path);
}
