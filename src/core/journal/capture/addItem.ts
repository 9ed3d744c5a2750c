import type { TextEdit } from '../../util/textEdit';
import { appendedItem, timesSaved } from './captured';

/** The notes of a journal as they are on screen, or else in their files. */
export interface CaptureNotes {
  /** `undefined` where there is none. */
  text(path: string): Promise<string | undefined>;
  /** @param absent the text of a note that there is not yet; it is made then */
  edit(path: string, change: (text: string) => readonly TextEdit[], absent: string): Promise<unknown>;
}

/**
 * Adds an item at the end of a note, which may be made for it.
 * @param head the text that a new note begins with
 * @param onSend told, and waited for, before anything is written, how often the item stands there by now
 * @throws FileError
 */
export async function addItem(
  notes: CaptureNotes,
  path: string,
  { head, item }: { readonly head: string; readonly item: string },
  onSend?: (before: number) => Promise<void>,
): Promise<void> {
  const before = timesSaved((await notes.text(path)) ?? '', item);
  await onSend?.(before);
  const added = (text: string) => {
    const { offset, text: put } = appendedItem(text, item);
    return [{ start: offset, end: offset, text: put }];
  };
  await notes.edit(path, added, head);
}
