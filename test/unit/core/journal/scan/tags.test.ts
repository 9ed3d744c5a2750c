import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placesOf, scanned } from '../../../../support/notes';

const tag = '#decision-making/leadership';

/** What the tags of a text count as, without their places. */
function counted(text: string): string[] {
  return placesOf(text).map((place) => place.replace(/^\S+ /, ''));
}

describe('A tag in a line', () => {
  for (const before of ['', ' ', '\t', '(', '[', '"', '*', ',', '> ', '|', '—', '**', '==', '🚀'])
    it(`counts after ${JSON.stringify(before)}`, () => {
      assert.deepEqual(counted(`so ${before}${tag} it is`), [tag]);
    });

  for (const after of ['.', '…', ',', ')', '**', ':', '!', '?', ';', '/', '//'])
    it(`counts before ${JSON.stringify(after)}, which does not belong to it`, () => {
      assert.deepEqual(counted(tag + after), [tag]);
      const [found] = scanned(tag + after).tags;
      assert.deepEqual([found?.start, found?.end], [0, tag.length]);
    });

  for (const [text, expected] of [
    ['#Decision-Making/LEADERSHIP', tag],
    ['#decision-making/', '#decision-making'],
    ['#decision-making/leadership/delegation', tag],
    ['#decision-making/other', '#decision-making'],
    ['#decision-making//leadership', '#decision-making'],
    ['#decision-making/leadership-2', '#decision-making'],
  ] as const)
    it(`${text} counts as ${expected}`, () => {
      assert.deepEqual(counted(text), [expected]);
    });

  it('spans the person’s own sub-tags', () => {
    const [found] = scanned('x #decision-making/leadership/delegation/ y').tags;
    assert.deepEqual([found?.start, found?.end], [2, 40]);
  });

  for (const text of [
    ...['#decision-making-2', '#decision-makings', '#decision-making🚀', '#decision-making_x'],
    ...['a#decision-making', 'C#decision-making', 'page/#decision-making', '##decision-making'],
    ...['我们#decision-making', '\\#decision-making', '&#35;decision-making', '＃decision-making'],
    ...['#leadership', '#management/decision-making', '#1234', '#todo', '#', '-#decision-making'],
  ])
    it(`${text} counts for nothing`, () => {
      assert.deepEqual(counted(text), []);
    });

  it('counts once where two stand together', () => {
    assert.deepEqual(counted('#decision-making/leadership#risk-taking/management'), [tag]);
  });

  it('tells tags of the person’s own from known ones', () => {
    const { otherTags } = scanned('#todo and #leadership, `#code`');
    assert.deepEqual(otherTags, [
      { start: 0, end: 5, line: 0, character: 0, text: 'todo' },
      { start: 10, end: 21, line: 0, character: 10, text: 'leadership' },
    ]);
  });
});

const counts: readonly (readonly [place: string, text: string])[] = [
  ['a paragraph', `some ${tag} text`],
  ['a paragraph’s second line', `some\n${tag} text`],
  ['a lazy line of a quote', `> some\n${tag} text`],
  ['a line of a paragraph that looks like code', `some\n    ${tag}`],
  ['a list item', `- some ${tag}`],
  ['a numbered item', `10) some ${tag}`],
  ['a nested item', `- some\n  - ${tag}`],
  ['an item’s second paragraph', `- some\n\n  ${tag}`],
  ['a task', `- [ ] some ${tag}`],
  ['an ATX heading', `## some ${tag} ##`],
  ['a setext heading', `some ${tag}\n---`],
  ['a table’s head', `| ${tag} | b |\n|---|---|`],
  ['a table’s cell', `| a | b |\n|---|---|\n| a | ${tag} |`],
  ['a block quote', `> ${tag}`],
  ['a callout', `> [!note] Title ${tag}\n> text`],
  ['a footnote', `Text[^1]\n\n[^1]: ${tag}`],
  ['a footnote’s second paragraph', `Text[^1]\n\n[^1]: note\n\n    ${tag}`],
  ['emphasis', `*${tag}* and more`],
  ['a mark', `==${tag}==`],
  ['a link’s text', `[some ${tag}](target.md)`],
  ['a reference’s text', `[some ${tag}][x]\n\n[x]: target.md`],
  ['text between tags of HTML', `a <b class="x">${tag}</b>`],
  ['an inline formula', `the cost $${tag}$ of it`],
  ['a backtick that closes nothing', `a \` ${tag}`],
  ['an angle bracket that closes nothing', `a <b ${tag}`],
  ['brackets that are no link', `[a] (${tag})`],
  ['parentheses after a bracket that opens nothing', `a](${tag})`],
  ['a label that is not defined', `[a][${tag}]`],
  [
    'text after a stray $$',
    `It cost $$5.

$$ is money

${tag}`,
  ],
  ['text after a comment of other note apps', `a %% b %% ${tag}`],
  ['text after such a comment that begins the line', `%% b %% ${tag}`],
  ['text after an empty one', `%%%% ${tag}`],
  ['text below a block of them', `%%\na\n%%\n${tag}`],
  ['text after `%%` that nothing closes', `%%\n\n${tag} 100%% sure`.replace('%% ', '% ')],
  ['text below `%%` that nothing closes', `%% a\n\n${tag}`],
  ['text after an escaped `%%`', `\\%% ${tag} \\%%`],
  ['text between `%%` in code', `\`%%\` ${tag} \`%%\``],
  ['text between code blocks with `%%`', `\`\`\`\n%%\n\`\`\`\n${tag}\n\`\`\`\n%%\n\`\`\``],
  ['text between indented `%%`', `a\n\n    %%\n\n${tag}\n\n    %%`],
  ['text below an item that opened one', `- %%\n\n${tag} %% a`],
  ['text after an escaped backtick', `\\\`${tag}\``],
  ['text below `---` that closes nothing', `---\n${tag}`],
];

