import assert from 'node:assert/strict';
import {
  findDimension,
  findSide,
  promptsOf,
  sidesOf,
  statementsOf,
  tagOf,
} from '../../../../src/core/framework/lookup';
import { smallFramework } from './fixtures';

describe('look-up in a framework', () => {
  const [goals, people] = smallFramework.dimensions;
  const [keeper, seeker] = smallFramework.hats;

  it('makes the tag of a side', () => {
    assert.equal(tagOf({ dimension: 'decision-making', hat: 'leadership' }), '#decision-making/leadership');
  });

  it('finds a dimension by its id', () => {
    assert.equal(findDimension(smallFramework, 'people'), people);
    assert.equal(findDimension(smallFramework, 'keeper'), undefined);
  });

  it('finds a side with the pole of its hat', () => {
    assert.deepEqual(findSide(smallFramework, { dimension: 'goals', hat: 'seeker' }), {
      side: { dimension: 'goals', hat: 'seeker' },
      dimension: goals,
      hat: seeker,
      pole: goals?.poles[1],
    });
    assert.equal(findSide(smallFramework, { dimension: 'seeker', hat: 'goals' }), undefined);
  });

  it('lists the sides, dimension by dimension', () => {
    assert.deepEqual(
      sidesOf(smallFramework).map(({ side, pole }) => [tagOf(side), pole.summary]),
      [
        ['#goals/keeper', 'goals keeper summary'],
        ['#goals/seeker', 'goals seeker summary'],
        ['#people/keeper', 'people keeper summary'],
        ['#people/seeker', 'people seeker summary'],
      ],
    );
    assert.equal(sidesOf(smallFramework)[0]?.hat, keeper);
  });

  it('numbers the statements of each side from 1; the first is the anchor', () => {
    const statements = statementsOf(smallFramework);
    assert.equal(statements.length, 12);
    assert.deepEqual(statements.slice(3, 5), [
      {
        id: 'goals/seeker/1',
        dimension: 'goals',
        hat: 'seeker',
        round: 1,
        text: 'goals seeker statement 1',
      },
      {
        id: 'goals/seeker/2',
        dimension: 'goals',
        hat: 'seeker',
        round: 2,
        text: 'goals seeker statement 2',
      },
    ]);
  });

  it('lists the prompts of each side, kind by kind', () => {
    assert.deepEqual(
      promptsOf(smallFramework).map(({ dimension, hat, prompt, index }) =>
        [dimension, hat, prompt, index].join(' '),
      ),
      ['goals', 'people'].flatMap((dimension) =>
        ['keeper', 'seeker'].flatMap((hat) =>
          ['reflection 0', 'reflection 1', 'oneOnOne 0', 'retrospective 0'].map(
            (prompt) => `${dimension} ${hat} ${prompt}`,
          ),
        ),
      ),
    );
    assert.equal(promptsOf(smallFramework)[1]?.text, 'goals keeper reflection 2');
  });
});
