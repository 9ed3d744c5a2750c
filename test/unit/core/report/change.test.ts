import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changeOfSide, limits, priorSpread, scanChanges } from '../../../../src/core/report/change';
import { dateOf } from '../../../../src/core/util/calendar';
import type { WeeklyValue } from '../../../../src/core/report/series';

const firstMonday = 20_458; // 2026-01-05
const inWeeks = (values: readonly number[], first = 0): readonly WeeklyValue[] =>
  values.map((value, index) => {
    const week = first + index;
    return { week, date: dateOf(firstMonday + 7 * week), value };
  });
const scan = (...sides: readonly (readonly number[])[]) =>
  scanChanges(
    sides.map((values) => inWeeks(values)),
    priorSpread.anchor,
  );
const near = (actual: number | null | undefined, expected: number, digits: number) => {
  assert.equal(actual?.toFixed(digits), expected.toFixed(digits));
};
const first = [2, 2, 3, 2, 2, 3, 2, 2, 4, 4, 3, 4];
const even = [3, 3, 2, 3, 4, 3, 3, 2, 3, 3, 4, 3];
const beginning = '0000-01-01';
/** A side beside eleven others that go on as they were. */
const scanBeside = (values: readonly number[]) =>
  scan(values, ...Array.from({ length: 11 }, () => values.map((_, index) => even[index % even.length]!)))
    .sides[0]!;
const steady = (value: number, length = 12) => Array<number>(length).fill(value);

describe('The scan for a change', () => {
  it('agrees with the test vector that two independent programs computed', () => {
    const { spread, sides } = scan(first, ...Array.from({ length: 11 }, () => even));
    near(spread.pooledVariance, 0.39806, 5);
    near(spread.autocorrelation, 0.15119, 5);
    const change = changeOfSide(sides[0]!, beginning);
    assert.equal(change.word, 'perhaps');
    near(change.z, 3.4467, 4);
    assert.deepEqual(
      [change.before, change.after, change.checksBefore, change.checksAfter, change.date],
      [2.25, 3.75, 8, 4, '2026-03-02'],
    );
  });

  it('is too early below eight values', () => {
    assert.equal(changeOfSide(scanBeside([1, 1, 1, 1, 5, 5, 5]), beginning).word, 'tooEarly');
    assert.equal(changeOfSide(scanBeside([1, 1, 1, 1, 1, 5, 5, 5]), beginning).word, 'changed');
    assert.deepEqual(changeOfSide(scan([]).sides[0]!, beginning), {
      ...{ word: 'tooEarly', z: null, date: null, before: null, after: null },
      ...{ checksBefore: null, checksAfter: null },
    });
  });

  it('calls a change when it first shows, with what was known then, and goes on from there', () => {
    const side = scanBeside([...steady(2, 10), ...steady(4)]);
    assert.equal(side.changes.length, 1);
    const [call] = side.changes;
    assert.deepEqual([call!.date, call!.before, call!.after, call!.checksBefore], ['2026-03-16', 2, 4, 10]);
    assert.ok(call!.checksAfter < 12, 'not with what came later');
    assert.equal(side.segment.length, 12);
    assert.equal(changeOfSide(side, '2026-03-16').word, 'changed');
    assert.equal(changeOfSide(side, '2026-03-17').word, 'none', 'of a period after it');
  });

  it('says the last of several changes', () => {
    const side = scanBeside([...steady(1), ...steady(4), ...steady(2)]);
    const change = changeOfSide(side, beginning);
    assert.deepEqual([change.before, change.after], [4, 2]);
    assert.equal(side.changes.length, 2);
  });

  it('does not depend on when somebody looked: a call stays, whatever comes later', () => {
    const value = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(fc.array(fc.array(value, { maxLength: 40 }), { minLength: 1, maxLength: 4 }), (sides) => {
        const whole = scan(...sides).sides;
        const longest = Math.max(...sides.map(({ length }) => length));
        for (let weeks = 0; weeks < longest; weeks++) {
          const earlier = scan(...sides.map((values) => values.slice(0, weeks))).sides;
          earlier.forEach(({ changes }, index) => {
            assert.deepEqual(whole[index]!.changes.slice(0, changes.length), changes);
          });
        }
      }),
      { numRuns: 30 },
    );
  });

  it('finds the split with the largest z, as one finds it by hand', () => {
    const value = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 8, maxLength: 26 }), (values) => {
        const { spread, sides } = scan(values);
        const { segment, split } = sides[0]!;
        if (segment.length < 8) return;
        const x = segment.map((each) => each.value);
        const { pooledVariance: p, autocorrelation: r } = spread;
        const inflation = (k: number) => {
          let f = 1;
          for (let j = 1; j < k; j++) f += 2 * (1 - j / k) * r ** j;
          return f / k;
        };
        const mean = (of: number[]) => of.reduce((sum, each) => sum + each, 0) / of.length;
        const squares = (of: number[]) => of.reduce((sum, each) => sum + (each - mean(of)) ** 2, 0);
        let most = 0;
        for (let a = 5; a <= x.length - 3; a++) {
          const [before, after] = [x.slice(0, a), x.slice(a)];
          const v = Math.max(p, (20 * p + squares(before) + squares(after)) / (20 + x.length - 2));
          const error = Math.sqrt(v * (inflation(after.length) + inflation(a)));
          most = Math.max(most, Math.abs(mean(after) - mean(before)) / error);
        }
        assert.ok(Math.abs(split!.z - most) < 1e-9, `${split!.z} and ${most}`);
      }),
    );
  });

  it('looks at the newest 52 values only', () => {
    const segment = scanBeside([5, ...steady(1, 59)]).segment;
    assert.deepEqual([segment.length, segment[0]?.date], [52, dateOf(firstMonday + 7 * 8)]);
  });

  it('asks for more where there are more than 26 values', () => {
    assert.deepEqual(
      [8, 26, 27, 52].map((n) => limits(n)),
      [
        { changed: 4.2, perhaps: 3.2 },
        { changed: 4.2, perhaps: 3.2 },
        { changed: 4.5, perhaps: 3.5 },
        { changed: 4.5, perhaps: 3.5 },
      ],
    );
  });

  it('tests a side in its own weeks, however they are spaced', () => {
    const gaps = [0, 1, 2, 5, 8, 9, 20, 21, 22, 30].map((week, index) => ({
      ...{ week, date: dateOf(firstMonday + 7 * week) },
      value: index < 6 ? 1 : 5,
    }));
    const others = Array.from({ length: 11 }, () =>
      inWeeks(Array.from({ length: 31 }, (_, week) => even[week % 12]!)),
    );
    const [side] = scanChanges([gaps, ...others], priorSpread.anchor).sides;
    assert.equal(side!.changes[0]?.date, dateOf(firstMonday + 7 * 20));
  });
});
