import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editDistance, nearest, tolerance } from '../../../../src/core/util/spelling';

describe('editDistance', () => {
  const cases: [from: string, to: string, distance: number][] = [
    ['', '', 0],
    ['quit', 'quit', 0],
    ['qiut', 'quit', 1],
    ['daedlin', 'deadline', 2],
    ['micromange', 'micromanage', 1],
    ['otage', 'outage', 1],
    ['ca', 'abc', 3],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['🙂a', 'a🙂', 1],
  ];
  for (const [from, to, distance] of cases)
    it(`is ${distance} from “${from}” to “${to}”`, () => {
      assert.equal(editDistance(from, to, 9), distance);
    });

  it('is one above the limit for all that is farther', () => {
    assert.equal(editDistance('kitten', 'sitting', 2), 3);
    assert.equal(editDistance('kitten', 'k', 2), 3);
    assert.equal(editDistance('abcdef', 'uvwxyz', 2), 3);
  });

  it('is the same both ways, and 0 for equal words only', () => {
    const word = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'é', '🙂') });
    fc.assert(
      fc.property(word, word, (a, b) => {
        assert.equal(editDistance(a, b, 99), editDistance(b, a, 99));
        assert.equal(editDistance(a, b, 99) === 0, a === b);
      }),
    );
  });
});

describe('nearest', () => {
  it('allows one slip up to five letters and two above', () => {
    assert.deepEqual(['quit', 'début', 'outage'].map(tolerance), [1, 1, 2]);
  });

  it('answers with the nearest only, in their order', () => {
    assert.deepEqual(nearest('leadershp', ['leaderships', 'leadership', 'readership']), ['leadership']);
    assert.deepEqual(nearest('otage', ['stage', 'outage', 'other']), ['stage', 'outage']);
  });

  it('answers with nothing when all are too far', () => {
    assert.deepEqual(nearest('xyzzy', ['fuzzy', 'xyz']), []);
  });
});
