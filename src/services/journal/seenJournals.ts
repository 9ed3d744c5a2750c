import * as vscode from 'vscode';
import { folderIdentity } from '#files';
import type { Memento } from '../services';
import { isAbsent } from '../../platform/workspaceTexts';

const key = 'journal.seen';

/**
 * Which journals have held something, on this machine, in whatever window. One that did and is not there now was moved
 * away, or lies on a disk that is not connected: a new one in its place would hide what is in it.
 */
export class SeenJournals {
  constructor(private readonly memory: Memento) {}

  /** Asks the disk; a journal that is there and holds something is seen from now on. */
  async isGone(root: vscode.Uri): Promise<boolean> {
    const known = this.#all().get(root.toString());
    const names = await namesIn(root);
    if (names === undefined || names.length === 0)
      return known !== undefined && (names === undefined || known !== (await folderIdentity(root)));
    if (known === undefined) await this.#store(root, await folderIdentity(root));
    return false;
  }

  /** From now on it is one that was never there. */
  async forget(root: vscode.Uri): Promise<void> {
    if (this.#all().has(root.toString())) await this.#store(root, undefined);
  }

  async #store(root: vscode.Uri, identity: string | undefined): Promise<void> {
    const all = this.#all();
    if (identity === undefined) all.delete(root.toString());
    else all.set(root.toString(), identity);
    await this.memory.update(key, Object.fromEntries(all));
  }

  #all(): Map<string, string> {
    const stored = this.memory.get(key);
    if (typeof stored !== 'object' || stored === null) return new Map();
    return new Map(
      Object.entries(stored).flatMap(([root, identity]: [string, unknown]) =>
        typeof identity === 'string' ? [[root, identity] as const] : [],
      ),
    );
  }
}

/** `undefined` where there is no such folder; one that can't be asked is taken for one that holds something. */
async function namesIn(root: vscode.Uri): Promise<readonly string[] | undefined> {
  try {
    return (await vscode.workspace.fs.readDirectory(root)).map(([name]) => name);
  } catch (error) {
    return isAbsent(error) ? undefined : [''];
  }
}
