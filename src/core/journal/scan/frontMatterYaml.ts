/** Front matter of any form, read by the YAML library. Import it late. */
import { isAlias, isMap, isScalar, isSeq, type Document, type Node, type Scalar } from 'yaml';
import { readYaml } from '../../framework/yamlDocument';
import { append, tagsOf, type FrontMatter, type ValueRange } from './frontMatterTags';

export function readFrontMatterYaml(text: string, start: number, end: number): FrontMatter {
  // The library knows no line that ends at `\r` only.
  const source = text.slice(start, end).replace(/\r(?!\n)/g, '\n');
  if (source.length > maxLength) return { entries: new Map(), tags: [], problem: start };
  const document = readYaml(source, { logLevel: 'silent', prettyErrors: false });
  const [error] = document.errors;
  if (error) return { entries: new Map(), tags: [], problem: start + error.pos[0] };
  const entries = new Map<string, string>();
  const tags: ValueRange[] = [];
  if (isMap(document.contents))
    for (const { key, value: stated } of document.contents.items) {
      if (!isScalar(key) || typeof key.value !== 'string') continue;
      const node = resolved(document, stated);
      const value = isScalar(node) ? textOf(node) : undefined;
      if (value !== undefined) entries.set(key.value, value);
      if (/^tags?$/i.test(key.value)) append(tags, valueTags(document, node, source, start));
    }
  return { entries, tags, problem: undefined };
}

/** Nobody's front matter is as long, in UTF-16 units; the library makes an error object of each wrong character. */
const maxLength = 65_536;

function resolved(document: Document, value: unknown): unknown {
  return isAlias(value) ? value.resolve(document) : value;
}

/** As it is written: `title: 2026` is a title, too. `undefined` for nothing. */
function textOf({ value, source }: Scalar): string | undefined {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? undefined : source;
}

function valueTags(document: Document, value: unknown, source: string, start: number): ValueRange[] {
  if (isScalar(value)) return scalarTags(value, true, source, start);
  if (!isSeq(value)) return [];
  return value.items.flatMap((item) => {
    const node = resolved(document, item);
    return isScalar(node) ? scalarTags(node, false, source, start) : [];
  });
}

/** Each tag where the source says it in so many letters; one with escapes spans the whole value. */
function scalarTags(scalar: Scalar, isString: boolean, source: string, start: number): ValueRange[] {
  const value = textOf(scalar);
  if (value === undefined) return [];
  const [from, to] = rangeOf(scalar);
  const isQuoted = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE';
  let searched = from;
  return tagsOf({ start: 0, text: value, isQuoted }, isString).map(({ text }) => {
    const found = source.slice(0, to).indexOf(text, searched);
    if (found < 0) return { start: start + from, end: start + to, text };
    searched = found + text.length;
    return { start: start + found, end: start + searched, text };
  });
}

function rangeOf(node: Node): readonly [number, number] {
  const [from = 0, to = from] = node.range ?? [];
  return [from, to];
}
