/**
 * Check files as we write them, read without the YAML library, which takes 3 ms for each: a report reads hundreds.
 * Whatever looks otherwise is left to the library; what is read here, it reads alike.
 */

/** Scalars whose meaning no reader doubts: words, JSON strings without escapes, whole numbers. */
const word = String.raw`(?!(?:true|false|null)$)[A-Za-z][\w./-]*(?: [A-Za-z][\w./-]*)*`;
const scalar = String.raw`(?:${word}|"[^"\\\x00-\x1f\x7f-\uffff]*"|0|[1-9]\d{0,14})`;
const field = new RegExp(String.raw`^([a-z]+): (${scalar})$`, 'i');
const answerFields = new RegExp(String.raw`^(?:  - statement|    (?:hash|answer|ms)): (${scalar})$`, 'i');

const answerKeys = ['statement', 'hash', 'answer', 'ms'] as const;

/** The value of a file of our own form; `undefined` for another one. */
export function readOwnForm(text: string): unknown {
  const lines = text.split('\n');
  if (lines.pop() !== '') return undefined;
  const start = lines.findIndex((line) => !line.startsWith('# '));
  const end = lines.indexOf('answers:');
  if (start < 0 || end < start) return undefined;
  const fields = readFields(lines.slice(start, end));
  const answers = readAnswers(lines.slice(end + 1));
  return fields && answers && { ...fields, answers };
}

function readFields(lines: readonly string[]): Readonly<Record<string, unknown>> | undefined {
  const fields = new Map<string, unknown>();
  for (const line of lines) {
    const [, key = '', value = ''] = field.exec(line) ?? [];
    if (key === '' || fields.has(key)) return undefined;
    fields.set(key, readScalar(value));
  }
  return Object.fromEntries(fields);
}

function readAnswers(lines: readonly string[]): readonly unknown[] | undefined {
  if (lines.length % answerKeys.length !== 0) return undefined;
  const answers: unknown[] = [];
  for (let first = 0; first < lines.length; first += answerKeys.length) {
    const answer: Record<string, unknown> = {};
    for (const [index, key] of answerKeys.entries()) {
      const line = lines[first + index] ?? '';
      const [, value] = answerFields.exec(line) ?? [];
      if (value === undefined || !line.slice(4).startsWith(`${key}: `)) return undefined;
      answer[key] = readScalar(value);
    }
    answers.push(answer);
  }
  return answers;
}

function readScalar(source: string): unknown {
  if (source.startsWith('"')) return source.slice(1, -1);
  return /^\d/.test(source) ? Number(source) : source;
}
