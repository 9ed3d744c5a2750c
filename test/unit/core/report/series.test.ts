import assert from 'node:assert/strict';
import { oldestFirst, noOccasions, seriesOf } from '../../../../src/core/report/series';
import type { CheckRecord } from '../../../../src/core/selfcheck/record';
import { checkRecord } from '../../../support/checks';
import { makeFramework } from '../../../support/frameworks';

const framework = makeFramework('a');
const sunday = '2026-11-29';
const check = (finished: string, answers: Record<string, number>, kind: CheckRecord['kind'] = 'quick') =>
  checkRecord(framework, finished, answers, kind);
const all = (values: readonly [number, number, number]) => ({
  'a/keep/1': values[0],
  'a/keep/2': values[1],
  'a/keep/3': values[2],
});
const keep = (checks: readonly CheckRecord[], to = sunday, of = framework) => {
  const [side] = seriesOf(of, oldestFirst(checks), to);
  const plain = (kind: 'anchor' | 'full') => side![kind].map(({ date, value }) => `${date} ${value}`);
  return { anchor: plain('anchor'), full: plain('full') };
};

describe('A series of answers', () => {
  it('holds the anchor of any check, and the mean of all three where all were asked', () => {
    const checks = [check('2026-11-03', { 'a/keep': 2 }), check('2026-11-10', all([4, 5, 3]), 'full')];
    assert.deepEqual(keep(checks), {
      anchor: ['2026-11-03 2', '2026-11-10 4'],
      full: ['2026-11-10 4'],
    });
  });

  it('counts one value a week: the last one, by the clock and not by the order of the files', () => {
    const checks = [check('2026-11-27', { 'a/keep': 5 }), check('2026-11-24', { 'a/keep': 1 })];
    assert.deepEqual(keep(checks).anchor, ['2026-11-27 5']);
    assert.deepEqual(keep([...checks].reverse()).anchor, ['2026-11-27 5']);
  });

  it('passes over “no occasion” for the last one that is scored', () => {
    const checks = [check('2026-11-24', { 'a/keep': 3 }), check('2026-11-27', { 'a/keep': 0 })];
    assert.deepEqual(keep(checks).anchor, ['2026-11-24 3']);
  });

  it('takes the last check of the week that scored all three', () => {
    const checks = [
      check('2026-11-24', all([4, 4, 4]), 'full'),
      check('2026-11-25', all([2, 2, 2]), 'dimension'),
      check('2026-11-26', all([5, 0, 5]), 'full'),
      check('2026-11-27', { 'a/keep': 1 }),
    ];
    assert.deepEqual(keep(checks), { anchor: ['2026-11-27 1'], full: ['2026-11-25 2'] });
  });

  it('does not count a week that is not over', () => {
    const checks = [check('2026-11-20', { 'a/keep': 2 }), check('2026-11-24', { 'a/keep': 4 })];
    assert.deepEqual(keep(checks, '2026-11-28').anchor, ['2026-11-20 2']);
    assert.deepEqual(keep(checks, '2026-11-29').anchor, ['2026-11-20 2', '2026-11-24 4']);
    assert.deepEqual(keep(checks, '2026-11-19').anchor, []);
  });

  it('keeps the weeks of the turn of a year together', () => {
    const checks = [check('2025-12-29', { 'a/keep': 2 }), check('2026-01-02', { 'a/keep': 4 })];
    assert.deepEqual(keep(checks, '2026-01-04').anchor, ['2026-01-02 4']);
  });

  it('goes by the local date of the answer, and orders by the instant', () => {
    const late = check('2026-11-29T23:30:00-10:00', { 'a/keep': 4 });
    const early = check('2026-11-30T00:30:00+14:00', { 'a/keep': 2 });
    assert.deepEqual(keep([late, early], '2026-12-06').anchor, ['2026-11-29 4', '2026-11-30 2']);
    const [first] = oldestFirst([late, early]);
    assert.equal(first, early, 'half past midnight in the far east is long before');
  });

  it('ends where a statement was put in other words', () => {
    const [dimension] = framework.dimensions;
    const [one, other] = dimension!.poles;
    const changed = {
      ...framework,
      dimensions: [
        {
          ...dimension!,
          poles: [{ ...one, statements: ['new words', ...one.statements.slice(1)] }, other] as const,
        },
      ],
    };
    const checks = [
      check('2026-11-03', all([4, 4, 4]), 'full'),
      checkRecord(changed, '2026-11-10', all([2, 2, 2]), 'full'),
    ];
    assert.deepEqual(keep(checks, sunday, changed), { anchor: ['2026-11-10 2'], full: ['2026-11-10 2'] });
  });

  it('counts “no occasion” of all of a side’s statements', () => {
    const counts = noOccasions(framework, [
      check('2026-11-03', all([0, 3, 0]), 'full'),
      check('2026-11-10', { 'a/keep': 0, 'a/lead': 4 }),
    ]);
    assert.deepEqual([...counts], [['a/keep', 3]]);
  });
});
