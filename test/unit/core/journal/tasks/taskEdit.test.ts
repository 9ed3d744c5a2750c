import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { moveTo, tick, untick, type SeenTask } from '../../../../../src/core/journal/tasks/taskEdit';
import { tasksIn } from '../../../../../src/core/journal/tasks/taskText';
import { applyEdits } from '../../../../../src/core/util/textEdit';
import { scanned } from '../../../../support/notes';
import { anyTaskText } from '../../../../support/taskTexts';

/** The task on a line, as an index saw it. */
function seen(text: string, line: number): SeenTask {
  return scanned(text).tasks.find((task) => task.line === line) ?? assert.fail(`no task on line ${line}`);
}

function ticked(text: string, task: SeenTask): string {
  const change = tick(text, task);
  return typeof change === 'string' ? change : applyEdits(text, [change]);
}

function moved(text: string, task: SeenTask): string {
  return applyEdits(text, moveTo(text, [task], '[there](there.md)'));
}

describe('Ticking a task', () => {
  for (const [what, text, line, expected] of [
    ['a list item', '- [ ] Book', 0, '- [x] Book'],
    ['one in progress', '* [/] Book', 0, '* [x] Book'],
    ['a numbered one', '1) [ ] Book', 0, '1) [x] Book'],
    ['one with the longest number', '202612019. [ ] Book', 0, '202612019. [x] Book'],
    ['a nested one', '- [ ] A\n  - [ ] B\n', 1, '- [ ] A\n  - [x] B\n'],
    ['one in a quote', '> - [ ] A  \r\n> more\r\n', 0, '> - [x] A  \r\n> more\r\n'],
    ['one below front matter', '---\na: b\n---\n\n- [ ] A [ ]\n', 4, '---\na: b\n---\n\n- [x] A [ ]\n'],
    ['one after a byte order mark', '\uFEFF- [ ] A', 0, '\uFEFF- [x] A'],
    ['one with dates', '+ [ ]\tA 📅 2026-12-01 ⏫ @ana', 0, '+ [x]\tA 📅 2026-12-01 ⏫ @ana'],
  ] as const)
    it(`changes nothing but the mark: ${what}`, () => {
      assert.equal(ticked(text, seen(text, line)), expected);
    });

  it('finds the task by what it says where lines were put before it', () => {
    const task = seen('- [ ] A\n- [ ] B\n', 1);
    assert.equal(
      ticked('# New\n\n- [ ] A\n- [ ] C\n- [ ] B\n', task),
      '# New\n\n- [ ] A\n- [ ] C\n- [x] B\n',
    );
  });

  it('never takes what stands on the old line instead', () => {
    const task = seen('- [ ] A\n', 0);
    assert.equal(ticked('- [ ] B\n', task), 'notFound');
    assert.equal(ticked('- [ ] A, but later\n', task), 'notFound');
    assert.equal(ticked('```\n- [ ] A\n```\n', task), 'notFound');
    assert.equal(ticked('', task), 'notFound');
  });

  it('takes the one on its line of several that say the same, else the nearest', () => {
    const text = '- [ ] A\n- [ ] B\n- [ ] A\n';
    assert.equal(ticked(text, seen(text, 0)), '- [x] A\n- [ ] B\n- [ ] A\n');
    assert.equal(ticked(text, seen(text, 2)), '- [ ] A\n- [ ] B\n- [x] A\n');
    assert.equal(ticked(`\n${text}`, seen(text, 0)), '\n- [x] A\n- [ ] B\n- [ ] A\n');
    assert.equal(
      ticked(text.replace('B', 'B\n- [ ] C'), seen(text, 2)),
      '- [ ] A\n- [ ] B\n- [ ] C\n- [x] A\n',
    );
  });

  it('takes none of two that say the same equally near', () => {
    const task = { ...seen('- [ ] A\n', 0), line: 1 };
    assert.equal(ticked('- [ ] A\n- [ ] B\n- [ ] A\n', task), 'ambiguous');
  });

  it('leaves one that was ticked meanwhile, and one that was dropped or moved', () => {
    const task = seen('- [ ] A\n', 0);
    assert.equal(ticked('- [x] A\n', task), 'unchanged');
    assert.equal(ticked('\n- [X] A\n', task), 'unchanged');
    assert.equal(ticked('- [-] A\n', task), 'notFound');
    assert.equal(ticked('\n- [>] A\n', task), 'notFound');
  });

  it('does not tick another one that says the same where its own was ticked meanwhile', () => {
    assert.equal(ticked('- [x] A\n- [ ] A\n', seen('- [ ] A\n- [ ] A\n', 0)), 'unchanged');
  });

  it('prefers one that is still open where lines moved', () => {
    assert.equal(ticked('\n- [x] A\n\n- [ ] A\n', seen('- [ ] A\n', 0)), '\n- [x] A\n\n- [x] A\n');
  });

  it('is undone by unticking, with the mark that was there', () => {
    for (const was of [' ', '/']) {
      const text = `a\n\n- [${was}] A\n`;
      const task = seen(text, 2);
      const done = ticked(text, task);
      const change = untick(done, task, was);
      assert.ok(typeof change !== 'string');
      assert.equal(applyEdits(done, [change]), text);
      assert.equal(untick(text, task, was), 'unchanged');
    }
  });
});

