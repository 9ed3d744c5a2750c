import {
  Document,
  isScalar,
  Parser,
  parseDocument,
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

/**
 * The YAML document of a text. One nested too deeply has an error and no contents: near the stack's end the library's
 * regular expressions end the process, which no `catch` can help. Only its first pass keeps a stack of its own.
 */
export function readYaml(text: string, options: ParseOptions & DocumentOptions & SchemaOptions): Document {
  const deep = text.length > maxDepth ? firstBelow(text, maxDepth) : undefined;
  if (deep === undefined) return withUniqueKeys(text, options);
  const document = new Document();
  document.errors.push(
    new YAMLParseError([deep, Math.min(deep + 1, text.length)], 'RESOURCE_EXHAUSTION', 'Nested too deeply'),
  );
  return document;
}

/** The library compares every key with every other of its map: a file of many keys took a minute. */
function withUniqueKeys(text: string, options: ParseOptions & DocumentOptions & SchemaOptions): Document {
  const document: Document = parseDocument(text, { ...options, uniqueKeys: false });
  if (options.uniqueKeys === false) return document;
  visit(document, {
    Map: (_, map) => {
      for (const start of repeatedKeys(map))
        document.errors.push(
          new YAMLParseError([start, start + 1], 'DUPLICATE_KEY', 'Map keys must be unique'),
        );
    },
  });
  return document;
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

/** Where the first collection below this depth begins, in UTF-16 units. */
function firstBelow(text: string, depth: number): number | undefined {
  let level = [...new Parser().parse(text)];
  for (let above = 0; above < depth && level.length > 0; above++) level = level.flatMap(children);
  return level[0]?.offset;
}

function children(token: CST.Token): CST.Token[] {
  const own = 'value' in token && typeof token.value === 'object' ? [token.value] : [];
  const items = 'items' in token ? token.items.flatMap(({ key, value }) => [key, value]) : [];
  return [...own, ...items].filter((child) => child !== null && child !== undefined);
}
