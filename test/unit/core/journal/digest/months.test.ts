import assert from 'node:assert/strict';
import { emptyMonths, monthsBefore, monthsBetween } from '../../../../../src/core/journal/digest/months';

describe('Months of a span', () => {
  it('are all that it touches, over the turn of a year', () => {
    assert.deepEqual(monthsBetween('2025-11-30', '2026-02-01'), ['2025-11', '2025-12', '2026-01', '2026-02']);
    assert.deepEqual(monthsBetween('2026-03-01', '2026-03-01'), ['2026-03']);
    assert.deepEqual(monthsBetween('2026-03-01', '2026-02-01'), []);
  });

  it('are empty where no date lies in them', () => {
    const dates = ['2025-12-31', '2026-02-01', '2026-07-01'];
    assert.deepEqual(emptyMonths(dates, '2025-11-15', '2026-03-02'), ['2025-11', '2026-01', '2026-03']);
    assert.deepEqual(emptyMonths([], '2026-03-01', '2026-03-31'), ['2026-03']);
  });

  it('are counted back from a date', () => {
    assert.equal(monthsBefore('2026-03-31', 5), '2025-10-01');
    assert.equal(monthsBefore('2026-12-01', 0), '2026-12-01');
  });
});
