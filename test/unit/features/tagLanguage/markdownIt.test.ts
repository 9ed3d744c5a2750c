import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import builtin from '../../../../src/core/framework/builtin.framework.yaml';
import { scanNote } from '../../../../src/core/journal/scan/scanNote';
import { knownTags, tagText } from '../../../../src/core/journal/tags/tags';
import { showTags } from '../../../../src/features/tagLanguage/markdownIt';
import { scanned } from '../../../support/notes';

const note = {};

/** As VS Code sets it up. */
const md = showTags(new MarkdownIt({ html: true, linkify: true }), {
  tags: knownTags(builtin),
  scan: (text) => scanNote('', text, { tags: knownTags(builtin) }),
  styleOf: (tag) => `style-of-${tag.hat ?? 'both'}`,
  titleOf: (tag) => `About <${tagText(tag)}>`,
  privateWord: 'Not <shown>',
  isNote: (document) => document === note,
});
const render = (text: string, currentDocument?: object) => md.render(text, { currentDocument });
const chips = (html: string) => [...html.matchAll(/title="About &lt;(.*?)&gt;">/g)].map(([, tag]) => tag!);
const expected = (text: string) =>
  scanned(text)
    .tags.filter(({ inFrontMatter }) => !inFrontMatter)
    .map(tagText);

