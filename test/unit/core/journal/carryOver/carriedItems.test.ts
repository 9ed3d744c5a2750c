import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { namedList, openTasksOf } from '../../../../../src/core/journal/carryOver/carriedItems';
import { tasksIn } from '../../../../../src/core/journal/tasks/taskText';
import { carried, itemsFor, listIn } from '../../../../support/carryOver';
import { scanned } from '../../../../support/notes';

const old = 'people/ana/2026-11-24.md';
const older = 'people/ana/2026-11-17.md';
const now = 'people/ana/2026-12-01.md';
const link = '→ [2026-12-01](2026-12-01.md)';

/** What the next note lists, and what is left of the old one. */
function carry(text: string): readonly [list: string, left: string] {
  const notes = carried({ [old]: text }, now);
  return [listIn(notes[now]), notes[old] ?? ''];
}
const list = (...lines: readonly string[]) => carry(lines.join('\n'))[0].split('\n');

describe('An open task that goes on in another note', () => {
  it('bring no id of a block along, also where only a tag, a footnote or another id stands behind it', () => {
    for (const text of [
      'Send ^a #risk-taking',
      'Send ^a ^b',
      'Send ^a[^1]',
      'Send ^a #risk-taking ^b #time-horizon',
    ]) {
      const notes = carried({ 'notes/a.md': `- [ ] ${text}\n\n[^1]: why ^f\n` }, 'notes/b.md');
      assert.match(listIn(notes['notes/b.md']), /^- \[ \] Send(?:\n {2}- why)?$/, text);
      assert.match(notes['notes/a.md']!, /^- \[>\] Send/);
    }
    const task = '- [ ] ^a\n';
    assert.deepEqual(carried({ 'notes/a.md': task }, 'notes/b.md'), { 'notes/a.md': task, 'notes/b.md': '' });
  });

  it('takes its sub-tasks and details along; each open one is marked where it stood', () => {
    const [there, left] = carry(
      '- [ ] Prepare the review\n  - [ ] collect feedback\n    - [/] from Ben\n  - the form is in the shared drive\n',
    );
    assert.equal(
      there,
      '- [ ] Prepare the review\n  - [ ] collect feedback\n    - [/] from Ben\n  - the form is in the shared drive',
    );
    assert.equal(
      left,
      `- [>] Prepare the review ${link}\n  - [>] collect feedback ${link}\n    - [>] from Ben ${link}\n  - the form is in the shared drive\n`,
    );
  });

  for (const [what, lines, expected] of [
    [
      'paragraphs and code',
      ['- [ ] A', '', '  more', '', '  ```ts', '  \tcode', '', '    `', '  ```', '- other'],
      ['- [ ] A', '', '  more', '', '  ```ts', '  \tcode', '', '    `', '  ```'],
    ],
    ['code by its indent', ['* [ ] A', '', '      code'], ['- [ ] A', '', '      code']],
    ['a block quote', ['- [ ] A', '  > she said', '  > so'], ['- [ ] A', '  > she said', '  > so']],
    [
      'ordered lists, which begin at 1',
      ['1. [ ] A', '   1) [x] zero', '   2) [ ] one', '   3) [ ] two'],
      ['- [ ] A', '  1) [ ] one', '  2) [ ] two'],
    ],
    ['tabs', ['-\t[ ] A', '\t- [ ] B', '\t\t- c'], ['- [ ] A', '  - [ ] B', '      - c']],
    [
      'what stands in a quote with it',
      ['> - [ ] A', '>   - b', '> ', '>   c', '', 'd'],
      ['- [ ] A', '  - b', '', '  c'],
    ],
    ['a task in a quote', ['- [ ] A', '  > - [ ] B', '  >   c'], ['- [ ] A', '  > - [ ] B', '  >   c']],
    [
      'a list with tasks deeper in it',
      ['- [ ] A', '  - Plan:', '    by May', '', '    so', '    - [ ] B'],
      ['- [ ] A', '  - Plan: by May', '', '    so', '    - [ ] B'],
    ],
    [
      'lines that go on lazily',
      ['- [ ] A', 'goes on', '  - [ ] B', '==='],
      ['- [ ] A goes on', '  - [ ] B ==='],
    ],
    ['paragraphs that do', ['- [ ] A', '', '  b', 'c', '==='], ['- [ ] A', '', '  b', '  c', '      ===']],
    ['tables', ['- [ ] A', '', '  | a |', '  |---|'], ['- [ ] A', '', '  | a |', '  |---|']],
    ['headings, below that of its section', ['- [ ] A', '  # B'], ['- [ ] A', '  ### B']],
    ['code that nothing ends', ['- [ ] A', '  ~~~', '  b', '', 'c'], ['- [ ] A', '  ~~~', '  b', '  ~~~']],
    [
      'links that lead where they led',
      ['- [ ] A', '  - see [b](#c), [d] and `[e](f.md)` ^x', '', '[d]: g.md'],
      ['- [ ] A', '  - see [b](2026-11-24.md#c), [d](g.md) and `[e](f.md)`'],
    ],
    [
      'footnotes, in the order of their marks',
      ['- [ ] A[^1]', '  - [ ] B[^b]', '', '[^1]: 20k[^2]', '', '    until March.', '[^2]: Net.', '[^b]: c'],
      ['- [ ] A', '  - 20k', '', '    until March.', '  - Net.', '  - [ ] B', '    - c'],
    ],
  ] as const)
    it(`takes along ${what}`, () => {
      assert.deepEqual(list(...lines), expected);
    });

  it('leaves behind what is done, dropped, moved or private below it', () => {
    assert.deepEqual(
      list(
        ...['- [ ] A', '  - [x] done', '    - with details', '  - [-] dropped', '  - [>] moved → [x](x.md)'],
        ...['  - [ ] mine #private', '    - and this', '  - a secret #private', '  - left'],
      ),
      ['- [ ] A', '  - left'],
    );
    const [, left] = carry('- [ ] A\n  - [x] B\n  - [ ] C #private\n');
    assert.equal(left, `- [>] A ${link}\n  - [x] B\n  - [ ] C #private\n`);
  });

  it('says what it stands below where that does not go along', () => {
    assert.deepEqual(
      list(
        ...['- [x] Prepare the review', '  done so', '  - [ ] collect feedback', '  - [x] book a room', ''],
        ...['1. Ana:', '   - [x] no', '   - [ ] yes', '2. Ben:', '   - nothing', ''],
        ...['- [>] Gone → [2026-11-30](2026-11-30.md) ^id', '  - [ ] new one'],
      ),
      [
        ...['- Prepare the review done so', '  - [ ] collect feedback', '- Ana:', '  - [ ] yes'],
        ...['- Gone', '  - [ ] new one'],
      ],
    );
    assert.deepEqual(list('- - [ ] A', '- > - [ ] B'), ['- [ ] A', '- [ ] B']);
  });

  it('makes no heading of what comes to stand above other lines', () => {
    assert.deepEqual(list('- [ ] A', '  - [x] B', '  ---', '  c'), ['- [ ] A', '', '  ---', '  c']);
    assert.deepEqual(list('- [ ] A', '  - [x] B', '', '  c'), ['- [ ] A', '', '  c']);
  });

  it('has no block id there, and keeps it last where it stood', () => {
    const [there, left] = carry(
      '- [ ] Send the offer ^offer1\n  - [ ] to Ben ^b\n\nSee [[2026-11-24#^offer1]].\n',
    );
    assert.equal(there, '- [ ] Send the offer\n  - [ ] to Ben');
    assert.equal(
      left,
      `- [>] Send the offer ${link} ^offer1\n  - [>] to Ben ${link} ^b\n\nSee [[2026-11-24#^offer1]].\n`,
    );
  });

  it('needs nothing of its old note', () => {
    const text =
      '- [ ] Read [the plan][plan]\n- [ ] Settle the budget[^1]\n- [ ] Put `[x](y.md)` into the guide\n\n[plan]: ../../docs/plan.md\n[^1]: 20k until March.\n';
    assert.equal(
      carry(text)[0],
      '- [ ] Read [the plan](../../docs/plan.md)\n- [ ] Settle the budget\n  - 20k until March.\n- [ ] Put `[x](y.md)` into the guide',
    );
  });

  it('stays open where what it would say there is private', () => {
    const text = '- [ ] A[^1] [b][c]\n\n# Private\n\n[c]: d.md\n[^1]: secret\n';
    assert.equal(carry(text)[0], '- [ ] A b');
  });
});

