/** Check files: written by hand so that they read well, read by `yaml`. One file a check, never rewritten. */
import * as v from 'valibot';
import { LineCounter, parseDocument } from 'yaml';
import { writeScalar } from '../journal/frontMatter';
import type { CheckRun } from './run';
import { checkKinds, statementHash } from './statements';
import type { SideAnswer } from './scores';

/** The format that this version writes; a file of another one is left alone. */
const format = 'two-hats-check/1';

const record = v.object({
  format: v.literal(format),
  kind: v.picklist(checkKinds),
  dimension: v.optional(v.string()),
  framework: v.string(),
  version: v.string(),
  period: v.string(),
  seed: v.number(),
  started: v.string(),
  finished: v.string(),
  answers: v.pipe(
    v.array(
      v.object({
        statement: v.pipe(v.string(), v.regex(/^[^/]+\/[^/]+\/\d+$/)),
        hash: v.string(),
        answer: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5)),
        ms: v.pipe(v.number(), v.minValue(0)),
      }),
    ),
    v.minLength(1),
  ),
});

/** A check as its file says it. */
export type CheckRecord = v.InferOutput<typeof record>;

/** Why a check file can't be used. `line` counts from 1; `key` is the path of keys to what does not hold. */
export interface RecordProblem {
  readonly code: 'notYaml' | 'otherFormat' | 'invalid';
  readonly line: number;
  readonly key: string;
}

export type RecordReading =
  | { readonly record: CheckRecord; readonly problem?: undefined }
  | { readonly record?: undefined; readonly problem: RecordProblem };

/** The text of a finished run's file. */
export function writeRecord(run: CheckRun): string {
  const { kind, dimension, framework, version, seed, started, finished = started } = run;
  const answers = run.statements.flatMap((statement, place) => {
    const given = run.answers[place];
    if (!given) return [];
    return [
      `  - statement: ${writeScalar(statement.id)}`,
      `    hash: ${writeScalar(statementHash(statement))}`,
      `    answer: ${given.value}`,
      `    ms: ${Math.round(given.ms)}`,
    ];
  });
  return [
    '# A self-check of Two Hats. It is never rewritten; a new check makes a new file.',
    '# Answers: 1 never, 2 rarely, 3 sometimes, 4 often, 5 almost always; 0 no occasion, which is not scored.',
    `format: ${format}`,
    `kind: ${kind}`,
    ...(dimension === undefined ? [] : [`dimension: ${writeScalar(dimension)}`]),
    `framework: ${writeScalar(framework)}`,
    `version: ${writeScalar(version)}`,
    'period: two weeks',
    `seed: ${seed}`,
    `started: ${writeScalar(started)}`,
    `finished: ${writeScalar(finished)}`,
    'answers:',
    ...answers,
    '',
  ].join('\n');
}

/** A check file's content, or what is wrong with it. Never throws, whatever the text. */
export function readRecord(text: string): RecordReading {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const [error] = document.errors;
  if (error) return { problem: { code: 'notYaml', line: lineAt(error.pos[0]), key: '' } };
  const parsed = v.safeParse(record, toValue(document));
  if (parsed.success) return { record: parsed.output };
  const path = parsed.issues[0].path?.map(({ key }) => key) ?? [];
  const line = lineAt(offsetOf(document, path));
  return { problem: { code: path[0] === 'format' ? 'otherFormat' : 'invalid', line, key: path.join('.') } };
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

/** Aliases that grow without end are refused by `yaml` with an error. */
function toValue(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}

/** Where the nearest existing node on the way to a value begins. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly unknown[]): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (hasRange(node)) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
