// A span, month by month: what is of it, with whom, and the months of which nothing is.
import assert from 'node:assert/strict';
import { noConfig } from '../../../../src/core/journal/config/configModel';
import { peopleOf } from '../../../../src/core/journal/people/knownPeople';
import { lookBackOf, type Company } from '../../../../src/core/report/lookBack';
import { spanIn } from '../../../../src/core/report/span';
import { indexed } from '../../../support/notes';
import { quickCheck } from '../../../support/reports';

const talk = (person: string) => `---\nkind: one-on-one\nperson: ${person}\n---\n\n- we talked\n`;
const notes = [
  ...indexed({
    'people/ana/2026-05-31.md': talk('Ana'),
    'people/ana/2026-06-01.md': talk('Ana'),
    'people/ana/2026-08-15.md': talk('Ana'),
    'people/ana/2026-08-02.md': talk('Ana'),
    'people/ana/next.md': '- a topic\n',
    'people/bo/2026-08-03.md': talk('Bo'),
    'notes/2026-08-05.md': '- I thought\n',
    'notes/2026-09-01-ana.md': '---\nperson: Ana\n---\n\n- elsewhere, and about her\n',
    'notes/2026-09-02.md': '---\nkind: reflection\n---\n\n- I see\n',
    'retros/2026-07-03-sprint.md': '- we sprinted\n',
    'notes/2026-07-04.md': '---\nkind: retrospective\n---\n\n- we sprinted on\n',
    'notes/look-back-ana-2026-01-to-2026-06.md': '---\nkind: look-back\nperson: Ana\n---\n\n- once more\n',
  }).values(),
];
const people = peopleOf(notes, noConfig);
const checks = [
  quickCheck('2026-08-20', () => 3),
  quickCheck('2026-08-04', () => 3),
  quickCheck('2026-05-01', () => 3),
];
const span = { from: '2026-06-01', to: '2026-09-01' };

const told = (company: Company) =>
  lookBackOf({ notes, checks, people }, company, span).map(({ month, notes, checks }) => [
    month,
    ...[...notes, ...checks].map(({ path }) => path),
  ]);

describe('Looking back', () => {
  it('shows with somebody each month of the span, empty ones as such, both ends included', () => {
    assert.deepEqual(told(people.find('Ana')!), [
      ['2026-06', 'people/ana/2026-06-01.md'],
      ['2026-07'],
      ['2026-08', 'people/ana/2026-08-02.md', 'people/ana/2026-08-15.md'],
      ['2026-09', 'notes/2026-09-01-ana.md'],
    ]);
  });

  it('shows with the team retrospectives, wherever they lie', () => {
    assert.deepEqual(told('team'), [
      ['2026-06'],
      ['2026-07', 'retros/2026-07-03-sprint.md', 'notes/2026-07-04.md'],
      ['2026-08'],
      ['2026-09'],
    ]);
  });

  it('shows alone what is about nobody, and the checks', () => {
    assert.deepEqual(told('alone'), [
      ['2026-06'],
      ['2026-07'],
      ['2026-08', 'notes/2026-08-05.md', 'checks/2026-08-04.yaml', 'checks/2026-08-20.yaml'],
      ['2026-09'],
    ]);
  });

  it('takes two dates of the calendar, the earlier one first', () => {
    assert.deepEqual(spanIn('2026-01-01 2026-06-30'), { from: '2026-01-01', to: '2026-06-30' });
    assert.deepEqual(spanIn('from 2024-02-29 to 2024-02-29'), { from: '2024-02-29', to: '2024-02-29' });
    for (const text of [
      '',
      '2026-01-01',
      '2026-06-30 2026-01-01',
      '2026-02-30 2026-03-01',
      '0001-01-01 2026-01-01',
      '2026-01-01 2026-02-01 2026-03-01',
    ])
      assert.equal(spanIn(text), undefined, text);
  });
});
