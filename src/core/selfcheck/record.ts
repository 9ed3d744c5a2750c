/** Reading check files, by `yaml`. What is wrong with one is data: a code, a line and a key. */
import * as v from 'valibot';
import type { Document } from 'yaml';
import { rangeAt, readYaml } from '../util/yaml';
import { recordFormat } from './save';
import { readOwnForm } from './ownForm';
import { localTime } from './run';
import type { SideAnswer } from './scores';
import { checkKinds } from './statements';

/** A check file may hold this many UTF-16 units; a full check of six dimensions has a twentieth. */
const maxLength = 100_000;

const answer = v.object({
  statement: v.pipe(v.string(), v.regex(/^[^/]+\/[^/]+\/\d+$/)),
  hash: v.string(),
  answer: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5)),
  ms: v.pipe(v.number(), v.minValue(0)),
});

const answers = v.pipe(
  v.array(answer),
  v.minLength(1),
  v.check((given) => new Set(given.map(({ statement }) => statement)).size === given.length),
);

const fields = v.object({
  format: v.literal(recordFormat),
  kind: v.picklist(checkKinds),
  dimension: v.optional(v.string()),
  framework: v.string(),
  version: v.string(),
  period: v.string(),
  seed: v.number(),
  started: localTime,
  finished: localTime,
  asked: v.number(),
  answers,
});

/** A file that was cut between two answers is still valid YAML: the count tells. */
export const checkRecord = v.pipe(
  fields,
  v.forward(
    v.partialCheck([['asked'], ['answers']], (given) => given.answers.length === given.asked),
    ['answers'],
  ),
);

/** A check as its file says it. */
export type CheckRecord = v.InferOutput<typeof checkRecord>;

export const problemCodes = ['notYaml', 'otherFormat', 'invalid'] as const;

/** Why a check file can't be used. `line` counts from 1; `key` is the path of keys to what does not hold. */
export interface RecordProblem {
  readonly code: (typeof problemCodes)[number];
  readonly line: number;
  readonly key: string;
}

export type RecordReading =
  | { readonly record: CheckRecord; readonly problem?: undefined }
  | { readonly record?: undefined; readonly problem: RecordProblem };

/** A check file's content, or what is wrong with it. Never throws, whatever the text. */
export function readRecord(text: string): RecordReading {
  if (text.length > maxLength) return { problem: { code: 'invalid', line: 1, key: '' } };
  const own = v.safeParse(checkRecord, readOwnForm(text));
  return own.success ? { record: own.output } : readAnyForm(text);
}

function readAnyForm(text: string): RecordReading {
  // Keys that are maps themselves would be written out as text, at a cost that grows with the cube of their depth.
  const document = readYaml(text, { stringKeys: true });
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const [error] = document.errors;
  if (error) return { problem: { code: 'notYaml', line: lineAt(error.pos[0]), key: '' } };
  const parsed = v.safeParse(checkRecord, toValue(document));
  if (parsed.success) return { record: parsed.output };
  const path = parsed.issues[0].path?.map(({ key }) => key) ?? [];
  const line = lineAt(rangeAt(document, path).start);
  const code = isOtherFormat(document.get('format')) ? 'otherFormat' : 'invalid';
  return { problem: { code, line, key: path.join('.') } };
}

/** The sides that a record's answers stand for. */
export function recordAnswers({
  answers,
}: CheckRecord): readonly (SideAnswer & { id: string; hash: string })[] {
  return answers.map(({ statement, hash, answer }) => {
    const [dimension = '', hat = ''] = statement.split('/');
    return { id: statement, hash, dimension, hat, value: answer };
  });
}

function isOtherFormat(format: unknown): boolean {
  const [name] = recordFormat.split('/');
  return typeof format === 'string' && format !== recordFormat && format.startsWith(`${name}/`);
}

/** Aliases that grow without end are refused by `yaml` with an error. */
function toValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}
