import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ignoreTag, readConfig, withoutPerson } from '../../../../../src/core/journal/config/config';

const whole = `# whom I work with
people:
  - name: Priya Shah   # since May
    aliases: [Priya, PS]
    role: Engineer
    cadence: weekly
  - name: 李雷
    aliases: Lei

ignored: ["#decision-makin", risk]
templates: ./my templates/
`;

/** What is said to be wrong: the text at its place. */
function problems(text: string): string[] {
  return readConfig(text).problems.map((problem) =>
    [
      problem.code,
      'expected' in problem ? problem.expected : '',
      text.slice(problem.start, problem.end),
    ].join(' '),
  );
}

describe('two-hats.yaml', () => {
  it('says whom the journal is about, what to ignore, and where templates are', () => {
    assert.deepEqual(readConfig(whole), {
      config: {
        people: [
          { name: 'Priya Shah', aliases: ['Priya', 'PS'], role: 'Engineer', cadence: 'weekly' },
          { name: '李雷', aliases: ['Lei'], role: undefined, cadence: undefined },
        ],
        me: [],
        ignored: ['decision-makin', 'risk'],
        templates: 'my templates',
      },
      problems: [],
    });
  });

  for (const empty of ['', '# nothing yet\n', 'people:\nignored:\ntemplates:\n', '{}'])
    it(`may say nothing: ${JSON.stringify(empty)}`, () => {
      assert.deepEqual(readConfig(empty), {
        config: { people: [], me: [], ignored: [], templates: '' },
        problems: [],
      });
    });

  it('names the lead, in any of its forms', () => {
    for (const [text, me] of [
      ['me: Sam Lead\n', ['Sam Lead']],
      ['me: [Sam Lead, 萨姆]\n', ['Sam Lead', '萨姆']],
      ['me:\n  name: Sam  Lead\n  aliases: [SL, sammy]\n', ['Sam Lead', 'SL', 'sammy']],
      ['me:\n  aliases: SL\n', ['SL']],
      ['me:\n', []],
    ] as const)
      assert.deepEqual([readConfig(text).config.me, readConfig(text).problems], [me, []], text);
    assert.deepEqual(problems('me: 5\npeople: []\n'), ['wrongType lead 5']);
    for (const list of ['[Sam, null]', '[1]', '[[Sam]]', '[name: Sam]'])
      assert.deepEqual(problems(`me: ${list}\npeople: []\n`), [`wrongType lead ${list}`]);
  });

  it('knows somebody of whom some is still to be filled in', () => {
    const { config, problems } = readConfig(
      'people:\n  - name: Ana\n    aliases:\n    role:\n    cadence:\n',
    );
    const ana = { name: 'Ana', aliases: [], role: undefined, cadence: undefined };
    assert.deepEqual([config.people, problems], [[ana], []]);
  });

  it('is used as far as it is right, and what is wrong is shown at its place', () => {
    const text =
      'people:\n  - name: Ana\n  - Ben\n  - name: [x]\n  - role: a\nignored: much\ntemplates: 5\nmore: x\n';
    assert.deepEqual(
      readConfig(text).config.people.map(({ name }) => name),
      ['Ana'],
    );
    assert.deepEqual(problems(text), [
      'wrongType person Ben',
      'wrongType text [x]',
      'wrongType text role: a\n',
      'wrongType list much',
      'wrongType text 5',
    ]);
  });

  it('shows at its place what is wrong as a whole', () => {
    assert.deepEqual(problems('# mine\n- a\n'), ['wrongType map - a\n']);
    assert.deepEqual(problems('people:\n  name: Ana\n'), ['wrongType list name: Ana\n']);
  });

  it('that is no YAML is not used', () => {
    const { config, problems } = readConfig('people:\n  - name: "Ana\n');
    assert.deepEqual([config.people, problems[0]?.code], [[], 'syntax']);
  });

  it('that is no YAML says so once at a place', () => {
    const { problems } = readConfig(
      'people:\n  - name: Ana\n    aliases: [A, B\n  - name: Ben\n    aliases: [C]\n',
    );
    const starts = problems.map(({ start }) => start);
    assert.ok(starts.length > 1);
    assert.deepEqual(starts, [...new Set(starts)]);
  });

  it('that stands for what it does not say is not used, and says so', () => {
    const text = 'people:\n  - name: Ana\nignored: [*mine]\n';
    const { config, problems } = readConfig(text);
    assert.deepEqual([config.people, problems], [[], [{ code: 'syntax', start: 0, end: text.length }]]);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (one, other) => {
        readConfig(one);
        readConfig(`people:\n - ${other}\nignored: ${one}`);
      }),
    );
    assert.deepEqual(readConfig('a: &a [*a, *a]\npeople: *a').config.people, []);
  });

  it('takes one more near miss, and stays as it is otherwise', () => {
    assert.equal(ignoreTag(whole, '#decisions'), whole.replace('risk]', 'risk, decisions]'));
    for (const [before, after] of [
      ['# mine\npeople: []\n', '# mine\npeople: []\nignored:\n  - decisions\n'],
      [
        'ignored:\n    - a # why\n\ntemplates: t\n',
        'ignored:\n    - a # why\n    - decisions\n\ntemplates: t\n',
      ],
      ['ignored: # none yet\ntemplates: t', 'ignored: [decisions] # none yet\ntemplates: t'],
      ['ignored: []', 'ignored: [decisions]'],
      ['ignored: [ a, ]', 'ignored: [ a, decisions ]'],
      ['"ignored" : \ntemplates: t\n', '"ignored" : [decisions] \ntemplates: t\n'],
      ['templates: t', 'templates: t\nignored:\n  - decisions\n'],
      ['ignored:\n- a\n- b', 'ignored:\n- a\n- b\n- decisions'],
    ] as const)
      assert.equal(ignoreTag(before, 'decisions'), after);
    for (const before of ['templates: t\r\n', 'ignored:\r\n  - a\r\n', 'templates: t\r\nignored: []'])
      assert.doesNotMatch(ignoreTag(before, 'decisions'), /(?<!\r)\n/);
    assert.equal(ignoreTag('', 'decisions'), 'ignored:\n  - decisions\n');
    assert.equal(ignoreTag(whole, 'risk'), whole);
    assert.throws(() => ignoreTag('a: [', 'x'), /no valid YAML/);
    assert.throws(() => ignoreTag('ignored: much', 'x'), /no list/);
  });

  it('lets a person go, and keeps what is said of the others', () => {
    const [first, second] = [whole.indexOf('  - name: Priya'), whole.indexOf('  - name: 李雷')];
    assert.equal(withoutPerson(whole, 'Priya Shah'), whole.slice(0, first) + whole.slice(second));
    assert.equal(
      withoutPerson(whole, '李雷'),
      whole.slice(0, second) + whole.slice(whole.indexOf('\nignored')),
    );
    assert.equal(withoutPerson(whole, 'Ana'), undefined);
    assert.equal(
      withoutPerson('people:\n- name: Ana\n- name: Jose\u0301\ntemplates: t\n', 'Jos\u00e9'),
      'people:\n- name: Ana\ntemplates: t\n',
    );
    const shared = 'people:\n  - name: Ana\n    role: &role Engineer\n  - name: Ben\n    role: *role\n';
    assert.equal(withoutPerson(shared, 'Ana'), undefined);
    assert.equal(withoutPerson(shared, 'Ben'), shared.slice(0, shared.indexOf('  - name: Ben')));
    // Without its first person, what stands behind the key that has no name would be the list.
    const nameless = 'people:\n  - name: Ana\n :\n  - name: Ben\n';
    assert.deepEqual(readConfig(nameless).problems, []);
    assert.equal(withoutPerson(nameless, 'Ana'), undefined);
    for (const unusual of ['people: [{ name: Ana }]', 'people:\n  - name: Ana\nx: [', 'people: Ana', 'Ana'])
      assert.equal(withoutPerson(unusual, 'Ana'), undefined, unusual);
  });

  describe('lets the comments of a person go with them, and no others', () => {
    /** The lines that are left. */
    const without = (name: string, lines: readonly string[], lineBreak = '\n') =>
      withoutPerson(lines.map((line) => line + lineBreak).join(''), name)
        ?.split(lineBreak)
        .slice(0, -1);
    const team = [
      'people:',
      '  - name: Ana Lima',
      '  # on leave until March; do not plan',
      '  - name: Ben Okoro',
      '  - name: Chi Tran',
    ];

    for (const lineBreak of ['\n', '\r\n'])
      it(`a comment belongs to what follows it (lines end at ${JSON.stringify(lineBreak)})`, () => {
        assert.deepEqual(without('Ben Okoro', team, lineBreak), [team[0], team[1], team[4]]);
        assert.deepEqual(without('Ana Lima', team, lineBreak), [team[0], team[2], team[3], team[4]]);
        assert.deepEqual(without('Chi Tran', team, lineBreak), team.slice(0, 4));
      });

    it('one that is indented below the dash is part of the item above', () => {
      const lines = [
        'people:',
        '- name: Ana',
        '  aliases:',
        '    # short',
        '    - An',
        '  # role: lead',
        '- name: Ben',
      ];
      assert.deepEqual(without('Ana', lines), ['people:', '- name: Ben']);
      assert.deepEqual(without('Ben', lines), lines.slice(0, 6));
    });

    it('one that an empty line sets apart stays', () => {
      const lines = [
        'people:',
        '  # Lisbon',
        '',
        '  # on leave',
        '  - name: Ana # lead',
        '',
        '  # Hanoi',
        '',
        '  - name: Ben',
      ];
      assert.deepEqual(without('Ana', lines), [
        'people:',
        '  # Lisbon',
        '',
        '  # Hanoi',
        '',
        '  - name: Ben',
      ]);
      assert.deepEqual(without('Ben', lines), lines.slice(0, 7));
    });

    it('what follows the list keeps its comments, too', () => {
      const lines = [
        'people:',
        '  - name: Ana',
        '  - name: Ben # - lead',
        '',
        '# not mine',
        'ignored: # see above',
        '  - x # y',
      ];
      assert.deepEqual(without('Ben', lines), [...lines.slice(0, 2), ...lines.slice(3)]);
      assert.deepEqual(
        without('Ana', ['people:', '  # mine', '  -   # a - b', '      name: Ana', '# all', 'ignored: [x]']),
        ['people:', '# all', 'ignored: [x]'],
      );
    });

    it('a text in lines of its own goes whole, and a second entry of the name as well', () => {
      const lines = [
        'people:',
        '  - name: Ana',
        '    role: |',
        '      one',
        '      # two',
        '  - name: Ben',
        '  - name: Ana',
      ];
      assert.deepEqual(without('Ana', lines), ['people:', '  - name: Ben']);
    });
  });

  it('that is too large is not used, and says so', () => {
    const keys = Array.from({ length: 60_000 }, (_, index) => `key${index}: value`).join('\n');
    assert.deepEqual(readConfig(keys), {
      config: { people: [], me: [], ignored: [], templates: '' },
      problems: [{ code: 'tooLarge', limit: 250_000, start: 0, end: 11 }],
    });
    assert.equal(withoutPerson(`people:\n  - name: Ana\n${keys}`, 'Ana'), undefined);
  });

  it('says which key stands twice in a map', () => {
    assert.deepEqual(problems('people:\n  - name: Ana\n    role: a\n    role: b\n'), ['syntax  r']);
  });
});
