import assert from 'node:assert/strict';
import fc from 'fast-check';
import builtin from '../../../../src/core/framework/builtin.framework.yaml';
import {
  endAfter,
  firstStart,
  isCheckDue,
  isRunning,
  lastDay,
  newestExperiment,
  toldMove,
  type Experiment,
} from '../../../../src/core/experiment/experiment';
import {
  readExperiments,
  saveExperiment,
  stopExperiment,
} from '../../../../src/core/experiment/experimentFiles';
import { readExperiment, withStop, writeExperiment } from '../../../../src/core/experiment/experimentText';
import { FileError } from '../../../../src/core/journal/files';
import { checkRecord } from '../../../support/checks';
import { MemoryFiles } from '../../../support/memoryFiles';

const plan: Experiment = {
  ...{ dimension: 'risk-taking', hat: 'leadership', move: 'When we plan, I will name one bet.' },
  ...{ planned: '2026-11-28', start: '2026-11-30', end: '2027-01-10' },
};

describe('An experiment', () => {
  it('reads back from its file, whatever its words are', () => {
    const line = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
      .map((text) => text.trim().replace(/\s+/gu, ' ').normalize())
      .filter((text) => text !== '' && text.length <= 500);
    fc.assert(
      fc.property(line, (move) => {
        assert.equal(readExperiment(writeExperiment({ ...plan, move }))?.move, move);
      }),
    );
    assert.deepEqual(readExperiment(writeExperiment(plan)), plan);
  });

  it('is none where something is missing, no date or the wrong way round', () => {
    const text = writeExperiment(plan);
    for (const [from, to] of [
      ['two-hats-experiment/1', 'two-hats-experiment/2'],
      ['2027-01-10', '2027-02-30'],
      ['2027-01-10', '2026-11-29'],
      ['move: ', 'moves: '],
      ['When we plan, I will name one bet.', '" "'],
      ['dimension: ', 'dimension: *a'],
      ['format', '{'],
    ] as const) {
      assert.ok(text.includes(from), from);
      assert.equal(readExperiment(text.replace(from, to)), undefined, to);
    }
    assert.equal(readExperiment(`${text}# ${'x'.repeat(20_000)}`), undefined);
  });

  it('goes on where the day on which it was stopped was taken out, and can be stopped again', () => {
    for (const line of ['stopped:\n', 'stopped: null\n', 'stopped:   ~  \n']) {
      const text = `${writeExperiment(plan)}${line}# mine\n`;
      assert.deepEqual(readExperiment(text), { ...plan, stopped: undefined });
      assert.equal(withStop(text, '2026-12-20'), `${writeExperiment(plan)}# mine\nstopped: 2026-12-20\n`);
    }
  });

  it('has no sign in its words that turns those around it, or that no page can hold', () => {
    const move = String.raw`move: "\u202eWhen\0\x07\u2066 we plan, I will name one bet."`;
    const text = writeExperiment(plan).replace(/^move: .*$/m, () => move);
    assert.equal(readExperiment(text)?.move, plan.move);
  });

  it('is told with its move, unless a tag in that says that it is private', () => {
    for (const move of ['When we meet, I ask #private', '#Private/talks: I ask first', 'I ask (#private).'])
      assert.equal(toldMove({ move }), undefined, move);
    for (const move of ['I ask in private', 'I ask #privately', String.raw`I ask \#private`, '`#private`'])
      assert.equal(toldMove({ move }), move);
  });

  it('can be read from any text without an error', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void readExperiment(text)));
  });

  it('begins on a Monday, after as many weeks as checks are missing, and ends on a Sunday', () => {
    assert.equal(firstStart(6, '2026-11-28'), '2026-11-30');
    assert.equal(firstStart(9, '2026-11-30'), '2026-11-30', 'today, on a Monday');
    assert.equal(firstStart(6, '2026-12-01'), '2026-12-07');
    assert.equal(firstStart(4, '2026-11-28'), '2026-12-14');
    assert.equal(firstStart(0, '2026-12-31'), '2027-02-15');
    assert.equal(endAfter(6, '2026-11-30'), '2027-01-10');
  });

  it('runs until its last day, and no longer than until it was stopped', () => {
    assert.ok(isRunning(plan, '2027-01-10'));
    assert.ok(!isRunning(plan, '2027-01-11'));
    const stopped = { ...plan, stopped: '2026-12-20' };
    assert.ok(!isRunning(stopped, '2026-12-20'));
    assert.deepEqual([lastDay(plan), lastDay(stopped)], ['2027-01-10', '2026-12-20']);
    assert.equal(lastDay({ ...plan, stopped: '2027-02-01' }), '2027-01-10');
  });

  it('wants a check of its dimension once a week, before it and in it', () => {
    const [quick, full] = [
      checkRecord(builtin, '2026-12-07', { 'risk-taking/leadership': 3 }),
      checkRecord(builtin, '2026-12-07', { 'risk-taking/leadership': 3 }, 'full'),
    ];
    const own = { ...checkRecord(builtin, '2026-12-13', {}, 'dimension'), dimension: 'risk-taking' };
    const other = { ...own, dimension: 'time-horizon' };
    assert.ok(isCheckDue(plan, [], '2026-11-28'), 'before it');
    assert.ok(isCheckDue(plan, [quick, other], '2026-12-13'), 'asks not all of it');
    assert.ok(!isCheckDue(plan, [own], '2026-12-07'));
    assert.ok(!isCheckDue(plan, [full], '2026-12-13'));
    assert.ok(isCheckDue(plan, [own, full], '2026-12-14'), 'in the next week');
    assert.ok(!isCheckDue(plan, [], '2027-01-11'), 'after it');
    assert.ok(!isCheckDue({ ...plan, stopped: '2026-12-01' }, [], '2026-12-08'));
  });
});