describe('Open tasks of several notes', () => {
  const copy = 'people/ana/2026-11-24 (conflict copy).md';

  it('that say the same go once, and all of them are marked', () => {
    const text = '- [ ] Update  the list #risk-taking\n- [ ] B [x](c.md)\n';
    const notes = carried(
      {
        [old]: text,
        [copy]: text,
        [older]: '- [ ] Update the list ^id\n',
        'notes/a.md': '- [ ] B [x](../people/ana/c.md)\n',
      },
      now,
    );
    assert.equal(listIn(notes[now]), '- [ ] Update  the list\n- [ ] B [x](c.md)');
    assert.equal(notes[old], `- [>] Update  the list #risk-taking ${link}\n- [>] B [x](c.md) ${link}\n`);
    assert.equal(notes[copy], notes[old]);
    assert.equal(notes[older], `- [>] Update the list ${link} ^id\n`);
    assert.equal(
      notes['notes/a.md'],
      '- [>] B [x](../people/ana/c.md) → [2026-12-01](../people/ana/2026-12-01.md)\n',
    );
  });

  it('become one with what stands below either', () => {
    const notes = carried(
      {
        [old]: '- [ ] Review\n  - [ ] collect\n  - a form\n',
        [copy]: '- [/] Review\n  - [ ] collect\n    - from Ben\n  - a form\n  - another\n',
        [older]: '- [ ] Review\n\n      once\n  - [ ] book\n',
      },
      now,
    );
    assert.equal(
      listIn(notes[now]),
      '- [/] Review\n  - [ ] collect\n    - from Ben\n  - a form\n  - another\n  - [ ] book\n\n      once',
    );
    for (const path of [old, copy, older]) assert.doesNotMatch(notes[path] ?? '', /\[[ /]\]/);
  });

  it('stay two where one note has them twice, or they belong to other things', () => {
    const notes = carried(
      { [old]: '- [ ] Call\n- [ ] Call\n- Ana\n  - [ ] ask\n', [older]: '- [ ] Call\n- Ben\n  - [ ] ask\n' },
      now,
    );
    assert.equal(listIn(notes[now]), '- [ ] Call\n- [ ] Call\n- Ana\n  - [ ] ask\n- Ben\n  - [ ] ask');
    assert.doesNotMatch((notes[old] ?? '') + (notes[older] ?? ''), /\[ \]/);
  });

  it('are named once with all the places where they stay, and what stands below them', () => {
    const text = '- [ ] Review @ana ^id\n  - [ ] collect\n  - a form\n';
    const items = itemsFor(now, { [old]: text, [copy]: text, [older]: '- Ben\n  - [ ] ask @ana\n' });
    const where = (places: readonly { readonly path: string }[]) =>
      [...new Set(places.map(({ path }) => path.length))].join();
    assert.equal(
      namedList(items, where),
      `- Review @ana (${old.length},${copy.length})\n  - collect\n- Ben (${older.length})\n  - ask @ana`,
    );
  });
});

