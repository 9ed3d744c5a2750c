import assert from 'node:assert/strict';
import fc from 'fast-check';
import { leanOf, presenceOf, scoresOf, suggestMove, type Score } from '../../../../src/core/selfcheck/scores';
import { isCarelessResponse } from '../../../../src/core/selfcheck/run';
import { makeFramework } from '../../../support/frameworks';

const answer = (side: string, value: number) => {
  const [dimension = '', hat = ''] = side.split('/');
  return { dimension, hat, value };
};
const score = (hat: string, mean: number | undefined, count = 3, dimension = 'a'): Score => ({
  dimension,
  hat,
  mean,
  count,
  noOccasion: 0,
});

describe('Scores', () => {
  it('are means of the frequency answers; "no occasion" is counted, not scored', () => {
    assert.deepEqual(
      scoresOf([
        answer('a/keep', 5),
        answer('a/lead', 1),
        answer('a/keep', 2),
        answer('a/keep', 0),
        answer('a/lead', 2),
        answer('b/keep', 0),
      ]),
      [
        { dimension: 'a', hat: 'keep', mean: 3.5, count: 2, noOccasion: 1 },
        { dimension: 'a', hat: 'lead', mean: 1.5, count: 2, noOccasion: 0 },
        { dimension: 'b', hat: 'keep', mean: undefined, count: 0, noOccasion: 1 },
      ],
    );
  });

  it('lie within the answers given, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }), (values) => {
        const [one] = scoresOf(values.map((value) => answer('a/keep', value)));
        const [other] = scoresOf(values.toReversed().map((value) => answer('a/keep', value)));
        assert.ok(one!.mean! >= Math.min(...values) && one!.mean! <= Math.max(...values));
        assert.deepEqual(one, other);
      }),
    );
  });
});

describe('A lean', () => {
  it('is named only beyond what answers vary by themselves', () => {
    // Three statements: 1.96 · √(0.5² + 0.5²) = 1.386; two: 1.96 · √(0.55² + 0.55²) = 1.524.
    assert.equal(leanOf(score('keep', 2), score('lead', 3.38)), undefined);
    assert.equal(leanOf(score('keep', 2), score('lead', 3.39)), 'lead');
    assert.equal(leanOf(score('keep', 3.39), score('lead', 2)), 'keep');
    assert.equal(leanOf(score('keep', 2, 2), score('lead', 3.52, 2)), undefined);
    assert.equal(leanOf(score('keep', 2, 2), score('lead', 3.53, 2)), 'lead');
    // Two against three: 1.96 · √(0.55² + 0.5²) = 1.457.
    assert.equal(leanOf(score('keep', 2, 2), score('lead', 3.45)), undefined);
    assert.equal(leanOf(score('keep', 2, 2), score('lead', 3.46)), 'lead');
  });

  it('is never named on one answer a side, or without one', () => {
    assert.equal(leanOf(score('keep', 1, 1), score('lead', 5, 1)), undefined);
    assert.equal(leanOf(score('keep', 1), score('lead', 5, 1)), undefined);
    assert.equal(leanOf(score('keep', undefined, 0), score('lead', 5)), undefined);
  });
});

describe('Presence', () => {
  it('says when both hats are seldom or often seen', () => {
    assert.equal(presenceOf(score('keep', 2.4), score('lead', 1)), 'seldom');
    assert.equal(presenceOf(score('keep', 2.5), score('lead', 1)), undefined);
    assert.equal(presenceOf(score('keep', 1), score('lead', 2.5)), undefined);
    assert.equal(presenceOf(score('keep', 3.5), score('lead', 5)), 'often');
    assert.equal(presenceOf(score('keep', 5), score('lead', 3.5)), 'often');
    assert.equal(presenceOf(score('keep', 3.4), score('lead', 5)), undefined);
    assert.equal(presenceOf(score('keep', undefined), score('lead', 1)), undefined);
  });
});

describe('The suggested move', () => {
  const framework = makeFramework('a', 'b');

  it('is for the side with the lowest score', () => {
    const move = suggestMove(
      framework,
      [score('keep', 4), score('lead', 2), score('keep', 3, 1, 'b'), score('lead', 1.5, 1, 'b')],
      3,
    );
    assert.deepEqual({ ...move, move: '' }, { dimension: 'b', hat: 'lead', move: '' });
    assert.match(move!.move, /^b\/lead move [12]$/);
  });

  it('leaves out sides without an occasion, and is none when nothing is scored', () => {
    assert.equal(suggestMove(framework, [score('keep', undefined, 0), score('lead', 5)], 1)?.hat, 'lead');
    assert.equal(suggestMove(framework, [score('keep', undefined, 0)], 1), undefined);
    assert.equal(suggestMove(framework, [], 1), undefined);
  });

  it('is chosen by the seed between equals', () => {
    const hats = new Set(
      Array.from(
        { length: 50 },
        (_, seed) => suggestMove(framework, [score('keep', 2), score('lead', 2)], seed)?.hat,
      ),
    );
    assert.deepEqual([...hats].sort(), ['keep', 'lead']);
    assert.deepEqual(
      suggestMove(framework, [score('keep', 2), score('lead', 2)], 8),
      suggestMove(framework, [score('keep', 2), score('lead', 2)], 8),
    );
  });
});

describe('Answers look alike', () => {
  const answers = (values: number[], ms: number) => values.map((value) => ({ value, ms }));

  it('when all are the same', () => {
    assert.equal(isCarelessResponse(answers([3, 3, 3, 3], 5000)), true);
    assert.equal(isCarelessResponse(answers([0, 0, 0, 0], 5000)), true);
    assert.equal(isCarelessResponse(answers([3, 3, 3, 4], 5000)), false);
  });

  it('when each came faster than a statement can be read', () => {
    assert.equal(isCarelessResponse(answers([1, 2, 3, 4], 1499)), true);
    assert.equal(isCarelessResponse([...answers([1, 2, 3], 1499), { value: 4, ms: 1500 }]), false);
  });
});