describe('Moving a task', () => {
  for (const [what, text, expected] of [
    ['puts the link at its end', '- [ ] A\n- B\n', '- [>] A [there](there.md)\n- B\n'],
    ['keeps spaces behind it', '- [/] A  \r\n', '- [>] A [there](there.md)  \r\n'],
    [
      'goes behind lines that go on',
      '- [ ] A\n  `b\n  c`\n\n  d\n',
      '- [>] A\n  `b\n  c` [there](there.md)\n\n  d\n',
    ],
    ['stays in its quote', '> - [ ] A\n> b\n', '> - [>] A\n> b [there](there.md)\n'],
    [
      'leaves a block’s id the last of its line',
      '- [ ] A ^a-1  \n\nSee ^b.\n',
      '- [>] A [there](there.md) ^a-1  \n\nSee ^b.\n',
    ],
    ['takes no power for an id', '- [ ] 2 ^3.5\n', '- [>] 2 ^3.5 [there](there.md)\n'],
    ['knows an id on a line of its own', '- [ ] A\n  ^a', '- [>] A [there](there.md)\n  ^a'],
    ['leaves nested ones', '- [ ] A\n  - [ ] B', '- [>] A [there](there.md)\n  - [ ] B'],
  ] as const)
    it(what, () => {
      assert.equal(moved(text, seen(text, 0)), expected);
    });

  it('leaves one that was moved, ticked or changed meanwhile', () => {
    const task = seen('- [ ] A\n', 0);
    assert.equal(moved('- [>] A\n', task), '- [>] A\n');
    assert.equal(moved('- [x] A\n', task), '- [x] A\n');
    assert.equal(moved('- [ ] B\n', task), '- [ ] B\n');
  });
});

describe('Any text', () => {
  it('has at most one character changed by ticking: the mark of an open task that says the same', () => {
    fc.assert(
      fc.property(anyTaskText, anyTaskText, fc.nat(9), (before, after, index) => {
        const { tasks } = scanned(before);
        const task = tasks[index % Math.max(1, tasks.length)];
        if (!task) return;
        for (const text of [before, after, `${after}\n\n${before}`]) {
          const change = tick(text, task);
          if (typeof change === 'string') continue;
          assert.equal(change.text, 'x');
          assert.match(text.slice(change.start - 1, change.end + 1), /^\[[ /]\]$/);
          const result = applyEdits(text, [change]);
          assert.equal(result.slice(0, change.start), text.slice(0, change.start));
          assert.equal(result.slice(change.end), text.slice(change.end));
          const states = (of: string) => tasksIn(of).map(({ hash, state }) => `${hash} ${state}`);
          const [was, is] = [states(text), states(result)];
          const differing = was.flatMap((state, at) => (state === is[at] ? [] : [[state, is[at]]]));
          assert.deepEqual(differing, [[`${task.hash} open`, `${task.hash} done`]]);
          assert.equal(is.length, was.length);
        }
        if (task.state === 'open') assert.notEqual(tick(before, task), 'notFound');
      }),
      { numRuns: 1000 },
    );
  });

  it('knows where each task ends, on whatever line', () => {
    const text = '\uFEFF- [ ] Ask  Ana\n  about\tit  \n- [x] Book\n';
    assert.deepEqual(
      tasksIn(text).map(({ end }) => text.slice(end)),
      ['  \n- [x] Book\n', '\n'],
    );
  });

  it('tells the same tasks as the scanner', () => {
    fc.assert(
      fc.property(anyTaskText, (text) => {
        const expected = scanned(text).tasks.map(({ line, state, hash }) => ({ line, state, hash }));
        assert.deepEqual(
          tasksIn(text).map(({ line, state, hash }) => ({ line, state, hash })),
          expected,
        );
        for (const task of tasksIn(text))
          assert.match(text.slice(task.mark - 1, task.mark + 2), /^\[[ /xX>-]\]$/);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps everything but the mark when a task is moved, and one open task less', () => {
    let moves = 0;
    fc.assert(
      fc.property(anyTaskText, fc.nat(9), (text, index) => {
        const open = tasksIn(text).filter(({ state }) => state === 'open');
        const task = open[index % Math.max(1, open.length)];
        if (!task) return;
        moves++;
        const result = moved(text, task);
        const after = tasksIn(result);
        assert.equal(after.filter(({ state }) => state === 'open').length, open.length - 1);
        assert.equal(after.find(({ line }) => line === task.line)?.state, 'moved');
        const restored = result.replace(' [there](there.md)', '');
        assert.equal(restored.slice(0, task.mark), text.slice(0, task.mark));
        assert.equal(restored.slice(task.mark + 1), text.slice(task.mark + 1));
      }),
      { numRuns: 1000 },
    );
    assert.ok(moves > 100, String(moves));
  });
});