const hidden: readonly (readonly [place: string, text: string])[] = [
  ['fenced code', `\`\`\`\n${tag}\n\`\`\``],
  ['fenced code that is not closed', `\`\`\`\n\n${tag}`],
  ['code fenced by tildes', `~~~ text\n${tag}\n~~~`],
  ['code in a list item', `- a\n\n  \`\`\`\n  ${tag}\n  \`\`\``],
  ['code in a quote', `> \`\`\`\n> ${tag}`],
  ['indented code', `a\n\n    ${tag}`],
  ['code indented by a tab', `\t${tag}`],
  ['indented code in an item', `- a\n\n      ${tag}`],
  ['a code span', `a \`${tag}\``],
  ['a code span of two backticks', `a \`\`\` \` ${tag}\`\`\``],
  ['a code span over several lines', `a \`b\n${tag}\nc\``],
  ['a code span over lines of a quote', `> a \`b\n> ${tag}\`\n`],
  ['a comment', `a <!-- ${tag} --> b`],
  ['a comment over several lines', `<!--\n\n${tag}\n\n-->`],
  ['a comment of other note apps', `a %% ${tag} %% b`],
  ['a comment of other note apps over lines of a quote', `> a %% b\n> ${tag} %%`],
  ['a comment of other note apps in a heading', `# a %%${tag}%%`],
  ['a comment of other note apps in a cell', `| a %%${tag}%% |\n|---|`],
  ['a comment of other note apps in a task', `- [ ] a %%${tag}%%`],
  ['a block of such comments', `a\n%%\n${tag}\n\n- [ ] ${tag}\n\n# ${tag}\n%%`],
  ['a block of such comments in an item', `- a\n\n  %%\n  ${tag}\n\n  %%`],
  ['the lines on which such a block begins and ends', `%% a ${tag}\n\nb ${tag} %% ${tag}`],
  ['code in such a comment', `%%\n\`\`\`\n%%\n\`\`\`\n${tag}`],
  ['an HTML block', `<div>\n${tag}\n</div>`],
  ['a script', `<script>\n\n${tag}\n\n</script>`],
  ['an attribute', `a <b title="${tag}">c</b>`],
  ['an attribute of a tag in capitals', `a <A TITLE="${tag}">c</A> <Z TITLE="${tag}">`],
  ['a `$$` block', `$$\n${tag}\n$$`],
  ['the end of a `$$` block', `$$\na\n\n${tag}\n$$`],
  ['a `$$` block on one line', `$$ ${tag} $$`],
  ['an autolink', `<https://example.org/?x=(${tag})>`],
  ['a bare URL', `see https://example.org/?x=(${tag}) there`],
  ['a bare URL without a protocol', `see www.example.org/?x=(${tag}) there`],
  ['a link’s destination', `[a](${tag})`],
  ['a link’s destination in angle brackets', `[a](<b ${tag}>)`],
  ['a link’s destination behind an escaped parenthesis', `[a](b\\(${tag})`],
  ['a reference’s label behind brackets', `[a [b]][x ${tag}]\n\n[x ${tag}]: b`],
  ['an image that is named by its label', `![x ${tag}]\n\n[x ${tag}]: b.png`],
  ['a link’s title', `[a](b "${tag}")`],
  ['a link’s destination on the next line', `[a](\n${tag})`],
  ['a link reference definition', `[a]: b "${tag}"`],
  ['a definition’s title on the next line', `[a]: b\n  "${tag}"`],
  ['a reference’s label', `[a][x ${tag}]\n\n[x ${tag}]: b`],
  ['an image', `![${tag}](b.png)`],
  ['an image with a link in it', `![[a](b) ${tag}](c.png)`],
  ['a wiki link', `[[Note ${tag}]]`],
  ['a wiki link’s alias', `![[Note|${tag}]]`],
  ['TOML front matter', `+++\ntags = "${tag}"\n+++`],
];

