/** Front matter of any form, read by the YAML library. Import it late. */
import { isAlias, isMap, isScalar, isSeq, type Document, type Pair, type Scalar } from 'yaml';
import { aliasesIn, readYaml, type Aliases } from '../../util/yaml';
import { unreadFrontMatter } from './frontMatterLines';
import { append, isTagsKey, tagsOf, type FrontMatter, type ValueRange } from './frontMatterTags';
import { isPrivateTag } from './privateWords';
import { scalarRanges } from './scalarPlaces';

/** What is not valid YAML is read line by line, as far as lines say plainly what they mean. */
export function readFrontMatterYaml(text: string, start: number, end: number): FrontMatter {
  const written = text.slice(start, end);
  if (written.length > maxLength) return unreadFrontMatter(written, start);
  // The library knows no line that ends at `\r` only.
  const source = written.replace(/\r(?!\n)/g, '\n');
  const document = readYaml(source, { logLevel: 'silent' });
  const aliases = aliasesIn(document);
  const problem = document.errors[0]?.pos[0] ?? unknownAlias(aliases) ?? missingKeys(document);
  if (problem !== undefined) return unreadFrontMatter(written, start + problem);
  const entries = new Map<string, string>();
  const tags: ValueRange[] = [];
  const values: unknown[] = [];
  for (const { key, value } of pairsOf(document.contents)) {
    const name = textOf(resolved(aliases, key));
    if (name === undefined) continue;
    const node = resolved(aliases, value);
    const text = textOf(node);
    if (text !== undefined) entries.set(name, text);
    if (!isTagsKey(name)) continue;
    values.push(node);
    append(tags, valueTags(aliases, node, source, start));
  }
  values.push(...mergedTags(aliases, document.contents));
  const seen = new Set<unknown>();
  const isPrivate = values.some((value) => holdsPrivate(aliases, value, seen));
  return { entries, tags: withoutRepeated(tags), isPrivate, problem: undefined };
}

/** Nobody's front matter is as long, in UTF-16 units; the library makes an error object of each wrong character. */
const maxLength = 65_536;

/** Where a value stands for another one that is not there, which the library tells only later. */
function unknownAlias(aliases: Aliases): number | undefined {
  for (const [alias, target] of aliases) if (!target) return alias.range?.[0] ?? 0;
  return undefined;
}

/** A text or a list is YAML, but no front matter: `tags:[a]` lacks a space. */
function missingKeys({ contents }: Document): number | undefined {
  const isEmpty = contents === null || (isScalar(contents) && textOf(contents) === undefined);
  return isEmpty || isMap(contents) ? undefined : 0;
}

function pairsOf(node: unknown): readonly Pair[] {
  return isMap(node) ? node.items : [];
}

/** Of what `<<` takes over from elsewhere. */
function mergedTags(aliases: Aliases, contents: unknown): unknown[] {
  return pairsOf(contents)
    .filter(({ key }) => textOf(key) === '<<')
    .flatMap(({ value }) => {
      const node = resolved(aliases, value);
      const maps = isSeq(node) ? node.items.map((item) => resolved(aliases, item)) : [node];
      return maps.flatMap(pairsOf);
    })
    .filter(({ key }) => isTagsKey(textOf(resolved(aliases, key)) ?? ''))
    .map(({ value }) => value);
}

/** What several values stand for is said once. */
function withoutRepeated(tags: readonly ValueRange[]): readonly ValueRange[] {
  return [...new Map(tags.map((tag) => [tag.start, tag])).values()];
}

function resolved(aliases: Aliases, value: unknown): unknown {
  return isAlias(value) ? aliases.get(value) : value;
}

/** A scalar as it is written: `title: 2026` is a title, too. `undefined` for nothing. */
function textOf(node: unknown): string | undefined {
  if (!isScalar(node)) return undefined;
  const { value, source } = node;
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? undefined : source;
}

/** Is it anywhere in the value of a `tags` key, in whatever form? */
function holdsPrivate(aliases: Aliases, value: unknown, seen: Set<unknown>): boolean {
  const node = resolved(aliases, value);
  const text = textOf(node);
  if (text !== undefined) return isPrivateTag(text);
  // A list may hold itself, or another one very often.
  if (seen.has(node)) return false;
  seen.add(node);
  const parts = isSeq(node) ? node.items : pairsOf(node).flatMap(({ key, value }) => [key, value]);
  return parts.some((part) => holdsPrivate(aliases, part, seen));
}

function valueTags(aliases: Aliases, value: unknown, source: string, start: number): ValueRange[] {
  if (isScalar(value)) return scalarTags(value, true, source, start);
  if (!isSeq(value)) return [];
  return value.items.flatMap((item) => {
    const node = resolved(aliases, item);
    return isScalar(node) ? scalarTags(node, false, source, start) : [];
  });
}

/** Each tag where the source says it, perhaps with escapes. */
function scalarTags(scalar: Scalar, isString: boolean, source: string, start: number): ValueRange[] {
  const value = textOf(scalar);
  if (value === undefined) return [];
  const placeOf = scalarRanges(scalar, source);
  const isQuoted = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE';
  return tagsOf({ start: 0, text: value, isQuoted }, isString).flatMap((tag) => {
    const place = placeOf(value, tag.start, tag.end);
    return place ? [{ start: start + place.start, end: start + place.end, text: tag.text }] : [];
  });
}
