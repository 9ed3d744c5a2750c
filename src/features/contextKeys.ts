import * as vscode from 'vscode';

/** The context keys of `when` clauses. Every key stands here and in `package.json` only. */
interface ContextKeys {
  'twoHats:hasJournal': boolean;
  'twoHats:privateHidden': boolean;
  /** Before that nobody knows that there is nothing to list. */
  'twoHats:notesRead': boolean;
}

export async function setContextKey<K extends keyof ContextKeys>(
  key: K,
  value: ContextKeys[K],
): Promise<void> {
  await vscode.commands.executeCommand('setContext', key, value);
}
