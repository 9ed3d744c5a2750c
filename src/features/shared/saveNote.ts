import * as vscode from 'vscode';
import type { Files } from '../../core/journal/files';
import type { NoteDraft } from '../../core/templates/note';
import { setStatusBarMessage } from '../../platform/messages';
import type { Journal } from '../../services/services';
import { saveInJournal, type SavingServices } from './saveInJournal';

export interface NewNote {
  readonly draft: NoteDraft;
  /** Where it belongs in a journal. */
  path(files: Files): Promise<string>;
  /** Makes it there; by default as the draft says. */
  save?(journal: Journal, path: string): Promise<SavedNote>;
}

export interface SavedNote {
  /** Else there was such a file already. */
  readonly isNew: boolean;
  /** Where to write first; of a file that was there, where it took something in: absent where it is as it was. */
  readonly first: NoteDraft['first'] | undefined;
}

/**
 * Saves the note as a new file and opens it at the first place to write; where that file exists already, opens it where
 * it took something in, or at its end. When it can't be written, offers another journal or an unsaved document.
 */
export async function saveNote(services: SavingServices, note: NewNote): Promise<void> {
  await saveInJournal(services, (journal) => create(journal, note), {
    instead: { label: vscode.l10n.t('Open Without Saving'), run: () => openUnsaved(note.draft) },
  });
}

async function create(journal: Journal, note: NewNote): Promise<void> {
  const path = await note.path(journal.files);
  const { isNew, first } = note.save
    ? await note.save(journal, path)
    : await saveDraft(journal, path, note.draft);
  const document = await vscode.workspace.openTextDocument(journal.uri(path));
  await showCurrent(document, await journal.files.read(path));
  if (!isNew) setStatusBarMessage(formatThere(first !== undefined), shownMs, 'info');
  await show(document, first ?? atEnd(document));
}

const shownMs = 8000;

function formatThere(tookIn: boolean): string {
  return tookIn
    ? vscode.l10n.t('This note was there already; what was new went into it')
    : vscode.l10n.t('This note was there already');
}

/** Of what was written just now VS Code may still have the text before, also of a file that was removed. */
async function showCurrent(document: vscode.TextDocument, text: string | undefined): Promise<void> {
  if (document.getText() === text || document.isDirty || text === undefined) return;
  await vscode.window.showTextDocument(document, { preview: false });
  await vscode.commands.executeCommand('workbench.action.files.revert');
}

async function saveDraft(journal: Journal, path: string, { text, first }: NoteDraft): Promise<SavedNote> {
  const isNew = await journal.files.create(path, text);
  return { isNew, first: isNew ? first : undefined };
}

export async function openUnsaved({ text, first }: NoteDraft): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
  await show(document, first);
}

function atEnd(document: vscode.TextDocument): NoteDraft['first'] {
  const end = document.getText().length;
  return { start: end, end };
}

async function show(document: vscode.TextDocument, { start, end }: NoteDraft['first']): Promise<void> {
  const selection = new vscode.Range(document.positionAt(start), document.positionAt(end));
  await vscode.window.showTextDocument(document, { selection, preview: false });
  // A tree that VS Code refreshes as it loses the focus takes it back, and the new note refreshes trees.
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
}
