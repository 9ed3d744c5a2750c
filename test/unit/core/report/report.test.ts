import assert from 'node:assert/strict';
import { noExperiments } from '../../../../src/core/experiment/experiment';
import builtin from '../../../../src/core/framework/builtin.framework.yaml';
import { noConfig, type Config } from '../../../../src/core/journal/config/configModel';
import { peopleOf } from '../../../../src/core/journal/people/knownPeople';
import { reportOf, type ReportInput, type ReportScope } from '../../../../src/core/report/report';
import { checkRecord } from '../../../support/checks';
import { indexed } from '../../../support/notes';

const side = { dimension: 'risk-taking', hat: 'leadership' };
const tag = '#risk-taking/leadership';

function input(
  texts: Readonly<Record<string, string>>,
  more: Partial<ReportInput> = {},
  config: Config = noConfig,
) {
  const notes = [...indexed(texts).values()];
  const people = peopleOf(notes, config);
  const none = { checks: [], damaged: [], experiments: noExperiments };
  return { framework: builtin, notes, people, ...none, isUnwritten: () => false, ...more };
}

const scope: ReportScope = { to: '2026-11-29', period: 12 };
const ofSide = (report: ReturnType<typeof reportOf>) =>
  report.sides.find(({ dimension, hat }) => dimension === side.dimension && hat === side.hat);

describe('A report', () => {
  it('begins so many weeks before its last day, which both count', () => {
    const from = (period: ReportScope['period'], texts = {}) =>
      reportOf(input(texts), { ...scope, period }).from;
    assert.equal(from(4), '2026-11-02');
    assert.equal(from(12), '2026-09-07');
    assert.equal(from(52), '2025-12-01');
    assert.equal(from('all', { 'notes/2024-02-29.md': 'x', 'notes/2026-01-01.md': 'x' }), '2024-02-29');
    assert.equal(from('all'), '2026-11-29', 'where there is nothing');
  });

  it('counts notes and blocks with evidence of the period, private ones too', () => {
    const report = reportOf(
      input({
        'notes/2026-11-01.md': `- dared to say no to it ${tag}\n- and once more on Friday ${tag}\n`,
        'notes/2026-11-02.md': `- a bet that we lost #private ${tag}\n- ${tag}\n- both hats had a say #risk-taking\n`,
        'notes/2026-09-06.md': `- long before the period began ${tag}\n`,
        'notes/2026-11-30.md': `- the day after its end ${tag}\n`,
        'notes/undated.md': `- nobody knows when this was ${tag}\n`,
      }),
      scope,
    );
    const { notes, blocks } = ofSide(report)!;
    assert.deepEqual({ notes, blocks }, { notes: 2, blocks: 3 });
  });

  it('counts the checks of the period by kind, and names what it left out', () => {
    const check = (date: string, kind: 'quick' | 'full') =>
      checkRecord(builtin, date, { 'risk-taking/leadership': 0 }, kind);
    const damaged = [{ path: 'checks/a.yaml', code: 'notYaml', line: 1, key: '' }] as const;
    const checks = [check('2026-11-03', 'quick'), check('2026-11-10', 'full'), check('2026-09-01', 'quick')];
    const report = reportOf(input({}, { checks, damaged }), scope);
    assert.deepEqual(report.checks, {
      ...{ quick: 1, full: 1, dimension: 0 },
      leftOut: [{ path: 'checks/a.yaml', reason: 'notYaml' }],
    });
    assert.equal(ofSide(report)?.noOccasion, 2);
  });

  it('shows the values of the period, and scans the whole series', () => {
    const weeks = Array.from({ length: 31 }, (_, week) => new Date(Date.UTC(2026, 3, 27 + 7 * week)));
    const checks = weeks.map((date, week) =>
      checkRecord(builtin, date.toISOString().slice(0, 10), {
        'risk-taking/leadership': week < 24 ? 2 : 4,
        ...Object.fromEntries(['time-horizon', 'decision-making'].map((id) => [`${id}/management`, 3])),
      }),
    );
    const { anchor } = ofSide(reportOf(input({}, { checks }), scope))!;
    assert.equal(anchor?.values.length, 12);
    assert.equal(anchor.values[0]?.date, '2026-09-07');
    assert.equal(anchor.change.word, 'changed');
    assert.equal(anchor.change.before, 2);
    assert.ok(anchor.change.after! > 3);
    const { anchor: later } = ofSide(reportOf(input({}, { checks }), { ...scope, period: 4 }))!;
    assert.notEqual(later?.change.word, 'changed', 'it lies before the four weeks');
  });

  it('says of people when one last met, and what is open on either side', () => {
    const config: Config = {
      ...noConfig,
      people: [{ name: 'Ana Lima', aliases: [], role: undefined, cadence: 'weekly' }],
    };
    const texts = {
      'people/ana-lima/2026-11-20.md':
        '---\nperson: Ana Lima\n---\n\n- [ ] hers\n- [ ] mine @me\n- [x] done\n',
      'people/ben-oak/2026-11-24.md': '---\nperson: Ben Oak\n---\n\n- [ ] for @ana to do\n',
      'people/ben-oak/2026-12-01.md': '- [ ] not yet\n',
      'notes/2026-11-01.md': '- [ ] mine alone @me\n- [ ] nobody’s\n',
    };
    assert.deepEqual(reportOf(input(texts, {}, config), scope).people, [
      { person: 'Ben Oak', cadence: null, lastMet: '2026-11-24', openMine: 0, openTheirs: 0 },
      { person: 'Ana Lima', cadence: 'weekly', lastMet: '2026-11-20', openMine: 1, openTheirs: 2 },
    ]);
  });

  it('says of retrospectives what came up, and what became of each action', () => {
    const texts = {
      'retros/2026-11-20-b.md': `- we shipped on a Friday again ${tag}\n- and it went well ${tag}\n- [ ] a\n- [x] b\n- [>] c\n- [-] d\n`,
      'notes/2026-11-06.md': '---\nkind: retrospective\n---\n- [x] e\n',
      'notes/2026-11-07.md': '- [x] no retrospective\n',
    };
    assert.deepEqual(reportOf(input(texts), scope).retrospectives, [
      {
        ...{ date: '2026-11-06', path: 'notes/2026-11-06.md', notes: {} },
        actions: { open: 0, done: 1, moved: 0, dropped: 0 },
      },
      {
        ...{ date: '2026-11-20', path: 'retros/2026-11-20-b.md', notes: { 'risk-taking/leadership': 2 } },
        actions: { open: 1, done: 1, moved: 1, dropped: 1 },
      },
    ]);
  });

  it('shows of one person evidence and nothing about the lead', () => {
    const texts = {
      'people/ana-lima/2026-11-20.md': `- she dared to say no ${tag}\n`,
      'notes/2026-11-20.md': `- somebody else dared it ${tag}\n`,
    };
    const all = input(texts, {
      checks: [checkRecord(builtin, '2026-11-03', { 'risk-taking/leadership': 4 })],
    });
    const report = reportOf(all, { ...scope, person: all.people.find('Ana Lima') });
    assert.deepEqual([report.checks, report.series, report.findings], [null, null, null]);
    assert.deepEqual(ofSide(report), {
      ...side,
      noOccasion: null,
      notes: 1,
      blocks: 1,
      anchor: null,
      full: null,
    });
    assert.deepEqual(
      report.people.map(({ person }) => person),
      ['Ana Lima'],
    );
  });
});
