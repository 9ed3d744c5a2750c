import { FileError, type Files } from '../journal/files';
import { experimentsFolder, type Experiment, type Experiments, type FiledExperiment } from './experiment';
import { readExperiment, withStop, writeExperiment } from './experimentText';

/** @throws FileError where the folder can’t be read */
export async function readExperiments(files: Pick<Files, 'list' | 'read'>): Promise<Experiments> {
  const entries = await files.list(experimentsFolder);
  const names = entries.flatMap(({ name, kind }) => (kind === 'file' && isExperimentName(name) ? name : []));
  const list: FiledExperiment[] = [];
  const damaged: string[] = [];
  for (const name of names.sort()) {
    const path = `${experimentsFolder}/${name}`;
    const text = await files.read(path).catch(emptyIfUnreadable);
    if (text === undefined) continue;
    const experiment = readExperiment(text);
    if (experiment) list.push({ ...experiment, path });
    else damaged.push(path);
  }
  list.sort((one, other) => (one.start < other.start ? -1 : one.start > other.start ? 1 : 0));
  return { list, damaged };
}

/** One that can’t be opened is none, and keeps no other one from being read. */
function emptyIfUnreadable(error: unknown): string {
  if (error instanceof FileError) return '';
  throw error;
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
