import * as v from 'valibot';
import type { Framework } from './model';
import type { FrameworkProblem } from './problems';
import { definedIds, repeatedIds } from './ids';
import { problemOf } from './issues';
import { frameworkSchema } from './schema';
import { firstLine, SourceMap } from './sourceMap';
import { readYaml } from '../util/yaml';
import { plainValue, syntaxProblems } from './yamlText';

/** A framework file may hold this many UTF-16 units; the built-in one has a tenth. */
export const maxFrameworkLength = 200_000;

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
      error instanceof ReferenceError ? 'alias' : error instanceof RangeError ? 'tooMuch' : 'other';
    return { problems: [{ code: 'syntax', reason, ...firstLine(text, 0) }] };
  }
}

function read(text: string): FrameworkReading {
  const document = readYaml(text, {
    stringKeys: true,
    schema: 'core',
    resolveKnownTags: false,
    // The parser compares every key with every other of its map; the source map finds doubles at once.
    uniqueKeys: false,
  });
  const syntax = syntaxProblems(document, text);
  if (syntax.length > 0) return { problems: syntax };
  const source = new SourceMap(document, text);
  if (source.problems.some(({ code }) => code === 'syntax')) return { problems: source.problems };
  const raw = plainValue(document);
  const { schema, meaning } = frameworkSchema(definedIds(raw));
  const parsed = v.safeParse(schema, raw);
  const problems = [
    ...source.problems,
    ...(parsed.issues ?? []).flatMap((issue) => problemOf(issue, meaning(issue.message), source, text)),
    ...repeatedIds(raw, source),
  ].sort((a, b) => a.start - b.start);
  return parsed.success && problems.length === 0 ? { value: parsed.output, problems } : { problems };
}
