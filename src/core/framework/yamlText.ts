import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Document,
  type ErrorCode,
  type Node,
  type YAMLError,
} from 'yaml';
import type { FrameworkProblem, SyntaxReason } from './problems';

export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Keys and indices from the root of the document. */
export type Path = readonly (string | number)[];

/** `rangeOf` for one document. */
export type Where = (path: Path, part: 'key' | 'value') => TextRange;

/**
 * The document's value with every text on one line, trimmed, in NFC (keys too): what looks alike is alike.
 * Throws for aliases that multiply or contain themselves.
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

/** Errors and warnings of the parser, one a place: what follows at the same place is a consequence. */
export function syntaxProblems(document: Document, text: string): FrameworkProblem[] {
  const byPlace = new Map<number, FrameworkProblem>();
  for (const error of [...document.errors, ...document.warnings]) {
    const problem = syntaxProblem(error, text);
    if (!byPlace.has(problem.start)) byPlace.set(problem.start, problem);
  }
  return [...byPlace.values()].sort((a, b) => a.start - b.start);
}

function syntaxProblem({ code, pos }: YAMLError, text: string): FrameworkProblem {
  const start = Math.min(pos[0], text.length);
  if (code !== 'DUPLICATE_KEY')
    return { code: 'syntax', reason: reasons[code], start, end: Math.min(pos[1], text.length) };
  const key = /^[^:\r\n]*/.exec(text.slice(start))?.[0].trimEnd() ?? '';
  return { code: 'duplicateKey', key, start, end: start + key.length };
}

const reasons: Readonly<Record<Exclude<ErrorCode, 'DUPLICATE_KEY'>, SyntaxReason>> = {
  ALIAS_PROPS: 'alias',
  BAD_ALIAS: 'alias',
  MULTIPLE_ANCHORS: 'alias',
  RESOURCE_EXHAUSTION: 'depth',
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
  BAD_DIRECTIVE: 'other',
  IMPOSSIBLE: 'other',
  UNEXPECTED_TOKEN: 'other',
};

/**
 * Where a path lies in the text. A key's range is the key. A value's range is the value, if it is one scalar; a map
 * or list, or nothing at all, is shown at its key, or without one (in a list, at the root) on its first line.
 */
export function rangeOf(document: Document, text: string, path: Path, part: 'key' | 'value'): TextRange {
  const { key, value, start } = find(document, path);
  const shown = part === 'value' && isScalar(value) && value.source !== '' ? value : key;
  if (shown?.range) return { start: shown.range[0], end: shown.range[1] };
  return firstLine(text, value?.range?.[0] ?? start);
}

/** From the offset to the end of its line. */
export function firstLine(text: string, start: number): TextRange {
  const length = text.slice(start).search(/[\r\n]/);
  return { start, end: length === -1 ? text.length : start + length };
}

interface Place {
  readonly key: Node | undefined;
  readonly value: Node | undefined;
  /** Where the container of the value starts. */
  readonly start: number;
}

function find(document: Document, path: Path): Place {
  let place: Place = { key: undefined, value: resolved(document.contents, document), start: 0 };
  for (const step of path) {
    const [key, value] = child(place.value, step);
    place = {
      key: isNode(key) ? key : undefined,
      value: resolved(value, document),
      start: place.value?.range?.[0] ?? place.start,
    };
  }
  return place;
}

function resolved(node: unknown, document: Document): Node | undefined {
  if (isAlias(node)) return node.resolve(document);
  return isNode(node) ? node : undefined;
}

function child(container: Node | undefined, step: string | number): readonly [key: unknown, value: unknown] {
  if (isSeq(container) && typeof step === 'number') return [undefined, container.items[step]];
  // The last of several equal keys is the one that counts.
  const pair = isMap(container) ? container.items.findLast(({ key }) => nameOf(key) === step) : undefined;
  return [pair?.key, pair?.value];
}

function nameOf(key: unknown): string | undefined {
  return isScalar(key) && typeof key.value === 'string' ? key.value.normalize('NFC') : undefined;
}
