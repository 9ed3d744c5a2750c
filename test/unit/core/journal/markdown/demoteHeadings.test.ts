import assert from 'node:assert/strict';
import fc from 'fast-check';
import { demoteHeadings } from '../../../../../src/core/journal/markdown/demoteHeadings';
import { scanned } from '../../../../support/notes';

const within = (text: string) => demoteHeadings(text, 2);

describe('A text that goes into a section', () => {
  for (const [what, text, expected] of [
    [
      'sets headings below that of the section',
      '# Topics\n\n- plan\n\n# Private\n\n- my doubts',
      '### Topics\n\n- plan\n\n### Private\n\n- my doubts',
    ],
    ['keeps the order of levels', '# A\n## B ##\n#### C', '### A\n#### B ##\n###### C'],
    [
      'closes up levels where there is no room',
      '# A\n##### B\n###### C\n# D',
      '### A\n#### B\n##### C\n### D',
    ],
    ['knows six levels', '# A\n## B\n### C\n#### D\n##### E', '### A\n#### B\n##### C\n###### D\n###### E'],
    [
      'takes headings with lines below as ones with marks',
      '  A\nand  \n  B\n===\n\nC\n---',
      '  ### A and B\n\n#### C',
    ],
    ['keeps words that would be marks', 'In C #\n---\n', String.raw`### In C \#` + '\n'],
    ['takes empty headings', '#\nA\n===\n##', '###\n### A\n####'],
    ['sets headings in lists and quotes, too', '- # A\n  b\n> C\n> ===\n', '- ### A\n  b\n> ### C\n'],
    [
      'leaves what is no heading',
      '`#` a\n\n```\n# b\n```\n\n    # c\n\n#d',
      '`#` a\n\n```\n# b\n```\n\n    # c\n\n#d',
    ],
    [
      'moves headings that lie below with the others',
      '- a\n\n### b\n\n# `c`\r\n',
      '- a\n\n##### b\n\n### `c`\r\n',
    ],
    ['leaves a text all of whose headings lie below', '### b\n\n#### c', '### b\n\n#### c'],
    ['takes lines between lines for no front matter', '---\ntags: a\n---', '---\n### tags: a'],
    ['closes code', '- a\n\n~~~~ts\nb', '- a\n\n~~~~ts\nb\n~~~~'],
    ['closes a comment', '<!-- a\n\n# b', '<!-- a\n\n# b\n-->'],
    ['closes what only its end ends', '<style>\n\na', '<style>\n\na\n</style>'],
    [
      'takes an indented line below a definition for its heading',
      '[j]: k\n    a\n===\n\n---',
      '[j]: k\n### a\n\n---',
    ],
    ['leaves an underlined heading in its list item', '- [j]: k\n      a\n  ===', '- [j]: k\n  ### a'],
    ['leaves what a list item ends', '- a\n  ```\n  b', '- a\n  ```\n  b'],
  ] as const)
    it(what, () => {
      assert.equal(within(text), expected);
    });

  it('stays there whatever it holds, and keeps its words', () => {
    const line = fc.constantFrom(
      ...['', '# Private', '## a #', '###### b', 'c', '===', '---', '  d', '    e', '- f', '  # g', '> # h'],
      ...[
        '```',
        '~~~~',
        '- ```',
        '<!--',
        '-->',
        '<pre>',
        '<div>',
        '<?',
        '| i |',
        '|---|',
        '[j]: k',
        '#',
        '1. l',
      ],
      ...['$$', '> ```', '[^m]: n', '\t# o', '    ===', 'p #'],
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 9 }), (lines) => {
        const text = within(lines.join('\n'));
        const note = `# 1:1\n\n## Topics\n\n${text}\n\n## Agenda\n\n- [ ] q\n`;
        const { headings, tasks } = scanned(note);
        assert.deepEqual(
          headings.filter(({ level }) => level < 3).map((heading) => heading.text),
          ['1:1', 'Topics', 'Agenda'],
        );
        assert.deepEqual(
          tasks.map(({ isPrivate }) => isPrivate),
          [false],
        );
        const words = (of: string) => of.match(/\p{L}+/gu) ?? [];
        assert.deepEqual(words(text.replace(/\n<\/pre>$/, '')), words(lines.join('\n')));
        assert.equal(within(text), text, 'it is there already');
      }),
      { numRuns: 3000 },
    );
  });
});
