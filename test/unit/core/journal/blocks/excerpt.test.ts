import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cutToCharacters, NoteLines } from '../../../../../src/core/journal/blocks/excerpt';
import { scanned } from '../../../../support/notes';

/** The plain text of a whole note. */
function plain(text: string): string {
  return new NoteLines(text, scanned(text).privateLines).plainText({ first: 0, last: Infinity });
}

describe('The plain text of a block', () => {
  for (const [what, text, expected] of [
    ['tags, known or not', 'Said no. #decision-making/leadership #delegation', 'Said no.'],
    ['a tag within a sentence', 'I #decision-making/leadership decided', 'I decided'],
    ['a tag and its brackets', 'Said no (#decision-making, #todo).', 'Said no.'],
    ['a tag before a full stop', 'Said no #todo.', 'Said no.'],
    ['list and task marks', '- [ ] Ask Priya', 'Ask Priya'],
    ['numbers of lists', '2) Ask Priya', 'Ask Priya'],
    ['block quotes and callouts', '> [!note] Ask\n> Priya', 'Ask Priya'],
    ['callouts behind an empty line', 'Today\n\n> [!note] Ask\n> Priya', 'Today · Ask Priya'],
    ['heading marks', '## Ask Priya ##', 'Ask Priya'],
    [
      'emphasis',
      'She is **very** *good* at ~~this~~ ==that== and _this_',
      'She is very good at this that and this',
    ],
    [
      'no stars and underscores of other use',
      '2 * 3 in snake_case and a == b',
      '2 * 3 in snake_case and a == b',
    ],
    ['code marks', 'Run `npm test` first', 'Run npm test first'],
    ['links', 'See [the (old) page](https://a.b/c "d") and [that][1].', 'See the (old) page and that.'],
    [
      'links to files of any name',
      '[x\\](command:a)\\[y.md](x%5D.md) and [a](b.md)',
      'x](command:a)[y.md and a',
    ],
    ['links of few words', 'An [](a.md) empty [one]() and [two][]', 'An empty one and two'],
    ['wiki links of few words', 'See [[|Priya]] and [[Plan|]] now', 'See Priya and now'],
    ['brackets that are left empty', 'Said () no [] at ( , ; ) all', 'Said no at all'],
    ['wiki links', 'See [[people/priya|Priya]] and [[Plan]]', 'See Priya and Plan'],
    ['images', 'Look: ![a chart](a.png)', 'Look: a chart'],
    ['addresses in angle brackets', 'At <https://a.b> or <a@b.c>', 'At https://a.b or a@b.c'],
    ['inline HTML', 'Press <kbd>F1</kbd> now', 'Press F1 now'],
    ['footnotes', 'True[^1]', 'True'],
    ['escapes', '1\\. Not \\*this\\* \\#tag', '1. Not *this* #tag'],
    [
      'the lines where a comment stood between two kinds of breaks',
      '# a\n\nOne\r<!--b-->\nTwo',
      'a · One · Two',
    ],
    ['comments, over lines too', 'One <!-- two\nthree --> four <!-- five -->', 'One four'],
    ['comments of other note apps', 'One %%two\nthree%% four', 'One four'],
    ['blocks of such comments', 'One\n\n%%\ntwo\n\nthree\n%%\n\nfour', 'One · four'],
    ['such comments in headings and rows', '# One %%two%%\n\n| a | b %%c%% |', 'One · a · b'],
    ['nothing that a stray `%%` stands before', 'One %% two\n\n%%\n\nthree', 'One %% two · %% · three'],
    ['nothing between `%%` in code', 'One `%%` two `%%` three', 'One %% two %% three'],
    ['comments that end where a line begins', 'One <!-- two\n--> three', 'One three'],
    ['code of several lines, right below text', 'One\n```js\nlet x;\nlet y;\n```\ntwo', 'One · two'],
    ['code with other fences in it', 'One\n\n````\n```\nlet x;\n```\n````\n\ntwo', 'One · two'],
    ['fenced code', 'Before\n\n```js\nlet x; // #x\n```\n\nAfter', 'Before · After'],
    ['marks within a line that begin no code', 'Use ``` here\n\nNext', 'Use here · Next'],
    ['rules', 'One\n\n---\n\nTwo\n***', 'One · Two'],
    ['link definitions', 'One\n\n[1]: https://a.b\n[2]:c.md', 'One'],
    ['marks of tables without spaces', '|a|b|\n|-|-|\n|c|d|', 'a · b · c · d'],
    [
      'marks of code at the beginning of a line that is no fence',
      '```npm test``` ran\n\nNext',
      'npm test ran · Next',
    ],
    ['backslashes before marks in tables', '| a \\| b | c |', 'a | b · c'],
    ['front matter', '---\nperson: Priya\n---\nOne', 'One'],
    ['other front matter', '+++\nperson = "Priya"\n+++\nOne', 'One'],
    ['a byte order mark', '\uFEFF---\nperson: Priya\n---\nOne', 'One'],
    ['control characters and turns of direction', 'One\u202E\u0007two', 'One two'],
  ] as const)
    it(`is without ${what}`, () => {
      assert.equal(plain(text), expected);
    });

  for (const [what, text] of [
    ['numbers of issues', 'Closed #1234 in C#'],
    ['stars and underscores of other use', '2 * 3 in snake_case and a == b'],
    ['what only looks like a callout', 'Ask [!note] Priya'],
    ['what only looks like a link definition', '[Priya]: said no at once'],
  ] as const)
    it(`keeps ${what}`, () => {
      assert.equal(plain(text), text);
    });

  it('is one line: lines of a paragraph together, paragraphs, items, headings and table rows apart', () => {
    assert.equal(
      plain(
        '# Talk\nOne\r\ntwo\r\n\r\n- three\n- four\n\n| a | b |\n|---|:-:|\n| c | d |\n\nHead\n===\nfive',
      ),
      'Talk · One two · three · four · a · b · c · d · Head · five',
    );
  });

  it('is of the asked lines only', () => {
    const lines = new NoteLines('zero\n\none\ntwo\n\nthree', []);
    assert.equal(lines.plainText({ first: 2, last: 3 }), 'one two');
  });

  it('never holds what is private, in a block that is not', () => {
    const note =
      '# Talk #decision-making\n\nOpen\n- secret #private\n  secret too\n- Open too\n\n## Private\n\nsecret';
    assert.equal(plain(note), 'Talk · Open · Open too');
  });

  it('is in every script', () => {
    assert.equal(plain('- [ ] 与**李雷**谈了话 #decision-making'), '与李雷谈了话');
  });

  it('is empty where nothing was written', () => {
    assert.equal(plain('- [ ] #decision-making/leadership'), '');
    assert.equal(plain(''), '');
  });

  it('ends somewhere, and is quick on hostile texts', () => {
    const hostile = [
      '[',
      '![',
      '(',
      '<',
      '*',
      '_',
      '`',
      '|',
      '<!--',
      '[[',
      '\\',
      '#',
      '- ',
      '~',
      '> ',
      '[x]((',
    ];
    for (const mark of hostile) {
      const started = performance.now();
      const text = new NoteLines(mark.repeat(200_000), []).plainText({ first: 0, last: Infinity });
      assert.ok(text.length <= 2001, `${mark}: ${text.length} characters`);
      const ms = performance.now() - started;
      assert.ok(ms < 200, `${mark}: ${ms} ms`);
    }
  });

  it('is one printable line, whatever the bytes', () => {
    const marks = fc.constantFrom(
      '#a',
      '**',
      '`',
      '```\n',
      '[',
      '](',
      ')',
      '<!--',
      '-->',
      '\n',
      '- ',
      '> ',
      '|',
      'é',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(marks, fc.string({ unit: 'binary' })), { maxLength: 12 }), (parts) => {
        const text = new NoteLines(parts.join(''), []).plainText({ first: 0, last: Infinity });
        assert.doesNotMatch(text, /[\x00-\x1f\u2028\u2029]|^\s|\s$|\s\s/);
      }),
    );
  });
});

describe('A text that is cut', () => {
  it('keeps whole characters, as a person counts them', () => {
    assert.equal(cutToCharacters('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2), '👩‍👩‍👧‍👦👩‍👩‍👧‍👦…');
    assert.equal(cutToCharacters('e\u0301e\u0301', 2), 'e\u0301e\u0301');
    assert.equal(cutToCharacters('one two three', 8), 'one two…');
    assert.equal(cutToCharacters('one two', 7), 'one two');
  });
});
