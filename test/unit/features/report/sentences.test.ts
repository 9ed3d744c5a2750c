// What the balance report says in every state of a journal, in the words that people read.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import builtin from '../../../../src/core/framework/builtin.framework.yaml';
import { sidesOf } from '../../../../src/core/framework/lookup';
import type { Finding } from '../../../../src/core/report/findings';
import { promises, quotedRun } from '../../../../src/core/report/promises';
import { chosen } from '../../../../src/features/report/findingsSection';
import { parseFromHost } from '../../../../src/protocol/report';
import { root } from '../../../../scripts/paths.mjs';
import { dateOf, dayOf } from '../../../../src/core/util/calendar';
import { checkRecord } from '../../../support/checks';
import {
  quickCheck,
  reportView,
  sentencesOf,
  states,
  weeklyChecks,
  weeksAgo,
} from '../../../support/reports';

const sides = sidesOf(builtin).length;
const enoughNotes = Math.ceil(6.5 * sides);

const said = (state: Parameters<typeof reportView>[0], id: string) => sentencesOf(reportView(state), id);

describe('The balance report', () => {
  it('can be told to its page in every state', () => {
    const names = Object.keys(states);
    assert.equal(names.length, 13);
    for (const [name, state] of Object.entries(states)) {
      const message = { kind: 'event', event: { type: 'report', report: reportView(state) } };
      // No diff: of 500 checks it would take seconds.
      const parsed = parseFromHost(JSON.parse(JSON.stringify(message)));
      assert.ok(isDeepStrictEqual(parsed, message), name);
    }
  });

  it('says what is missing where there is nothing', () => {
    const view = reportView(states.nothing);
    assert.match(view.summary.join('\n'), /Sep 7, 2026 to Nov 29, 2026: no note, no check\./);
    assert.match(sentencesOf(view, 'said'), /There is no self-check yet\. .+\nTake the Quick Self-Check/);
    assert.match(
      sentencesOf(view, 'findings'),
      new RegExp(`Too early to compare: 0 of ${enoughNotes} notes that would do`),
    );
    assert.equal(sentencesOf(view, 'courses'), '');
    assert.deepEqual(
      reportView(states['no journal']).sections.map(({ id }) => id),
      ['said'],
    );
  });

  it('shows one and two checks, and judges neither', () => {
    assert.match(said(states['one check'], 'said'), /Management: 1 answer, the latest “2 Rarely”\./);
    assert.match(said(states['one check'], 'said'), /Under four answers a side there is no line/);
    assert.match(said(states['one check'], 'courses'), /Too early: a side has 1 answer in this period/);
    assert.match(
      said(states['two checks'], 'said'),
      /\| 2 \(2\u00a0×1, 4\u00a0×1\) \| 2 Rarely \| too few \(2 of 4\)/,
    );
  });

  const talk = (person: string): Record<string, string> => ({
    'people/a/2026-11-18.md': `---\nperson: ${person}\ndate: 2026-11-18\n---\n${[
      'We met and spoke of it at length',
      'Again a word on that same thing here',
    ]
      .map((line) => `${line} #decision-making/management\n`)
      .join('\n')}`,
  });

  it('draws a line from the fourth answer on, and tells it to listeners', () => {
    const answers = (place: number, week: number) => (place === 0 ? 2 + (week % 2) : 4);
    const [three, four] = [3, 4].map((count) => said({ checks: weeklyChecks(count, answers) }, 'said'));
    assert.match(three ?? '', /^Focus and Goals · Management: 3 answers, the latest “2 Rarely”\. Focus/);
    assert.match(
      four ?? '',
      /^Focus and Goals · Management: 4 answers, the latest “2 Rarely”, the last 4 between 2 and 3\. Focus and Goals · Leadership: 4 answers, the latest “4 Often”, the last 4 always 4\. /,
    );
    assert.match(three ?? '', /are stacked\. Under four answers a side there is no line/);
    assert.match(four ?? '', /are stacked\. A line goes from the lowest to the highest/);
    assert.match(three ?? '', /\| 2 Rarely \| too few \(3 of 4\) \|/);
    assert.match(four ?? '', /\| 2 Rarely \| between 2 and 3 \|/);
  });

  it('counts notes, and the places in them where there are more', () => {
    const view = reportView({ texts: talk('Ana') });
    assert.match(view.summary.join('\n'), /: 1 note \(/);
    assert.match(sentencesOf(view, 'said'), /^Decision-Making · Management \| 1 \(2 places\)$/m);
    assert.match(sentencesOf(view, 'said'), /^Decision-Making · Leadership \| 0$/m);
  });

  it('heads what it shows by whom it is about, and each column', () => {
    const heads = (scope: { readonly person: string }) => {
      const [section] = reportView({ texts: talk('Ana'), scope }).sections;
      const table = section?.blocks.find((block) => block.kind === 'table');
      return [section?.heading, table?.head];
    };
    const [everyone, ana] = reportView({ texts: talk('Ana') }).people;
    assert.deepEqual([everyone?.label, ana?.label], ['Everyone', 'Ana']);
    assert.deepEqual(heads({ person: '' }), ['What you say, and what you noted', ['Side', 'Notes']]);
    assert.deepEqual(heads({ person: ana?.id ?? '' }), ['What your notes show', ['Side', 'Notes']]);
  });

  it('shows the answer of the running week, which counts when the week is over', () => {
    const view = reportView({ checks: weeklyChecks(3, () => 4) }, '2026-11-25');
    assert.match(
      view.summary.join('\n'),
      new RegExp(`This week is not over: what you answered in it is shown \\(${sides} answers\\)`),
    );
    assert.match(sentencesOf(view, 'said'), /Management \| 3 \(4\u00a0×3\) \| 4 Often/);
    assert.match(sentencesOf(view, 'courses'), /Too early .+: 2 of 8 answers\./);
  });

  it('says a change with its date, its means and on how much it rests', () => {
    assert.match(
      said(states['checks only'], 'courses'),
      /Changed, about Oct 27, 2026, give or take two checks: from 2 to 5 \(\d+ checks; about 2 of 100 people/,
    );
  });

  it('says since when there is no change to be seen, where that is not what the period shows', () => {
    const checks = weeklyChecks(60, (place, week) => 2 + ((place * 7 + week * 5) % 3));
    const of = (state: Parameters<typeof reportView>[0]) => /No change .+/.exec(said(state, 'courses'))?.[0];
    assert.equal(of({ checks: checks.slice(-12) }), 'No change to be seen in 12 answers.');
    assert.equal(of({ checks }), 'No change to be seen in 52 answers since Dec 2, 2025.');
    const all = { checks, scope: { period: 'all' } };
    assert.equal(of(all), 'No change to be seen in 52 answers since Dec 2, 2025.');
  });

  it('tells all statements of a side together as what they are: checks that asked them', () => {
    const checks = Array.from({ length: 9 }, (_, index) => {
      const date = weeksAgo(9 - index);
      const answers = Object.fromEntries(
        ['management', 'leadership'].flatMap((hat) =>
          [1, 2, 3].map((nth) => [`risk-taking/${hat}/${nth}`, 3 + (index % 2)]),
        ),
      );
      const record = checkRecord(builtin, date, answers, 'dimension');
      return { ...record, dimension: 'risk-taking', path: `checks/${date}.yaml` };
    });
    const courses = said({ checks }, 'courses');
    assert.match(courses, /\nAll three statements together: No change to be seen in 9 checks\.\n/);
    assert.match(
      said({ checks: checks.slice(-3) }, 'courses'),
      /All three statements together: Too early to say whether it changed: 3 of 8 checks\./,
    );
  });

  it('looks at the last eight answers, and at no ninth', () => {
    const checks = (oldest: number) => weeklyChecks(9, (_, week) => (week === oldest ? 1 : 4));
    assert.match(said({ checks: checks(8) }, 'said'), /\| 4 Often \| always 4 \|/);
    assert.match(said({ checks: checks(7) }, 'said'), /\| 4 Often \| between 1 and 4 \|/);
  });

  it('shows twelve weeks where no period that there is was asked for, their first and last day included', () => {
    const note = 'we did something about it that day #risk-taking/leadership\n';
    const of = (date: string) =>
      reportView({ texts: { [`notes/${date}.md`]: note }, scope: { period: 'gone' } }).summary.join('\n');
    for (const date of ['2026-09-07', '2026-11-29'])
      assert.match(of(date), /Sep 7, 2026 to Nov 29, 2026: 1 note \(with one of the hats: 1\)/, date);
    for (const date of ['2026-09-06', '2026-11-30']) assert.match(of(date), /Nov 29, 2026: no note/, date);
  });

  it('says of a single answer to earlier words that it is drawn faintly', () => {
    const { framework, checks } = states['a framework that changed midway'];
    assert.match(
      said({ framework, checks: checks.slice(5) }, 'courses'),
      /Drawn faintly: 1 answer to earlier words/,
    );
  });

  it('says of one check that it is one, and nothing of a week’s others', () => {
    assert.match(reportView(states['one check']).summary.join('\n'), /: no note, 1 check \(1 quick\)\.$/m);
    assert.match(
      reportView(states['two checks']).summary.join('\n'),
      /: no note, 2 checks \(2 quick\), of which at most one a week counts\.$/m,
    );
  });

  it('compares nothing over a change of the framework', () => {
    const view = reportView(states['a framework that changed midway']);
    assert.match(
      view.summary.join('\n'),
      /Not compared: 6 answers to statements that your framework does not have/,
    );
    assert.match(sentencesOf(view, 'courses'), /6 of 8 answers\.\nDrawn faintly: 6 answers to earlier words/);
  });

  it('holds what is said against what is noted with counts, a question, a move and what it rests on', () => {
    const found = said(states.everything, 'findings');
    assert.match(found, /^Focus and Goals · Leadership: said, hardly noted\n/);
    assert.match(
      found,
      /In the \d+ weeks up to .+ you said 5 of 5 \(the middle of 11 answers\), and wrote of it in no note; even/,
    );
    assert.match(found, /\nWhen I plan the coming week, I will do this: /);
    assert.match(found, /Show what this rests on: no note and 11 checks/);
    assert.match(
      said(states['notes only'], 'findings'),
      new RegExp(`${10 * (sides - 1) + 1} notes, and ${enoughNotes} would do; but there is no self-check`),
    );
  });

  it('shows three findings at most, a good one among them', () => {
    const finding = (kind: Finding['kind'], hat: string): Finding => ({
      ...{ kind, dimension: 'a', hat, rating: 5, notes: 0 },
    });
    const all = [
      finding('saidNotNoted', '1'),
      finding('neither', '2'),
      finding('notedNotSaid', '3'),
      finding('neither', '4'),
      finding('both', '5'),
    ];
    const hats = (list: readonly Finding[]) => list.map(({ hat }) => hat).join('');
    assert.equal(hats(chosen(all)), '125');
    assert.equal(hats(chosen(all.slice(0, 4))), '123');
    assert.equal(hats(chosen(all.slice(3))), '45');
  });

  it('says what is tried, and at its end what came of it with its figures', () => {
    const plan = {
      ...{ dimension: 'risk-taking', hat: 'leadership', move: 'When we plan, I will name one bet.' },
      ...{ planned: '2026-10-01', start: '2026-10-12', end: '2026-11-22', path: 'experiments/a.yaml' },
    };
    const ids = [1, 2, 3].map((round) => `risk-taking/leadership/${round}`);
    const check = (week: number, value: number) => {
      const date = dateOf(dayOf('2026-09-02') + 7 * week);
      const answers = Object.fromEntries(ids.map((id) => [id, value]));
      return { ...checkRecord(builtin, date, answers, 'full'), path: `checks/${date}.yaml` };
    };
    const checks = [2, 2, 2, 2, 2, 2, 4, 4, 4, 4, 4, 4].map((value, week) => check(week, value));
    const tried = (list: readonly (typeof plan)[], given = checks, to?: string) =>
      sentencesOf(reportView({ experiments: { list, damaged: [] }, checks: given }, to), 'experiment');
    assert.match(tried([]), /^Nothing just now\. .*Try One Thing…/);
    assert.match(
      tried([plan]),
      /^When we plan, I will name one bet\.\nRisk-Taking · Leadership: Oct 12, 2026 to/,
    );
    assert.match(
      tried([plan]),
      /more often: 2 of 5 before it \(6 checks\), 4 since \(6 checks\)\. By luck alone, 3 to 7/,
    );
    assert.match(
      tried([plan], checks, '2026-11-20'),
      /Weekly checks since its start: 5\. .+ over on Nov 22, 2026/,
    );
    assert.match(tried([plan], checks.slice(0, 3), '2026-10-04'), /There are 3 of 6 weekly checks/);
    assert.match(tried([plan], checks.slice(0, 8)), /Too few .+: 6 before it and 2 since; 6 and 4 would do/);
    assert.match(
      tried([{ ...plan, stopped: '2026-11-08' } as typeof plan]),
      /You stopped it on Nov 8, 2026\./,
    );
    const hidden = reportView({ experiments: { list: [plan], damaged: [] }, checks, isHidden: true });
    assert.equal(sentencesOf(hidden, 'experiment'), '');
    const damaged = reportView({ experiments: { list: [], damaged: ['experiments/b.yaml'] } });
    assert.match(sentencesOf(damaged, 'experiment'), /Left out, .+: experiments\/b\.yaml\./);
  });

  it('names what it left out', () => {
    assert.match(
      reportView(states.everything).summary.join('\n'),
      /Left out: 1 check that can’t be read \(checks\/broken\.yaml\)/,
    );
  });

  it('tells of retrospectives and people by date, beside the cadence that is meant', () => {
    assert.match(
      said(states.everything, 'retrospectives'),
      /came up in 5 of the last 5: is it yours to change\?/,
    );
    assert.match(said(states.everything, 'retrospectives'), /Nov 17, 2026: Sprint 1 \| .+ \| 1 open, 1 done/);
    assert.match(
      said(states.everything, 'people'),
      /Ana Example \| Nov 24, 2026, 5 days ago \| weekly \| 1 \| 0/,
    );
    assert.match(said(states.everything, 'people'), /not given for 5 of 6 people/);
    assert.match(said(states['60 people in three scripts'], 'people'), /\n48 more people\n/);
  });

  it('says that no side stands out where notes and answers agree', () => {
    const texts = Object.fromEntries(
      sidesOf(builtin).flatMap(({ side }, place) =>
        Array.from({ length: 8 }, (_, index) => [
          `notes/${place}-${index}.md`,
          `---\ndate: 2026-09-${10 + index}\n---\nwe did something about it that day #${side.dimension}/${side.hat}\n`,
        ]),
      ),
    );
    assert.match(
      said({ texts, checks: weeklyChecks(12, () => 3) }, 'findings'),
      /^No side stands out: nothing is noted much more or less than you say\. 96 notes in the \d+ weeks up to .+, about 8 a side\.$/m,
    );
  });

  it('tells checks by their kind, and of notes without a date', () => {
    const summary = (state: Parameters<typeof reportView>[0]) => reportView(state).summary.join('\n');
    const [quick, other] = weeklyChecks(2, () => 4);
    assert.match(summary({ checks: [quick!, other!] }), /: no note, 2 checks \(2 quick\), of which/);
    const one = { ...other!, kind: 'dimension' } as const;
    assert.match(summary({ checks: [quick!, one] }), /2 checks \(1 quick and 1 of one dimension\)/);
    assert.match(summary({ checks: [one] }), /1 check \(1 of one dimension\)/);
    const texts = { 'a.md': 'we spoke', 'b.md': 'we spoke', 'notes/2026-11-18.md': 'we spoke' };
    assert.match(summary({ texts }), /^In no period: 2 notes without a date\.$/m);
    assert.doesNotMatch(summary({ texts: { 'notes/2026-11-18.md': 'we spoke' } }), /In no period/);
    const damaged = ['1', '2', '3', '4'].map((name) => ({
      ...{ path: `checks/${name}.yaml`, code: 'notYaml' as const, line: 1, key: '' },
    }));
    const three = damaged.slice(1);
    assert.match(
      summary({ damaged: three }),
      /read \(checks\/2\.yaml, checks\/3\.yaml,? and checks\/4\.yaml\)/,
    );
    assert.match(summary({ damaged }), /read \(checks\/1\.yaml, .+3\.yaml,? and 1 more\)/);
  });

  it('counts how often a side came up in a retrospective, and has older ones behind the last', () => {
    const retro = (day: number, times: number) => [
      `retros/2026-11-${day}-sprint.md`,
      `---\nkind: retrospective\ntitle: Sprint ${day}\n---\n\n${'- we decided too late again #decision-making/management\n\n'.repeat(times)}`,
    ];
    const told = (days: readonly number[]) =>
      said(
        { texts: Object.fromEntries(days.map((day) => retro(day, day % 3)) as [string, string][]) },
        'retrospectives',
      );
    const eight = told([10, 11, 12, 13, 14, 15, 16, 17]);
    assert.match(eight, /Sprint 17 \| Decision-Making · Management \(2 times\) \| none/);
    assert.match(eight, /Sprint 16 \| Decision-Making · Management \| none/);
    assert.match(eight, /Sprint 15 \| nothing tagged \| none/);
    assert.doesNotMatch(eight, /older/);
    assert.match(told([10, 11, 12, 13, 14, 15, 16, 17, 18, 19]), /^2 older$/m);
  });

  it('heads the table of people, and says of whom no cadence is given', () => {
    const heads = (state: Parameters<typeof reportView>[0]) =>
      reportView(state)
        .sections.filter(({ id }) => id === 'people')
        .flatMap(({ heading, blocks }) => [
          heading,
          ...blocks.map((block) => (block.kind === 'table' ? block.head.join(' | ') : block.kind)),
        ]);
    const head = 'Person | Last note | You mean to meet | Open, yours | Open, theirs';
    assert.deepEqual(heads(states['three people']), ['When you last met', head, 'text']);
    assert.deepEqual(heads(states['60 people in three scripts']), [
      'When you last met',
      head,
      'more',
      'text',
    ]);
    assert.match(said(states['three people'], 'people'), /^Ana Example \| .+ \| not given \| \d+ \| \d+$/m);
  });

  it('asks once about all that comes up often in retrospectives', () => {
    const often = Object.fromEntries(
      [1, 3, 5].map((week) => [
        `retros/${weeksAgo(week)}.md`,
        '---\nkind: retrospective\n---\n\n- we decided too late again #decision-making/management\n- we dared nothing again #risk-taking/leadership\n',
      ]),
    );
    const [first] = said({ texts: often }, 'retrospectives').split('\n');
    assert.equal(
      first,
      'Came up in the last 3 retrospectives: Decision-Making in 3 and Risk-Taking in 3. Which of these is yours to change?',
    );
  });

  it('shows for a person what notes hold, and says why there are no checks', () => {
    const person = reportView(states.everything).people.find(({ label }) => label === '林美玲')!;
    const view = reportView({ ...states.everything, scope: { person: person.id } });
    assert.match(
      view.summary[0]!,
      /^Only notes about 林美玲, .+ Checks are about you, and not about you with 林美玲/,
    );
    assert.deepEqual(
      view.sections.map(({ id }) => id),
      ['said', 'people'],
    );
    assert.ok(!JSON.stringify(view.sections).includes('Often'));
  });

  it('has initials and no rating while private details are hidden', () => {
    const view = reportView({ ...states.everything, isHidden: true });
    const text = JSON.stringify(view);
    assert.ok(text.includes('"AE"') || text.includes('A. E.') || text.includes('"A.E."'), text.slice(0, 900));
    for (const word of ['Ana', 'Example', '林美玲', 'Often', 'Rarely', 'the latest', 'you said'])
      assert.ok(!text.includes(word), word);
    assert.match(sentencesOf(view, 'said'), /Ratings are hidden: Show Private Details brings them back/);
  });

  it('has one row a side in the framework’s order, whatever the values', () => {
    const rows = said(states.everything, 'said')
      .split('\n')
      .filter((line) => line.includes(' | '))
      .map((line) => line.split(' | ')[0]);
    const order = sidesOf(builtin).map(({ dimension, hat }) => `${dimension.title} · ${hat.label}`);
    assert.deepEqual(rows, order);
  });

  it('says how sure it is by the figures of the simulations, and so does the README', () => {
    const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8');
    const { falseChanges, foundChanges, falseFindings, foundSilence } = promises;
    const { oneStatement, threeStatements } = foundChanges;
    const shares = [falseChanges.within26, falseChanges.within52, falseFindings].map(
      ({ lowest, highest }) => `${lowest.toFixed(1)} to ${highest.toFixed(1)}`,
    );
    const view = reportView(states['checks only']);
    const told = `${sentencesOf(view, 'courses')}\n${sentencesOf(view, 'findings')}`;
    for (const text of [told, readme])
      for (const sentence of [
        `Of 100 who never changed, ${shares[0]} are told of a change within 26 checks, and ${shares[1]} within 52`,
        `for ${oneStatement.join(' and ')} of 100 with one statement, for ${threeStatements.join(' and ')} with three`,
        `Of 100 who write of all sides alike, ${shares[2]} are told of one within a year.`,
        `never writes of, is found for ${foundSilence} of 100.`,
      ])
        assert.ok(text.includes(sentence), sentence);
    assert.ok(readme.includes(`seed ${quotedRun.seed}`));
  });

  it('counts “no occasion” and scores it never', () => {
    const view = reportView({ checks: [quickCheck('2026-11-24', () => 0)] });
    assert.match(sentencesOf(view, 'said'), /Management \| 0 \| – \| too few \(0 of 4\) \| 1 \| 0/);
  });
});
