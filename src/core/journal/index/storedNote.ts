import type { IndexedNote, NoteFacts, NoteTag, NoteTask } from '../note';
import type { FileVersion } from '../files';

/** A note as the index keeps it: with the version of its file. */
export interface StoredNote extends IndexedNote, FileVersion {}

/** Keeps one copy of each string that many notes share. */
export class Strings {
  readonly #copies = new Map<string, string>();

  intern(text: string): string;
  intern(text: string | undefined): string | undefined;
  intern(text: string | undefined): string | undefined {
    if (text === undefined) return undefined;
    const known = this.#copies.get(text);
    if (known !== undefined) return known;
    const copy = copied(text);
    this.#copies.set(copy, copy);
    return copy;
  }
}

/** Without what the index does not keep; nothing of it holds on to the note's text. */
export function storedNote(
  path: string,
  { title, date, kind, person, tags, tasks }: NoteFacts,
  { size, mtime }: FileVersion,
  strings: Strings,
): StoredNote {
  return {
    path,
    title: title === undefined ? undefined : copied(title),
    date: strings.intern(date),
    kind: strings.intern(kind),
    person: strings.intern(person),
    tags: tags.length === 0 ? noTags : tags,
    tasks: tasks.length === 0 ? noTasks : tasks.map((task) => storedTask(task, strings)),
    size,
    mtime,
  };
}

const noTags: readonly NoteTag[] = [];
const noTasks: readonly NoteTask[] = [];

function storedTask(task: NoteTask, strings: Strings): NoteTask {
  const { line, character, state, hash, isPrivate } = task;
  const due = strings.intern(task.due);
  const owner = isPrivate ? undefined : strings.intern(task.owner);
  return { line, character, state, due, owner, hash, isPrivate };
}

/** A part of a text keeps all of it in memory, unless it is so short that engines copy it. */
function copied(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
