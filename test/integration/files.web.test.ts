import * as vscode from 'vscode';
import { WorkspaceFiles } from '../../src/features/workspaceFiles';
import { filesContract } from '../support/filesContract';

let count = 0;

filesContract('behind workspace.fs', async () => {
  const base = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!base) throw new Error('The tests need a workspace folder.');
  const root = vscode.Uri.joinPath(base, `journal-${++count}`);
  await vscode.workspace.fs.createDirectory(root);
  return new WorkspaceFiles(root, vscode.Uri.joinPath(base, 'storage'));
});
