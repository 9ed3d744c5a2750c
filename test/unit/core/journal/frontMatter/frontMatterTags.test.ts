import assert from 'node:assert/strict';
import fc from 'fast-check';
import { usualFrontMatter } from '../../../../../src/core/journal/frontMatter/frontMatterTags';
import { readFrontMatterYaml } from '../../../../../src/core/journal/frontMatter/frontMatterYaml';
import { scanned } from '../../../../support/notes';

/** What YAML is made of, in ways that are usual and in others. */
const part = fc.constantFrom(
  ...[
    'tags:',
    'tag:',
    'Tags: ',
    'title: ',
    'date: ',
    'x: ',
    'é: ',
    'a-b:',
    'a b: ',
    '"q": ',
    '? ',
    ': ',
    ':',
  ],
  ...['\n', '\n', '\n', '\r\n', '\r', '\n  ', '\n  - ', '\n- ', '\n-\n', '- ', '-', ' ', '  ', '\t', '\n\n'],
  ...[
    'a',
    'b/c',
    'one two',
    'x, y',
    '2026-11-02',
    '5',
    '0x1f',
    '1e3',
    '.5',
    '-1',
    '+1',
    'true',
    'null',
    'Null',
  ],
  ...[
    'yes',
    '~',
    '1_000',
    '.inf',
    '.nan',
    'é',
    '李',
    '🚀',
    'a#b',
    '#c',
    ' #c',
    'a:b',
    "it's",
    'http://x.y',
    '…',
  ],
  ...[
    '"',
    "'",
    '"#a"',
    "'#b/'",
    '""',
    "''",
    '"a\\n"',
    '"a\\"b"',
    "'it''s'",
    '"a: b"',
    '"a, b"',
    '"x" ',
    '\\',
  ],
  ...[
    '[',
    ']',
    '[a, b]',
    '[a,b]',
    '[ "a" , \'b\' ]',
    '[]',
    '[a,]',
    '[,]',
    ',',
    ', ',
    '{',
    '}',
    '{a: b}',
    '[a: b]',
  ],
  ...[
    '|',
    '>-',
    '|\n  ',
    '&x ',
    '*x',
    '!t ',
    '!!str ',
    '%',
    '@',
    '`',
    '---',
    '...',
    '<<: ',
    '\u00a0',
    '\u2028',
    '\u0000',
  ],
);

describe('Usual front matter', () => {
  it('is read as the YAML library reads it', () => {
    let usual = 0;
    fc.assert(
      fc.property(fc.array(part, { maxLength: 10 }), (parts) => {
        const text = `---\n${parts.join('')}\n`;
        const own = usualFrontMatter(text, 4, text.length);
        if (!own) return;
        usual++;
        assert.deepEqual(own, readFrontMatterYaml(text, 4, text.length), JSON.stringify(text));
      }),
      { numRuns: 10_000 },
    );
    assert.ok(usual > 500, `only ${usual} were usual`);
  }).timeout(10_000);
});

describe('Tags in unusual front matter', () => {
  const textsOf = (source: string) => {
    const text = `---\n${source}\n---\n`;
    return readFrontMatterYaml(text, 4, 5 + source.length).tags.map(({ start, end }) =>
      text.slice(start, end),
    );
  };
  const rows: [source: string, places: string[]][] = [
    ['tags: ["risk\\u002Dtaking"]', ['risk\\u002Dtaking']],
    ['tags: "a, risk\\x2Dtaking/b, c"', ['a', 'risk\\x2Dtaking/b', 'c']],
    ["tags: 'it''s-risk-taking, risk-taking'", ["it''s-risk-taking", 'risk-taking']],
    ['tags: "x\\u002Drisk-taking, risk-taking"', ['x\\u002Drisk-taking', 'risk-taking']],
    ['tags: "a\\tb \\\n  c, \\U0001F680\\x23d"', ['a', 'b', 'c', '\\U0001F680\\x23d']],
    ['tags: a\n  b,\n\n  c', ['a', 'b', 'c']],
    ['tags: >-\n  a b\n  c', ['a', 'b', 'c']],
    ['tags: | # a\n  a\n  b', ['a', 'b']],
    ['tags: &x !!str a', ['a']],
  ];
  for (const [source, places] of rows)
    it(`stand where ${JSON.stringify(source)} says them`, () => {
      assert.deepEqual(textsOf(source), places);
    });

  it('stand where the source says them, whatever it escapes', () => {
    const escapes = (unit: string) => {
      const digits = unit.charCodeAt(0).toString(16);
      return [unit, unit, `\\u${digits.padStart(4, '0')}`, `\\U${digits.padStart(8, '0')}`];
    };
    const unit = fc
      .constantFrom('a', 'b', '-', '/', 'é')
      .chain((letter) => fc.constantFrom(...escapes(letter)));
    const word = fc.array(unit, { minLength: 1, maxLength: 6 }).map((units) => `b${units.join('')}a`);
    const gap = fc.constantFrom(', ', ' ', '\\t', '\\x20', '\n  ', ',\\\n ', '\n\n\n ');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 6 }), (parts) => {
        assert.deepEqual(
          textsOf(`tags: "${parts.flat().join('')}"`),
          parts.map(([text]) => text),
        );
      }),
    );
  });

  it('are said once where values stand for each other', () => {
    assert.deepEqual(textsOf('a: &a [b, c]\ntags: *a\ntag: *a'), ['b', 'c']);
    assert.deepEqual(textsOf('tag: &a b\nTags: [*a, c]'), ['b', 'c']);
  });
});

describe('Front matter of any form', () => {
  it('has no tags where these are neither a text nor a list, and keeps the rest', () => {
    for (const tags of ['tags: {a: b}', '? tags'])
      assert.deepEqual(
        scanned(`---\n${tags}\nkind: !!str note\n---\n`),
        scanned('---\nkind: note\n---\n'),
        tags,
      );
  });
});

describe('Front matter of any length', () => {
  for (const tags of [`${'b '.repeat(200_000)}decision-making`, `[${'b, '.repeat(200_000)}decision-making]`])
    it(`is read: ${tags.slice(0, 12)}…`, () => {
      assert.ok(scanned(`---\ntags: ${tags}\n---\n`).tags.length > 0);
    });
});

describe('Front matter of many values that stand for one', () => {
  for (const key of ['x', 'tags'])
    it(`is read in no time: ${key}`, () => {
      const note = scanned(
        `---\n${key}: [&a risk-taking${', *a'.repeat(16_000)}]\n---\nOne #decision-making`,
      );
      assert.equal(note.tags.length, key === 'tags' ? 2 : 1);
    });
});

describe('Front matter that would be too much for the YAML library', () => {
  for (const part of ['[', '{', '{a: ', '- ', '? ', '- a: ', ']', '&a [', 'x: ', '\n'])
    it(`is said to be wrong: ${JSON.stringify(part)} 30,000 times`, () => {
      const note = scanned(`---\ntags: ${part.repeat(30_000)}\n? \n---\nOne #decision-making`);
      assert.equal(note.tags.length, 1);
    });
});
