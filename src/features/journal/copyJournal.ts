import * as vscode from 'vscode';
import { withErrorMessage } from '../shared/withErrorMessage';
import { shownPath } from '../../platform/folders';
import { showInformationMessage } from '../../platform/messages';
import { isTemporary } from '../../platform/temporary';

/** Copies every file of a journal to a folder, byte by byte. What stands there already is left as it is. */
export async function copyJournal(
  log: vscode.LogOutputChannel,
  from: vscode.Uri,
  to: vscode.Uri,
): Promise<void> {
  const place = shownPath(to);
  const counts = { copied: 0, existing: 0 };
  const failure = vscode.l10n.t('The copy in “{0}” is not complete. Your journal is as it was.', place);
  if (!(await withErrorMessage(log, failure, () => copyFolder(from, to, counts)))) return;
  void showInformationMessage(
    counts.existing === 0
      ? vscode.l10n.t('Your journal was copied to “{0}”. Files: {1}.', place, counts.copied)
      : vscode.l10n.t(
          'Your journal was copied to “{0}”. New files: {1}. There already, and left as they are: {2}.',
          place,
          counts.copied,
          counts.existing,
        ),
  );
}

async function copyFolder(
  from: vscode.Uri,
  to: vscode.Uri,
  counts: { copied: number; existing: number },
): Promise<void> {
  await vscode.workspace.fs.createDirectory(to);
  for (const [name, type] of await vscode.workspace.fs.readDirectory(from)) {
    if (isTemporary(name)) continue;
    const [source, target] = [vscode.Uri.joinPath(from, name), vscode.Uri.joinPath(to, name)];
    if (type & vscode.FileType.Directory) await copyFolder(source, target, counts);
    else if (await copyFile(source, target)) counts.copied++;
    else counts.existing++;
  }
}

/** @returns `false` where a file stands there already */
async function copyFile(from: vscode.Uri, to: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.copy(from, to, { overwrite: false });
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileExists') return false;
    throw error;
  }
}
