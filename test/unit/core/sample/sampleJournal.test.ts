import assert from 'node:assert/strict';
import builtin from '../../../../src/core/framework/builtin.framework.yaml';
import { peopleOf } from '../../../../src/core/journal/people/knownPeople';
import { topicsIn } from '../../../../src/core/journal/capture/topics';
import { monthsBefore } from '../../../../src/core/journal/digest/months';
import { personDigest } from '../../../../src/core/journal/digest/person';
import { countOverdueMine } from '../../../../src/core/journal/tasks/actions';
import { sidesOf } from '../../../../src/core/framework/lookup';
import { readExperiments } from '../../../../src/core/experiment/experimentFiles';
import { scanSeries } from '../../../../src/core/report/change';
import { outcomeIn } from '../../../../src/core/report/report';
import { oldestFirst } from '../../../../src/core/report/series';
import { readChecks } from '../../../../src/core/selfcheck/knownChecks';
import { latestRatings } from '../../../../src/core/selfcheck/ratings';
import { readRecord } from '../../../../src/core/selfcheck/record';
import { sampleJournal } from '../../../../src/core/sample/sampleJournal';
import { MemoryFiles } from '../../../support/memoryFiles';
import { indexed } from '../../../support/notes';
import { dateOf, dayOf } from '../../../../src/core/util/calendar';
import { reportView, sampleState, sentencesOf } from '../../../support/reports';

const clock = { now: () => Date.parse('2026-11-25T10:00:00Z'), offset: () => 60 };
const journal = sampleJournal(builtin, clock);
const below = (folder: string) => [...journal.keys()].filter((path) => path.startsWith(`${folder}/`));

