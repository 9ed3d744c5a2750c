import * as vscode from 'vscode';
import { openFiles } from '#files';
import { FileError, type Files } from '../../core/journal/ports';
import { shownPath } from '../folders';
import type { Journal } from '../parts';
import { fileErrorWords } from '../words';

/** Copies every file of a journal to a folder. What stands there already is left as it is. */
export async function copyJournal(
  context: vscode.ExtensionContext,
  { files }: Journal,
  target: vscode.Uri,
): Promise<void> {
  try {
    const { copied, kept } = await copyFolder(files, openFiles(target, context.globalStorageUri), '');
    const place = shownPath(target);
    const message =
      kept === 0
        ? vscode.l10n.t('{0} files were copied to “{1}”.', copied, place)
        : vscode.l10n.t(
            '{0} files were copied to “{1}”; {2} were there already and were left as they are.',
            copied,
            place,
            kept,
          );
    await vscode.window.showInformationMessage(message);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    await vscode.window.showErrorMessage(
      vscode.l10n.t('The copy is not complete. {0}', fileErrorWords(error)),
    );
  }
}

async function copyFolder(from: Files, to: Files, folder: string): Promise<{ copied: number; kept: number }> {
  const counts = { copied: 0, kept: 0 };
  for (const { name, kind } of await from.list(folder)) {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (kind === 'folder') {
      const inner = await copyFolder(from, to, path);
      counts.copied += inner.copied;
      counts.kept += inner.kept;
    } else if (await to.create(path, (await from.read(path)) ?? '')) counts.copied++;
    else counts.kept++;
  }
  return counts;
}
