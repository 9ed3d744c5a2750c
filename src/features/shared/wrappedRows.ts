/** Rows of quick picks for texts that are longer than a row: VS Code cuts what does not fit. */
import * as vscode from 'vscode';
import { WordIndex } from '../../core/util/searchIndex';
import { wrapText } from '../../core/util/wrap';
import { separator } from './quickInput';

/** What of a label is in sight beside its buttons in a window of 700 px, in columns: no extension is told the width. */
const labelColumns = 40;

/** What of a detail is in sight in the picker of a usual window. */
const detailColumns = 72;

/**
 * The row, and rows below it for what it has no room for; each does what the row does. A detail stands below the
 * label’s last line. Filtering is not left to VS Code, which would tear the rows apart.
 */
export function wrapRow<T extends vscode.QuickPickItem>(row: T): T[] {
  const labels = wrapText(row.label, labelColumns);
  const [detail, ...more] = row.detail === undefined ? [] : wrapText(row.detail, detailColumns);
  return [...labels, ...more].map((label, line) => {
    const shown = Object.assign({ ...row, alwaysShow: true }, { label });
    delete shown.detail;
    if (line > 0) delete shown.description;
    if (line > 0) delete shown.iconPath;
    return line === labels.length - 1 && detail !== undefined ? Object.assign(shown, { detail }) : shown;
  });
}

export interface RowGroup<T extends vscode.QuickPickItem> {
  readonly title?: string;
  readonly rows: readonly T[];
}

/** For a quick pick that searches by itself: all rows in their groups, or what fits the typed text best. */
export function searchableRows<T extends vscode.QuickPickItem>(
  groups: readonly RowGroup<T>[],
  language: string,
): (typed: string) => readonly (T | ReturnType<typeof separator>)[] {
  const rows = groups.flatMap((group) => group.rows);
  const index = new WordIndex({ fields: ['text', 'about'], boost: { text: 2 }, language });
  for (const [id, { label, description = '', detail = '' }] of rows.entries())
    index.add(id, { text: label, about: `${description} ${detail}` });
  return (typed) =>
    typed.trim() === ''
      ? groups.flatMap(({ title, rows }) => [
          ...(title === undefined ? [] : [separator(title)]),
          ...rows.flatMap(wrapRow),
        ])
      : index.search(typed).flatMap((id) => rows.slice(id, id + 1).flatMap(wrapRow));
}
