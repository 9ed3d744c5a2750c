import * as vscode from 'vscode';

/** Registers commands whose code is not loaded yet: `load` puts others in their place, and each call is passed on. */
export function proxyCommands(ids: readonly string[], load: () => Promise<void>): vscode.Disposable {
  return vscode.Disposable.from(
    ...ids.map((id) =>
      vscode.commands.registerCommand(id, async (...values: unknown[]) => {
        await load();
        return vscode.commands.executeCommand(id, ...values);
      }),
    ),
  );
}
