import { isDate } from '../util/calendar';
import * as v from 'valibot';
import { joinerInWord } from './comparable';
import type { DefinedIds } from './ids';
import type { ValueRule } from './problems';

/** What an issue of the schema means; with the value found it becomes a problem. */
export type Expectation =
  | { readonly code: 'wrongType'; readonly expected: 'text' | 'list' | 'map' }
  | { readonly code: 'unknownKey'; readonly allowed: readonly string[] }
  | { readonly code: 'unknownName'; readonly allowed: readonly string[] }
  | { readonly code: 'wrongCount'; readonly min: number; readonly max?: number }
  | { readonly code: 'badValue'; readonly rule: ValueRule }
  | { readonly code: 'repeated' };

/**
 * The schema of a framework file that defines these ids, and what its issues mean: valibot's messages are strings,
 * so each message is the number of an expectation.
 */
export function frameworkSchema(ids: DefinedIds) {
  const expectations: Expectation[] = [];
  const kit = new SchemaBuilder((expectation) => String(expectations.push(expectation) - 1));
  return {
    schema: framework(kit, ids),
    meaning: (message: string): Expectation | undefined => expectations[Number(message)],
  };
}

function framework(kit: SchemaBuilder, ids: DefinedIds) {
  return kit.map({
    id: kit.text('id', isId),
    version: kit.text('version', (value) => /^\d+(\.\d+){0,2}([-+][\dA-Za-z.+-]+)?$/.test(value)),
    language: kit.text('language', isLanguage),
    title: kit.text(),
    attribution: kit.map({
      author: kit.text(),
      title: kit.text(),
      date: kit.text('date', isDate),
    }),
    principle: kit.text(),
    hats: v.pipe(
      kit.list(
        kit.map({
          id: kit.text('id', isId),
          label: kit.text(),
          letter: kit.text('letter', isOneGrapheme),
          purpose: kit.text(),
        }),
        2,
        2,
      ),
      pair(([first, second]) => [first, second]),
    ),
    dimensions: kit.list(dimension(kit, ids), 1),
    situations: v.optional(kit.list(situation(kit, ids)), []),
  });
}

function dimension(kit: SchemaBuilder, { hats }: DefinedIds) {
  const of = pole(kit);
  const poles =
    hats.length === 2 ? kit.map(Object.fromEntries(hats.map((hat) => [hat, of]))) : kit.record(of);
  return kit.map({
    id: kit.text('id', isId),
    title: kit.text(),
    question: kit.text(),
    icon: kit.text('icon', (value) => /^[a-z\d]+(-[a-z\d]+)*$/.test(value)),
    poles: v.pipe(
      poles,
      pair((byHat) => hats.map((hat) => byHat[hat])),
    ),
  });
}

function pole(kit: SchemaBuilder) {
  const texts = kit.list(kit.text(), 1);
  return kit.map({
    short: v.optional(kit.text('short', (value) => graphemesIn(value) <= longestShort)),
    summary: kit.text(),
    behaviours: texts,
    tooMuch: texts,
    tooLittle: texts,
    statements: v.pipe(
      kit.list(kit.text(), 3, 3),
      v.checkItems(
        (item, index, all) => index > 2 || all.indexOf(item) === index,
        kit.say({ code: 'repeated' }),
      ),
    ),
    prompts: kit.map({ reflection: texts, oneOnOne: texts, retrospective: texts }),
    moves: texts,
  });
}

function situation(kit: SchemaBuilder, { dimensions, hats }: DefinedIds) {
  const side = kit.map({ dimension: kit.oneOf(dimensions), hat: kit.oneOf(hats) });
  return kit.map({
    id: kit.text('id', isId),
    title: kit.text(),
    keywords: kit.list(kit.text()),
    first: side,
    move: kit.text(),
    then: side,
    trap: kit.text(),
  });
}

/** Schemas whose issues say what was expected, and that report every problem, not just the first. */
class SchemaBuilder {
  constructor(readonly say: (expectation: Expectation) => string) {}

  text(rule?: ValueRule, holds: (value: string) => boolean = () => true) {
    return v.pipe(
      v.string(this.say({ code: 'wrongType', expected: 'text' })),
      v.nonEmpty(this.say({ code: 'badValue', rule: 'filled' })),
      v.check(
        (value) => value === '' || holds(value),
        this.say({ code: 'badValue', rule: rule ?? 'filled' }),
      ),
    );
  }

  /** Without known names any text will do: what they should have been is reported where they are defined. */
  oneOf(names: readonly string[]) {
    const message = this.say({ code: 'unknownName', allowed: names });
    return v.pipe(
      v.string(this.say({ code: 'wrongType', expected: 'text' })),
      v.check((value) => names.length === 0 || names.includes(value), message),
    );
  }

  /** Counts the items even when some of them are wrong. */
  list<T>(item: v.GenericSchema<unknown, T>, min = 0, max = Infinity) {
    const message = this.say({ code: 'wrongCount', min, ...(max < Infinity && { max }) });
    return v.pipe(
      v.array(item, this.say({ code: 'wrongType', expected: 'list' })),
      v.rawCheck(({ dataset, addIssue }) => {
        const count = Array.isArray(dataset.value) ? dataset.value.length : min;
        if (count < min || count > max) addIssue({ message });
      }),
    );
  }

  map<T extends v.ObjectEntries>(
    entries: T,
  ): v.GenericSchema<unknown, v.InferOutput<v.ObjectSchema<T, undefined>>> {
    const unknownKey = this.say({ code: 'unknownKey', allowed: Object.keys(entries) });
    return v.pipe(this.#anyMap(), v.objectWithRest(entries, v.never(unknownKey)));
  }

  record<T>(value: v.GenericSchema<unknown, T>) {
    return v.pipe(this.#anyMap(), v.record(v.string(), value));
  }

  #anyMap() {
    return v.custom<Record<string, unknown>>(
      (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
      this.say({ code: 'wrongType', expected: 'map' }),
    );
  }
}

/** The two items that a valid input yields, as a tuple. */
function pair<Input, T>(items: (input: Input) => readonly (T | undefined)[]) {
  return v.rawTransform<Input, readonly [T, T]>(({ dataset, addIssue, NEVER }) => {
    const [first, second] = items(dataset.value);
    if (first !== undefined && second !== undefined) return [first, second];
    addIssue();
    return NEVER;
  });
}

/** Ids are halves of tags: letters, marks, digits, `_` and `-`, beginning with a letter, all lower-case. */
function isId(value: string): boolean {
  return id.test(value) && value === value.toLowerCase();
}

const id = new RegExp(String.raw`^\p{L}(?:[\p{L}\p{M}\p{N}_-]|${joinerInWord})*$`, 'u');

/** What fits beside the other hat’s in a row of a narrow sidebar, in graphemes. */
const longestShort = 28;

function isOneGrapheme(value: string): boolean {
  return graphemesIn(value) === 1;
}

function graphemesIn(value: string): number {
  return [...new Intl.Segmenter().segment(value)].length;
}

function isLanguage(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
