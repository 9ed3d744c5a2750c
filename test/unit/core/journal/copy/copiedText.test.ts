import assert from 'node:assert/strict';
import { blockIdStart, copiedBlocks, copiedInline } from '../../../../../src/core/journal/copy/copiedText';
import { structureOf } from '../../../../../src/core/journal/frontMatter/noteStructure';
import { scanContext } from '../../../../support/notes';

/** What a text that stands in one note says in another; further lines of its note define what it refers to. */
function copied(text: string, more = '', from = 'notes/a.md', to = 'people/ana/d.md'): string {
  const { definitions, footnotes, lineStarts } = structureOf(`${text}\n\n${more}\n`);
  const secret = [...lineStarts].findIndex((start) => `${text}\n\n${more}\n`.startsWith('[secret]', start));
  const source = { definitions, footnotes, tags: scanContext.tags, from, to };
  return copiedInline(text, { ...source, isPrivate: (line) => line === secret }).text;
}

describe('A text that goes into another note', () => {
  for (const [what, text, expected] of [
    ['a file beside it', 'see [a](b.md)', 'see [a](../../notes/b.md)'],
    ['a place in a file', 'see [a](./b.md#L12 "b")', 'see [a](../../notes/b.md#L12 "b")'],
    [
      'a place in its own note',
      '[a](#b), [[#c]] and [[#^d|e]]',
      '[a](../../notes/a.md#b), [[a#c]] and [[a#^d|e]]',
    ],
    ['a file beside the new note', '[a](../people/ana/c.md)', '[a](c.md)'],
    [
      'a file out of the journal',
      '([app.ts:2](../../work/app.ts#L2))',
      '([app.ts:2](../../../work/app.ts#L2))',
    ],
    [
      'an image',
      '![a](img/a%20b.png) and [b](c.md)',
      '![a](../../notes/img/a%20b.png) and [b](../../notes/c.md)',
    ],
    ['an image in a link', '[![a](b.png)](c.md)', '[![a](../../notes/b.png)](../../notes/c.md)'],
    ['an image in HTML', 'at <img alt="x.md" src="b.png">', 'at <img alt="x.md" src="../../notes/b.png">'],
    ['a file far out of the journal', '[a](../../b/../../c.md)', '[a](../../../../c.md)'],
    ['a path in angle brackets', '[a](<b c.md>)', '[a](<../../notes/b c.md>)'],
    ['a path with parentheses', '[a](b(1).md)', '[a](../../notes/b(1).md)'],
  ] as const)
    it(`still leads to ${what}`, () => {
      assert.equal(copied(text), expected);
    });

  for (const text of [
    '[a](https://b.c/d)',
    '[a](mailto:b@c.de) <https://b.c/d> https://b.c/d.md',
    '[a](git+ssh://b.c/d)',
    '[a](/b.md)',
    '[a]()',
    '[[b]] (c.md) a](',
    '[a][b]',
    'Put `[x](y.md)` into ``the `[guide](z.md)` ``',
    String.raw`\[x](y.md) and [x\](y.md)`,
    '<!-- [x](y.md) --> and <b title="[x](y.md)">',
    'a[^1] and [^2]',
  ])
    it(`keeps ${text}`, () => {
      assert.equal(copied(text), text);
    });

  it('leads where it led in the same folder without a change, but to places in its own note', () => {
    const text = '[a](./x/../b.md) and [b](#c)';
    assert.equal(copied(text, '', 'notes/a.md', 'notes/b.md'), '[a](./x/../b.md) and [b](a.md#c)');
  });

  for (const [what, text, definition, expected] of [
    ['a full reference', '[the plan][Plan  A] now', '[plan a]: b.md', '[the plan](../../notes/b.md) now'],
    [
      'a collapsed one',
      '[plan][]',
      '[plan]: <b c.md>\n  "The plan"',
      '[plan](<../../notes/b c.md> "The plan")',
    ],
    ['a short one', 'see [plan].', '[plan]: https://b.c', 'see [plan](https://b.c).'],
    ['an image', '![the plan][plan]', '[plan]: b.png', '![the plan](../../notes/b.png)'],
    [
      'an image in a link',
      '[![a][p]][q]',
      '[p]: b.png\n[q]: c.md',
      '[![a](../../notes/b.png)](../../notes/c.md)',
    ],
    ['the first of two', '[plan]', '[plan]: b.md\n\n[Plan]: c.md', '[plan](../../notes/b.md)'],
    ['none in code', '`[plan]` [plan]', '[plan]: b.md', '`[plan]` [plan](../../notes/b.md)'],
    ['a title over two lines', '[plan]', "[plan]: b.md 'one\ntwo'", "[plan](../../notes/b.md 'one two')"],
    ['what is private: its words alone', 'a [b][secret] ![c][secret]', '[secret]: d.md', 'a b c'],
  ] as const)
    it(`needs no definition any more: ${what}`, () => {
      assert.equal(copied(text, definition), expected);
    });

  it('is without marks of footnotes, which stay behind', () => {
    assert.equal(copied('Settle it[^1], and that [^x].', '[^1]: 20k\n[^X]: 30k'), 'Settle it, and that .');
    assert.equal(copied('Settle `it[^1]` [^1]', '[^1]: 20k'), 'Settle `it[^1]`');
  });

  for (const [text, id] of [
    ['Send it ^offer-1', ' ^offer-1'],
    ['Send it ^o1  ', ' ^o1  '],
    ['Send it\n^o1', '\n^o1'],
    ['^o1', '^o1'],
    ['2^3', ''],
    ['^o1 later', ''],
    ['a ^ö', ''],
    ['`a ^b`', ''],
    ['', ''],
  ] as const)
    it(`has the block id “${id}” in “${text}”`, () => {
      assert.equal(text.slice(blockIdStart(text)), id);
    });
});

describe('Blocks that go into another note', () => {
  it('are changed in their text alone, whatever they stand in', () => {
    const text = [
      '> see [a](b.md) #risk-taking',
      '> and ^id',
      '',
      '| [a](b.md) | `[a](b.md)` |',
      '|---|---|',
      '| #decision-making x | y |',
      '',
      '```md',
      '[a](b.md) #risk-taking ^id',
      '```',
      '',
      '# [a](b.md) #risk-taking',
    ].join('\n');
    const { definitions, footnotes } = structureOf(text);
    const source = { definitions, footnotes, isPrivate: () => false, tags: scanContext.tags };
    assert.deepEqual(copiedBlocks(text, { ...source, from: 'notes/a.md', to: 'b.md' }).text.split('\n'), [
      '> see [a](notes/b.md)',
      '> and',
      '',
      '| [a](notes/b.md) | `[a](b.md)` |',
      '|---|---|',
      '| x | y |',
      '',
      '```md',
      '[a](b.md) #risk-taking ^id',
      '```',
      '',
      '# [a](notes/b.md)',
    ]);
  });
});
