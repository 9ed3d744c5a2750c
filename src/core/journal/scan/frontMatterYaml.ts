/** Front matter of any form, read by the YAML library. Import it late. */
import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node, type Scalar } from 'yaml';
import { tagsOf, type FrontMatter, type ValueRange } from './frontMatterTags';

export function readFrontMatterYaml(text: string, start: number, end: number): FrontMatter {
  const source = text.slice(start, end);
  const document = parseDocument(source, { logLevel: 'silent' });
  const [error] = document.errors;
  if (error) return { entries: new Map(), tags: [], problem: start + error.pos[0] };
  const entries = new Map<string, string>();
  const tags: ValueRange[] = [];
  if (isMap(document.contents))
    for (const { key, value } of document.contents.items) {
      if (!isScalar(key) || typeof key.value !== 'string') continue;
      const node = resolved(document, value);
      if (isScalar(node) && typeof node.value === 'string') entries.set(key.value, node.value);
      if (/^tags?$/i.test(key.value)) tags.push(...valueTags(document, node, source, start));
    }
  return { entries, tags, problem: undefined };
}

function resolved(document: Document, value: unknown): unknown {
  return isAlias(value) ? value.resolve(document) : value;
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
  if (typeof scalar.value !== 'string') return [];
  const [from, to] = rangeOf(scalar);
  const isQuoted = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE';
  let searched = from;
  return tagsOf({ start: 0, text: scalar.value, isQuoted }, isString).map(({ text }) => {
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
