/** Front matter of any form, read by the YAML library. Import it late. */
import { isAlias, isMap, isScalar, isSeq, type Scalar } from 'yaml';
import { aliasesIn, readYaml, type Aliases } from '../../framework/yamlDocument';
import { append, tagsOf, type FrontMatter, type ValueRange } from './frontMatterTags';
import { scalarPlaces } from './scalarPlaces';

export function readFrontMatterYaml(text: string, start: number, end: number): FrontMatter {
  // The library knows no line that ends at `\r` only.
  const source = text.slice(start, end).replace(/\r(?!\n)/g, '\n');
  if (source.length > maxLength) return { entries: new Map(), tags: [], problem: start };
  const document = readYaml(source, { logLevel: 'silent', prettyErrors: false });
  const aliases = aliasesIn(document);
  const problem = document.errors[0]?.pos[0] ?? unknownAlias(aliases);
  if (problem !== undefined) return { entries: new Map(), tags: [], problem: start + problem };
  const entries = new Map<string, string>();
  const tags: ValueRange[] = [];
  if (isMap(document.contents))
    for (const { key, value: stated } of document.contents.items) {
      if (!isScalar(key) || typeof key.value !== 'string') continue;
      const node = resolved(aliases, stated);
      const value = isScalar(node) ? textOf(node) : undefined;
      if (value !== undefined) entries.set(key.value, value);
      if (/^tags?$/i.test(key.value)) append(tags, valueTags(aliases, node, source, start));
    }
  return { entries, tags: withoutRepeated(tags), problem: undefined };
}

/** Nobody's front matter is as long, in UTF-16 units; the library makes an error object of each wrong character. */
const maxLength = 65_536;

/** Where a value stands for another one that is not there, which the library tells only later. */
function unknownAlias(aliases: Aliases): number | undefined {
  for (const [alias, target] of aliases) if (!target) return alias.range?.[0] ?? 0;
  return undefined;
}

/** What several values stand for is said once. */
function withoutRepeated(tags: readonly ValueRange[]): readonly ValueRange[] {
  return [...new Map(tags.map((tag) => [tag.start, tag])).values()];
}

function resolved(aliases: Aliases, value: unknown): unknown {
  return isAlias(value) ? aliases.get(value) : value;
}

/** As it is written: `title: 2026` is a title, too. `undefined` for nothing. */
function textOf({ value, source }: Scalar): string | undefined {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? undefined : source;
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
  const placeOf = scalarPlaces(scalar, source);
  const isQuoted = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE';
  return tagsOf({ start: 0, text: value, isQuoted }, isString).flatMap((tag) => {
    const place = placeOf(value, tag.start, tag.end);
    return place ? [{ start: start + place.start, end: start + place.end, text: tag.text }] : [];
  });
}
