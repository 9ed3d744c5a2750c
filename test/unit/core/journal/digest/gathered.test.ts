import assert from 'node:assert/strict';
import fc from 'fast-check';
import { joinedRanges, rangesWith, verbatimLines } from '../../../../../src/core/journal/digest/gathered';

const words = { between: '…', out: 'OUT' };
const lines = (first: number, last = first) => ({ first, last });
const range = fc.tuple(fc.nat(12), fc.nat(4)).map(([first, length]) => lines(first, first + length));

describe('Lines that are gathered', () => {
  it('are joined where they touch', () => {
    assert.deepEqual(joinedRanges([lines(5, 6), lines(0), lines(1, 2), lines(2, 3)]), [
      lines(0, 3),
      lines(5, 6),
    ]);
  });

  it('cover the same lines once they are joined', () => {
    const covered = (ranges: readonly { first: number; last: number }[]) =>
      Array.from({ length: 20 }, (_, line) =>
        ranges.some(({ first, last }) => first <= line && line <= last),
      );
    fc.assert(
      fc.property(fc.array(range), (ranges) => {
        assert.deepEqual(covered(joinedRanges(ranges)), covered(ranges));
      }),
    );
  });

  it('stand word for word, and say what lies between and what is left out', () => {
    const text = '\uFEFFa\r\n  b  \nc\rd\ne\nf\n\n';
    assert.deepEqual(verbatimLines(text, [lines(0, 7)], [], words), ['a', '  b  ', 'c', 'd', 'e', 'f']);
    assert.deepEqual(verbatimLines(text, [lines(0, 3), lines(5, 9)], [lines(1, 2)], words), [
      'a',
      'OUT',
      'd',
      '…',
      'f',
    ]);
    assert.deepEqual(verbatimLines(text, [lines(0, 7)], [lines(0, 7)], words), ['OUT']);
  });

  it('never hold a line that is left out', () => {
    fc.assert(
      fc.property(fc.array(range), fc.array(range), (ranges, out) => {
        const text = Array.from({ length: 18 }, (_, line) => `line ${line};`).join('\n');
        const shown = verbatimLines(text, ranges, out, words);
        for (const { first, last } of out)
          for (let line = first; line <= last; line++) assert.ok(!shown.includes(`line ${line};`));
      }),
    );
  });

  it('are found with the passage that they stand in', () => {
    const text = 'a\nAna\nb\nc\n# Ana\nd';
    assert.deepEqual(
      rangesWith(text, [lines(0, 2), lines(5)], (line) => line.includes('Ana')),
      [lines(0, 2), lines(4)],
    );
  });
});
