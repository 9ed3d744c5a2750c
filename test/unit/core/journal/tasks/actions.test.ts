import assert from 'node:assert/strict';
import {
  asksForDecision,
  countOverdueMine,
  openActions,
  ownerOf,
  type ActionGrouping,
} from '../../../../../src/core/journal/tasks/actions';
import { targetHash } from '../../../../../src/core/journal/tasks/movedTaskText';
import { daysBetween } from '../../../../../src/core/util/calendar';
import { peopleOf } from '../../../../../src/core/journal/people/knownPeople';
import { carried } from '../../../../support/carryOver';
import { indexed } from '../../../../support/notes';

const today = '2026-11-25';
const notes = indexed({
  'people/priya-shah/2026-11-10.md': `---\nperson: Priya Shah\n---
- [ ] undated
- [ ] due soon due:2026-11-30
- [ ] late 📅 2026-11-20
- [/] begun, today due:2026-11-25
- [x] done due:2026-11-01
- [>] moved
- [-] dropped
- [ ] Ben’s @ben
- [ ] later than late [due:: 2026-11-01]`,
  'people/ben-oak/2026-10-01.md': '---\nperson: Ben Oak\n---\n- [ ] old one\n',
  'people/ben-oak/2026-11-20.md': '---\nperson: Ben Oak\n---\n- [ ] newer one\n',
  'retros/2026-11-20-sprint.md': '- [ ] everyone\n- [ ] hers @PRIYA\n- [ ] somebody new @zed\n',
});
const people = peopleOf(notes.values(), { people: [] });

