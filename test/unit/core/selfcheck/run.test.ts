import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  answerStatement,
  answeredCount,
  goBack,
  isAnswered,
  parseRun,
  resumedRun,
  reviewRun,
  sideAnswers,
  startRun,
  type CheckRun,
} from '../../../../src/core/selfcheck/run';
import { makeFramework } from '../../../support/frameworks';

const framework = makeFramework('a', 'b');
const start = { id: 'r1', seed: 5, started: '2026-11-24T09:30:00+01:00' };
const quick = () => startRun(framework, { kind: 'quick', dimension: undefined }, start);
const now = '2026-11-24T09:31:00+01:00';
const give = (run: CheckRun, ...values: number[]) =>
  values.reduce((before, value) => answerStatement(before, { value, ms: 2000 }, now), run);
const values = (run: CheckRun) => run.statements.map((_, place) => run.answers[place]?.value);

describe('A check', () => {
  it('moves on with each answer and is finished with the last', () => {
    const three = give(quick(), 1, 2, 3);
    assert.deepEqual(
      [three.position, answeredCount(three), isAnswered(three), three.finished],
      [3, 3, false, undefined],
    );
    const done = give(three, 0);
    assert.deepEqual([done.position, isAnswered(done), done.finished], [4, true, now]);
    assert.deepEqual(values(done), [1, 2, 3, 0]);
  });

  it('takes no answer beyond the last', () => {
    const done = give(quick(), 1, 2, 3, 4);
    assert.equal(give(done, 5), done);
  });

  it('goes back, keeps later answers and takes a new one', () => {
    const back = goBack(goBack(give(quick(), 1, 2, 3)));
    assert.equal(back.position, 1);
    assert.deepEqual(values(back), [1, 2, 3, undefined]);
    assert.deepEqual(values(give(back, 5)), [1, 5, 3, undefined]);
    assert.equal(goBack(quick()).position, 0);
  });

  it('can be gone through again with every answer kept', () => {
    const again = reviewRun(give(quick(), 1, 2, 3, 4));
    assert.deepEqual([again.position, values(again)], [0, [1, 2, 3, 4]]);
  });

  it('goes on at the first open statement, or at its end', () => {
    assert.equal(resumedRun(goBack(goBack(give(quick(), 1, 2, 3)))).position, 3);
    assert.equal(resumedRun(reviewRun(give(quick(), 1, 2, 3, 4))).position, 4);
  });

  it('is not changed by what is done with it', () => {
    const run = give(quick(), 1);
    const copy = structuredClone(run);
    give(run, 2);
    goBack(run);
    assert.deepEqual(run, copy);
  });

  it('comes back from storage as it was', () => {
    const begun = answerStatement(quick(), { value: 4, ms: 0 }, now);
    for (const run of [begun, give(begun, 0, 3, 5)]) {
      const stored: unknown = JSON.parse(JSON.stringify(run));
      assert.deepEqual(parseRun(stored), stored);
    }
  });

  it('is dropped when what was stored is none', () => {
    const run = give(quick(), 4);
    for (const bad of [
      { ...run, position: 5 },
      { ...run, position: -1 },
      { ...run, kind: 'other' },
      { ...run, started: 'yesterday' },
      { ...run, statements: [] },
      { ...run, answers: { 0: { value: 6, ms: 1 } } },
      { ...run, answers: { 9: { value: 3, ms: 1 } } },
    ])
      assert.equal(parseRun(bad), undefined, JSON.stringify(bad));
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        assert.equal(parseRun(stored), undefined);
      }),
    );
  });

  it('tells what was answered, by side', () => {
    const run = give(quick(), 4, 0);
    const [first, second] = run.statements;
    assert.deepEqual(sideAnswers(run), [
      { dimension: first!.dimension, hat: first!.hat, value: 4 },
      { dimension: second!.dimension, hat: second!.hat, value: 0 },
    ]);
  });
});
