/** Everything that a journal keeps of somebody. */
import type { KnownPerson, People } from './knownPeople';
import { mentionsOf } from './mentions';
import type { IndexedNote } from '../note';
import type { Files } from '../files';
import { mapAtOnce } from '../../util/atOnce';

export interface FilesOfPerson {
  /** Below `people/`, with everything in them. */
  readonly folders: readonly string[];
  /** Every file that goes: those in the folders, and notes elsewhere that are about the person. */
  readonly files: readonly string[];
  /** Other notes that mention the person; they stay. */
  readonly mentions: readonly string[];
}

/** @param notes all notes of the journal */
export async function filesOf(
  files: Files,
  notes: Iterable<IndexedNote>,
  people: People,
  person: KnownPerson,
): Promise<FilesOfPerson> {
  const folders = person.folders.map((folder) => `people/${folder}`);
  const all = [...notes];
  const inFolders = (await Promise.all(folders.map((folder) => below(files, folder)))).flat();
  const own = new Set(inFolders);
  for (const note of all) if (people.of(note) === person) own.add(note.path);
  const mentions = await mentioning(files, all, people, person, own);
  return { folders, files: [...own].sort(), mentions };
}

/** What goes of somebody, in its order: whole folders, then files that lie elsewhere. */
export function removedPlaces({ folders, files }: FilesOfPerson): readonly string[] {
  return [...folders, ...files.filter((file) => !folders.some((folder) => file.startsWith(`${folder}/`)))];
}

async function below(files: Files, folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const { name, kind } of await files.list(folder)) {
    const path = `${folder}/${name}`;
    if (kind === 'file') found.push(path);
    else found.push(...(await below(files, path)));
  }
  return found;
}

async function mentioning(
  files: Files,
  notes: readonly IndexedNote[],
  people: People,
  person: KnownPerson,
  own: ReadonlySet<string>,
): Promise<readonly string[]> {
  const mentions = mentionsOf(people, person);
  const found = await mapAtOnce(notes, async (note) => {
    const isFound = !own.has(note.path) && mentions((await files.read(note.path)) ?? '', people.of(note));
    return isFound ? [note.path] : [];
  });
  return found.flat().sort();
}
