import * as vscode from 'vscode';
import { Timer } from '../../platform/timer';
import { fileName } from '../../core/journal/paths';

/** A file that is replaced is gone for a moment. */
const settleMs = 100;

/** Calls the listener after the file was written, made, removed or replaced, once for changes that follow closely. */
export function watchFile(file: vscode.Uri, listener: () => void): vscode.Disposable {
  // Not the file's own name: it may hold signs that mean something in a pattern.
  const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(file, '..'), '*');
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  const name = nameOf(file);
  const timer = new Timer();
  const settle = (changed: vscode.Uri) => {
    if (nameOf(changed) !== name) return;
    timer.set(settleMs, listener);
  };
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(settle),
    watcher.onDidCreate(settle),
    watcher.onDidDelete(settle),
    timer,
  );
}

/** Without regard to case: some disks have none, and reading once too often does no harm. */
function nameOf(file: vscode.Uri): string {
  return fileName(file.path).toLowerCase();
}