describe('Open actions', () => {
  it('stand by person, overdue ones first, then due ones, then old ones', () => {
    const groups = openActions(notes.values(), people, today, () => false).map(({ person, actions }) => [
      person ?? 'nobody',
      ...actions.map(({ task, age }) => `${task.line} ${age.kind} ${age.days}`),
    ]);
    assert.deepEqual(groups, [
      ['Priya Shah', '11 overdue 24', '5 overdue 5', '6 due 0', '4 due 5', '3 open 15', '1 open 5'],
      ['Ben Oak', '3 open 55', '10 open 15', '3 open 5'],
      ['zed', '2 open 5'],
      ['nobody', '0 open 5'],
    ]);
  });

  /** Moves what is open in the one note, as New 1:1 Note… does, into another one, which holds more. */
  function carry(texts: Record<string, string>, from: string, to: string, more = ''): void {
    Object.assign(texts, carried(texts, to, { from: [from], more }));
  }
  const agesIn = (texts: Record<string, string>) =>
    openActions(indexed(texts).values(), people, today, () => false).flatMap(({ actions }) =>
      actions.map(({ note, age }) => `${note.path} ${age.days}`),
    );

  it('are as old as where they were first written, wherever they moved since', () => {
    for (const text of [
      'Write the plan',
      'Write  the\n  plan',
      'Write `#own` #risk-taking/leadership the plan #own',
      'Read [it](../b%20c.md#risk-taking) → [there](d.md)',
    ]) {
      const texts = { 'people/ana (x)/2026-10-26.md': `- [ ] ${text}\n` };
      carry(texts, 'people/ana (x)/2026-10-26.md', 'retros/2026-11-02.md');
      carry(texts, 'retros/2026-11-02.md', 'retros/2026-11-02-b.md');
      carry(texts, 'retros/2026-11-02-b.md', 'retros/2026-11-16.md', '- [ ] younger\n');
      const days = agesIn(texts).map((age) => age.replace('retros/2026-11-16.md ', ''));
      assert.deepEqual(days, ['30', '9'], text);
    }
  });

  it('ask once whether to do, hand over or drop them, from the fifth move on', () => {
    let texts: Record<string, string> = { 'retros/2026-10-01.md': '- [ ] a @me\n' };
    const last = () =>
      openActions(indexed(texts).values(), people, today, () => false)[0]?.actions[0] ?? assert.fail();
    const asked: boolean[] = [];
    for (let day = 2; day <= 7; day++) {
      texts = carried(texts, `retros/2026-10-0${day}.md`);
      asked.push(asksForDecision(last(), new Set()));
    }
    assert.deepEqual(asked, [false, false, false, false, true, true]);
    const { keys, moves } = last();
    assert.deepEqual([keys.length, moves], [7, 6]);
    assert.equal(keys[0], targetHash(last().task.hash, 'retros/2026-10-07.md'));
    for (const key of keys) assert.equal(asksForDecision(last(), new Set(['other', key])), false);
    assert.equal(asksForDecision(last(), new Set(['other'])), true);
  });

  it('are as old as the oldest of those that became one', () => {
    assert.deepEqual(
      agesIn({
        'a/2026-11-12.md': '- [>] a → [x](2026-11-20.md)\n',
        'a/2026-11-11.md': '- [>] a #risk-taking → [x](2026-11-20.md)\n',
        'a/2026-11-20.md': '- [ ] a',
      }),
      ['a/2026-11-20.md 14'],
    );
  });

  it('are no older for what says the same and went elsewhere, came from later, or went in a circle', () => {
    for (const others of [
      { 'a/2026-11-01.md': '- [>] a → [x](2026-11-10.md)\n- [x] a\n- [>] a\n- [>] b → [x](2026-11-20.md)\n' },
      { 'b/2026-11-01.md': '- [>] a → [x](2026-11-20.md)\n' },
      { 'a/2026-11-21.md': '- [>] a → [x](2026-11-20.md)\n' },
      { 'a/2026-11-20-b.md': '- [>] a → [x](2026-11-20.md)\n- [>] a → [x](2026-11-20-b.md)\n' },
      { 'a/2026-11-01.md': '- [>] a → [x](%.md)\n' },
      { 'a/undated.md': '- [>] a → [x](2026-11-20.md)\n' },
    ])
      assert.deepEqual(agesIn({ ...others, 'a/2026-11-20.md': '- [ ] a' }), ['a/2026-11-20.md 5']);
  });

  it('that are equally urgent stand by their notes, and in a note as it has them', () => {
    const line = '- [ ] a due:2026-11-30\n';
    const alike = indexed({ 'b.md': line + line, 'c.md': line, 'a.md': line });
    const [group] = openActions(alike.values(), people, today, () => false);
    assert.deepEqual(
      group!.actions.map(({ note, task }) => `${note.path} ${task.line}`),
      ['a.md 0', 'b.md 0', 'b.md 1', 'c.md 0'],
    );
  });

  describe('are one group a person', () => {
    const known = peopleOf(
      [
        { path: 'people/a-1/1.md', person: 'Anna-Lena Müller', date: undefined },
        { path: 'people/z-1/1.md', person: 'Zoë Kravitz', date: undefined },
        { path: 'people/anna-schmidt/1.md', person: 'Anna Schmidt-Lee', date: undefined },
        { path: 'people/k/1.md', person: 'Anna Kowalska', date: undefined },
        { path: 'people/s/1.md', person: 'Søren O’Neill', date: undefined },
      ],
      { people: [] },
    );
    for (const [owners, name] of [
      [['anna-lena-müller', 'Anna-Lena-Muller', 'anna-lena', 'müller', 'lena'], 'Anna-Lena Müller'],
      [['zoë', 'zoe', 'Zoë-Kravitz', 'zoe-kravitz', 'Zoe\u0308', 'KRAVITZ'], 'Zoë Kravitz'],
      [['Anna-Schmidt', 'anna_schmidt', 'anna-schmidt-lee', 'schmidt'], 'Anna Schmidt-Lee'],
      [['soren', "søren.o'neill", 'soren-o-neill', 'o\u02bcneill'], 'Søren O’Neill'],
    ] as const)
      it(`${name}, however the owner is typed`, () => {
        for (const owner of owners) assert.equal(ownerOf(owner, known)?.name, name, owner);
      });

    it('nobody in doubt, but for whom the note is about', () => {
      const [schmidt, kowalska] = ['Anna Schmidt-Lee', 'Anna Kowalska'].map((name) => known.find(name));
      assert.deepEqual(
        [undefined, schmidt, kowalska, known.find('Zoë Kravitz')].map((about) =>
          ownerOf('anna', known, about),
        ),
        [undefined, schmidt, kowalska, undefined],
      );
    });

    it('in the whole list, strangers too', () => {
      const written = indexed({
        'people/k/2026-01-01.md': '---\nperson: Anna Kowalska\n---\n- [ ] hers @anna\n',
        'people/m/2026-01-01.md': '---\nperson: Anna Müller\n---\n- [ ] hers\n',
        'retros/2026-01-01.md':
          '- [ ] a @Anna\n- [ ] b @anna\n- [ ] c @anna-muller\n- [ ] d @Éva\n- [ ] e @eva\n',
      });
      const groups = openActions(
        written.values(),
        peopleOf(written.values(), { people: [] }),
        today,
        () => false,
      );
      assert.deepEqual(
        groups.map(({ person, actions }) => [person, actions.length]),
        [
          ['Anna', 2],
          ['Anna Kowalska', 1],
          ['Anna Müller', 2],
          ['Éva', 2],
        ],
      );
    });
  });

  it('leave out what templates say', () => {
    const written = openActions(notes.values(), people, today, ({ line }) => line > 0);
    assert.deepEqual(
      written.map(({ actions }) => actions.length),
      [1],
    );
  });

  it('are overdue from the day after, and the lead’s where `@me` owns them, whomever they concern', () => {
    const own = indexed({
      'people/ps/2026-11-24.md':
        '---\nperson: PS\n---\n- [ ] a @me due:2026-11-24\n- [ ] b @ME due:2026-11-25\n',
    });
    const known = [{ name: 'Priya Shah', aliases: ['PS'], role: undefined, cadence: undefined }];
    const [group] = openActions(own.values(), peopleOf(own.values(), { people: known }), today, () => false);
    assert.deepEqual(
      [group!.isLead, group!.actions[0]?.person, ...group!.actions.map(({ age }) => age)],
      [
        true,
        'Priya Shah',
        { kind: 'overdue', days: 1, date: '2026-11-24' },
        { kind: 'due', days: 0, date: '2026-11-25' },
      ],
    );
  });

  const owed = indexed({
    'people/ana/2026-11-20.md': '- [ ] hers due:2026-11-24\n- [ ] mine @me due:2026-11-20\n- [ ] open\n',
    'people/ben/2026-11-20.md': '- [ ] mine, too @me due:2026-12-02\n- [ ] soon @sam due:2026-12-01\n',
    'retros/2026-11-20-r.md':
      '- [ ] today due:2026-11-25\n- [ ] mine again @ME\n- [x] done @me due:2026-11-01\n',
  });
  const team = peopleOf(owed.values(), { people: [], me: ['Sam Lead'] });
  const groupedBy = (grouping: ActionGrouping) =>
    openActions(owed.values(), team, today, () => false, grouping).map(({ person, isLead, due, actions }) => [
      due ?? (isLead ? 'lead' : (person ?? 'nobody')),
      ...actions.map(({ note, task }) => `${note.path.split('/')[1]} ${task.line}`),
    ]);

  it('stand by owner, by due date, or are what the lead owes', () => {
    assert.deepEqual(groupedBy('owner'), [
      ['lead', 'ana 1', 'ben 1', 'ben 0', '2026-11-20-r.md 1'],
      ['Ana', 'ana 0', 'ana 2'],
      ['nobody', '2026-11-20-r.md 0'],
    ]);
    assert.deepEqual(groupedBy('due'), [
      ['overdue', 'ana 1', 'ana 0'],
      ['today', '2026-11-20-r.md 0'],
      ['week', 'ben 1'],
      ['later', 'ben 0'],
      ['none', 'ana 2', '2026-11-20-r.md 1'],
    ]);
    assert.deepEqual(groupedBy('mine'), [
      ['Ana', 'ana 1'],
      ['Ben', 'ben 1', 'ben 0'],
      ['nobody', '2026-11-20-r.md 1'],
    ]);
  });

  it('that are overdue and the lead’s are counted, whatever was done, dropped or is another’s', () => {
    const count = (isUnwritten: boolean) => countOverdueMine(owed.values(), team, today, () => isUnwritten);
    assert.deepEqual([count(false), count(true)], [1, 0]);
  });

  it('of several people who are equally urgent stand in the order of the alphabet, accents or not', () => {
    const own = indexed({ 'notes/2026-11-24.md': '- [ ] a @Zoe\n- [ ] b @Émile\n- [ ] c @ana\n' });
    const groups = openActions(own.values(), peopleOf(own.values(), { people: [] }), today, () => false);
    assert.deepEqual(
      groups.map(({ person }) => person),
      ['ana', 'Émile', 'Zoe'],
    );
  });

  it('count whole days, also across a change of clocks', () => {
    assert.deepEqual(
      [
        daysBetween('2026-10-24', '2026-10-26'),
        daysBetween('2026-03-01', '2026-02-28'),
        daysBetween(today, today),
      ],
      [2, -1, 0],
    );
  });
});
