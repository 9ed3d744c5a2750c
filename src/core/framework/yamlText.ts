import type { Document, ErrorCode, YAMLError } from 'yaml';
import type { FrameworkProblem, SyntaxReason } from './problems';

/**
 * The document's value with every text on one line, trimmed, in NFC (keys too): what looks alike is alike.
 * Throws for aliases that multiply, lead nowhere or contain themselves.
 */
export function plainValue(document: Document): unknown {
  const value: unknown = document.toJS({ maxAliasCount: 100 });
  return plain(value);
}

function plain(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.normalize('NFC'), plain(item)]));
}

/** Errors and warnings of the parser, but for those that only follow from another one. */
export function syntaxProblems(document: Document, text: string): FrameworkProblem[] {
  const errors = [...document.errors, ...document.warnings];
  const tabs = errors.filter(({ code }) => code === 'TAB_AS_INDENT');
  const byPlace = new Map<number, FrameworkProblem>();
  for (const error of tabs.length > 0 ? tabs : errors) {
    const problem = syntaxProblem(error, text);
    if (!byPlace.has(problem.start)) byPlace.set(problem.start, problem);
  }
  return [...byPlace.values()].sort((a, b) => a.start - b.start);
}

function syntaxProblem({ code, pos }: YAMLError, text: string): FrameworkProblem {
  const [start, end] = pos;
  return {
    code: 'syntax',
    reason: reasons[code],
    start: Math.min(start, text.length),
    end: Math.min(end, text.length),
  };
}

const reasons: Readonly<Record<ErrorCode, SyntaxReason>> = {
  ALIAS_PROPS: 'alias',
  BAD_ALIAS: 'alias',
  MULTIPLE_ANCHORS: 'alias',
  RESOURCE_EXHAUSTION: 'tooMuch',
  BAD_INDENT: 'indent',
  TAB_AS_INDENT: 'tab',
  MISSING_CHAR: 'unclosed',
  BLOCK_AS_IMPLICIT_KEY: 'colon',
  BLOCK_IN_FLOW: 'colon',
  MULTILINE_IMPLICIT_KEY: 'colon',
  BAD_SCALAR_START: 'start',
  BAD_DQ_ESCAPE: 'escape',
  MULTIPLE_DOCS: 'documents',
  MULTIPLE_TAGS: 'tag',
  TAG_RESOLVE_FAILED: 'tag',
  BAD_COLLECTION_TYPE: 'tag',
  BAD_PROP_ORDER: 'tag',
  KEY_OVER_1024_CHARS: 'key',
  NON_STRING_KEY: 'key',
  DUPLICATE_KEY: 'key',
  BAD_DIRECTIVE: 'other',
  IMPOSSIBLE: 'other',
  UNEXPECTED_TOKEN: 'other',
};
