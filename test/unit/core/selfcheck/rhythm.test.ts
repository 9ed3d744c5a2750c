import assert from 'node:assert/strict';
import { overdueDays } from '../../../../src/core/selfcheck/rhythm';

describe('The rhythm of checks', () => {
  const today = '2026-03-20';
  const cases = [
    ['weekly', '2026-03-13', undefined],
    ['weekly', '2026-03-12', 8],
    ['everyTwoWeeks', '2026-03-06', undefined],
    ['everyTwoWeeks', '2026-03-05', 15],
    ['monthly', '2026-02-17', undefined],
    ['monthly', '2026-02-16', 32],
    ['off', '2020-01-01', undefined],
    ['daily', '2020-01-01', undefined],
    ['toString', '2020-01-01', undefined],
    ['weekly', undefined, undefined],
    ['weekly', '2026-03-25', undefined],
  ] as const;
  for (const [rhythm, last, days] of cases)
    it(`${rhythm}, last ${last ?? 'never'}: ${days === undefined ? 'not overdue' : `${days} days ago`}`, () => {
      assert.equal(overdueDays(rhythm, last, today), days);
    });
});