describe('A place in a note', () => {
  for (const [place, text] of counts)
    it(`counts: ${place}`, () => {
      assert.deepEqual(counted(text), [tag]);
    });
  for (const [place, text] of hidden)
    it(`does not count: ${place}`, () => {
      assert.deepEqual(counted(text), []);
    });
});

const frontMatter: readonly (readonly [text: string, expected: readonly string[]])[] = [
  ['tags: decision-making/leadership', ['1:6 #decision-making/leadership']],
  ['tag: decision-making', ['1:5 #decision-making']],
  ['TAGS: decision-making, risk-taking other', ['1:6 #decision-making', '1:23 #risk-taking']],
  [
    'tags: [decision-making, "#risk-taking/management"]',
    ['1:7 #decision-making', '1:26 #risk-taking/management'],
  ],
  ["tags: ['risk-taking/leadership/own/']", ['1:8 #risk-taking/leadership']],
  ['tags:\n  - decision-making\n  - "#risk-taking"', ['2:4 #decision-making', '3:6 #risk-taking']],
  ['tags:\n- decision-making # why\n\n- risk-taking', ['2:2 #decision-making', '4:2 #risk-taking']],
  ['tags: "#decision-making #risk-taking"', ['1:8 #decision-making', '1:25 #risk-taking']],
  ['tags: >-\n  decision-making\n  risk-taking', ['2:2 #decision-making', '3:2 #risk-taking']],
  ['tags: [\n  decision-making,\n  risk-taking ]', ['2:2 #decision-making', '3:2 #risk-taking']],
  ['{tags: [decision-making]}', ['1:8 #decision-making']],
  ['a: &x [decision-making]\ntags: *x', ['1:7 #decision-making']],
  ['tags: [decision-making, 5, true, ~, {a: b}]', ['1:7 #decision-making']],
  ['tags: decision-making # risk-taking', ['1:6 #decision-making']],
  ['# tags: decision-making', []],
  ['other: decision-making\nx:\n  tags: decision-making', []],
  ['tags: [decision-making', []],
  ['tags: #decision-making', []],
  ['tags: [decision-making.]', []],
];

describe('Front matter', () => {
  for (const [text, expected] of frontMatter)
    it(`gives the tags of ${JSON.stringify(text)}`, () => {
      assert.deepEqual(placesOf(`---\n${text}\n---\n`), expected);
      assert.deepEqual(placesOf(`---\n${text}\n...\nText`), expected);
      for (const end of ['\r\n', '\r'])
        assert.deepEqual(placesOf(`---\n${text}\n---\n`.replaceAll('\n', end)), expected);
    });

  it('that is not valid YAML gives none and says where, and the body still counts', () => {
    const note = scanned(`---\ntags: [decision-making\nx: y\n---\n${tag}`);
    assert.deepEqual(
      note.tags.map(({ line }) => line),
      [4],
    );
    assert.equal(note.frontMatterProblem?.line, 2);
  });

  it('is valid YAML only where what a value stands for is there', () => {
    const note = scanned('---\ntags: [decision-making]\nx: *y\nz: &y 1\n---\n');
    assert.deepEqual([note.tags, note.frontMatterProblem], [[], { line: 2, character: 3 }]);
  });

  it('is valid YAML only where no key stands twice', () => {
    const note = scanned('---\ntags: decision-making\ntags: risk-taking\n---\n');
    assert.deepEqual([note.tags, note.frontMatterProblem?.line], [[], 2]);
  });

  it('stands on the first line only', () => {
    assert.deepEqual(placesOf('\n---\ntags: decision-making\n---\n'), []);
  });
});

describe('Positions', () => {
  it('are UTF-16, and a byte order mark has no width', () => {
    assert.deepEqual(placesOf(`\uFEFF🎩 é ${tag}`), [`0:5 ${tag}`]);
  });

  it('know the lines that end at \\r\\n, \\n or \\r only', () => {
    assert.deepEqual(placesOf(`a\r\nb\rc\nd\u2028e\u0085f\vg\fh ${tag}`), [`3:10 ${tag}`]);
  });

  it('are the same whatever ends the lines', () => {
    const line = fc.constantFrom(...[...counts, ...hidden].flatMap(([, text]) => text.split('\n')));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const expected = placesOf(lines.join('\n'));
        assert.deepEqual(placesOf(lines.join('\r\n')), expected);
        assert.deepEqual(placesOf(lines.join('\r')), expected);
      }),
    );
  });

  it('are where the tag stands in the text', () => {
    const text = `---\ntags: [decision-making]\n---\n> a\n> ${tag} b\n\n- x ${tag}/own`;
    assert.deepEqual(
      scanned(text).tags.map(({ start, end }) => text.slice(start, end)),
      ['decision-making', tag, `${tag}/own`],
    );
  });
});
