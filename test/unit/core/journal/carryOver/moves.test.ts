import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  arrived,
  markMoved,
  readPending,
  type PendingMoves,
} from '../../../../../src/core/journal/carryOver/moves';
import { tasksIn } from '../../../../../src/core/journal/tasks/taskText';
import { applyEdits } from '../../../../../src/core/util/textEdit';

const from = 'people/ana/2026-11-17.md';
const to = 'people/ana/2026-11-24.md';

function pendingOf(text: string): PendingMoves {
  const tasks = tasksIn(text).filter(({ state }) => state === 'open');
  return {
    journal: 'file:///j',
    note: to,
    at: 0,
    tasks: tasks.map(({ line, hash }) => ({ path: from, line, hash, arrivesAs: hash })),
  };
}

/** The old note's text when the moves are finished as far as the new note holds the tasks. */
function finished(text: string, newNote: string | undefined, pending = pendingOf(text)): string {
  return applyEdits(text, markMoved(text, from, arrived(pending, newNote), to));
}

describe('A move of open tasks', () => {
  it('marks the old ones and links to the new note; nothing else changes', () => {
    const text = '# 1:1\r\n\r\n- [ ] a b @ana due:2026-12-01  \r\n- [/] c\r\n- [x] d\r\n';
    assert.equal(
      finished(text, '- [ ] a b @ana due:2026-12-01\n- [ ] c\n'),
      '# 1:1\r\n\r\n- [>] a b @ana due:2026-12-01 → [2026-11-24](2026-11-24.md)  \r\n- [>] c → [2026-11-24](2026-11-24.md)\r\n- [x] d\r\n',
    );
  });

  it('leaves what did not arrive, and all where there is no new note', () => {
    const text = '- [ ] a\n- [ ] b\n';
    assert.equal(finished(text, '- [x] b\n'), '- [ ] a\n- [>] b → [2026-11-24](2026-11-24.md)\n');
    assert.equal(finished(text, undefined), text);
  });

  it('leaves one of two that say the same where only one arrived', () => {
    const link = '→ [2026-11-24](2026-11-24.md)';
    assert.equal(finished('- [ ] a\n- [ ] a\n', '- [ ] a\n'), `- [>] a ${link}\n- [ ] a\n`);
  });

  it('leaves what the person has done meanwhile', () => {
    const pending = pendingOf('- [ ] a\n');
    assert.equal(finished('- [x] a\n', '- [ ] a\n', pending), '- [x] a\n');
    assert.equal(finished('something else\n', '- [ ] a\n', pending), 'something else\n');
  });

  it('links across folders, whatever their names hold', () => {
    const task = pendingOf('- [ ] a\n').tasks[0]!;
    const text = applyEdits('- [ ] a', markMoved('- [ ] a', from, [task], 'retros/2026 (x).md'));
    assert.equal(text, '- [>] a → [2026 (x)](../../retros/2026%20%28x%29.md)');
  });

  it('has each task open in exactly one place, whatever it is interrupted after, when it was finished', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), fc.nat(6), (names, steps) => {
        const old = names.map((name) => `- [ ] ${name}\n`).join('');
        const made = names.map((name) => `- [ ] ${name}\n`).join('');
        const pending = pendingOf(old);
        // So many old ones were marked before the kill.
        const half = applyEdits(old, markMoved(old, from, arrived(pending, made).slice(0, steps), to));
        const whole = finished(half, made, pending);
        assert.deepEqual(
          tasksIn(whole).map(({ state }) => state),
          names.map(() => 'moved'),
        );
        assert.equal(tasksIn(made).filter(({ state }) => state === 'open').length, names.length);
      }),
    );
  });

  it('is remembered in one form only', () => {
    const pending = pendingOf('- [ ] a\n');
    assert.deepEqual(readPending(JSON.stringify(pending)), pending);
    for (const other of [
      '',
      '{}',
      '[]',
      JSON.stringify(pending).slice(0, -9),
      JSON.stringify({ ...pending, tasks: 'x' }),
    ])
      assert.equal(readPending(other), undefined);
  });
});
