import assert from 'node:assert/strict';
import { personDigest, type Promised } from '../../../../../src/core/journal/digest/person';
import { peopleOf } from '../../../../../src/core/journal/people/knownPeople';
import { carried } from '../../../../support/carryOver';
import { indexed } from '../../../../support/notes';

const span = { from: '2026-06-01', to: '2026-11-30' };

function digest(texts: Readonly<Record<string, string>>, name = 'Ana Sample') {
  const notes = indexed(texts);
  const people = peopleOf(notes.values(), { people: [] }, ['ana-sample', 'ben-oak']);
  const person = people.find(name);
  assert.ok(person);
  return personDigest(notes.values(), people, person, span, () => false);
}

const shown = (promised: readonly Promised[]) =>
  promised.map(({ note, task, since, moves }) => `${since} ${moves} ${note.path}:${task.line}`);

describe('What is written with somebody', () => {
  it('is nothing where nothing is', () => {
    assert.deepEqual(digest({}), {
      ...{ notes: [], lastMet: undefined, mine: [], theirs: [] },
      emptyMonths: ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'],
    });
  });

  it('has its dates, and the months without a note', () => {
    const { notes, lastMet, emptyMonths } = digest({
      'people/ana-sample/2026-05-31.md': 'a',
      'people/ana-sample/2026-06-01.md': 'a',
      'people/ana-sample/2026-11-30.md': 'a',
      'people/ana-sample/2026-12-01.md': 'to come',
      'people/ben-oak/2026-08-01.md': 'his',
      'notes/idea.md': '---\nperson: Ana Sample\ndate: 2026-09-09\n---\n',
    });
    assert.deepEqual(
      notes.map(({ date }) => date),
      ['2026-06-01', '2026-09-09', '2026-11-30'],
    );
    assert.equal(lastMet, '2026-11-30');
    assert.deepEqual(emptyMonths, ['2026-07', '2026-08', '2026-10']);
  });

  it('tells what the lead promised from what they did, the oldest first', () => {
    const { mine, theirs } = digest({
      'people/ana-sample/2026-11-10.md':
        '- [ ] hers\n- [ ] mine @me\n- [ ] Ben’s @ben\n- [x] done @me\n- [-] no @me',
      'people/ana-sample/2026-10-01.md': '- [ ] older @ME\n- [/] hers, too @ana\n- [ ] kept @me #private\n',
      'people/ben-oak/2026-10-05.md': '- [ ] Ana’s @ana-sample\n- [ ] Ben hears of me @me\n',
      'retros/2026-10-06-r.md': '- [ ] all of us\n- [ ] mine, not with her @me\n- [ ] hers @ana\n',
      'people/ana-sample/2026-12-24.md': '- [ ] to come @me\n',
    });
    assert.deepEqual(shown(mine), [
      '2026-10-01 0 people/ana-sample/2026-10-01.md:0',
      '2026-11-10 0 people/ana-sample/2026-11-10.md:1',
    ]);
    assert.deepEqual(shown(theirs), [
      '2026-10-01 0 people/ana-sample/2026-10-01.md:1',
      '2026-10-05 0 people/ben-oak/2026-10-05.md:0',
      '2026-10-06 0 retros/2026-10-06-r.md:2',
      '2026-11-10 0 people/ana-sample/2026-11-10.md:0',
    ]);
  });

  it('is as old as where it was first written, and tells how often it moved on', () => {
    let texts: Record<string, string> = { 'people/ana-sample/2026-06-02.md': '- [ ] the plan @me\n' };
    for (const day of ['2026-07-02', '2026-08-02', '2026-09-02'])
      texts = carried(texts, `people/ana-sample/${day}.md`);
    texts['people/ana-sample/2026-11-02.md'] = '- [ ] newer @me\n';
    assert.deepEqual(shown(digest(texts).mine), [
      '2026-06-02 3 people/ana-sample/2026-09-02.md:2',
      '2026-11-02 0 people/ana-sample/2026-11-02.md:0',
    ]);
  });
});
