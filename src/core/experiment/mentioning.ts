import { FileError, type Files } from '../journal/files';
import type { KnownPerson, People } from '../journal/people/knownPeople';
import { mentionsOf } from '../journal/people/mentions';
import { experimentsFolder } from './experiment';
import { experimentFiles, type ExperimentFile } from './experimentFiles';
import { readExperiment } from './experimentText';

/** Files of experiments that mention somebody: in their words, or in a comment; and those that can’t be read, and may. */
export async function experimentsMentioning(
  files: Pick<Files, 'list' | 'read'>,
  people: People,
  person: KnownPerson,
): Promise<readonly ExperimentFile[]> {
  const mentions = mentionsOf(people, person);
  const found = await filesOf(files);
  return found.filter(({ text }) => {
    if (text === undefined || mentions(text)) return true;
    // A name may be written in two lines, or by escapes.
    const move = readExperiment(text)?.move;
    return move !== undefined && mentions(move);
  });
}

/** The folder itself where it can’t be read. */
async function filesOf(files: Pick<Files, 'list' | 'read'>): Promise<readonly ExperimentFile[]> {
  try {
    return await experimentFiles(files, (name) => !name.startsWith('.'));
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return [{ path: experimentsFolder, text: undefined }];
  }
}
