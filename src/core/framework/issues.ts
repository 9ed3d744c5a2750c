import type * as v from 'valibot';
import type { FrameworkProblem, ValueKind } from './problems';
import type { Expectation } from './schema';
import { nearest } from '../util/spelling';
import type { SourceMap } from './sourceMap';

/** One issue of the schema as a problem of the file. */
export function problemOf(
  issue: v.BaseIssue<unknown>,
  expectation: Expectation | undefined,
  sourceMap: SourceMap,
  text: string,
): FrameworkProblem[] {
  const path = (issue.path ?? []).flatMap(({ key }) =>
    typeof key === 'string' || typeof key === 'number' ? [key] : [],
  );
  const key = String(path.at(-1));
  if (issue.path?.at(-1)?.origin === 'key')
    return [{ code: 'missingKey', key, ...sourceMap.rangeOf(path.slice(0, -1), 'key') }];
  const range = sourceMap.rangeOf(path, expectation?.code === 'unknownKey' ? 'key' : 'value');
  switch (expectation?.code) {
    // Every issue of the schema has a meaning, but for those that only follow from another one.
    case undefined:
      return [];
    case 'unknownKey':
      return [{ ...expectation, found: key, ...nearestName(key, expectation.allowed), ...range }];
    case 'unknownName': {
      const found = String(issue.input);
      return [{ ...expectation, found, ...nearestName(found, expectation.allowed), ...range }];
    }
    case 'wrongType': {
      const source = text.slice(range.start, range.end).replace(/[\r\n].*/s, '');
      return [{ ...expectation, found: kindOf(issue.input), source, ...range }];
    }
    case 'wrongCount':
      return [{ ...expectation, found: Array.isArray(issue.input) ? issue.input.length : 0, ...range }];
    case 'badValue':
    case 'repeated':
      return [{ ...expectation, found: String(issue.input), ...range }];
  }
}

/** Comparing with very many names would take long, and people do not make so many. */
const manyNames = 100;

function nearestName(found: string, allowed: readonly string[]): { nearest?: string } {
  if (allowed.length > manyNames) return {};
  const [lower] = nearest(
    found.toLowerCase(),
    allowed.map((name) => name.toLowerCase()),
  );
  const name = allowed.find((candidate) => candidate.toLowerCase() === lower);
  return name === undefined ? {} : { nearest: name };
}

function kindOf(value: unknown): ValueKind {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'map';
}
