import assert from 'node:assert/strict';
import { linkPath, relocatedLinks } from '../../../src/core/journal/linkPaths';

describe('A link between notes', () => {
  for (const [from, to, expected] of [
    ['notes/a.md', 'notes/b.md', 'b.md'],
    ['people/ana/a.md', 'retros/2026 (x).md', '../../retros/2026%20%28x%29.md'],
    ['people/ana/a.md', 'people/李雷/b.md', '../%E6%9D%8E%E9%9B%B7/b.md'],
    ['a.md', 'notes/b.md', 'notes/b.md'],
    ['notes/a.md', 'b.md', '../b.md'],
  ] as const)
    it(`leads from ${from} to ${to}`, () => {
      assert.equal(linkPath(from, to), expected);
    });
});

describe('A text that goes into another note', () => {
  for (const [what, text, expected] of [
    ['a file beside it', 'see [a](b.md)', 'see [a](../../notes/b.md)'],
    ['a place in a file', 'see [a](./b.md#L12 "b")', 'see [a](../../notes/b.md#L12 "b")'],
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
    ['a file far out of the journal', '[a](../../b/../../c.md)', '[a](../../../../c.md)'],
    ['a path in angle brackets', '[a](<b c.md>)', '[a](<../../notes/b c.md>)'],
  ] as const)
    it(`still leads to ${what}`, () => {
      assert.equal(relocatedLinks(text, 'notes/a.md', 'people/ana/d.md'), expected);
    });

  for (const text of [
    '[a](https://b.c/d)',
    '[a](mailto:b@c.de)',
    '[a](git+ssh://b.c/d)',
    '[a](/b.md)',
    '[a](#b)',
    '[a]()',
    '[[b]] (c.md) a](',
    '[a][b]',
  ])
    it(`keeps ${text}`, () => {
      assert.equal(relocatedLinks(text, 'notes/a.md', 'people/ana/d.md'), text);
    });

  it('is the same in the same folder', () => {
    assert.equal(relocatedLinks('[a](./x/../b.md)', 'notes/a.md', 'notes/b.md'), '[a](./x/../b.md)');
  });
});