describe('Any notes', () => {
  const line = fc.constantFrom(
    ...[
      '- [ ] a',
      '- [/] b #risk-taking',
      '* [x] c',
      '  - [ ] d',
      '    - [ ] e ^id',
      '  1. [ ] f',
      '   text',
    ],
    ...['', '', '> - [ ] g', '> more', '- h', '  - i', '```', '  ```', '\t- [ ] j', '# k', '  # l', '==='],
    ...['[m]: n.md', '- [ ] [m] and [^o]', '[^o]: - [ ] p', '  > - [ ] q', '- - [ ] r', '---', '| - [ ] s |'],
    ...[
      '- [ ] mine #private',
      '<div>',
      '  <!--',
      '%%',
      '- [>] t → [u](u.md)',
      '    code',
      '  [v]: w',
      '2. [ ] x',
    ],
  );
  const note = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));

  it('have each open task that is not private in exactly one place, in the new note', () => {
    fc.assert(
      fc.property(note, note, (one, other) => {
        const texts = { [old]: one, [older]: other };
        const items = itemsFor(now, texts);
        const notes = carried(texts, now);
        for (const path of [old, older]) {
          const { tasks } = scanned(notes[path] ?? '', path);
          assert.deepEqual(
            tasks.filter(({ state, isPrivate }) => state === 'open' && !isPrivate),
            [],
            notes[path],
          );
        }
        const there = scanned(notes[now] ?? '', now);
        const open = there.tasks.filter(({ state }) => state === 'open');
        assert.equal(open.length, openTasksOf(items).length, notes[now]);
        assert.equal(open.length, there.tasks.length, 'what is not open stays behind');
        assert.deepEqual([there.tags, there.privateLines], [[], []]);
      }),
      { numRuns: 700 },
    );
  });

  it('keep what does not go letter for letter', () => {
    fc.assert(
      fc.property(note, (text) => {
        const left = carried({ [old]: text }, now)[old] ?? '';
        const unmarked = (of: string) => of.replaceAll(` ${link}`, '').replaceAll(/\[[>/]\]/g, '[ ]');
        assert.equal(unmarked(left), unmarked(text));
        assert.equal(tasksIn(left).length, tasksIn(text).length);
      }),
      { numRuns: 1000 },
    );
  });
});
