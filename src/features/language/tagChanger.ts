/** Changes a tag in all notes of the journal that hold it. */
import * as vscode from 'vscode';
import { changedFile, fingerprint, type ChangedFile } from '../../core/journal/changeRecord';
import { changeEdits, isChanged, type LineEdit, type TagChange } from '../../core/journal/tagChange';
import type { IndexedNote } from '../../core/journal/note';
import { openDocument, takeBack } from '../editNote';
import type { Journal } from '../parts';
import { editNote, readNote, type NoteText } from './noteText';
import type { LanguageParts } from './parts';

/** VS Code changes so many files at once without a stall; more go one by one. */
export const maxFilesAtOnce = 50;

/** How many places in how many notes. */
export interface Extent {
  readonly places: number;
  readonly notes: readonly string[];
}

/**
 * As the index knows it.
 * @param shown the note in which it is asked for, as it stands on screen
 */
export function extentOf(
  { index }: Pick<LanguageParts, 'index'>,
  change: Pick<TagChange, 'from' | 'withHats'>,
  shown?: Pick<IndexedNote, 'path' | 'tags'>,
): Extent {
  let places = 0;
  const notes: string[] = [];
  const known = [...index.notes.values()].filter(({ path }) => path !== shown?.path);
  for (const { path, tags } of shown ? [...known, shown] : known) {
    const concerned = tags.filter((tag) => isChanged({ ...change, to: change.from }, tag)).length;
    places += concerned;
    if (concerned > 0) notes.push(path);
  }
  return { places, notes: notes.sort() };
}

/** The edits of a note, by its text on screen or on disk. */
export interface PlannedNote {
  readonly note: NoteText;
  readonly edits: readonly LineEdit[];
}

/** What came of it. */
export interface Outcome {
  readonly places: number;
  readonly notes: number;
  /** Paths of notes that could not be changed, or that somebody else changed meanwhile. */
  readonly left: readonly string[];
  readonly wasStopped: boolean;
}

/** Reads the note and tells what is to be changed in it. */
export async function planNote(
  { documents, log }: LanguageParts,
  journal: Journal,
  path: string,
  change: TagChange,
): Promise<PlannedNote | undefined> {
  try {
    const note = await readNote(journal, path);
    const { tags } = note.document ? documents.scan(note.document) : documents.scanText(note.text, path);
    return { note, edits: changeEdits(note.text, tags, change, documents.tags) };
  } catch (error) {
    log.warn(`${path} can’t be changed.`, error);
    return undefined;
  }
}

/**
 * May its file be written? One with changes of the person's own is edited on screen only. VS Code itself would write a
 * read-only file that nobody has open.
 */
export async function isWritable(
  { log }: LanguageParts,
  journal: Journal,
  { note }: PlannedNote,
): Promise<boolean> {
  try {
    return note.document?.isDirty === true || !(await journal.files.isReadOnly(note.path));
  } catch (error) {
    log.warn(`${note.path} can’t be changed.`, error);
    return false;
  }
}

/** All edits as one, which the person may undo as one. */
export function workspaceEdit(journal: Journal, planned: readonly PlannedNote[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { note, edits } of planned)
    for (const { line, character, start, end, text } of edits) {
      const range = new vscode.Range(line, character, line, character + end - start);
      edit.replace(journal.uri(note.path), range, text);
    }
  return edit;
}

/**
 * Applies them as one edit, and saves the notes but those with changes of the person's own.
 * @returns `undefined` when VS Code did not take the edit
 */
export async function applyAtOnce(
  parts: LanguageParts,
  journal: Journal,
  planned: readonly PlannedNote[],
): Promise<Outcome | undefined> {
  const clean = planned.filter(({ note }) => !note.document?.isDirty);
  const edit = workspaceEdit(journal, planned);
  const isRefactoring = clean.length === planned.length;
  if (!(await vscode.workspace.applyEdit(edit, { isRefactoring }))) return undefined;
  const left = await saveNotes(parts, journal, clean);
  const changed = planned.filter(({ note }) => !left.includes(note.path));
  const places = changed.reduce((sum, { edits }) => sum + edits.length, 0);
  return { places, notes: changed.length, left, wasStopped: false };
}

/** VS Code itself saves more than one file of a refactoring only, and none where a setting says so. */
async function saveNotes(
  parts: LanguageParts,
  journal: Journal,
  planned: readonly PlannedNote[],
): Promise<readonly string[]> {
  const left = await Promise.all(
    planned.map(async (each) => ((await trySave(parts, journal, each)) ? [] : [each.note.path])),
  );
  return left.flat();
}

async function trySave(
  { log }: LanguageParts,
  journal: Journal,
  { note, edits }: PlannedNote,
): Promise<boolean> {
  const document = openDocument(journal.uri(note.path));
  try {
    if (!document?.isDirty || (await document.save())) return true;
    await takeBack(document, note.text, edits);
    log.error(`${note.path} could not be saved.`);
  } catch (error) {
    log.error(`${note.path} could not be saved.`, error);
  }
  return false;
}

/** Changes planned files one by one. A file that somebody changed since is left as it is. */
export async function applyOneByOne(
  parts: LanguageParts,
  journal: Journal,
  planned: readonly { readonly path: string; readonly before: string }[],
  change: TagChange,
  { step, token }: { readonly step: () => void; readonly token: vscode.CancellationToken },
): Promise<Outcome> {
  const left: string[] = [];
  let places = 0;
  let notes = 0;
  for (const { path, before } of planned) {
    if (token.isCancellationRequested) break;
    const now = await planNote(parts, journal, path, change);
    if (now && fingerprint(now.note.text) === before && (await tryEdit(parts, journal, now))) {
      places += now.edits.length;
      notes++;
    } else left.push(path);
    step();
  }
  return { places, notes, left, wasStopped: token.isCancellationRequested };
}

async function tryEdit(
  { log }: LanguageParts,
  journal: Journal,
  { note, edits }: PlannedNote,
): Promise<boolean> {
  try {
    await editNote(journal, note, edits);
    return true;
  } catch (error) {
    log.error(`${note.path} could not be changed.`, error);
    return false;
  }
}

export function recordOf({ note, edits }: PlannedNote): ChangedFile {
  return changedFile(note.path, note.text, edits);
}
