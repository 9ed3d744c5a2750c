import * as vscode from 'vscode';
import { folderIdentity } from '#files';
import type { Memento } from '../services';
import { realAddress } from '../../platform/folders';
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
    const all = this.#all();
    const spellings = await spellingsOf(root);
    const known = spellings.map((spelling) => all.get(spelling)).find((identity) => identity !== undefined);
    const names = await namesIn(root);
    if (names === undefined || names.length === 0)
      return known !== undefined && (names === undefined || known !== (await folderIdentity(root)));
    if (!spellings.every((spelling) => all.has(spelling)))
      await this.#see(spellings, await folderIdentity(root));
    return false;
  }

  /** From now on it is one that was never there, under whatever name. */
  async forget(root: vscode.Uri): Promise<void> {
    const all = this.#all();
    const forgotten = all.get(root.toString());
    if (forgotten !== undefined) await this.#store([...all].filter(([, identity]) => identity !== forgotten));
  }

  async #see(spellings: readonly string[], identity: string | undefined): Promise<void> {
    if (identity === undefined) return;
    const seen = spellings.map((spelling) => [spelling, identity] as const);
    await this.#store([...seen, ...this.#all()]);
  }

  /** Of what is told twice, the last counts. */
  async #store(all: readonly (readonly [spelling: string, identity: string])[]): Promise<void> {
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

/** As the window's settings spell it, and as others may: a folder that is gone has the former alone. */
async function spellingsOf(root: vscode.Uri): Promise<readonly string[]> {
  return [root.toString(), (await realAddress(root)).toString()];
}

/** `undefined` where there is no such folder; one that can't be asked is taken for one that holds something. */
async function namesIn(root: vscode.Uri): Promise<readonly string[] | undefined> {
  try {
    return (await vscode.workspace.fs.readDirectory(root)).map(([name]) => name);
  } catch (error) {
    return isAbsent(error) ? undefined : [''];
  }
}
