import assert from 'node:assert/strict';
import fc from 'fast-check';
import { typedAnswers } from '../../../src/core/selfcheck/digits';

describe('Answers typed into a field', () => {
  for (const [before, after, answers] of [
    ['', '4', [4]],
    ['4', '45', [5]],
    ['4', '4501', [5, 0, 1]],
    ['45', '4', []],
    ['45', '', []],
    ['45', '54', []],
    ['', 'a6 9-3x', [3]],
    ['', '４', [4]],
    ['', '٣', [3]],
    ['', '۵', [5]],
    ['', '५', [5]],
    ['', '🚀2', [2]],
  ] as const)
    it(`from "${before}" to "${after}" are ${JSON.stringify(answers)}`, () => {
      assert.deepEqual(typedAnswers(before, after), answers);
    });

  it('are all there however the keys arrive together', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 5 }))), (bursts) => {
        let value = '';
        const seen = bursts.flatMap((burst) => {
          const before = value;
          value += burst.join('');
          return typedAnswers(before, value);
        });
        assert.deepEqual(seen, bursts.flat());
      }),
    );
  });
});
