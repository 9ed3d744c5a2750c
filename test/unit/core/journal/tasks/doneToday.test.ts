import assert from 'node:assert/strict';
import { findDone, readDone } from '../../../../../src/core/journal/tasks/doneToday';
import { indexed } from '../../../../support/notes';

const date = '2026-11-25';
const path = 'notes/2026-11-24.md';
const done = { path, hash: 'x', line: 3, before: ' ', date };

describe('What was ticked today', () => {
  it('is what was remembered of today', () => {
    assert.deepEqual(readDone([done, { ...done, date: '2026-11-24' }], date), [done]);
  });

  for (const rubbish of [undefined, 'x', [5], [{ ...done, before: 'x' }], [{ ...done, line: '3' }]])
    it(`is nothing where ${JSON.stringify(rubbish)} was remembered`, () => {
      assert.deepEqual(readDone(rubbish, date), []);
    });

  it('is found by what it says, done and nearest to where it stood', () => {
    const text = '- [x] call Ana\n- [ ] call Ana\n- [x] call Ben\n\n\n- [x] call Ana\n- [x] call Ana\n';
    const note = indexed({ [path]: text }).get(path)!;
    const { hash } = note.tasks[0]!;
    const lineOf = (line: number) => findDone(note, { ...done, hash, line })?.line;
    assert.deepEqual([0, 1, 2, 4, 6, 99].map(lineOf), [0, 0, 0, 5, 6, 6]);
    assert.equal(findDone(note, { ...done, hash: 'another' }), undefined);
    const open = indexed({ [path]: '- [ ] call Ana\n' }).get(path)!;
    assert.equal(findDone(open, { ...done, hash }), undefined);
  });
});
