import { isAlias, isMap, isNode, isScalar, isSeq, visit } from 'yaml';
import type { Document, Node, Pair, YAMLMap } from 'yaml';
import type { FrameworkProblem } from './problems';
import { aliasesIn, type Aliases } from '../util/yaml';

export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Keys and indices from the root of the document. */
export type Path = readonly (string | number)[];

/** The parser follows each alias by looking it up among all nodes before it. */
const maxAliases = 1000;

/** Where the values of a document stand in its text. Built in one pass, since a file may hold very many problems. */
export class SourceMap {
  readonly #document: Document;
  readonly #text: string;
  readonly #pairs = new Map<YAMLMap, ReadonlyMap<string, Pair>>();
  readonly #aliases: Aliases;
  readonly #problems: FrameworkProblem[] = [];

  constructor(document: Document, text: string) {
    this.#document = document;
    this.#text = text;
    this.#aliases = aliasesIn(document);
    this.#addAliasProblems();
    visit(document, {
      Map: (_, map) => {
        this.#pairs.set(map, this.#pairsOf(map));
      },
    });
  }

  /** Keys that stand twice in a map; aliases of nothing, or too many of them. */
  get problems(): readonly FrameworkProblem[] {
    return this.#problems;
  }

  /**
   * Where a path lies in the text. A key's range is the key. A value's range is the value, if it is one scalar; a map
   * or list, or nothing at all, is shown at its key, or without one (in a list, at the root) on its first line.
   */
  rangeOf(path: Path, part: 'key' | 'value'): TextRange {
    const { key, value, start } = this.#find(path);
    const shown = part === 'value' && isScalar(value) && value.source !== '' ? value : key;
    return shown ? this.#rangeOfNode(shown) : firstLine(this.#text, value?.range?.[0] ?? start);
  }

  #rangeOfNode({ range }: Node): TextRange {
    return range ? { start: range[0], end: range[1] } : firstLine(this.#text, 0);
  }

  #find(path: Path): Place {
    let place: Place = { key: undefined, value: this.#resolved(this.#document.contents), start: 0 };
    for (const step of path) {
      const [key, value] = this.#child(place.value, step);
      place = {
        key: isNode(key) ? key : undefined,
        value: this.#resolved(value),
        start: place.value?.range?.[0] ?? place.start,
      };
    }
    return place;
  }

  #child(container: Node | undefined, step: string | number): readonly [key: unknown, value: unknown] {
    if (isSeq(container) && typeof step === 'number') return [undefined, container.items[step]];
    const pair = isMap(container) ? this.#pairs.get(container)?.get(String(step)) : undefined;
    return [pair?.key, pair?.value];
  }

  #resolved(node: unknown): Node | undefined {
    if (isAlias(node)) return this.#aliases.get(node);
    return isNode(node) ? node : undefined;
  }

  #addAliasProblems(): void {
    let followed = 0;
    for (const [alias, target] of this.#aliases)
      if (!target || ++followed > maxAliases)
        this.#problems.push({ code: 'syntax', reason: 'alias', ...this.#rangeOfNode(alias) });
  }

  /** By key; the last of several equal ones counts, as in the value. */
  #pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
    const pairs = new Map<string, Pair>();
    for (const pair of map.items) {
      if (!isScalar(pair.key)) continue;
      const key = String(pair.key.value).normalize('NFC');
      if (pairs.has(key)) this.#problems.push({ code: 'duplicateKey', key, ...this.#rangeOfNode(pair.key) });
      pairs.set(key, pair);
    }
    return pairs;
  }
}

interface Place {
  readonly key: Node | undefined;
  readonly value: Node | undefined;
  /** Where the container of the value starts. */
  readonly start: number;
}

/** From the offset to the end of its line. */
export function firstLine(text: string, start: number): TextRange {
  const length = text.slice(start).search(/[\r\n]/);
  return { start, end: length === -1 ? text.length : start + length };
}
