import assert from 'node:assert/strict';
import { differences, promisesOf } from '../../../src/cli/outcome';
import { falseChanges, falseFindings, foundChanges, foundSilence } from '../../../src/cli/simulation';
import { promises, quotedRun } from '../../../src/core/report/promises';

/** A short run: its bounds are what 5 % (90 %) can come to by chance in so few, once in a thousand runs. */
const leads = 50;
const mostFalse = (100 * 8) / leads;

describe('The rules of the report, tried on leads who never change', () => {
  for (const kind of ['anchor', 'full'] as const)
    it(`tell few of them of a change (${kind})`, () => {
      const [year] = falseChanges({ kind, sd: 0.6, autocorrelation: 0.2 }, leads, 7);
      assert.ok(year <= mostFalse, `${year} %`);
    }).timeout(30_000);

  it('find a change of one point sooner with three statements than with one', () => {
    const answering = { sd: 0.6, autocorrelation: 0.2 };
    const [, one] = foundChanges({ kind: 'anchor', ...answering }, leads, 8);
    const [, three] = foundChanges({ kind: 'full', ...answering }, leads, 8);
    assert.ok(three > one, `${one} % and ${three} %`);
  }).timeout(30_000);

  it('tell few who write evenly of a finding, and most of a side that they never wrote of', () => {
    const even = falseFindings({ topics: 24 }, leads, 9);
    assert.ok(even <= mostFalse, `${even} %`);
    const silent = foundSilence({ topics: 24 }, leads, 10);
    assert.ok(silent >= 76, `${silent} %`);
  }).timeout(30_000);

  it('are quoted as they came out, and a figure that is another one is named', () => {
    const outcome = {
      falseChanges: [
        [0.6, 7.04],
        [4.2, 1.16],
      ],
      foundChanges: { oneStatement: [19.8, 33.8], threeStatements: [53, 72.6] },
      falseFindings: [4.4, 3.4],
      foundSilence: [100, 100],
    } as const;
    assert.deepEqual(differences(promisesOf(outcome), promises), []);
    const worse = promisesOf({ ...outcome, foundSilence: [100, 99.9] });
    assert.deepEqual(differences(worse, promises), ['foundSilence is 99, quoted is 100.']);
  });

  it('find what is quoted, in one line of the run', () => {
    const told = falseFindings({ topics: 10 }, quotedRun.leads, quotedRun.seed + 20);
    assert.equal(told, promises.falseFindings.highest);
  }).timeout(300_000);
});
