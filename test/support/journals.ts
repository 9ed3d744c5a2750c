import type * as vscode from 'vscode';
import type { Journal } from '../../src/services/services';
import { placeAt } from '../../src/platform/walkedPlace';

/** What a journal tells of addresses where none of them is another one's. */
export function placed(root: vscode.Uri): Pick<Journal, 'pathOf' | 'isPlaced'> {
  const place = placeAt(root);
  return { pathOf: (uri) => place.pathOf(uri), isPlaced: () => true };
}
