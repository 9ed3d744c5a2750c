import * as vscode from 'vscode';
import type { Journal, Parts } from '../parts';

/** The journal, if the search of VS Code can look into it: on disk, or in the workspace. */
export function reachableJournal({ journal }: Parts): Journal | undefined {
  const { current } = journal;
  const isReachable =
    current && (current.root.scheme === 'file' || vscode.workspace.getWorkspaceFolder(current.root));
  return isReachable ? current : undefined;
}

/** Opens the search of VS Code, restricted to the journal, for a dimension's tags. */
export async function showNotes(parts: Parts, dimension: string): Promise<void> {
  const journal = reachableJournal(parts);
  if (!journal) return;
  await vscode.commands.executeCommand('workbench.action.findInFiles', {
    query: `#${dimension}`,
    filesToInclude: included(journal.root),
    triggerSearch: true,
    isRegex: false,
    isCaseSensitive: false,
    matchWholeWord: false,
  });
}

/** A folder of the workspace by its name in it, any other one by its path. */
function included(root: vscode.Uri): string {
  const relative = vscode.workspace.asRelativePath(root);
  const isInside = vscode.workspace.getWorkspaceFolder(root) && relative !== root.fsPath;
  return isInside ? `./${relative}` : root.fsPath;
}
