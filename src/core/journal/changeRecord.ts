/**
 * What a change of a tag did, so that it can be taken back. It is written before the first file is: each file is then
 * in the state before or after, or was changed by somebody since. It holds no text of notes but the tags.
 */
import * as v from 'valibot';
import { textHash } from '../hash';
import { applyEdits, inverseEdits, type TextEdit } from './textEdit';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const edit = v.object({ start: count, end: count, text: v.string() });
const file = v.object({ path: v.string(), before: v.string(), after: v.string(), undo: v.array(edit) });
const record = v.object({
  format: v.literal('two-hats-tag-change/1'),
  /** The tags as they were said to the person. */
  from: v.string(),
  to: v.string(),
  /** Local time with offset. */
  at: v.string(),
  files: v.array(file),
});

export type ChangeRecord = v.InferOutput<typeof record>;
export type ChangedFile = v.InferOutput<typeof file>;

/** `undefined` for what is none, like a record that was cut short: then no file was touched yet. */
export function parseRecord(json: string): ChangeRecord | undefined {
  try {
    const parsed = v.safeParse(record, JSON.parse(json));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

export function changedFile(path: string, text: string, edits: readonly TextEdit[]): ChangedFile {
  const after = applyEdits(text, edits);
  return {
    path,
    before: fingerprint(text),
    after: fingerprint(after),
    undo: inverseEdits(text, edits).map((each) => ({ ...each })),
  };
}

/** In which state a file's text is now; `other`: somebody changed it since, or it is gone. */
export function stateOf(
  { before, after }: ChangedFile,
  text: string | undefined,
): 'before' | 'after' | 'other' {
  const now = text === undefined ? '' : fingerprint(text);
  return now === after ? 'after' : now === before ? 'before' : 'other';
}

/** Tells changed texts apart. */
export function fingerprint(text: string): string {
  return `${text.length}-${textHash(text)}`;
}
