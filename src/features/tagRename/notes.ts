/** The notes of a journal as a change of a tag reads and writes them. */
import * as vscode from 'vscode';
import type { EditableNotes } from '../../core/journal/tags/changeRun';
import { editNote, shownDocument } from '../shared/editNote';
import type { Journal } from '../../services/services';

export function editableNotes(journal: Journal): EditableNotes {
  const document = (path: string) => shownDocument(journal, path);
  return {
    read: async (path) => document(path)?.getText() ?? readUtf8(journal.uri(path)),
    isWritable: async (path) => document(path)?.isDirty === true || !(await journal.files.isReadOnly(path)),
    isSavedByEditor: (path) => document(path)?.isDirty === false,
    edit: (path, change) => editNote(journal, path, change),
  };
}

/** @throws for bytes that are no UTF-8, too: they would be lost by writing it */
async function readUtf8(file: vscode.Uri): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true }).decode(await vscode.workspace.fs.readFile(file));
}
