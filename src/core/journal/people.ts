import { readFrontMatter } from './frontMatter';
import { readableFolder } from './names';
import type { Files } from './ports';

export interface Person {
  /** The true name, as the newest note says it; else the folder's name made readable. */
  readonly name: string;
  /** Below `people/`. */
  readonly folder: string;
  /** Local date `YYYY-MM-DD` of the newest note, or `undefined` when there is none. */
  readonly lastNote: string | undefined;
}

const dated = /^(\d{4}-\d{2}-\d{2})[^/]*\.(md|markdown)$/;

/** Everybody with a folder under `people/`, the most recently met first, then by name. Reads one note a person. */
export async function listPeople(files: Files): Promise<readonly Person[]> {
  const entries = await files.list('people');
  const folders = entries.filter(({ name, kind }) => kind === 'folder' && !name.startsWith('.'));
  const people = await Promise.all(folders.map(({ name }) => readPerson(files, name)));
  return people.sort(byRecency);
}

async function readPerson(files: Files, folder: string): Promise<Person> {
  try {
    const notes = (await files.list(`people/${folder}`))
      .map(({ name }) => name)
      .filter((name) => dated.test(name));
    const newest = notes.sort().at(-1);
    const text = newest && (await files.read(`people/${folder}/${newest}`));
    const name = readFrontMatter(text ?? '')
      .get('person')
      ?.trim();
    return {
      name: name === undefined || name === '' ? readableFolder(folder) : name,
      folder,
      lastNote: newest?.slice(0, 10),
    };
  } catch {
    // A folder that can't be read still stands for a person; the name of the folder is what is known.
    return { name: readableFolder(folder), folder, lastNote: undefined };
  }
}

function byRecency(one: Person, other: Person): number {
  const [newer, older] = [other.lastNote ?? '', one.lastNote ?? ''];
  return newer < older ? -1 : newer > older ? 1 : one.name.localeCompare(other.name);
}
