import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument, type Document } from 'yaml';
import { readFramework } from '../../../../src/core/framework/read';
import { readYaml } from '../../../../src/core/util/yaml';
import { readConfig } from '../../../../src/core/journal/config/config';
import { readRecord } from '../../../../src/core/selfcheck/record';
import { scanned } from '../../../support/notes';

const times = 90_000;

/** Each of them ends the process, or nearly so, where the library reads it to its end. */
const deep = {
  'open lists': '['.repeat(times),
  'closed lists': '['.repeat(times) + ']'.repeat(times),
  maps: '{a: '.repeat(times / 4),
  'keys on one line': 'a: '.repeat(times / 3),
  items: `${'- '.repeat(times / 2)}x`,
  'keys of keys': '? '.repeat(times / 2),
  indentation: Array.from({ length: 600 }, (_, indent) => `${' '.repeat(indent)}a:`).join('\n'),
};

describe('YAML that is nested too deeply', function () {
  // A busy machine needs several times as long.
  this.timeout(60_000);

  for (const [what, text] of Object.entries(deep))
    it(`is refused by whatever reads it: ${what}`, () => {
      assert.deepEqual(
        readFramework(text).problems.map((problem) => ('reason' in problem ? problem.reason : problem.code)),
        ['tooMuch'],
      );
      assert.deepEqual(
        readConfig(`people:\n  - ${text}`).problems.map(({ code }) => code),
        ['tooMuch'],
      );
      assert.ok(readRecord(text.slice(0, times)).problem);
      assert.equal(scanned(`---\ntags: &a\n  ${text.slice(0, 50_000)}\n---\n`).tags.length, 0);
    });

  it('is shown where it becomes too deep', () => {
    const before = `a: b\nc: `;
    const [error] = readYaml(before + '['.repeat(1000), {}).errors;
    const nested = (error?.pos[0] ?? 0) - before.length;
    assert.ok(nested > 490 && nested < 510, String(nested));
  });

  it('is none for what is only long', () => {
    for (const text of [`a: "${'['.repeat(2000)}"`, '- [a]\n'.repeat(2000), `a: [${'[], '.repeat(2000)}]`])
      assert.deepEqual(readYaml(text, {}).errors, []);
  });

  it('is none as deep as anybody writes', () => {
    const depth = 400;
    const document = readYaml('['.repeat(depth) + ']'.repeat(depth), {});
    assert.equal(JSON.stringify(document.toJS()).length, 2 * depth);
  });
});

describe('YAML with many keys', function () {
  this.timeout(60_000);

  it('takes as much longer as there are more of them', () => {
    const few = msOf(500);
    const many = msOf(4000);
    // Where each is compared with every other, it is 64 times as long.
    assert.ok(many / few < 24, `${few} ms and ${many} ms`);
  });

  it('is said to be wrong where one stands twice in a map', () => {
    const places = (text: string) => readYaml(text, {}).errors.map(({ code, pos: [start] }) => [code, start]);
    assert.deepEqual(places('a: 1\nb: { a: 1, "a": 2 }\n? [a]\n: 1\na: 3'), [
      ['DUPLICATE_KEY', 35],
      ['DUPLICATE_KEY', 16],
    ]);
    assert.deepEqual(places('1: a\n"1": b'), []);
  });
});

/** Each is wrong, or costs something, at every few characters: the library took seconds. */
const dense = {
  'braces that close nothing': ['', '}'],
  'braces that close nothing in a list': ['a: [', '}'],
  'braces that close nothing below a map': ['{}', '}'],
  commas: ['a: {', ','],
  escapes: ['a: "', '\\q'],
  'keys that are there already': ['', 'a:\n'],
  'keys in braces that are there already': ['{', 'a,'],
  'tags of nobody': ['', '- !x a\n'],
  anchors: ['', '&a '],
  tabs: ['', '\ta: b\n'],
  documents: ['', 'a\n---\n'],
  directives: ['', '%a\n'],
  'lists that do not end': ['', 'a: [\n'],
  'lists that end as maps': ['', '- [}\n'],
  'block texts with a wrong head': ['', '- |x\n'],
  quotes: ['', '"a" '],
} as const;

describe('YAML that is wrong very often', function () {
  this.timeout(60_000);

  for (const [what, [head, unit]] of Object.entries(dense))
    it(`is refused soon, and by its first faults only: ${what}`, () => {
      const text = head + unit.repeat(250_000 / unit.length).slice(head.length);
      const [ms, { errors, warnings }] = soon(() => readYaml(text, {}));
      assert.ok(ms < 1000, `${ms} ms`);
      const found = errors.length + warnings.length;
      assert.ok(found > 0 && found <= 200, `${found} faults`);
    });

  it('says where it becomes too much', () => {
    const lines = 'people:\n' + '- {name: a}\n'.repeat(20_000);
    const [problem, ...more] = readConfig(lines).problems;
    assert.equal(problem?.code, 'tooMuch');
    assert.deepEqual(more, []);
    assert.equal(lines.slice(problem.start - 1, problem.start + 1).trim().length > 0, true);
    assert.ok(problem.start > 50_000 && problem.start < lines.length, String(problem.start));
  });

  it('is read where it only is long: a thousand people, each with all that can be said', () => {
    const people = Array.from(
      { length: 1000 },
      (_, n) =>
        `  - name: Person ${n}\n    aliases: [P${n}, "@p-${n}"]\n    role: Lead # of ${n}\n    cadence: 2w\n`,
    );
    const { config, problems } = readConfig(`people:\n${people.join('')}`);
    assert.deepEqual(problems, []);
    assert.deepEqual(config.people.at(-1), {
      ...{ name: 'Person 999', aliases: ['P999', '@p-999'], role: 'Lead', cadence: '2w' },
    });
  });

  it('leaves errors their calls', () => {
    readYaml('}'.repeat(1000), {});
    assert.ok((new Error('other').stack ?? '').includes(' at '));
  });
});

/** The library reads from the text, ours from what it stops at: the same comes of it. */
describe('YAML as it is read', () => {
  const words = [
    'a',
    ': ',
    '- ',
    '\n',
    '\n  ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
    '#',
    '&a ',
    '*a',
    '|\n',
    '---\n',
    '!t ',
  ];

  it('is what the library makes of it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), { maxLength: 40 }),
        fc.boolean(),
        (pieces, isSilent) => {
          const options = {
            prettyErrors: false,
            uniqueKeys: false,
            ...(isSilent ? { logLevel: 'silent' as const } : {}),
          };
          const text = pieces.join('');
          const [ours, its] = [readYaml(text, options), parseDocument(text, options)];
          const places = ({ errors, warnings }: Document) =>
            [...errors, ...warnings].map(({ code, pos }) => [code, ...pos]);
          assert.deepEqual(places(ours), places(its));
          assert.deepEqual(ours.contents, its.contents);
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** Of the quicker one of two readings. */
function msOf(count: number): number {
  const text = Array.from({ length: count }, (_, index) => `key${index}: x`).join('\n');
  const times = [1, 2].map(() => {
    const [ms, { errors }] = timed(() => readYaml(text, {}));
    assert.deepEqual(errors, []);
    return ms;
  });
  return Math.min(...times);
}

/** @returns ms of the processor, and what came of it */
function timed<T>(action: () => T): [number, T] {
  const start = process.cpuUsage();
  const result = action();
  const { user, system } = process.cpuUsage(start);
  return [(user + system) / 1000, result];
}

/** Once more where a busy machine made it slow. */
function soon<T>(action: () => T): [number, T] {
  const first = timed(action);
  return first[0] < 700 ? first : timed(action);
}
