/**
 * `two-hats.yaml` at the journal's root: whom the journal is about, near misses to leave alone, the folder of one's own
 * templates. Import it late: it needs the YAML library.
 */
import * as v from 'valibot';
import { isMap, isNode, isScalar, isSeq, type Document, type YAMLSeq } from 'yaml';
import { rangeAt, readYaml } from '../../util/yaml';
import { writeScalar } from '../frontMatter/frontMatter';
import { lineEnd } from '../../util/lines';
import type { TextEdit } from '../../util/textEdit';
import { withoutItem } from './listItems';
import { canonicalName } from '../people/names';
import { noConfig, type Config, type ConfigProblem, type ConfigReading, type Expected } from './configModel';

const record = v.record(v.string(), v.unknown());
const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const texts = v.union([
  v.pipe(
    text,
    v.transform((alias) => [alias]),
  ),
  v.array(text),
]);
const person = v.object({
  name: text,
  aliases: v.nullish(texts, []),
  role: v.nullish(text),
  cadence: v.nullish(text),
});

/** The lead: a name, several, or a map as of anybody. */
const lead = v.union([
  texts,
  v.pipe(
    v.unknown(),
    // A list would be a map without a name.
    v.check((value) => !Array.isArray(value)),
    v.object({ name: v.nullish(texts, []), aliases: v.nullish(texts, []) }),
    v.transform(({ name, aliases }) => [...name, ...aliases]),
  ),
]);

/** A file may hold this many UTF-16 units; one that names a thousand people has half of it. */
const maxLength = 250_000;

/** Never throws; what is wrong is left out, and what is right is used all the same. */
export function readConfig(source: string): ConfigReading {
  if (source.length > maxLength) {
    const end = lineEnd(source, 0);
    return { config: noConfig, problems: [{ code: 'tooLarge', limit: maxLength, start: 0, end }] };
  }
  const document = readYaml(source, { logLevel: 'silent' });
  // The library may say several things of one place, which is told once.
  const errors = new Map(document.errors.map(({ code, pos: [start, end] }) => [start, { code, end }]));
  const problems = Array.from(errors, ([start, { code, end }]): ConfigProblem => {
    return { code: code === 'RESOURCE_EXHAUSTION' ? 'tooMuch' : 'syntax', start, end };
  });
  if (problems.length > 0) return { config: noConfig, problems };
  const root = toValue(document);
  if (root === undefined) problems.push({ code: 'syntax', start: 0, end: source.length });
  if (root === undefined || root === null) return { config: noConfig, problems };
  const reader = new Reader(document, problems);
  return { config: reader.read(root), problems };
}

/** `undefined` for aliases of nothing, and those that multiply or contain themselves. */
function toValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}

class Reader {
  constructor(
    private readonly document: Document,
    private readonly problems: ConfigProblem[],
  ) {}

  read(root: unknown): Config {
    const entries: Readonly<Record<string, unknown>> =
      v.is(record, root) && !Array.isArray(root) ? root : this.#reject([], 'map', {});
    const { people = [], me = null, ignored = [], templates = '' } = entries;
    return {
      people: this.#list(['people'], people, person).map(({ role, cadence, ...named }) => ({
        name: canonicalName(named.name),
        aliases: named.aliases.map(canonicalName),
        role: role ?? undefined,
        cadence: cadence ?? undefined,
      })),
      me: this.#names(['me'], me),
      ignored: this.#list(['ignored'], ignored, text).map(withoutHash),
      templates: v.is(v.nullable(v.string()), templates)
        ? (templates ?? '').trim().replace(/^\.?\/+|\/+$/g, '')
        : this.#reject(['templates'], 'text', ''),
    };
  }

  #names(path: readonly string[], value: unknown): readonly string[] {
    if (value === null) return [];
    const parsed = v.safeParse(lead, value);
    return parsed.success ? parsed.output.map(canonicalName) : this.#reject(path, 'lead', []);
  }

  #list<T>(path: readonly string[], value: unknown, item: v.GenericSchema<unknown, T>): T[] {
    if (!Array.isArray(value)) return value === null ? [] : this.#reject(path, 'list', []);
    return value.flatMap((entry: unknown, index) => {
      const parsed = v.safeParse(item, entry);
      if (parsed.success) return [parsed.output];
      const inside = parsed.issues[0].path?.map(({ key }) => key).filter(isKey) ?? [];
      return this.#reject([...path, index, ...inside], inside.length > 0 ? 'text' : 'person', []);
    });
  }

  #reject<T>(path: readonly (string | number)[], expected: Expected, instead: T): T {
    this.problems.push({ code: 'wrongType', expected, ...rangeAt(this.document, path) });
    return instead;
  }
}

