import { readFrontMatter } from './frontMatter';
import { readableFolder } from './names';
import type { Files } from './ports';

export interface Person {
  /** The true name, as `two-hats.yaml` or the newest note says it; else the folder's name made readable. */
  readonly name: string;
  /** Below `people/`; the one used last where other spellings have folders of their own. Absent where there is none. */
  readonly folder: string | undefined;
  /** Local date `YYYY-MM-DD` of the newest note, or `undefined` when there is none. */
  readonly lastNote: string | undefined;
}

const dated = /^(\d{4}-\d{2}-\d{2})[^/]*\.(md|markdown)$/;

/** How many notes are looked through for a name, from the newest on: the newest may be damaged. */
const readAtMost = 3;

/**
 * Everybody with a folder under `people/`, the most recently met first, then by name. Reads one note a person, and
 * a few more where that does not say the name.
 */
export async function listPeople(files: Files): Promise<readonly Person[]> {
  const entries = await files.list('people');
  const folders = entries.filter(({ name, kind }) => kind === 'folder' && !name.startsWith('.'));
  const people = await Promise.all(folders.map(({ name }) => readPerson(files, name)));
  return people.sort(byRecency);
}

async function readPerson(files: Files, folder: string): Promise<Person> {
  const notes = await datedNotes(files, folder);
  for (const note of notes.slice(0, readAtMost)) {
    const name = await nameIn(files, `people/${folder}/${note}`);
    if (name !== '') return { name, folder, lastNote: notes[0]?.slice(0, 10) };
  }
  return { name: readableFolder(folder), folder, lastNote: notes[0]?.slice(0, 10) };
}

/** The newest first; none where the folder can't be read, which still stands for a person. */
async function datedNotes(files: Files, folder: string): Promise<readonly string[]> {
  try {
    const entries = await files.list(`people/${folder}`);
    const names = entries.filter(({ kind }) => kind === 'file').map(({ name }) => name);
    return names
      .filter((name) => dated.test(name))
      .sort()
      .reverse();
  } catch {
    return [];
  }
}

/** The true name as a note says it; `''` where it does not, or can't be read. */
async function nameIn(files: Files, note: string): Promise<string> {
  try {
    return (
      readFrontMatter((await files.read(note)) ?? '')
        .get('person')
        ?.trim() ?? ''
    );
  } catch {
    return '';
  }
}

/** The most recently met first, then by name. */
export function byRecency(
  one: Pick<Person, 'lastNote' | 'name'>,
  other: Pick<Person, 'lastNote' | 'name'>,
): number {
  const [newer, older] = [other.lastNote ?? '', one.lastNote ?? ''];
  return newer < older ? -1 : newer > older ? 1 : one.name.localeCompare(other.name);
}
