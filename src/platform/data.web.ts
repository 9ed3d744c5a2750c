import * as vscode from 'vscode';

/** Each file of built-in data lies in `dist/data` once, for both hosts. */
const names = ['framework', 'templates'];
const loaded = new Map<string, unknown>();

/** A web host can't require a file: what imports built-in data is imported after this. */
export async function loadData(extension: vscode.Uri): Promise<void> {
  await Promise.all(
    names.map(async (name) => {
      const file = vscode.Uri.joinPath(extension, 'dist', 'data', `${name}.json`);
      loaded.set(name, JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))));
    }),
  );
}

/** What the build puts in place of an import of built-in data. */
export function builtInData(name: string): unknown {
  return loaded.get(name);
}