describe('The files of experiments', () => {
  it('are one each, and no other is written over', async () => {
    const files = new MemoryFiles({ 'experiments/2026-11-30-risk-taking-leadership.yaml': 'mine' });
    const path = await saveExperiment(files, plan);
    assert.equal(path, 'experiments/2026-11-30-risk-taking-leadership-2.yaml');
    assert.equal(files.texts.get('experiments/2026-11-30-risk-taking-leadership.yaml'), 'mine');
  });

  it('are read with the one that starts last behind the others, and those that are none are named', async () => {
    const files = new MemoryFiles({
      'experiments/a.yaml': writeExperiment({ ...plan, start: '2027-01-11', end: '2027-02-21' }),
      'experiments/b.yml': writeExperiment(plan),
      'experiments/c.yaml': 'format: two-hats-experiment/1\n',
      'experiments/.hidden.yaml': 'x',
      'experiments/readme.md': 'x',
    });
    const { list, damaged } = await readExperiments(files);
    assert.deepEqual(
      list.map(({ path }) => path),
      ['experiments/b.yml', 'experiments/a.yaml'],
    );
    assert.deepEqual(damaged, ['experiments/c.yaml']);
    assert.equal(newestExperiment({ list, damaged }, '2026-11-28')?.path, 'experiments/a.yaml');
    assert.equal(newestExperiment({ list, damaged }, '2026-11-27'), undefined, 'planned later');
  });

  it('are read beside one that can’t be opened, which is named', async () => {
    const files = new MemoryFiles({ 'experiments/a.yaml': writeExperiment(plan), 'experiments/b.yaml': '' });
    const { list, damaged } = await readExperiments({
      list: (folder) => files.list(folder),
      read: (path) =>
        path.endsWith('b.yaml')
          ? Promise.reject(new FileError('noPermission', path, undefined))
          : files.read(path),
    });
    assert.deepEqual(
      [list.map(({ path }) => path), damaged],
      [['experiments/a.yaml'], ['experiments/b.yaml']],
    );
  });

  it('say on which day it was stopped, below all that stands there', async () => {
    const text = `${writeExperiment(plan)}# my own words`;
    const files = new MemoryFiles({ 'experiments/a.yaml': text });
    assert.ok(await stopExperiment(files, 'experiments/a.yaml', '2026-12-20'));
    assert.equal(files.texts.get('experiments/a.yaml'), `${text}\nstopped: 2026-12-20\n`);
    assert.equal(await stopExperiment(files, 'experiments/a.yaml', '2026-12-24'), false, 'only once');
    assert.equal(await stopExperiment(files, 'experiments/gone.yaml', '2026-12-24'), false);
    assert.equal(
      withStop(text.replaceAll('\n', '\r\n'), '2026-12-20')?.endsWith('\r\nstopped: 2026-12-20\r\n'),
      true,
    );
    assert.equal(withStop('{}', '2026-12-20'), undefined);
  });
});
