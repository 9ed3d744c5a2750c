import * as v from 'valibot';
import { parseDocument } from 'yaml';
import type { Framework } from './model';
import type { FrameworkProblem } from './problems';
import { definedIds, repeatedIds } from './ids';
import { problemOf } from './issues';
import { frameworkSchema } from './schema';
import { firstLine, plainValue, rangeOf, syntaxProblems, type Where } from './yamlText';

/** A framework file may hold this many UTF-16 units; the built-in one has a tenth. */
export const maxFrameworkLength = 500_000;

export interface FrameworkReading {
  readonly value?: Framework;
  /** In the order of the text. */
  readonly problems: readonly FrameworkProblem[];
}

/** Reads a framework file. Never throws; `value` is there when there is no problem, and only then. */
export function readFramework(text: string): FrameworkReading {
  if (text.length > maxFrameworkLength)
    return { problems: [{ code: 'tooLarge', limit: maxFrameworkLength, ...firstLine(text, 0) }] };
  try {
    return read(text);
  } catch (error) {
    // ReferenceError: aliases that multiply or contain themselves. RangeError: nested deeper than the stack.
    const reason =
      error instanceof ReferenceError ? 'alias' : error instanceof RangeError ? 'depth' : 'other';
    return { problems: [{ code: 'syntax', reason, ...firstLine(text, 0) }] };
  }
}

function read(text: string): FrameworkReading {
  const document = parseDocument(text, {
    prettyErrors: false,
    stringKeys: true,
    schema: 'core',
    resolveKnownTags: false,
  });
  const syntax = syntaxProblems(document, text);
  if (syntax.some(({ code }) => code === 'syntax')) return { problems: syntax };
  const raw = plainValue(document);
  const where: Where = (path, part) => rangeOf(document, text, path, part);
  const { schema, meaning } = frameworkSchema(definedIds(raw));
  const parsed = v.safeParse(schema, raw);
  const issues = parsed.issues ?? [];
  const problems = [
    ...syntax,
    ...issues.flatMap((issue) => problemOf(issue, meaning(issue.message), where, text)),
    ...repeatedIds(raw, where),
  ].sort((a, b) => a.start - b.start);
  return parsed.success && problems.length === 0 ? { value: parsed.output, problems } : { problems };
}
