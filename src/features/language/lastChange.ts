/** The record of the last change of a tag in a journal, in the extension's storage on this machine. */
import * as vscode from 'vscode';
import { parseRecord, type ChangeRecord } from '../../core/journal/changeRecord';
import { textHash } from '../../core/hash';
import type { Journal, Parts } from '../parts';
import { readText, writeText } from '../texts';

interface StorageParts {
  readonly context: Pick<Parts['context'], 'globalStorageUri'>;
}

export async function readLastChange(
  parts: StorageParts,
  journal: Journal,
): Promise<ChangeRecord | undefined> {
  return parseRecord((await readText(fileOf(parts, journal))) ?? '');
}

export async function writeLastChange(
  parts: StorageParts,
  journal: Journal,
  record: ChangeRecord,
): Promise<void> {
  await writeText(fileOf(parts, journal), JSON.stringify(record));
}

export async function forgetLastChange(parts: StorageParts, journal: Journal): Promise<void> {
  await vscode.workspace.fs.delete(fileOf(parts, journal));
}

function fileOf({ context }: StorageParts, { root }: Journal): vscode.Uri {
  return vscode.Uri.joinPath(context.globalStorageUri, 'tag-changes', `${textHash(root.toString())}.json`);
}
