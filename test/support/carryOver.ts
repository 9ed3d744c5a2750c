/** What making a new note does to a journal, without an editor. */
import { addItems, placesOf, type CarriedItem } from '../../src/core/journal/carryOver/carriedItems';
import { arrived, markMoved } from '../../src/core/journal/carryOver/moves';
import type { NoteTask } from '../../src/core/journal/note';
import { openItems } from '../../src/core/journal/carryOver/openItems';
import { applyEdits } from '../../src/core/util/textEdit';
import { openingText } from '../../src/core/templates/carryOver';
import { scanContext } from './notes';

const words = { stillOpen: 'Still open', topics: 'Topics', prompts: 'Prompts' };

/** What is open in notes, in their order, as it is to stand in another. */
export function itemsFor(
  to: string,
  texts: Readonly<Record<string, string>>,
  goes: (task: NoteTask) => boolean = () => true,
): readonly CarriedItem[] {
  const options = { scan: scanContext, to, level: 2, goes };
  return Object.entries(texts).reduce<readonly CarriedItem[]>(
    (items, [path, text]) => addItems(items, openItems(path, text, options)),
    [],
  );
}

/** The notes with a new one into which all that is open in them, or in those named, has moved. */
export function carried(
  texts: Readonly<Record<string, string>>,
  to: string,
  { from = Object.keys(texts), more = '' } = {},
): Record<string, string> {
  const items = itemsFor(to, Object.fromEntries(from.map((path) => [path, texts[path] ?? ''])));
  const note = openingText({ lastMet: undefined, stillOpen: items, topics: undefined, prompts: [] }, words);
  const pending = { journal: 'file:///j', note: to, at: 0, tasks: [...placesOf(items)] };
  const moved = arrived(pending, note);
  const marked = Object.entries(texts).map(([path, text]) => {
    const ofNote = moved.filter((task) => task.path === path);
    return [path, applyEdits(text, markMoved(text, path, ofNote, to))] as const;
  });
  return { ...Object.fromEntries(marked), [to]: note + more };
}

/** What a new note lists as still open, without heading and the empty line at its end. */
export function listIn(note = ''): string {
  return note.replace('## Still open\n\n', '').trimEnd();
}
