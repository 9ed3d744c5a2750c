import { FileError, type Files } from '../journal/files';
import type { KnownPerson, People } from '../journal/people/knownPeople';
import { mentionsOf } from '../journal/people/mentions';
import { experimentsFolder } from './experiment';
import { readExperiment } from './experimentText';

/** An experiment’s file; without a text where it can’t be read, and may mention anybody. */
export interface ExperimentFile {
  readonly path: string;
  readonly text: string | undefined;
}

/** Files of experiments that mention somebody: in their words, or in a comment. */
export async function experimentsMentioning(
  files: Pick<Files, 'list' | 'read'>,
  people: People,
  person: KnownPerson,
): Promise<readonly ExperimentFile[]> {
  const mentions = mentionsOf(people, person);
  const found = await experimentFiles(files);
  return found.filter(({ text }) => {
    if (text === undefined || mentions(text)) return true;
    // A name may be written in two lines, or by escapes.
    const move = readExperiment(text)?.move;
    return move !== undefined && mentions(move);
  });
}

async function experimentFiles(files: Pick<Files, 'list' | 'read'>): Promise<readonly ExperimentFile[]> {
  const entries = await readable(files.list(experimentsFolder));
  if (!entries) return [{ path: experimentsFolder, text: undefined }];
  const found: ExperimentFile[] = [];
  for (const { name, kind } of entries) {
    if (kind !== 'file' || name.startsWith('.')) continue;
    const path = `${experimentsFolder}/${name}`;
    found.push({ path, text: await readable(files.read(path)) });
  }
  return found.sort((one, other) => (one.path < other.path ? -1 : 1));
}

async function readable<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}