describe('The sample journal', () => {
  it('is half a year of three people, retrospectives and a check a week', () => {
    // Five with one of them would have been in the month without any.
    assert.equal(below('people').length, 74);
    assert.equal(below('retros').length, 13);
    assert.equal(below('checks').filter((path) => path.includes('-quick-')).length, 26);
    assert.ok([...journal.keys()].every((path) => path.length < 100));
  });

  it('ends now, whenever that is', () => {
    const notes = Object.fromEntries([...journal].filter(([path]) => path.endsWith('.md')));
    const people = peopleOf(indexed(notes).values(), { people: [] });
    assert.deepEqual(
      people.all.map(({ name, lastNote }) => [name, lastNote]),
      [
        ['Ana Example', '2026-11-23'],
        ['Ben Example', '2026-11-22'],
        ['Chloé Example', '2026-11-21'],
      ],
    );
  });

  it('leaves actions open, for everybody and from the last retrospective, none of them twice', () => {
    const open = new Map<string, string[]>();
    for (const [path, text] of journal) {
      const folder = path.slice(0, path.lastIndexOf('/'));
      const found = [...text.matchAll(/^- \[ \] (.*) due:/gm)].map(([, action]) => action!);
      open.set(folder, [...(open.get(folder) ?? []), ...found]);
    }
    const folders = [...open.keys()].filter((name) => /^(?:people|retros)/.test(name));
    assert.deepEqual(folders.sort(), [
      ...['ana', 'ben', 'chloé'].map((name) => `people/${name}-example`),
      'retros',
    ]);
    for (const folder of folders) {
      const actions = open.get(folder)!;
      assert.ok(actions.length > 0, folder);
      assert.deepEqual([...new Set(actions)], actions);
    }
    const last = below('retros').sort().at(-1)!;
    assert.match(journal.get(last)!, /^- \[ \] @(?:ana|ben|chloé)-example /m);
  });

  it('holds something that was tried, with what came of it', async () => {
    const files = new MemoryFiles(Object.fromEntries(journal));
    const experiments = await readExperiments(files);
    const { records } = await readChecks(files);
    const scanned = scanSeries(builtin, oldestFirst(records), '2026-11-25');
    const [experiment] = experiments.list;
    assert.deepEqual([experiment?.start, experiment?.end], ['2026-10-05', '2026-11-15']);
    const { word, checksBefore, checksAfter } = outcomeIn(experiment!, scanned, '2026-11-25');
    assert.deepEqual([word, checksBefore, checksAfter], ['moreOften', 6, 6]);
  });

  it('has something to prepare: what the lead promised everybody, overdue, and topics', () => {
    const notes = indexed(Object.fromEntries([...journal].filter(([path]) => path.endsWith('.md'))));
    const people = peopleOf(notes.values(), { people: [] });
    assert.equal(
      countOverdueMine(notes.values(), people, '2026-11-25', () => false),
      3,
    );
    assert.equal(topicsIn(journal.get('people/ana-example/next.md') ?? '')?.text.split('\n').length, 2);
  });

  it('has something to look back on: a month without a talk, and a promise that moved on five times, on any day', () => {
    for (let days = 0; days < 364; days += 13) {
      const now = Date.parse('2026-11-25T10:00:00Z') + days * 86_400_000;
      const made = sampleJournal(builtin, { now: () => now, offset: () => 60 });
      const notes = indexed(Object.fromEntries([...made].filter(([path]) => path.endsWith('.md'))));
      const people = peopleOf(notes.values(), { people: [] });
      const to = new Date(now).toISOString().slice(0, 10);
      const [ben, chloé] = ['Ben Example', 'Chloé Example'].map((name) => {
        const span = { from: monthsBefore(to, 5), to };
        const { emptyMonths, mine } = personDigest(
          notes.values(),
          people,
          people.find(name)!,
          span,
          () => false,
        );
        // This month may have just begun.
        return [emptyMonths.filter((month) => !to.startsWith(month)), mine.map(({ moves }) => moves)];
      });
      assert.deepEqual(ben, [[], [5]], to);
      assert.deepEqual(chloé, [[monthsBefore(to, 3).slice(0, 7)], [0]], to);
    }
  });

  it('says in every note that it is no real one', () => {
    for (const [path, text] of journal)
      if (path.endsWith('.md')) assert.match(text, /Sample data: nobody here is real\./, path);
  });

  it('tags dimensions and hats of the framework only', () => {
    const known = builtin.dimensions.flatMap(({ id }) => [
      id,
      ...builtin.hats.map((hat) => `${id}/${hat.id}`),
    ]);
    const used = new Set(
      [...journal.values()].flatMap((text) => [...text.matchAll(/ #([a-z][\w/-]*)/g)].map(([, tag]) => tag!)),
    );
    assert.equal(used.size, 13, 'all sides but one, and two dimensions alone');
    for (const tag of used) assert.ok(known.includes(tag), tag);
  });

  it('holds checks that can be read, each with an answer to every side', async () => {
    assert.ok(below('checks').length > 0);
    for (const path of below('checks')) {
      const asked = path.includes('-quick-') ? sidesOf(builtin).length : 6;
      assert.equal(readRecord(journal.get(path)!).record?.answers.length, asked, path);
    }
    const checks = await readChecks(new MemoryFiles(Object.fromEntries(journal)));
    assert.deepEqual(checks.damaged, []);
    assert.equal(latestRatings(builtin, checks).ratings.scores.size, builtin.dimensions.length);
  });

  it('shows something in each part of the report, on whatever day it is made', async () => {
    const empty: string[] = [];
    for (let days = 0; days < 364; days += 13) {
      const today = dateOf(dayOf('2026-11-25') + days);
      const view = reportView(await sampleState(today), today);
      const seen = {
        courses: /Risk-Taking · Leadership\nChanged, about .+: from [12](\.\d)? to [34]/,
        findings: /said, hardly noted/,
        retrospectives: /Came up in the last \d retrospectives/,
        people: /Ana Example/,
      };
      for (const [id, shows] of Object.entries(seen))
        if (!shows.test(sentencesOf(view, id))) empty.push(`${today}: ${id}: ${sentencesOf(view, id)}`);
    }
    assert.deepEqual(empty, []);
  });

  it('is the same for the same clock', () => {
    assert.deepEqual([...sampleJournal(builtin, clock)], [...journal]);
  });
});
