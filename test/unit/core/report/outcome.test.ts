import assert from 'node:assert/strict';
import { noExperiments, type Experiment, type Experiments } from '../../../../src/core/experiment/experiment';
import builtin from '../../../../src/core/framework/builtin.framework.yaml';
import { noConfig } from '../../../../src/core/journal/config/configModel';
import { peopleOf } from '../../../../src/core/journal/people/knownPeople';
import { outcomeOf } from '../../../../src/core/report/outcome';
import { reportOf } from '../../../../src/core/report/report';
import type { WeeklyValue } from '../../../../src/core/report/series';
import { dateOf, dayOf, weekOf } from '../../../../src/core/util/calendar';
import { checkRecord } from '../../../support/checks';

const plan: Experiment = {
  ...{ dimension: 'risk-taking', hat: 'leadership', move: 'When we plan, I will name one bet.' },
  ...{ planned: '2026-10-01', start: '2026-10-12', end: '2026-11-22' },
};

/** On Wednesdays, from so many weeks before the start on. */
function weekly(values: readonly number[], weeksBefore: number): readonly WeeklyValue[] {
  return values.map((value, index) => {
    const date = dateOf(dayOf('2026-10-14') + 7 * (index - weeksBefore));
    return { date, week: weekOf(dayOf(date)), value };
  });
}

describe('The outcome of an experiment', () => {
  const before = [2, 2.5, 2, 2, 2.5, 2];
  const after = [3, 3.5, 3, 3, 3.5, 3];
  const values = weekly([5, ...before, ...after], 7);

  it('holds the last six values before it against those in it, by their spread and what carries over', () => {
    const outcome = outcomeOf(plan, values, 0.36, '2026-11-22');
    // f(6) = 1 + 2·(5/6·.2 + 4/6·.04 + 3/6·.008 + 2/6·.0016 + 1/6·.00032) = 1.3958, by hand.
    const f =
      1 + 2 * ((5 / 6) * 0.2 + (4 / 6) * 0.04 + (3 / 6) * 0.008 + (2 / 6) * 0.0016 + (1 / 6) * 0.00032);
    assert.equal(outcome.z?.toFixed(9), (1 / Math.sqrt((0.36 * 2 * f) / 6)).toFixed(9));
    assert.deepEqual(
      [outcome.word, outcome.checksBefore, outcome.checksAfter],
      ['moreOften', 6, 6],
      'the seventh before is not in it',
    );
    assert.equal(outcome.before?.toFixed(4), '2.1667');
  });

  it('says which way it went, or that no difference is to be seen', () => {
    const word = (from: readonly number[], to: readonly number[]) =>
      outcomeOf(plan, weekly([...from, ...to], 6), 0.36, '2026-11-22').word;
    assert.equal(word(after, before), 'lessOften');
    assert.equal(word(before, before), 'none');
    assert.equal(
      word(
        before,
        before.map((value) => value + 0.5),
      ),
      'none',
    );
  });

  it('says nothing before its last week is over', () => {
    const { word, z, checksAfter } = outcomeOf(plan, values, 0.36, '2026-11-21');
    assert.deepEqual([word, z, checksAfter], ['running', null, 6]);
  });

  it('gives no verdict with fewer than six before or four in it', () => {
    const word = (from: number, to: number) =>
      outcomeOf(plan, weekly([...before.slice(0, from), ...after.slice(0, to)], from), 0.36, '2026-11-22')
        .word;
    assert.deepEqual(
      [word(6, 4), word(6, 3), word(5, 6), word(0, 0)],
      ['moreOften', 'noVerdict', 'noVerdict', 'noVerdict'],
    );
  });

  it('counts what was answered until it was stopped', () => {
    const stopped = { ...plan, stopped: '2026-11-08' };
    assert.equal(outcomeOf(stopped, values, 0.36, '2026-11-08').checksAfter, 4);
    assert.equal(outcomeOf(stopped, values, 0.36, '2026-11-08').word, 'moreOften');
  });
});

describe('The experiment in a report', () => {
  const statements = [1, 2, 3].map((round) => `risk-taking/leadership/${round}`);
  const checks = weekly([2, 2, 2, 2, 2, 2, 4, 4, 4, 4, 4, 4], 6).map(({ date, value }) =>
    checkRecord(builtin, date, Object.fromEntries(statements.map((id) => [id, value])), 'full'),
  );
  const experiments = { list: [{ ...plan, path: 'experiments/a.yaml' }], damaged: [] };
  const input = {
    ...{ framework: builtin, notes: [], people: peopleOf([], noConfig), checks, damaged: [] },
    isUnwritten: () => false,
  };

  it('is the newest one with its means, z and word', () => {
    const { experiment } = reportOf({ ...input, experiments }, { to: '2026-11-29', period: 4 });
    const { z, ...facts } = experiment!;
    assert.deepEqual(facts, {
      ...{ dimension: 'risk-taking', hat: 'leadership', move: plan.move, word: 'moreOften' },
      ...{ start: '2026-10-12', end: '2026-11-22', before: 2, after: 4 },
    });
    assert.ok(z! > 1.96);
  });

  it('is none where there is none, before it was planned, and after its end in a later period', () => {
    const at = (to: string, all: Experiments = experiments) =>
      reportOf({ ...input, experiments: all }, { to, period: 4 }).experiment;
    assert.equal(at('2026-11-29', noExperiments), null);
    assert.equal(at('2026-09-30'), null);
    assert.equal(at('2026-10-01')?.word, 'running');
    assert.equal(at('2026-12-19')?.word, 'moreOften');
    assert.equal(at('2026-12-20'), null);
  });
});
