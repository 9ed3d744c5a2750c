import {
  Composer,
  Document,
  isNode,
  isScalar,
  Lexer,
  Parser,
  visit,
  YAMLParseError,
  type Alias,
  type CST,
  type DocumentOptions,
  type Node,
  type ParseOptions,
  type SchemaOptions,
  type YAMLMap,
} from 'yaml';

/** No file of ours is nested a tenth as deep. */
const maxDepth = 500;

/** Words, signs and line breaks that a text may have; the built-in framework has a twelfth. */
const maxLexemes = 80_000;

/** Nobody mends more of them before the next look. */
const maxErrors = 100;

type Options = ParseOptions & DocumentOptions & SchemaOptions;

/**
 * The YAML document of a text, with its first errors; none is `prettyErrors`. One that is nested too deeply or holds
 * too much has an error and no contents: near the stack's end the library's regular expressions end the process, which
 * no `catch` can help, and it takes seconds for what is long. Its parser keeps a stack of its own, which shows both.
 */
export function readYaml(text: string, options: Options): Document {
  const { tokens, tooMuchFrom } = tokensOf(text);
  if (tooMuchFrom !== undefined) return tooMuch(tooMuchFrom, text);
  const document = withoutStackTraces(() => compose(tokens, text, options));
  const { errors, warnings } = document;
  for (const list of [errors, warnings]) list.length = Math.min(list.length, maxErrors);
  if (options.uniqueKeys !== false && errors.length < maxErrors) errors.push(...repeatedKeysIn(document));
  return document;
}

function tooMuch(start: number, text: string): Document {
  const document = new Document();
  const end = Math.min(start + 1, text.length);
  document.errors.push(
    new YAMLParseError([start, end], 'RESOURCE_EXHAUSTION', 'Nested too deeply, or too much'),
  );
  return document;
}

/** What stands in a text, up to where it is wrong too often, or becomes too much. */
function tokensOf(text: string): { tokens: readonly CST.Token[]; tooMuchFrom?: number } {
  const tokens: CST.Token[] = [];
  const parser = new Parser();
  let [lexemes, errors] = [0, 0];
  for (const lexeme of new Lexer().lex(text)) {
    if (++lexemes > maxLexemes || parser.stack.length > maxDepth)
      return { tokens, tooMuchFrom: parser.offset };
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === 'error') errors++;
    }
    if (errors >= maxErrors) break;
  }
  tokens.push(...parser.end());
  return { tokens };
}

function compose(tokens: readonly CST.Token[], text: string, options: Options): Document {
  // The library compares every key with every other of its map: a file of many keys took a minute.
  const composer = new Composer({ ...options, prettyErrors: false, uniqueKeys: false });
  const documents = composer.compose(tokens, true, text.length);
  const first = documents.next();
  if (first.done === true) return new Document();
  const second = options.logLevel === 'silent' ? undefined : documents.next();
  if (second && second.done !== true) {
    const [start, end] = second.value.range;
    first.value.errors.push(
      new YAMLParseError([start, end], 'MULTIPLE_DOCS', 'Source contains multiple documents'),
    );
  }
  return first.value;
}

/** An error object of the library takes ten times as long with the calls that led to it, which nobody reads. */
function withoutStackTraces<T>(action: () => T): T {
  const limit: unknown = Reflect.get(Error, 'stackTraceLimit');
  Reflect.set(Error, 'stackTraceLimit', 0);
  try {
    return action();
  } finally {
    Reflect.set(Error, 'stackTraceLimit', limit);
  }
}

function repeatedKeysIn(document: Document): YAMLParseError[] {
  const starts: number[] = [];
  visit(document, {
    Map: (_, map) => {
      starts.push(...repeatedKeys(map));
    },
  });
  return starts
    .slice(0, maxErrors)
    .map((start) => new YAMLParseError([start, start + 1], 'DUPLICATE_KEY', 'Map keys must be unique'));
}

/** Where keys begin that stand in their map already. */
function repeatedKeys({ items }: YAMLMap): number[] {
  const seen = new Set<unknown>();
  return items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    if (seen.has(key.value)) return [key.range?.[0] ?? 0];
    seen.add(key.value);
    return [];
  });
}

/** Where the value at a path stands, or the nearest one around it that there is, by UTF-16 offsets. */
export function rangeAt(
  document: Document,
  path: readonly unknown[],
): { readonly start: number; readonly end: number } {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return { start: node.range[0], end: node.range[1] };
  }
  return { start: 0, end: 0 };
}

/** The aliases of a document in their order, with what they stand for; `undefined` where that is nothing. */
export type Aliases = ReadonlyMap<Alias, Node | undefined>;

/** In one pass: the library looks each alias up among all nodes before it. */
export function aliasesIn(document: Document): Aliases {
  const anchors = new Map<string, Node>();
  const aliases = new Map<Alias, Node | undefined>();
  visit(document, {
    Alias: (_, alias) => {
      aliases.set(alias, anchors.get(alias.source));
    },
    Value: (_, node) => {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return aliases;
}
