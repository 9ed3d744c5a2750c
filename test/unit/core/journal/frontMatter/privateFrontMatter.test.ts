import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify } from 'yaml';
import type { ScannedNote } from '../../../../../src/core/journal/note';
import { scanFacts, scanNote } from '../../../../../src/core/journal/scan/scanNote';
import { scanContext } from '../../../../support/notes';

const body =
  '\n# Whom I would let go\n\n- [ ] Write it down @ann #risk-taking/management\n\n> ## Deep\n>\n> text';
const path = 'notes/2026-11-24.md';
const noYaml = { tags: scanContext.tags };

/** Every line, task and tag of the body is private, and no title says what the note is about. */
function assertPrivate(note: ScannedNote, text: string): void {
  const last = text.split(/\r\n|\n|\r/).length - 1;
  const { privateLines, tasks, tags, title } = note;
  assert.ok(
    privateLines.some(({ first, last: end }) => first === 0 && end >= last),
    JSON.stringify({ text, privateLines }),
  );
  assert.deepEqual(
    tasks.map(({ isPrivate }) => isPrivate),
    [true],
    text,
  );
  assert.equal(tags.length > 0 && tags.every(({ isPrivate }) => isPrivate), true, text);
  assert.equal(title, undefined, text);
}

function assertPrivateHoweverRead(text: string): void {
  assertPrivate(scanNote(path, text, scanContext), text);
  assertPrivate(scanNote(path, text, noYaml), text);
}

const nested = 'mood:\n  morning: low\n';

describe('Front matter that makes a note private', () => {
  const spellings = [
    ...['tags: private', 'tags: [private]', 'tags: [a, Private]', 'tag: PRIVATE', 'TAGS: private/health'],
    ...['tags:\n  - a\n  - private', 'tags:\n- private', 'tags: a, private', 'tags: a private'],
    ...[
      'tags: "#private"',
      "tags: '#private'",
      "'tags': [private]",
      '"tags": ["private"]',
      'tags : [private]',
    ],
    ...['tags:\n  [\n    a,\n    private,\n  ]', 'tags: [\n  a, private]', 'tags: [a,\n\n private]'],
    ...['tags: >\n  a\n  private', 'tags: >-\n  private', 'tags: |\n  a\n  private', 'tags:\n  a\n  private'],
    ...[
      'tags: "\\x70rivate"',
      'tags: "pri\\u0076ate"',
      'tags: ["pri\\\n  vate"]',
      'tags: "\\U00000070rivate"',
    ],
    ...[
      '"t\\x61gs": private',
      '? tags\n: - private',
      '? [x]\n: y\ntags: private',
      '{ tags: [private], x: y }',
    ],
    ...[
      'tags: &t [private]',
      'x: &p private\ntags: *p',
      'x: &p [a, private]\ntags: *p',
      'tags: [*p]\nx: &p b',
    ],
    ...['x: &p private\ntags: [a, *p]', 'x: &k tags\n*k : private', 'x: &m { tags: [private] }\n<<: *m'],
    ...['tags: !!str private', 'tags: !!seq [private]', 'tags: [[a], [private]]', 'tags: { private: true }'],
    ...['tags: { level: private }', 'tags:\n  who: private', 'tags: [private hr]', 'tags: ["a, private"]'],
    ...['tags: &t [a, *t, private]', '# why\ntags: [private] # mine alone', 'tags: PR\u0130VATE'],
  ].map((source) => (source.startsWith('tags: [*p]') ? source.replace(/x: .*/, 'y: private') : source));
  for (const source of spellings)
    it(`says so by ${JSON.stringify(source)}`, () => {
      assertPrivateHoweverRead(`---\n${source}\n---\n${body}`);
      if (source.startsWith('{')) return;
      assertPrivateHoweverRead(`---\n${source}\n${nested}---\n${body}`);
      assertPrivateHoweverRead(
        `\uFEFF---\r\n${nested}title: Her salary\n${source}\n...\n${body}`.replace(/\r?\n/g, '\r\n'),
      );
    });

  it('says so however YAML is written', () => {
    const word = fc.string({ unit: fc.constantFrom(...Array.from('abc :#-\'"é{[&*!|>%@,')), maxLength: 12 });
    const value = fc.oneof(word, fc.array(word), fc.dictionary(word, word), fc.boolean(), fc.double());
    const tags = fc
      .tuple(
        fc.array(word, { maxLength: 3 }),
        fc.constantFrom('private', '#private', 'Private/x'),
        fc.array(word, { maxLength: 3 }),
      )
      .map(([before, own, after]) => [...before, own, ...after]);
    const others = fc.dictionary(
      word.filter((key) => !/^\s*tags?\s*$/i.test(key)),
      value,
    );
    const style = fc.record({
      indent: fc.integer({ min: 1, max: 4 }),
      lineWidth: fc.constantFrom(0, 20, 80),
      defaultStringType: fc.constantFrom(
        'PLAIN',
        'QUOTE_DOUBLE',
        'QUOTE_SINGLE',
        'BLOCK_FOLDED',
        'BLOCK_LITERAL',
      ),
      defaultKeyType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE'),
      collectionStyle: fc.constantFrom('any', 'block', 'flow'),
    } as const);
    fc.assert(
      fc.property(others, tags, others, style, (before, own, after, options) => {
        const source = stringify({ ...before, tags: own, ...after }, options);
        // The library writes texts that end a front matter.
        fc.pre(!/^(?:---|\.\.\.)\s*$/m.test(source));
        assertPrivateHoweverRead(`---\n${source}---\n${body}`);
      }),
      { numRuns: 300 },
    );
  });
});

