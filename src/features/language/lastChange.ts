/**
 * The record of the last change of a tag in a journal, in the extension's storage on this machine. A change that has
 * only begun has a record of its own, so that one that comes to nothing leaves the last real one as it is.
 */
import * as vscode from 'vscode';
import { parseRecord, stateOf, type ChangeRecord } from '../../core/journal/changeRecord';
import { textHash } from '../../core/hash';
import type { Journal, Parts } from '../parts';
import { isAbsent, readText, writeText } from '../texts';
import { readNote, type NoteText } from './noteText';

interface StorageParts {
  readonly context: Pick<Parts['context'], 'globalStorageUri'>;
}

/** To be called before the first file is touched, and `endChange` afterwards. */
export async function beginChange(
  parts: StorageParts,
  journal: Journal,
  record: ChangeRecord,
): Promise<void> {
  await settle(parts, journal);
  await writeText(filesOf(parts, journal).begun, JSON.stringify(record));
}

/** @param isDone was anything changed? */
export async function endChange(
  parts: StorageParts,
  journal: Journal,
  record: ChangeRecord,
  isDone: boolean,
): Promise<void> {
  if (isDone) await writeLastChange(parts, journal, record);
  const { begun } = filesOf(parts, journal);
  // Another one may have begun while this one stood in its preview.
  if ((await readText(begun)) === JSON.stringify(record)) await remove(begun);
}

export async function readLastChange(
  parts: StorageParts,
  journal: Journal,
): Promise<ChangeRecord | undefined> {
  await settle(parts, journal);
  return readRecord(filesOf(parts, journal).last);
}

export async function writeLastChange(
  parts: StorageParts,
  journal: Journal,
  record: ChangeRecord,
): Promise<void> {
  await writeText(filesOf(parts, journal).last, JSON.stringify(record));
}

export async function forgetLastChange(parts: StorageParts, journal: Journal): Promise<void> {
  await remove(filesOf(parts, journal).last);
}

/** A change that was cut short is the last one as soon as it has changed a note. */
async function settle(parts: StorageParts, journal: Journal): Promise<void> {
  const { begun } = filesOf(parts, journal);
  const record = await readRecord(begun);
  if (!record || !(await hasChanged(journal, record))) return;
  await writeLastChange(parts, journal, record);
  await remove(begun);
}

async function hasChanged(journal: Journal, { files }: ChangeRecord): Promise<boolean> {
  for (const file of files) {
    const note = await readNote(journal, file.path).catch((): NoteText | undefined => undefined);
    if (stateOf(file, note?.text) === 'after') return true;
  }
  return false;
}

async function readRecord(file: vscode.Uri): Promise<ChangeRecord | undefined> {
  return parseRecord((await readText(file)) ?? '');
}

async function remove(file: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(file);
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
}

function filesOf(
  { context }: StorageParts,
  { root }: Journal,
): { readonly last: vscode.Uri; readonly begun: vscode.Uri } {
  const name = textHash(root.toString());
  const file = (end: string) => vscode.Uri.joinPath(context.globalStorageUri, 'tag-changes', `${name}${end}`);
  return { last: file('.json'), begun: file('.begun.json') };
}
