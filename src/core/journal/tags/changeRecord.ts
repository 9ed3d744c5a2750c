/**
 * What a change of a tag does, written before the first note is touched: each note is then in the state before or
 * after, was cut short by a crash, or was changed by somebody since. Any of the first three can be brought to either
 * state. It holds no text of notes but the tags, save where a crash could cut a note short.
 */
import * as v from 'valibot';
import { textHash } from '../../util/hash';
import type { TagChange } from './tagChange';
import { applyEdits, type TextEdit } from '../../util/textEdit';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const edit = v.object({ start: count, was: v.string(), is: v.string() });
const file = v.object({
  path: v.string(),
  before: v.string(),
  after: v.string(),
  edits: v.array(edit),
  /** See `NoteChange`. */
  places: count,
  /** The whole text before, of a note that an editor saves: it empties the file before it fills it. */
  text: v.optional(v.string()),
});
const tag = v.pipe(
  v.object({ dimension: v.string(), hat: v.optional(v.string()) }),
  v.transform(({ dimension, hat }) => ({ dimension, hat })),
);
const record = v.object({
  format: v.literal('two-hats-tag-change/2'),
  change: v.object({ from: tag, withHats: v.boolean(), to: tag }),
  /** Local time with offset. */
  at: v.string(),
  files: v.pipe(v.array(file), v.readonly()),
});

export type ChangeRecord = v.InferOutput<typeof record>;
export type ChangedFile = v.InferOutput<typeof file>;

/** One that is about to be planned: it has no files yet. */
export function newRecord(change: TagChange, at: string): ChangeRecord {
  return { format: 'two-hats-tag-change/2', change, at, files: [] };
}

/** `undefined` for what is none, like a record that was cut short: then no file was touched yet. */
export function parseRecord(json: string): ChangeRecord | undefined {
  try {
    const parsed = v.safeParse(record, JSON.parse(json));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** @param mayBeCut whether a crash may leave the note empty or half-written */
export function changedFile(
  path: string,
  text: string,
  { edits, places }: { readonly edits: readonly TextEdit[]; readonly places: number },
  mayBeCut: boolean,
): ChangedFile {
  return {
    path,
    before: fingerprint(text),
    after: fingerprint(applyEdits(text, edits)),
    edits: edits.map(({ start, end, text: is }) => ({ start, was: text.slice(start, end), is })),
    places,
    ...(mayBeCut && { text }),
  };
}

/** Without the texts of notes, once all of them are written. */
export function withoutTexts({ files, ...about }: ChangeRecord): ChangeRecord {
  return {
    ...about,
    files: files.map(({ path, before, after, edits, places }) => ({ path, before, after, edits, places })),
  };
}

/** `cut`: empty, or no more than its beginning is there; `other`: somebody changed it since, or it is gone. */
export type FileState = 'before' | 'after' | 'cut' | 'other';

/** In which state a file's text is now. */
export function stateOf(file: ChangedFile, text: string | undefined): FileState {
  if (text === undefined) return 'other';
  const now = fingerprint(text);
  if (now === file.after) return 'after';
  if (now === file.before) return 'before';
  // A character that was cut in two reads as one of these.
  const start = text.replace(/\uFFFD+$/, '');
  const isCut = wholeText(file, 'before')?.startsWith(start) ?? false;
  return isCut || (wholeText(file, 'after')?.startsWith(start) ?? false) ? 'cut' : 'other';
}

/** What brings a file's text to a state; `changed` where somebody changed it since. */
export function editsTo(
  goal: 'before' | 'after',
  file: ChangedFile,
  text: string,
): readonly TextEdit[] | 'changed' {
  const state = stateOf(file, text);
  if (state === goal) return [];
  if (state === 'cut') return [{ start: 0, end: text.length, text: wholeText(file, goal) ?? text }];
  if (state === 'other') return 'changed';
  return goal === 'after' ? editsOf(file) : inverse(file);
}

function wholeText(file: ChangedFile, state: 'before' | 'after'): string | undefined {
  if (file.text === undefined) return undefined;
  return state === 'before' ? file.text : applyEdits(file.text, editsOf(file));
}

function editsOf({ edits }: ChangedFile): readonly TextEdit[] {
  return edits.map(({ start, was, is }) => ({ start, end: start + was.length, text: is }));
}

function inverse({ edits }: ChangedFile): readonly TextEdit[] {
  let shift = 0;
  return edits.map(({ start, was, is }) => {
    const from = start + shift;
    shift += is.length - was.length;
    return { start: from, end: from + is.length, text: was };
  });
}

/** Tells changed texts apart. */
export function fingerprint(text: string): string {
  return `${text.length}-${textHash(text)}`;
}
