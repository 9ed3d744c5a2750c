import type { Files } from '../files';
import { applyEdits, type TextEdit } from '../../util/textEdit';

/**
 * Changes a note in its file.
 * @param change the edits of the text as it is at that moment, in its order; a string says why there are none
 * @param absent the text of a note that there is not yet; it is made then
 * @returns `done`, or why not
 * @throws FileError
 */
export async function editFile<Reason extends string>(
  files: Pick<Files, 'edit'>,
  path: string,
  change: (text: string) => readonly TextEdit[] | Reason,
  absent?: string,
): Promise<'done' | Reason | 'gone'> {
  let result = (): 'done' | Reason | 'gone' => 'gone';
  await files.edit(path, (now) => {
    const text = now ?? absent;
    const edits = text === undefined ? 'gone' : change(text);
    result = () => (typeof edits === 'string' ? edits : 'done');
    return text === undefined || typeof edits === 'string' ? undefined : applyEdits(text, edits);
  });
  return result();
}
