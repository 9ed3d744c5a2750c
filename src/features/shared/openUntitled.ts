import * as vscode from 'vscode';

/** A Markdown document that nothing keeps until the person saves it. */
export async function openUntitled(content: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document, { preview: false });
}
