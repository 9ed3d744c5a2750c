import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dateOf, dayOf, isDate, lastWholeWeek, quarterEnd, weekOf } from '../../../../src/core/util/calendar';

describe('Dates of a report', () => {
  it('are days that lead back to their dates, leap days too', () => {
    assert.equal(dayOf('1970-01-01'), 0);
    assert.equal(dayOf('2028-03-01') - dayOf('2028-02-28'), 2);
    assert.equal(dayOf('2027-03-01') - dayOf('2027-02-28'), 1);
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 200_000 }), (day) => {
        assert.equal(dayOf(dateOf(day)), day);
      }),
    );
  });

  it('lie in ISO weeks, which begin on Monday and do not end with the year', () => {
    const sameWeek = (one: string, other: string) => weekOf(dayOf(one)) === weekOf(dayOf(other));
    assert.ok(sameWeek('2025-12-29', '2026-01-04'), 'Monday and Sunday of 2026-W01');
    assert.ok(!sameWeek('2026-01-04', '2026-01-05'));
    assert.ok(!sameWeek('2025-12-28', '2025-12-29'));
    assert.ok(sameWeek('2020-12-28', '2021-01-03'), '2020-W53');
  });

  it('end a week only on Sunday', () => {
    assert.equal(lastWholeWeek(dayOf('2026-11-29')), weekOf(dayOf('2026-11-29')));
    assert.equal(lastWholeWeek(dayOf('2026-11-28')), weekOf(dayOf('2026-11-22')));
    assert.equal(lastWholeWeek(dayOf('2026-11-23')), weekOf(dayOf('2026-11-22')));
  });

  it('come after the last quarter end, or are one', () => {
    const ends: Readonly<Record<string, string>> = {
      '2026-03-31': '2026-03-31',
      '2026-03-30': '2025-12-31',
      '2026-01-01': '2025-12-31',
      '2026-11-27': '2026-09-30',
      '2026-12-31': '2026-12-31',
      '2028-02-29': '2027-12-31',
    };
    for (const [date, end] of Object.entries(ends)) assert.equal(dateOf(quarterEnd(dayOf(date))), end, date);
  });

  it('are no others than the calendar has', () => {
    assert.ok(isDate('2028-02-29'));
    for (const text of ['2027-02-29', '2026-13-01', '2026-1-1', '20260101', 'today', ''])
      assert.ok(!isDate(text), text);
  });
});
