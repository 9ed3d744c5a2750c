/** Rows of quick picks for texts that are longer than a row: VS Code cuts what does not fit. */
import * as vscode from 'vscode';
import { WordIndex } from '../../core/util/searchIndex';
import { proportionalColumnsOf, wrapText } from '../../core/util/wrap';
import { separator } from './quickInput';

/** What of a row is in sight in a window of 700 px, in columns of 0.6 em: no extension is told the width. */
const rowColumns = 49;

/** What a button takes of label and detail. */
const buttonColumns = 3.1;

/** A group's title is shown at the end of its first row, with a gap before it. */
const gapColumns = 2.5;

/** However long that title is. */
const leastColumns = 16;

/**
 * The row, and rows below it for what it has no room for; each does what the row does. A detail stands below the
 * label’s last line. Filtering is not left to VS Code, which would tear the rows apart.
 */
export function wrapRow<T extends vscode.QuickPickItem>(row: T): T[] {
  return wrapBeside(row, 0);
}

/** @param taken columns of the row that are for something else */
function wrapBeside<T extends vscode.QuickPickItem>(row: T, taken: number): T[] {
  const room = Math.max(leastColumns, rowColumns - buttonColumns * (row.buttons?.length ?? 0) - taken);
  const wrapped = (text: string) => wrapText(text, room, proportionalColumnsOf);
  const labels = wrapped(row.label);
  const [detail, ...more] = row.detail === undefined ? [] : wrapped(row.detail);
  return [...labels, ...more].map((label, line) => {
    const shown = Object.assign({ ...row, alwaysShow: true }, { label });
    delete shown.detail;
    if (line > 0) delete shown.description;
    if (line > 0) delete shown.iconPath;
    return line === labels.length - 1 && detail !== undefined ? Object.assign(shown, { detail }) : shown;
  });
}

export interface RowGroup<T extends vscode.QuickPickItem> {
  /** None where it is undefined; an empty one takes no room, but has its place among the rows. */
  readonly title?: string;
  readonly rows: readonly T[];
}

/** The rows of a group below its title, each with the rows that it needs. */
export function wrapGroup<T extends vscode.QuickPickItem>({
  title,
  rows,
}: RowGroup<T>): (T | ReturnType<typeof separator>)[] {
  if (title === undefined) return rows.flatMap(wrapRow);
  const beside = title === '' ? 0 : proportionalColumnsOf(title) + gapColumns;
  return [separator(title), ...rows.flatMap((row, index) => wrapBeside(row, index === 0 ? beside : 0))];
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
      ? groups.flatMap(wrapGroup)
      : index.search(typed).flatMap((id) => rows.slice(id, id + 1).flatMap(wrapRow));
}
