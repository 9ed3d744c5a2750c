import * as vscode from 'vscode';
import { textHash } from '../core/util/hash';
import { readBytes, readText, removeIfThere, writeText } from './workspaceTexts';
import type { WalkedPlace } from './walkedPlace';

/** A file whose text is being replaced: what it held, and what it is to hold. */
export interface Replacement {
  readonly file: vscode.Uri;
  /** `undefined` where there was no file. With a byte order mark, as is the new text. */
  readonly before: string | undefined;
  readonly text: string;
}

/**
 * Where a file system can't replace a file at once, both texts lie in the extension's storage meanwhile, one JSON
 * file a replacement in the folder `replacing`. What a closed window or a crash left there is finished before the
 * journal is next used.
 */
export class WriteAheadLog {
  readonly #folder: vscode.Uri;

  /** @param storage on this machine; any journal may use it */
  constructor(storage: vscode.Uri) {
    this.#folder = vscode.Uri.joinPath(storage, 'replacing');
  }

  /** @returns the record, to be given to `forget` */
  async remember({ file, before, text }: Replacement): Promise<vscode.Uri> {
    const address = file.toString();
    const unique = Math.random().toString(16).slice(2);
    const record = vscode.Uri.joinPath(this.#folder, `${textHash(address)}-${unique}.json`);
    await writeText(record, JSON.stringify({ file: address, before, text }));
    return record;
  }

  /** Another window may have finished it, and forgotten it, before. */
  async forget(record: vscode.Uri): Promise<void> {
    await removeIfThere(record);
  }

  /**
   * Finishes what was begun in files of a place. A file that holds something else by now was written by somebody
   * since: it is left as it is, and so is the record.
   * @returns such records
   */
  async finish(place: Pick<WalkedPlace, 'pathOf'>): Promise<readonly vscode.Uri[]> {
    const left: vscode.Uri[] = [];
    for (const record of await this.#records()) {
      const replacement = parseReplacement((await readText(record)) ?? '');
      if (!replacement || place.pathOf(replacement.file) === undefined) continue;
      if (await finishOne(replacement)) await this.forget(record);
      else left.push(record);
    }
    return left;
  }

  async #records(): Promise<readonly vscode.Uri[]> {
    try {
      const entries = await vscode.workspace.fs.readDirectory(this.#folder);
      return entries.map(([name]) => vscode.Uri.joinPath(this.#folder, name));
    } catch {
      // The folder is made with the first record.
      return [];
    }
  }
}

/** @returns whether the file holds the new text now */
async function finishOne({ file, before, text }: Replacement): Promise<boolean> {
  const bytes = await readBytes(file);
  const now = bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (now === text) return true;
  const unfinished = now === undefined || now === before || text.startsWith(now);
  if (unfinished) await writeText(file, text);
  return unfinished;
}

function parseReplacement(json: string): Replacement | undefined {
  const value = parseJson(json);
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('file' in value) || typeof value.file !== 'string') return undefined;
  if (!('text' in value) || typeof value.text !== 'string') return undefined;
  const before = 'before' in value && typeof value.before === 'string' ? value.before : undefined;
  return { file: vscode.Uri.parse(value.file), before, text: value.text };
}

/** `undefined` for a record that was cut short: then the file itself was not touched yet. */
function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
