import assert from 'node:assert/strict';
import { knownLines } from '../../../../../src/core/journal/blocks/evidence';
import { scanNote } from '../../../../../src/core/journal/scan/scanNote';
import { scanContext, scanned } from '../../../../support/notes';

/** The blocks of the tags `#decision-making`, written `#x`: `first-last`, and what else is known of them. */
function blocks(text: string): string[] {
  return scanned(text.replaceAll('#x', '#decision-making')).tags.map(
    ({ block, evidence, isPrivate }) =>
      `${block.first}-${block.last}${evidence ? ' evidence' : ''}${isPrivate ? ' private' : ''}`,
  );
}

const table: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  ['a paragraph', 'a\n#x\nb\n\nc', ['0-2']],
  ['a paragraph up to a list', 'a #x\n- b', ['0-0']],
  ['a quote’s paragraph', 'a\n\n> b\n> #x\nlazy\n\nc', ['2-4']],
  [
    'a list item with its lines, not its nested items',
    '- a #x\n  b\n  - c #x\n    d\n- e #x',
    ['0-1', '2-3', '4-4'],
  ],
  ['an item of two paragraphs', '- a\n\n  b #x\n- c', ['0-2']],
  ['an item’s lines after a nested item', '- a\n  - b\n\n  c #x\n  d', ['3-4']],
  ['an item that begins on its next line', '-\n  a #x', ['0-1']],
  ['a paragraph below an empty item', '-\n\n  a #x', ['2-2']],
  ['an item with code', '- a #x\n  ```\n  b\n  ```\n', ['0-3']],
  ['a task', '- [x] a #x\n- [ ] b', ['0-0']],
  ['a table’s row', '| #x | b |\n|---|---|\n| a | #x |\n| c | d |', ['0-0', '2-2']],
  ['a heading’s section', '# a #x\n\nb\n\n## c #x\n\nd\n\n# e #x\n\nf\n\n', ['0-6', '4-6', '8-10']],
  ['a setext heading’s section', 'a #x\n---\n\nb\n\nc\n===\n', ['0-3']],
  ['a heading of two lines', 'a\n#x\n===\nb', ['0-3']],
  ['a heading’s section in a quote', '> # a #x\n>\n> b\n\nc', ['0-2']],
  ['a heading in an item', '- # a #x\n  b\n\nc', ['0-1']],
  ['the whole note of front matter', '---\ntags: decision-making\n---\n\na\n\nb\n', ['1-6'].map(() => '0-6')],
  ['a note that is nothing but front matter', '---\ntags: decision-making\n---\n', ['0-2']],
  ['a note that ends with its front matter', '---\ntags: decision-making\n---', ['0-2']],
  ['the item of a quote in an item', '- > a #x\n  > b\n- c', ['0-1']],
];

describe('The block of a tag', () => {
  for (const [what, text, expected] of table)
    it(`is ${what}`, () => {
      assert.deepEqual(
        blocks(text).map((block) => block.replace(/ .*/, '')),
        expected,
      );
    });

  it('is evidence if the person wrote three words in it', () => {
    assert.deepEqual(
      blocks('#x one two\n\n#x one two three\n\n- #x\n  one two three\n- #x one\n  - two three four'),
      ['0-0', '2-2 evidence', '4-5 evidence', '6-6'],
    );
  });

  for (const [text, expected] of [
    ['## #x\n\n<!-- one two three -->', ['0-2']],
    ['## #x\n\n%%\none two three\n\n%%', ['0-5']],
    ['a #x %%one two three%% <!-- one two three -->', ['0-0']],
    ['a #x %%one%% two three four', ['0-0 evidence']],
    ['# a #x\n%%\n# b\n%%\none two three', ['0-4 evidence']],
  ] as const)
    it(`is evidence by what stands outside of comments: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(blocks(text), expected);
    });

  it('is no evidence by what templates say', () => {
    const known = knownLines(['What did you decide?']);
    const note = scanNote(
      'a.md',
      '- What did you decide? #decision-making\n- What did you decide? #decision-making\n  We wait a week.',
      { ...scanContext, knownLines: known },
    );
    assert.deepEqual(
      note.tags.map(({ evidence }) => evidence),
      [false, true],
    );
  });

  it('is evidence for a heading by its section, and for front matter by the note', () => {
    assert.deepEqual(
      blocks('---\ntags: decision-making\n---\n# one two three #x\n\nsome words here\n\n# b #x\n'),
      ['0-7 evidence', '3-5 evidence', '7-7'],
    );
  });
});

describe('What is private', () => {
  const privateLines = (text: string): number[] =>
    scanned(text.replaceAll('#x', '#decision-making'))
      .tags.filter(({ isPrivate }) => isPrivate)
      .map(({ line }) => line);

  for (const [what, text, expected] of [
    ['a paragraph tagged so', 'a #x\n#private\n\nb #x', [0]],
    ['what is tagged so in capitals of any keyboard', 'a #x #PRİVATE\n\nb #x #PRIVATE/x', [0, 2]],
    ['an item with all that is nested in it', '- a #private\n  - b #x\n\n    c #x\n- d #x', [1, 3]],
    ['an item that says so below a nested one', '- a #x\n  - b #x\n\n  c #private', [0, 1]],
    [
      'what goes on below a private item in a private one',
      '- a #private\n  - b #private\n\n  c #x\n- d #x',
      [3],
    ],
    ['what goes on below a private item in a private section', '# Private\n- a #private\n\nb #x', [3]],
    ['a section whose heading is tagged', '# a #private\n#x\n## b\n#x\n# c\n#x', [1, 3]],
    ['a section called so', '# a\n#x\n## Private\n#x\n### b\n#x\n## c\n#x', [3, 5]],
    ['a section called so, whatever the case', '# **PRIVATE:**\n#x', [1]],
    ['a sub-tag of it', '#private/health #x', [0]],
    ['a row', '| #x | #private |\n|---|---|\n| #x | a |', [0]],
    ['no block that only speaks of it', '# Private matters\n#x privately `#private`\n\n#privately #x', []],
    ['the whole note by its front matter', '---\ntags: [private]\n---\n#x\n\n- #x', [3, 5]],
  ] as const)
    it(`is ${what}`, () => {
      assert.deepEqual(privateLines(text), expected);
    });

  it('can be a task', () => {
    assert.deepEqual(
      scanned('- [ ] a b\n- [ ] c #private\n').tasks.map(({ isPrivate }) => isPrivate),
      [false, true],
    );
  });
});
