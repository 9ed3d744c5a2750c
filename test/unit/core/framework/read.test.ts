import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify } from 'yaml';
import builtin from '../../../../src/core/framework/builtin.framework.yaml';
import twelve from '../../../fixtures/twelve.framework.yaml';
import type { Framework } from '../../../../src/core/framework/model';
import { maxFrameworkLength, readFramework } from '../../../../src/core/framework/read';
import { anyText, singleYaml, smallFramework } from './fixtures';

/** The problems, each with `line:column text` of its range instead of the offsets. */
function problemsOf(text: string): unknown[] {
  return readFramework(text).problems.map(({ start, end, ...fact }) => {
    const lines = text.slice(0, start).split('\n');
    return { ...fact, at: `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1} ${text.slice(start, end)}` };
  });
}

/** `singleYaml` with a part replaced, which must be there. */
function changed(...changes: [from: string, to: string][]): string {
  return changes.reduce((text, [from, to]) => {
    assert.ok(text.includes(from), from);
    return text.replace(from, () => to);
  }, singleYaml);
}

/** A framework as it stands in a file: poles by hat. */
function toYaml({ dimensions, hats, ...rest }: Framework): string {
  return stringify({
    ...rest,
    hats,
    dimensions: dimensions.map(({ poles, ...dimension }) => ({
      ...dimension,
      poles: Object.fromEntries(hats.map(({ id }, index) => [id, poles[index]])),
    })),
  });
}

describe('readFramework', () => {
  it('reads every value of a file', () => {
    assert.deepEqual(readFramework(toYaml(smallFramework)), { value: smallFramework, problems: [] });
  });

  it('puts the poles in the order of the hats, whatever their order in the file', () => {
    const { value } = readFramework(singleYaml);
    assert.deepEqual(
      value?.dimensions[0]?.poles.map(({ summary }) => summary),
      ['Keeps it going', 'Looks ahead'],
    );
  });

  it('takes one dimension and no situations', () => {
    const { value, problems } = readFramework(singleYaml);
    assert.deepEqual(problems, []);
    assert.equal(value?.dimensions.length, 1);
    assert.deepEqual(value.situations, []);
  });

  it('takes twelve dimensions with long names in another script', () => {
    assert.deepEqual(readFramework(toYaml(twelve)), { value: twelve, problems: [] });
    assert.equal(twelve.dimensions.length, 12);
  });

  it('takes ids of scripts that write vowels as marks, however they are composed', () => {
    const text = changed(
      ['id: goals', 'id: निर्णय'],
      ['{ id: keeper', '{ id: gru\u0308n'],
      ['seeker:', 'su\u0308cher:'],
      ['{ id: seeker', '{ id: sücher'],
      ['keeper:', 'grün:'],
    );
    const { value, problems } = readFramework(text);
    assert.deepEqual(problems, []);
    assert.equal(value?.dimensions[0]?.id, 'निर्णय');
    assert.deepEqual(
      value.hats.map(({ id }) => id),
      ['grün', 'sücher'],
    );
  });

  it('puts texts on one line, however they are folded', () => {
    const { value } = readFramework(changed(['principle: Both', 'principle: |\n  Both\n  hats ']));
    assert.equal(value?.principle, 'Both hats are needed.');
  });

  it('takes Windows line ends and a byte order mark', () => {
    const text = `\ufeff${singleYaml.replaceAll('\n', '\r\n')}`;
    assert.deepEqual(readFramework(text), readFramework(singleYaml));
  });

  it('takes a few words for a row, up to 28 letters however they are encoded, or none', () => {
    const short = 'e\u0301'.repeat(28);
    const { value, problems } = readFramework(
      changed(['summary: Looks ahead', `short: ${short}\n        summary: Looks ahead`]),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      value?.dimensions[0]?.poles.map((pole) => pole.short),
      [undefined, short.normalize('NFC')],
    );
  });

  it('takes versions of one to three numbers, once they are quoted', () => {
    for (const version of ['"1"', '"1.0"', '1.0.0', '2.1.3-draft.1'])
      assert.deepEqual(problemsOf(changed(['1.0.0', version])), []);
  });
});

