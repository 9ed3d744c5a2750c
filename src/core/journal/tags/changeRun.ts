/** A change of a tag in many notes: planned, written down, then brought to one state or the other, note by note. */
import { changedFile, editsTo, stateOf, type ChangedFile, type ChangeRecord } from './changeRecord';
import type { ChangeStore } from './changeStore';
import type { NoteChange } from './tagChange';
import type { TextEdit } from '../../util/textEdit';

/** The notes of a journal as they are on screen, or else in their files. */
export interface EditableNotes {
  /** @throws where it can't be read as text */
  read(path: string): Promise<string>;
  /** Could its file be written, if it must be? */
  isWritable(path: string): Promise<boolean>;
  /** Does an editor save it, which a crash may cut short? */
  isSavedByEditor(path: string): boolean;
  /** Edits the text as it is at that moment; a string says why there are no edits. */
  edit<Reason extends string>(
    path: string,
    change: (text: string) => readonly TextEdit[] | Reason,
  ): Promise<'done' | Reason | 'gone'>;
}

/** How it goes on. */
export interface Steps {
  /** After each note. */
  step(): void;
  readonly isStopped: () => boolean;
  /** A note was left as it is, because of an error. */
  failed(path: string, error: unknown): void;
}

/** What came of it. */
export interface Outcome {
  /** Those that it changed itself. */
  readonly changed: readonly ChangedFile[];
  /** Paths of notes that somebody changed meanwhile, or that are gone. */
  readonly others: readonly string[];
  /** Paths of notes that could not be read or written. */
  readonly failed: readonly string[];
  readonly wasStopped: boolean;
}

/** One change of a journal, from its plan to its end. */
export interface Run {
  /** The change was begun there, or is resumed. */
  readonly store: ChangeStore;
  readonly notes: EditableNotes;
  readonly steps: Steps;
}

/**
 * Changes notes, or goes on with a change that was interrupted.
 * @param paths of all that may hold the tag
 * @param changeOf what is to be changed in a text, as it is by now
 * @returns `undefined` when it was stopped before any note was touched
 */
export async function carryOut(
  { store, notes, steps }: Run,
  record: ChangeRecord,
  paths: Iterable<string>,
  changeOf: (path: string, text: string) => NoteChange,
): Promise<Outcome | undefined> {
  const isResumed = record.files.length > 0;
  const plan = await planChange(notes, paths, changeOf, steps, record.files);
  if (!plan) {
    if (!isResumed) await store.end(undefined);
    return undefined;
  }
  const planned = { ...record, files: plan.files };
  await store.update(planned);
  const outcome = await bringTo('after', notes, plan.files, steps);
  await store.end(isResumed || outcome.changed.length > 0 ? planned : undefined);
  return { ...outcome, failed: [...plan.left, ...outcome.failed] };
}

/** Changes notes back. What could not be done may be tried again. */
export async function takeBack({ store, notes, steps }: Run, record: ChangeRecord): Promise<Outcome> {
  const outcome = await bringTo('before', notes, record.files, steps);
  await store.end(outcome.failed.length === 0 && !outcome.wasStopped ? 'none' : record);
  return outcome;
}

interface Plan {
  readonly files: readonly ChangedFile[];
  /** Paths of notes that can't be read or written. */
  readonly left: readonly string[];
}

/**
 * Reads notes and tells what is to be changed in them; touches none.
 * @param known files of a change that was interrupted: what is done, or was cut short, stays as it was planned
 * @returns `undefined` when it was stopped
 */
async function planChange(
  notes: EditableNotes,
  paths: Iterable<string>,
  changeOf: (path: string, text: string) => NoteChange,
  steps: Steps,
  known: readonly ChangedFile[] = [],
): Promise<Plan | undefined> {
  const files: ChangedFile[] = [];
  const left: string[] = [];
  const planned = new Map(known.map((file) => [file.path, file]));
  for (const path of paths) {
    if (steps.isStopped()) return undefined;
    try {
      const file = await planNote(notes, path, changeOf, planned.get(path));
      if (file === 'left') left.push(path);
      else if (file) files.push(file);
    } catch (error) {
      steps.failed(path, error);
      left.push(path);
    }
    steps.step();
  }
  return { files, left };
}

async function planNote(
  notes: EditableNotes,
  path: string,
  changeOf: (path: string, text: string) => NoteChange,
  known: ChangedFile | undefined,
): Promise<ChangedFile | 'left' | undefined> {
  const text = await notes.read(path);
  if (known && stateOf(known, text) !== 'other') return known;
  const change = changeOf(path, text);
  if (change.edits.length === 0) return undefined;
  if (!(await notes.isWritable(path))) return 'left';
  return changedFile(path, text, change, notes.isSavedByEditor(path));
}

/** Brings notes to the state before or after the change. One that somebody changed since is left as it is. */
async function bringTo(
  goal: 'before' | 'after',
  notes: EditableNotes,
  files: readonly ChangedFile[],
  steps: Steps,
): Promise<Outcome> {
  const changed: ChangedFile[] = [];
  const others: string[] = [];
  const failed: string[] = [];
  for (const file of files) {
    if (steps.isStopped()) return { changed, others, failed, wasStopped: true };
    try {
      const result = await notes.edit<'changed' | 'there'>(file.path, (text) =>
        stateOf(file, text) === goal ? 'there' : editsTo(goal, file, text),
      );
      if (result === 'done') changed.push(file);
      else if (result !== 'there') others.push(file.path);
    } catch (error) {
      steps.failed(file.path, error);
      failed.push(file.path);
    }
    steps.step();
  }
  return { changed, others, failed, wasStopped: false };
}
