import { addItem, type CaptureNotes } from '../../core/journal/capture/addItem';
import { captureItem, type Captured, type Destination } from '../../core/journal/capture/captured';
import { writeFrontMatter } from '../../core/journal/frontMatter/frontMatter';
import type { People } from '../../core/journal/people/knownPeople';
import { folderFor } from '../../core/journal/people/names';
import type { Clock } from '../../core/util/dates';
import { localDate } from '../../core/util/dates';
import { newTopics } from '../../core/journal/capture/topics';
import { nextRetrospective } from '../../core/templates/note';
import { editNote, noteText } from '../shared/editNote';
import type { Journal } from '../../services/services';
import type { Sent } from './drafts';
import type { Origin } from './origin';

/** A captured note on its way into the journal. */
export interface PlacedCapture extends Captured {
  /** Where it was written, if that is to be saved with it. */
  readonly origin: Origin | undefined;
}

/**
 * Adds the note at the end of the file where it belongs.
 * @param onSend called, and waited for, before anything is written
 * @returns the file's path
 * @throws FileError
 */
export async function saveCapture(
  journal: Journal,
  people: People,
  clock: Clock,
  { text, destination, origin }: PlacedCapture,
  onSend?: (sent: Sent) => Promise<void>,
): Promise<string> {
  const date = localDate(clock);
  const path = pathOf(destination, people, date);
  const place = origin?.placeFrom(journal.uri(path)) ?? '';
  const item = captureItem(`${text} ${place}`.trim(), origin?.selection);
  const notes: CaptureNotes = {
    text: (note) => noteText(journal, note),
    // What the person has not saved yet is not saved for them.
    edit: (note, change, absent) => editNote(journal, note, change, absent),
  };
  await addItem(notes, path, { head: headOf(destination, date), item }, async (before) => {
    await onSend?.({ journal: journal.root.toString(), path, item, before });
  });
  return path;
}

function pathOf(destination: Destination, people: People, date: string): string {
  switch (destination.kind) {
    case 'today':
      return `notes/${date}.md`;
    case 'retrospective':
      return nextRetrospective;
    case 'person':
      return `people/${folderFor(destination.name, people.all)}/next.md`;
  }
}

function headOf(destination: Destination, date: string): string {
  switch (destination.kind) {
    case 'today':
      return writeFrontMatter([
        ['kind', 'note'],
        ['date', date],
      ]);
    case 'retrospective':
      return newTopics(undefined);
    case 'person':
      return newTopics(destination.name);
  }
}
