import { FileError, type Files } from '../journal/files';
import { experimentsFolder, type Experiment, type Experiments, type FiledExperiment } from './experiment';
import { readExperiment, withStop, writeExperiment } from './experimentText';

/** A file with its text, which is absent where it can’t be read. */
export interface ExperimentFile {
  readonly path: string;
  readonly text: string | undefined;
}

/** One that can’t be read is damaged, and keeps no other one from being read. @throws FileError where the folder can’t be */
export async function readExperiments(files: Pick<Files, 'list' | 'read'>): Promise<Experiments> {
  const list: FiledExperiment[] = [];
  const damaged: string[] = [];
  for (const { path, text } of await experimentFiles(files, isExperimentName)) {
    const experiment = text === undefined ? undefined : readExperiment(text);
    if (experiment) list.push({ ...experiment, path });
    else damaged.push(path);
  }
  list.sort((one, other) => (one.start < other.start ? -1 : one.start > other.start ? 1 : 0));
  return { list, damaged };
}

/** The files whose names are wanted, in the order of their names. @throws FileError where the folder can’t be read */
export async function experimentFiles(
  files: Pick<Files, 'list' | 'read'>,
  isWanted: (name: string) => boolean,
): Promise<readonly ExperimentFile[]> {
  const entries = await files.list(experimentsFolder);
  const names = entries.flatMap(({ name, kind }) => (kind === 'file' && isWanted(name) ? name : []));
  const found: ExperimentFile[] = [];
  for (const name of names.sort()) {
    const path = `${experimentsFolder}/${name}`;
    try {
      const text = await files.read(path);
      if (text !== undefined) found.push({ path, text });
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      found.push({ path, text: undefined });
    }
  }
  return found;
}

/**
 * Writes an experiment to a file of its own and answers its path.
 * @throws FileError
 */
export async function saveExperiment(files: Pick<Files, 'create'>, experiment: Experiment): Promise<string> {
  const text = writeExperiment(experiment);
  const { start, dimension, hat } = experiment;
  for (let attempt = 1; ; attempt++) {
    const name = `${start}-${dimension}-${hat}${attempt === 1 ? '' : `-${attempt}`}.yaml`;
    const path = `${experimentsFolder}/${name}`;
    if (await files.create(path, text)) return path;
  }
}

/**
 * Says in the file that it was stopped on a day.
 * @returns whether the file was written: not where it is gone, damaged or stopped already
 * @throws FileError
 */
export function stopExperiment(files: Pick<Files, 'edit'>, path: string, day: string): Promise<boolean> {
  return files.edit(path, (text) => (text === undefined ? undefined : withStop(text, day)));
}

function isExperimentName(name: string): boolean {
  return /\.ya?ml$/i.test(name) && !name.startsWith('.');
}
