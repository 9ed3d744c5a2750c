import assert from 'node:assert/strict';
import { fileTimestamp, isoWithOffset, localDate } from '../../../../src/core/util/dates';

const at = (instant: string, offset: number) => ({ now: () => Date.parse(instant), offset: () => offset });

describe('Local time', () => {
  for (const [instant, offset, date, iso] of [
    ['2026-11-24T08:30:12Z', 60, '2026-11-24', '2026-11-24T09:30:12+01:00'],
    ['2026-11-24T23:30:00Z', 60, '2026-11-25', '2026-11-25T00:30:00+01:00'],
    ['2026-11-24T01:00:00Z', -480, '2026-11-23', '2026-11-23T17:00:00-08:00'],
    ['2026-11-24T20:00:00Z', 345, '2026-11-25', '2026-11-25T01:45:00+05:45'],
    ['2026-11-24T00:10:00Z', -210, '2026-11-23', '2026-11-23T20:40:00-03:30'],
    ['2026-11-24T08:30:12Z', 0, '2026-11-24', '2026-11-24T08:30:12+00:00'],
  ] as const)
    it(`${instant} at ${offset} minutes is ${iso}`, () => {
      assert.equal(localDate(at(instant, offset)), date);
      assert.equal(isoWithOffset(at(instant, offset)), iso);
    });

  it('asks for the offset of the instant itself, not of now', () => {
    const summer = Date.parse('2026-07-01T22:30:00Z');
    const clock = {
      now: () => Date.parse('2026-11-24T12:00:00Z'),
      offset: (instant: number) => (instant === summer ? 120 : 60),
    };
    assert.equal(isoWithOffset(clock, summer), '2026-07-02T00:30:00+02:00');
  });

  it('stamps files in UTC', () => {
    assert.equal(fileTimestamp(at('2026-11-24T08:30:12.999Z', 60)), '2026-11-24T083012Z');
  });
});