function isKey(key: unknown): key is string | number {
  return typeof key === 'string' || typeof key === 'number';
}

function withoutHash(tag: string): string {
  return tag.replace(/^#/, '');
}

/**
 * The file's text with one more near miss to leave alone; everything else in it stays as it is.
 * @param tag with or without `#`
 * @throws Error where the text is no YAML, or takes a form to which nothing can be added: a person has to see to that
 */
export function ignoreTag(source: string, tag: string): string {
  const ignored = withoutHash(tag);
  if (readConfig(source).config.ignored.includes(ignored)) return source;
  const added = withIgnored(source, writeScalar(ignored));
  const { config, problems } = readConfig(added);
  if (problems.some(({ code }) => code === 'syntax') || !config.ignored.includes(ignored))
    throw new Error(
      `two-hats.yaml is no valid YAML, or “ignored” is no list: “${ignored}” could not be added.`,
    );
  return added;
}

function withIgnored(source: string, scalar: string): string {
  const { contents } = readYaml(source, { logLevel: 'silent' });
  const pair = isMap(contents)
    ? contents.items.find(({ key }) => isScalar(key) && key.value === 'ignored')
    : undefined;
  const list = pair?.value;
  if (isSeq(list)) return withItem(source, list, scalar);
  if (pair && isScalar(pair.key)) {
    const colon = source.indexOf(':', pair.key.range?.[1]) + 1;
    return `${source.slice(0, colon)} [${scalar}]${source.slice(colon)}`;
  }
  const lineBreak = breakOf(source);
  const end = source === '' || /[\r\n]$/.test(source) ? '' : lineBreak;
  // The end of a document in braces is no place for more.
  return isMap(contents) && contents.flow
    ? source
    : `${source}${end}ignored:${lineBreak}  - ${scalar}${lineBreak}`;
}

function withItem(source: string, list: YAMLSeq, scalar: string): string {
  if (list.flow) {
    const close = (list.range?.[1] ?? 0) - 1;
    const before = source.slice(0, close).trimEnd();
    const comma = list.items.length === 0 ? '' : before.endsWith(',') ? ' ' : ', ';
    return before + comma + scalar + source.slice(before.length);
  }
  const start = list.range?.[0] ?? 0;
  const indent = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  const last: unknown = list.items.at(-1);
  const end = lineEnd(source, isNode(last) ? (last.range?.[1] ?? start) : start);
  return `${source.slice(0, end)}${breakOf(source)}${indent}- ${scalar}${source.slice(end)}`;
}

function breakOf(source: string): string {
  return source.includes('\r\n') ? '\r\n' : '\n';
}

/**
 * The file's text without a person, and without the comments that are theirs.
 * @returns `undefined` where it does not name them as an item with lines of its own
 */
export function withoutPerson(source: string, name: string): string | undefined {
  const wanted = canonicalName(name);
  const before = readConfig(source);
  let left = source;
  for (let next = withoutFirst(left, wanted); next !== undefined; next = withoutFirst(left, wanted))
    left = next;
  const { config, problems } = readConfig(left);
  const people = before.config.people.filter((person) => person.name !== wanted);
  const expected = { ...before.config, people };
  const isOthersAsBefore = JSON.stringify(config) === JSON.stringify(expected);
  return left === source || !isOthersAsBefore || problems.length > before.problems.length ? undefined : left;
}

/** The same as edits of the file's text. */
export function editsWithoutPerson(source: string, name: string): readonly TextEdit[] | 'cannot' {
  const text = withoutPerson(source, name);
  return text === undefined ? 'cannot' : [{ start: 0, end: source.length, text }];
}

function withoutFirst(source: string, name: string): string | undefined {
  if (source.length > maxLength) return undefined;
  const document = readYaml(source, { logLevel: 'silent', keepSourceTokens: true });
  const people: unknown = isMap(document.contents) ? document.get('people') : undefined;
  if (document.errors.length > 0 || !isSeq(people)) return undefined;
  const index = people.items.findIndex((item) => {
    const named: unknown = isMap(item) ? item.get('name') : undefined;
    return typeof named === 'string' && canonicalName(named) === name;
  });
  return index < 0 ? undefined : withoutItem(source, people, index);
}
