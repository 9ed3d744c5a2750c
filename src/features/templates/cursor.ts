import type { MarkdownEditor } from '../../services/markdownEditor';
import * as vscode from 'vscode';

/** What stands on the cursor's line before and after it. */
export interface CursorLine {
  readonly before: string;
  readonly after: string;
}

/**
 * The line at which the next insertion goes in. A selection is given up for its end, so that inserting never replaces
 * what the person wrote. Without an editor, the empty line of a new document.
 */
export function cursorLine({ current }: Pick<MarkdownEditor, 'current'>): CursorLine {
  if (!current) return { before: '', after: '' };
  const { end } = current.selection;
  current.selection = new vscode.Selection(end, end);
  const { text } = current.document.lineAt(end);
  return { before: text.slice(0, end.character), after: text.slice(end.character) };
}
