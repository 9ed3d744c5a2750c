import assert from 'node:assert/strict';
import fc from 'fast-check';
import { askedStatements, statementHash } from '../../../../src/core/selfcheck/statements';
import { makeFramework } from '../../../support/frameworks';

const framework = makeFramework('a', 'b', 'c', 'd', 'e', 'f');
const ids = (kind: 'quick' | 'full' | 'dimension', seed: number, dimension?: string) =>
  askedStatements(framework, { kind, dimension }, seed).map(({ id }) => id);
const sides = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((dimension) => [
  `${dimension}/keep`,
  `${dimension}/lead`,
]);
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('The statements of a check', () => {
  it('are the anchor of every side in a quick check, each once', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        assert.deepEqual(
          ids('quick', seed).sort(),
          sides.map((side) => `${side}/1`),
        );
      }),
    );
  });

  it('are all of them in a full check, the dimensions once a round', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const asked = ids('full', seed);
        assert.equal(asked.length, 36);
        for (const round of [1, 2, 3])
          assert.deepEqual(
            asked.slice(round * 12 - 12, round * 12).sort(),
            sides.map((side) => `${side}/${round}`),
          );
      }),
    );
  });

  it('are the six of one dimension', () => {
    assert.deepEqual(ids('dimension', 7, 'c').sort(), [
      'c/keep/1',
      'c/keep/2',
      'c/keep/3',
      'c/lead/1',
      'c/lead/2',
      'c/lead/3',
    ]);
    assert.deepEqual(ids('dimension', 7, 'unknown'), []);
  });

  it('stand in pairs: one dimension’s two hats follow each other', () => {
    const asked = askedStatements(framework, { kind: 'full', dimension: undefined }, 99);
    for (let place = 0; place < asked.length; place += 2) {
      assert.equal(asked[place]!.dimension, asked[place + 1]!.dimension);
      assert.notEqual(asked[place]!.hat, asked[place + 1]!.hat);
    }
  });

  it('come in the same order for the same seed, today and in every later version', () => {
    assert.deepEqual(ids('quick', 1), ids('quick', 1));
    assert.notDeepEqual(ids('quick', 1), ids('quick', 2));
    assert.equal(
      ids('quick', 1).join(' '),
      'b/keep/1 b/lead/1 f/keep/1 f/lead/1 c/keep/1 c/lead/1 a/keep/1 a/lead/1 e/lead/1 e/keep/1 d/lead/1 d/keep/1',
    );
  });

  it('let no place tell the hat or the dimension', () => {
    const seen = new Map<string, number>();
    const many = 1200;
    for (let seed = 0; seed < many; seed++) {
      const [first = ''] = ids('quick', seed);
      seen.set(first, (seen.get(first) ?? 0) + 1);
    }
    assert.equal(seen.size, 12);
    // Twelve sides, so 1 in 12; five standard deviations to each side.
    const expected = many / 12;
    for (const [side, count] of seen)
      assert.ok(Math.abs(count - expected) < 5 * Math.sqrt(expected), `${side}: ${count}`);
  });

  it('have a hash that follows the text', () => {
    assert.equal(statementHash({ text: '' }), '811c9dc5');
    assert.equal(statementHash({ text: 'a' }), textHashOfA());
    assert.notEqual(
      statementHash({ text: 'When a decision was due, I …' }),
      statementHash({ text: 'When a decision was due, I .' }),
    );
  });
});

/** FNV-1a over the bytes 0x61, 0x00, worked out step by step. */
function textHashOfA(): string {
  const prime = 0x01000193n;
  const step = (hash: bigint, byte: bigint) => ((hash ^ byte) * prime) & 0xffffffffn;
  return step(step(0x811c9dc5n, 0x61n), 0n).toString(16).padStart(8, '0');
}