describe('A tag in the preview', () => {
  it('is a chip with its text as written, its hat’s style, and what it stands for', () => {
    assert.equal(
      render('So #Risk-Taking/leadership/own.'),
      '<p>So <span class="two-hats-tag style-of-leadership" title="About &lt;#risk-taking/leadership&gt;">' +
        '#Risk-Taking/leadership/own</span>.</p>\n',
    );
  });

  const texts = [
    '# Plan #risk-taking\n\nText *#risk-taking* (#risk-taking/leadership), **#time-horizon**.',
    'Plan #risk-taking\n===\n',
    '| a | b |\n|---|---|\n| #risk-taking | `#risk-taking` |\n',
    '> - [ ] #risk-taking\n>   and #time-horizon\n',
    '```\n#risk-taking\n```\n\n    #risk-taking\n\n`#risk-taking` and `` a\n#risk-taking ``',
    '[#risk-taking](#time-horizon "#risk-taking") ![#risk-taking](a) <https://a.b/#risk-taking>',
    'https://a.b/?q=#risk-taking www.a.b/(#risk-taking) and #risk-taking',
    '<!-- #risk-taking --> <b title="#risk-taking">#time-horizon</b>\n\n<div>\n#risk-taking\n</div>\n',
    'a %% #risk-taking %% #time-horizon\n\n%%\n#risk-taking\n\n%%\n\n`%%` #risk-taking `%%`',
    '[[#risk-taking]] [[a|#risk-taking]] [[open #time-horizon',
    '\\#risk-taking &#35;risk-taking C#risk-taking ##risk-taking #risk-takings _#risk-taking_ #risk-taking_',
    '[a]: #risk-taking\n\n[a] [#risk-taking][a]\n',
    '#risk-taking#time-horizon #risk-taking/ #todo #leadership',
  ];
  for (const text of texts)
    it(`is shown where the scanner finds one: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(chips(render(text)), expected(text));
    });

  it('is shown where the scanner finds one, in any text', () => {
    const piece = fc.constantFrom(
      ...[
        '#risk-taking',
        '#risk-taking/leadership',
        '#todo',
        'word',
        ' ',
        ' ',
        '\n',
        '\n\n',
        '- ',
        '> ',
        '# ',
      ],
      ...[
        '*',
        '_',
        '**',
        '`',
        '``',
        '[',
        ']',
        '](a)',
        '\\',
        '&amp;',
        '<b>',
        '</b>',
        '|',
        '~~',
        '(',
        ')',
        '/',
        '.',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        assert.deepEqual(chips(render(text)), expected(text), JSON.stringify(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves the tokens as they were, of which VS Code makes the outline', () => {
    const plain = new MarkdownIt({ html: true, linkify: true });
    for (const text of texts) {
      const words = (tokens: ReturnType<typeof plain.parse>): string =>
        tokens
          .map(({ type, content, children }) => `${type} ${children ? words(children) : content}`)
          .join(' ');
      const joined = (tokens: string) => tokens.replaceAll(' text ', '');
      assert.equal(joined(words(md.parse(text, {}))), joined(words(plain.parse(text, {}))));
    }
  });
});

describe('What is private', () => {
  const tag = '\n\n#risk-taking\n';
  const placeholder = 'Not &lt;shown&gt;';

  const cases: [what: string, text: string, shown: string[], hidden: string[]][] = [
    ['a paragraph', 'Before\n\nSecret\n#private\n\nAfter', ['Before', 'After'], ['Secret']],
    [
      'a list item with what is nested in it',
      '- One\n- Secret #private\n  - Nested\n- Two',
      ['One', 'Two'],
      ['Secret', 'Nested'],
    ],
    [
      'a section',
      '# One\n\n## Secret #private\n\nHidden\n\n### Deep\n\n- Item\n\n## Two\n\nOpen',
      ['One', 'Two', 'Open'],
      ['Secret', 'Hidden', 'Deep', 'Item'],
    ],
    ['a section called Private', 'Open\n\n## Private\n\nHidden\n\n# After', ['Open', 'After'], ['Hidden']],
    [
      'a table row',
      '| a | b |\n|---|---|\n| Open | 1 |\n| Secret #private | 2 |\n| Last | 3 |\n',
      ['Open', 'Last'],
      ['Secret'],
    ],
    ['code in a private section', '# A\n\n## Private\n\n```\nHidden\n```\n\n## B', ['A', 'B'], ['Hidden']],
    ['a quote in one', '## Private\n\n> Hidden\n\n## B', ['B'], ['Hidden']],
    ['the rest of a note', 'Open\n\n# Private\n\nHidden', ['Open'], ['Hidden']],
  ];
  for (const [what, text] of [
    ['list', '- Secret #private'],
    ['numbered list', '1. Secret #private'],
    ['quote', '> Secret\n> #private'],
  ] as const)
    it(`leaves no empty ${what} where all of it is private`, () => {
      assert.equal(
        render(`Before\n\n${text}\n\nAfter`, note),
        `<p>Before</p>\n<p class="two-hats-private">${placeholder}</p>\n<p>After</p>\n`,
      );
    });

  for (const [what, row, place] of [
    ['the only row of a table', '| Secret | #private |\n', '<tbody><tr>WORD</tr></tbody>'],
    [
      'a row among others',
      '| Secret | #private |\n| Open | 1 |\n',
      '<tbody>\n<tr>WORD</tr>\n<tr>\n<td>Open</td>',
    ],
  ] as const)
    it(`leaves a table whole without ${what}`, () => {
      const word = `<td class="two-hats-private">${placeholder}</td>`;
      const html = render(`| a | b |\n|---|---|\n${row}`, note);
      assert.ok(html.includes(place.replace('WORD', word)), html);
      assert.ok(!html.includes('<p'), html);
    });

  for (const [what, text, shown, hidden] of cases)
    it(`is not shown: ${what}`, () => {
      for (const html of [render(text, note), render(`#risk-taking\n\n${text}`)]) {
        for (const word of shown) assert.ok(html.includes(word), `${word} in ${html}`);
        for (const word of hidden) assert.ok(!html.includes(word), `${word} in ${html}`);
        assert.equal(html.split(placeholder).length, 2, html);
      }
    });

  it('is all of a note whose front matter says so', () => {
    const forms = ['tags: private', 'tags: [a, private]', 'tags: { a: private }', 'tags: "\\x70rivate"'];
    for (const tags of forms) {
      const html = render(`---\n${tags}\n---\n\nHidden\n`, note);
      assert.ok(!html.includes('Hidden'), html);
    }
  });

  it('is shown in a document that is not ours', () => {
    assert.ok(render('## Private\n\nMembers of a class.', {}).includes('Members'));
    assert.ok(render('Text #private', {}).includes('Text'));
  });

  it('stays in the tokens, of which VS Code makes the outline', () => {
    const contents = md.parse(`## Private\n\nHidden${tag}`, {}).map(({ content }) => content);
    assert.ok(contents.includes('Hidden'));
  });
});

describe('A comment of other note apps in the preview', () => {
  const text =
    'Before %%secret\nsecret%% **behind**\n\n%%\nsecret\n\n- secret\n%%\n\n# After %%secret%%\n\n`%%shown%%`\n';

  it('is not shown in a note, nor in a document with a known tag', () => {
    const html = render(text, note);
    assert.ok(!html.includes('secret'), html);
    assert.equal(
      html,
      '<p>Before\n<strong>behind</strong></p>\n<h1>After</h1>\n<p><code>%%shown%%</code></p>\n',
    );
    assert.ok(!render(`${text}\n#risk-taking\n`, {}).includes('secret'));
  });

  it('is shown in a document that is not ours, whose `%%` may be another thing', () => {
    const plain = new MarkdownIt({ html: true, linkify: true });
    assert.equal(render(text, {}), plain.render(text));
  });

  it('hides nothing where it is not closed', () => {
    assert.match(render('100%% sure\n\n%%\n\nshown', note), /100%% sure[^]*%%[^]*shown/);
  });
});
