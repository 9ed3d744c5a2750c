/** Texts of notes that may be open in an editor, with what the person has not saved yet. */
import * as vscode from 'vscode';
import { applyEdits, type TextEdit } from '../../core/journal/textEdit';
import { editDocument, openDocument } from '../editNote';
import type { Journal } from '../parts';

/** The text on screen, or in the file, without a byte order mark. */
export interface NoteText {
  readonly path: string;
  readonly text: string;
  readonly document: vscode.TextDocument | undefined;
  readonly hasMark: boolean;
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
 * @throws FileError or Error where it can't be written or was changed since
 */
export async function editNote(journal: Journal, note: NoteText, edits: readonly TextEdit[]): Promise<void> {
  const { path, text, document, hasMark } = note;
  if (!document) return journal.files.replace(path, (hasMark ? '\uFEFF' : '') + applyEdits(text, edits));
  const result = await editDocument(journal, path, document, (now) => (now === text ? edits : 'changed'));
  if (result === 'changed') throw new Error(`${path} was changed meanwhile.`);
}
