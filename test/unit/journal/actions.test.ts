import assert from 'node:assert/strict';
import { daysBetween, openActions } from '../../../src/core/journal/actions';
import { peopleOf } from '../../../src/core/journal/knownPeople';
import { indexed } from '../../support/notes';

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

  it('leave out what templates say', () => {
    const written = openActions(notes.values(), people, today, ({ line }) => line > 0);
    assert.deepEqual(
      written.map(({ actions }) => actions.length),
      [1],
    );
  });

  it('are overdue from the day after, and belong to whom the note is about where `@me` owns them', () => {
    const own = indexed({
      'people/ps/2026-11-24.md':
        '---\nperson: PS\n---\n- [ ] a @me due:2026-11-24\n- [ ] b @ME due:2026-11-25\n',
    });
    const known = [{ name: 'Priya Shah', aliases: ['PS'], role: undefined, cadence: undefined }];
    const [group] = openActions(own.values(), peopleOf(own.values(), { people: known }), today, () => false);
    assert.deepEqual(
      [group!.person, ...group!.actions.map(({ age }) => age)],
      [
        'Priya Shah',
        { kind: 'overdue', days: 1, date: '2026-11-24' },
        { kind: 'due', days: 0, date: '2026-11-25' },
      ],
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