describe('readFramework, problems', () => {
  const dimensionKeys = ['id', 'title', 'question', 'icon', 'poles'];
  const hatKeys = ['id', 'label', 'letter', 'purpose'];
  const text = { code: 'wrongType', expected: 'text' };
  const cases: [name: string, file: string, problems: unknown[]][] = [
    ['an empty file', '', [{ code: 'wrongType', expected: 'map', found: 'nothing', source: '', at: '1:1 ' }]],
    [
      'a file of only a list',
      '- a\n- b\n',
      [{ code: 'wrongType', expected: 'map', found: 'list', source: '- a', at: '1:1 - a' }],
    ],
    [
      'a version that is a number',
      changed(['1.0.0', '1.0']),
      [{ ...text, found: 'number', source: '1.0', at: '2:10 1.0' }],
    ],
    [
      'a text that is a truth value',
      changed(['title: Goals', 'title: true']),
      [{ ...text, found: 'boolean', source: 'true', at: '12:12 true' }],
    ],
    [
      'a text left out',
      changed(['title: Goals', 'title:']),
      [{ ...text, found: 'nothing', source: 'title', at: '12:5 title' }],
    ],
    [
      'an item with a colon',
      changed(['[Count once.]', '\n          - Count: once.']),
      [{ ...text, found: 'map', source: 'Count: once.', at: '38:13 Count: once.' }],
    ],
    [
      'a text where a list is due',
      changed(['[Count once.]', 'Count once.']),
      [
        {
          code: 'wrongType',
          expected: 'list',
          found: 'text',
          source: 'Count once.',
          at: '37:16 Count once.',
        },
      ],
    ],
    [
      'a blank text',
      changed(['title: Goals', 'title: " "']),
      [{ code: 'badValue', rule: 'filled', found: '', at: '12:12 " "' }],
    ],
    [
      'an id with a capital',
      changed(['id: goals', 'id: Goals']),
      [{ code: 'badValue', rule: 'id', found: 'Goals', at: '11:9 Goals' }],
    ],
    [
      'an id that begins with a digit',
      changed(['id: goals', 'id: 3goals']),
      [{ code: 'badValue', rule: 'id', found: '3goals', at: '11:9 3goals' }],
    ],
    [
      'an id with a slash',
      changed(['id: goals', 'id: goals/all']),
      [{ code: 'badValue', rule: 'id', found: 'goals/all', at: '11:9 goals/all' }],
    ],
    [
      'two letters for a hat',
      changed(['letter: S', 'letter: SE']),
      [{ code: 'badValue', rule: 'letter', found: 'SE', at: '9:42 SE' }],
    ],
    [
      'a day that does not exist',
      changed(['2024-05-07', '2024-02-30']),
      [{ code: 'badValue', rule: 'date', found: '2024-02-30', at: '5:60 2024-02-30' }],
    ],
    [
      'a date of another form',
      changed(['2024-05-07', '7 May 2024']),
      [{ code: 'badValue', rule: 'date', found: '7 May 2024', at: '5:60 7 May 2024' }],
    ],
    [
      'a language that is no tag',
      changed(['language: en', 'language: english!']),
      [{ code: 'badValue', rule: 'language', found: 'english!', at: '3:11 english!' }],
    ],
    [
      'a version of words',
      changed(['1.0.0', 'newest']),
      [{ code: 'badValue', rule: 'version', found: 'newest', at: '2:10 newest' }],
    ],
    [
      'an icon with its dollar sign',
      changed(['icon: target', 'icon: $(target)']),
      [{ code: 'badValue', rule: 'icon', found: '$(target)', at: '14:11 $(target)' }],
    ],
    [
      'too many words for a row',
      changed([
        'summary: Keeps it going',
        'short: Keeps it going every day, all day\n        summary: Keeps it going',
      ]),
      [
        {
          code: 'badValue',
          rule: 'short',
          found: 'Keeps it going every day, all day',
          at: '28:16 Keeps it going every day, all day',
        },
      ],
    ],
    [
      'a misspelled key',
      changed(['question: What', 'queston: What']),
      [
        { code: 'missingKey', key: 'question', at: '11:5 id: goals' },
        {
          code: 'unknownKey',
          found: 'queston',
          allowed: dimensionKeys,
          nearest: 'question',
          at: '13:5 queston',
        },
      ],
    ],
    [
      'a key like no other',
      changed(['icon: target', 'icon: target\n    weight: x']),
      [{ code: 'unknownKey', found: 'weight', allowed: dimensionKeys, at: '15:5 weight' }],
    ],
    [
      'a missing key of a map with a key',
      changed([', title: An Article', '']),
      [{ code: 'missingKey', key: 'title', at: '5:1 attribution' }],
    ],
    [
      'a pole of a hat that is not there, and one of a hat that is missing',
      changed(['seeker:', 'seekers:']),
      [
        { code: 'missingKey', key: 'seeker', at: '15:5 poles' },
        {
          code: 'unknownKey',
          found: 'seekers',
          allowed: ['keeper', 'seeker'],
          nearest: 'seeker',
          at: '16:7 seekers',
        },
      ],
    ],
    [
      'a prompt kind that is not there',
      changed(['oneOnOne: [What do you', 'oneonone: [What do you']),
      [
        { code: 'missingKey', key: 'oneOnOne', at: '22:9 prompts' },
        {
          code: 'unknownKey',
          found: 'oneonone',
          allowed: ['reflection', 'oneOnOne', 'retrospective'],
          nearest: 'oneOnOne',
          at: '24:11 oneonone',
        },
      ],
    ],
    [
      'two statements',
      changed(['I counted., ', '']),
      [{ code: 'wrongCount', min: 3, max: 3, found: 2, at: '32:9 statements' }],
    ],
    [
      'four statements, one of them a number',
      changed(['I counted., ', 'I counted., 4, ']),
      [
        { code: 'wrongCount', min: 3, max: 3, found: 4, at: '32:9 statements' },
        { ...text, found: 'number', source: '4', at: '32:34 4' },
      ],
    ],
    [
      'a statement twice',
      changed(['I planned.', 'I counted.']),
      [{ code: 'repeated', found: 'I counted.', at: '32:34 I counted.' }],
    ],
    [
      'no moves',
      changed(['[Count once.]', '[]']),
      [{ code: 'wrongCount', min: 1, found: 0, at: '37:9 moves' }],
    ],
    [
      'no dimensions',
      `${singleYaml.slice(0, singleYaml.indexOf('dimensions:'))}dimensions: []\n`,
      [{ code: 'wrongCount', min: 1, found: 0, at: '10:1 dimensions' }],
    ],
    [
      'three hats',
      changed(['dimensions:', '  - { id: third, label: Third, letter: T }\ndimensions:']),
      [
        { code: 'wrongCount', min: 2, max: 2, found: 3, at: '7:1 hats' },
        { code: 'missingKey', key: 'purpose', at: '10:5 { id: third, label: Third, letter: T }' },
      ],
    ],
    [
      'two hats of one id',
      changed(['id: seeker', 'id: keeper']),
      [{ code: 'repeated', found: 'keeper', at: '9:11 keeper' }],
    ],
    [
      'a dimension that no tag could tell from a hat',
      changed(['id: goals', 'id: ſeeker']),
      [{ code: 'repeated', found: 'ſeeker', at: '11:9 ſeeker' }],
    ],
    [
      'a dimension named as a hat',
      changed(['id: goals', 'id: seeker']),
      [{ code: 'repeated', found: 'seeker', at: '11:9 seeker' }],
    ],
    [
      'a key of a hat that belongs elsewhere',
      changed(['letter: K,', 'letter: K, icon: x,']),
      [{ code: 'unknownKey', found: 'icon', allowed: hatKeys, at: '8:45 icon' }],
    ],
    [
      'situations that name what is not there',
      `${singleYaml}situations:
  - id: fire
    title: Fire
    keywords: []
    first: { dimension: goal, hat: keeper }
    move: Run.
    then: { dimension: goals, hat: 7 }
    trap: Stay.
  - id: fire
    title: Fire again
    keywords: [again]
    first: { dimension: seeker, hat: goals }
    move: Run.
    then: { dimension: goals, hat: seeker }
    trap: Stay.
`,
      [
        { code: 'unknownName', found: 'goal', allowed: ['goals'], nearest: 'goals', at: '42:25 goal' },
        { ...text, found: 'number', source: '7', at: '44:36 7' },
        { code: 'repeated', found: 'fire', at: '46:9 fire' },
        { code: 'unknownName', found: 'seeker', allowed: ['goals'], at: '49:25 seeker' },
        { code: 'unknownName', found: 'goals', allowed: ['keeper', 'seeker'], at: '49:38 goals' },
      ],
    ],
    [
      'a key twice, beside other problems',
      changed(['title: Single', 'title: Single\ntitle: 7']),
      [
        { code: 'duplicateKey', key: 'title', at: '5:1 title' },
        { ...text, found: 'number', source: '7', at: '5:8 7' },
      ],
    ],
    [
      'a tab',
      changed(['    title: Goals', '\ttitle: Goals']),
      [{ code: 'syntax', reason: 'tab', at: '12:1 \t' }],
    ],
    [
      'several documents',
      `${singleYaml}---\nid: two\n`,
      [{ code: 'syntax', reason: 'documents', at: '38:1 ---\nid: two\n' }],
    ],
    [
      'a colon inside a text',
      changed(['title: Goals', 'title: Goals: all']),
      [{ code: 'syntax', reason: 'colon', at: '12:12 G' }],
    ],
    [
      'a tag of older YAML',
      changed(['2024-05-07', '!!timestamp 2024-05-07']),
      [{ code: 'syntax', reason: 'tag', at: '5:60 !!timestamp' }],
    ],
    [
      'a key that is a list',
      changed(['title: Single', '[title]: Single']),
      [{ code: 'syntax', reason: 'key', at: '4:1 [' }],
    ],
    ['a tag of YAML', changed(['Single', '!date x']), [{ code: 'syntax', reason: 'tag', at: '4:8 !date' }]],
    [
      'an alias to nothing',
      changed(['Single', '*nothing']),
      [{ code: 'syntax', reason: 'alias', at: '4:8 *nothing' }],
    ],
    [
      'a text that begins with a reserved sign',
      changed(['Single', '@single']),
      [{ code: 'syntax', reason: 'start', at: '4:8 @' }],
    ],
    [
      'aliases that multiply',
      ['a: &a [x,x,x,x,x,x,x,x,x]', ...['b: &b', 'c: &c', 'd: &d'].map(timesNine)].join('\n'),
      [{ code: 'syntax', reason: 'alias', at: '1:1 a: &a [x,x,x,x,x,x,x,x,x]' }],
    ],
    [
      'an alias inside of itself',
      'a: &a [*a]',
      [{ code: 'syntax', reason: 'tooMuch', at: '1:1 a: &a [*a]' }],
    ],
  ];
  for (const [name, file, problems] of cases)
    it(`tells ${name}`, () => {
      assert.deepEqual(problemsOf(file), problems);
      assert.equal(readFramework(file).value, undefined);
    });

  it('needs one item at least in every list of a pole', () => {
    const lists = ['behaviours', 'tooMuch', 'tooLittle', 'reflection', 'oneOnOne', 'retrospective', 'moves'];
    for (const list of lists) {
      const file = singleYaml.replace(new RegExp(`${list}: .*`), `${list}: []`);
      const [problem, ...others] = readFramework(file).problems;
      assert.deepEqual(
        [problem?.code, file.slice(problem?.start, problem?.end), others],
        ['wrongCount', list, []],
      );
    }
  });

  it('follows a thousand aliases and no more', () => {
    const file = `a: &a x\nb: [${'*a, '.repeat(1000)}*a]\n`;
    const { problems } = readFramework(file);
    assert.deepEqual(problems, [
      { code: 'syntax', reason: 'alias', start: file.length - 4, end: file.length - 2 },
    ]);
  });

  it('finds problems behind an alias where the anchor stands', () => {
    const file = changed(
      ['tooMuch: [Counting is', 'tooMuch: &list [7, Counting is'],
      ['tooLittle: [Nothing is left]', 'tooLittle: *list'],
    );
    const problem = { ...text, found: 'number', source: '7', at: '30:25 7' };
    assert.deepEqual(problemsOf(file), [problem, problem]);
  });

  it('does not read a file of more than half a million characters', () => {
    const file = `id: x\n${'#'.repeat(maxFrameworkLength)}`;
    assert.deepEqual(problemsOf(file), [{ code: 'tooLarge', limit: maxFrameworkLength, at: '1:1 id: x' }]);
  });

  it('reports thousands of problems without slowing to a halt', () => {
    const file = `situations:\n${'  - { id: a, x: 1 }\n'.repeat(1500)}`;
    assert.ok(readFramework(file).problems.length > 10_000);
  });

  it('tells nesting deeper than the stack', () => {
    assert.deepEqual(readFramework('['.repeat(20_000)).problems[0]?.code, 'syntax');
  });
});

