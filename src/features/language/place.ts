import type * as vscode from 'vscode';
import type { Framework } from '../../core/framework/model';
import { comparable } from '../../core/journal/tags';
import type { Journal } from '../parts';

/** The path of a file below the journal, `undefined` for any other. */
export function journalPath(journal: Journal | undefined, uri: vscode.Uri): string | undefined {
  if (!journal) return undefined;
  const { scheme, authority, path } = journal.root;
  const folder = path.endsWith('/') ? path : `${path}/`;
  return uri.scheme === scheme && uri.authority === authority && uri.path.startsWith(folder)
    ? uri.path.slice(folder.length)
    : undefined;
}

/** Whether a known tag may stand in a text: cheap, and never wrong when it says no. */
export function mayHoldTag(text: string, { dimensions }: Framework): boolean {
  const compared = comparable(text);
  return dimensions.some(({ id }) => compared.includes(comparable(id)));
}
