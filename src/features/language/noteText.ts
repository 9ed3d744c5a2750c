/** Texts of notes that may be open in an editor, with what the person has not saved yet. */
import * as vscode from 'vscode';
import { applyEdits, type TextEdit } from '../../core/journal/tagChange';
import { FileError } from '../../core/journal/ports';
import type { Journal } from '../parts';

/** The text on screen, or in the file, without a byte order mark. */
export interface NoteText {
  readonly path: string;
  readonly text: string;
  readonly document: vscode.TextDocument | undefined;
  readonly hasMark: boolean;
}

/** The document of a file, if one is open. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const address = uri.toString();
  return vscode.workspace.textDocuments.find(
    (document) => document.uri.toString() === address && !document.isClosed,
  );
}

/**
 * @throws where there is no such file, where it can't be read, and where it holds bytes that are no UTF-8: they would
 * be lost by writing it
 */
export async function readNote(journal: Journal, path: string): Promise<NoteText> {
  const document = openDocument(journal.uri(path));
  if (document) return { path, text: document.getText(), document, hasMark: false };
  const bytes = await vscode.workspace.fs.readFile(journal.uri(path));
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const hasMark = text.startsWith('\uFEFF');
  return { path, text: hasMark ? text.slice(1) : text, document: undefined, hasMark };
}

/**
 * Writes a text that was just read, with edits: an open one in its editor, saved if it was as its file.
 * @throws where it can't be written
 */
export async function editNote(journal: Journal, note: NoteText, edits: readonly TextEdit[]): Promise<void> {
  const { path, text, document, hasMark } = note;
  if (!document) await journal.files.replace(path, (hasMark ? '\uFEFF' : '') + applyEdits(text, edits));
  else if (!(await editDocument(document, edits))) throw new FileError('unavailable', path, undefined);
}

/** @returns whether VS Code did it */
export async function editDocument(
  document: vscode.TextDocument,
  edits: readonly TextEdit[],
): Promise<boolean> {
  const wasSaved = !document.isDirty;
  const edit = new vscode.WorkspaceEdit();
  for (const { start, end, text } of edits)
    edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  return wasSaved ? document.save() : true;
}