describe('Front matter that can’t be read', () => {
  const broken = [
    ...['created: {{date}}, {{time}}\ntags: [private]', 'tags: [private\ntitle: x', 'tags: [private]]'],
    ...[
      'tags: "private',
      "tags: 'private\ntitle: x",
      'tags:\n\t- private',
      'title: "a" b\ntags:\n  - private',
    ],
    ...[
      'tags: a\ntags: private',
      'tags: *nobody\nx: private',
      'tags:[private]',
      'tags [private]',
      '- private',
    ],
    ...[
      'x: @y\ntags: "\\x70rivate"',
      'x: `y`\ntags: ["pri\\\n  vate"]',
      'x: %y\nTag: Private/health',
      'private',
    ],
    ...['<<<<<<< ours\ntags: [a]\n=======\ntags: [private]\n>>>>>>> theirs', 'a: b: c\n  tags: #private'],
  ];
  for (const source of broken)
    it(`is private where it says so: ${JSON.stringify(source)}`, () => {
      assertPrivateHoweverRead(`---\n${source}\n---\n${body}`);
      const { frontMatterProblem } = scanNote(path, `---\n${source}\n---\n${body}`, scanContext);
      assert.ok(frontMatterProblem);
    });

  it('is private where it is longer than anybody’s', () => {
    assertPrivateHoweverRead(`---\n${'x'.repeat(70_000)}: {}\ntags: [private]\n---\n${body}`);
  });

  for (const text of [
    `---\ntags: [private]\n\n${body}`,
    `---\nperson: Ann\ntags:\n  - a\n  - private\n${body}`,
    `\n---\ntags: [private]\n---\n${body}`,
    ` ---\nkind: x\ntags: private\n---\n${body}`,
    `----\ntags: [private]\n----\n${body}`,
    `---\ntags: [private]\n----\n${body}`,
  ])
    it(`is private where its fences are wrong: ${JSON.stringify(text.slice(0, 30))}`, () => {
      assertPrivateHoweverRead(text);
    });

  it('tells person, kind and date where a line says them plainly', () => {
    const source =
      'kind: one-on-one\n"person": "Mira O\\u2019Kafor" # new\ndate: 2026-11-23\ncreated: {{date}}, {{time}}';
    const { kind, person, date } = scanNote(path, `---\n${source}\n---\n${body}`, scanContext);
    assert.deepEqual(
      { kind, person, date },
      { kind: 'one-on-one', person: 'Mira O’Kafor', date: '2026-11-23' },
    );
  });
});

describe('A note that is not private', () => {
  for (const text of [
    `---\ntitle: Private equity\n${nested}---\n${body}`,
    `---\ntags: [privately]\n${nested}---\n${body}`,
    `---\ntags: [a] # private\n${nested}---\n${body}`,
    `---\nabout: { tags: [private] }\n---\n${body}`,
    `---\ntitle: {{title}}\ntags: [a, privateer]\n---\n${body}`,
    `---\nAgenda: private matters\n${body}`,
    `---\n\nSome text, tags: private\n${body}`,
  ])
    it(`stays so: ${JSON.stringify(text.slice(0, 40))}`, () => {
      assert.deepEqual(scanNote(path, text, scanContext).privateLines, []);
    });

  it('may be taken for private only until YAML was loaded', () => {
    const text = `---\ntitle: Private equity\n${nested}---\n${body}`;
    assertPrivate(scanNote(path, text, noYaml), text);
    assert.equal(scanNote(path, text, noYaml).needsYaml, true);
  });
});

describe('What an index keeps of a private note', () => {
  it('is no title, and nobody’s name from its tasks', () => {
    const text = `---\ntags: [private]\ntitle: Her salary\nperson: Ann\n---\n\nNothing else.`;
    const { title, person } = scanFacts(path, text, scanContext);
    assert.deepEqual({ title, person }, { title: undefined, person: 'Ann' });
  });
});
