import * as vscode from 'vscode';

/** The context keys of `when` clauses. Every key stands here and in `package.json` only. */
interface ContextKeys {
  'twoHats:hasJournal': boolean;
  'twoHats:sampleShown': boolean;
  'twoHats:privateHidden': boolean;
  'twoHats:notesEmpty': boolean;
  'twoHats:actionsEmpty': boolean;
}

export async function setContextKey<K extends keyof ContextKeys>(
  key: K,
  value: ContextKeys[K],
): Promise<void> {
  await vscode.commands.executeCommand('setContext', key, value);
}

/** Tells whether a tree has nothing to list. Until it has answered, VS Code takes it for empty, and would say so. */
export function createEmptyContext(
  key: 'twoHats:notesEmpty' | 'twoHats:actionsEmpty',
  log: Pick<vscode.LogOutputChannel, 'error'>,
): (isEmpty: boolean) => void {
  let told = false;
  return (isEmpty) => {
    if (isEmpty === told) return;
    told = isEmpty;
    setContextKey(key, isEmpty).catch((error: unknown) => {
      log.error('An empty view can’t say what would be listed in it.', error);
    });
  };
}