function timesNine(start: string): string {
  const before = String.fromCharCode(start.charCodeAt(0) - 1);
  return `${start} [${Array.from({ length: 9 }, () => `*${before}`).join(',')}]`;
}

describe('readFramework, whatever the text', () => {
  /** Value and problems exclude each other; ranges lie in the text, in order. */
  function holds(text: string): void {
    const { value, problems } = readFramework(text);
    assert.equal(value === undefined, problems.length > 0);
    let before = 0;
    for (const { start, end } of problems) {
      assert.ok(before <= start && start <= end && end <= text.length, `${start}–${end}`);
      before = start;
    }
  }

  it('never throws on random text', () => {
    const sign = fc.constantFrom(...Array.from('\t\n\r :-#&*!|>{}[],"\'%@`?~<0aé🙂\u0000\ud800\ufeff'));
    fc.assert(fc.property(fc.string({ unit: sign, maxLength: 60 }), holds), { numRuns: 60 });
    fc.assert(fc.property(anyText, holds), { numRuns: 40 });
  });

  it('never throws on a file with parts cut, repeated or replaced', () => {
    const bit = fc.constantFrom(
      '',
      '\n',
      '\t',
      ': ',
      '- ',
      '7',
      '"',
      '&a ',
      '*a',
      '[',
      '}',
      '<<: ',
      '__proto__: ',
    );
    const place = fc.nat({ max: singleYaml.length });
    const edit = fc.record({ at: place, cut: fc.nat({ max: 40 }), bit });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        holds(
          edits.reduce(
            (text, { at, cut, bit }) => text.slice(0, at) + bit + text.slice(at + cut),
            singleYaml,
          ),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('never throws on the built-in with a line lost or moved', () => {
    const lines = toYaml(builtin).split('\n');
    const line = fc.nat({ max: lines.length - 1 });
    fc.assert(
      fc.property(line, line, (from, to) => {
        const moved = lines.toSpliced(from, 1);
        holds((from % 2 ? moved : moved.toSpliced(to, 0, lines[from] ?? '')).join('\n'));
      }),
      { numRuns: 5 },
    );
  });
});
