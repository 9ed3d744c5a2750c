import assert from 'node:assert/strict';
import { folderFor } from '../../../../../src/core/journal/people/names';
import { peopleOf } from '../../../../../src/core/journal/people/knownPeople';

const note = (path: string, date: string | undefined, person?: string) => ({ path, date, person });
const said = (name: string, ...aliases: string[]) => ({
  name,
  aliases,
  role: 'Engineer',
  cadence: undefined,
});

describe('The people of a journal', () => {
  it('are those of folders and front matter, the most recently met first', () => {
    const people = peopleOf(
      [
        note('people/ana/2026-01-02.md', '2026-01-02'),
        note('people/priya-shah/2026-03-01.md', '2026-03-01', 'Priya Shah'),
        note('notes/2026-02-01.md', '2026-02-01', '李雷'),
        note('notes/2026-05-01.md', '2026-05-01'),
      ],
      { people: [said('Zoe')] },
      ['empty-one', 'ana'],
    );
    assert.deepEqual(
      people.all.map(({ name, folder, lastNote }) => [name, folder, lastNote]),
      [
        ['Priya Shah', 'priya-shah', '2026-03-01'],
        ['李雷', undefined, '2026-02-01'],
        ['Ana', 'ana', '2026-01-02'],
        ['Empty One', 'empty-one', undefined],
        ['Zoe', undefined, undefined],
      ],
    );
  });

  it('have the name that the newest note of their folder says', () => {
    const people = peopleOf(
      [
        note('people/p/2026-03-01.md', '2026-03-01', 'Priya Shah-Lee'),
        note('people/p/2026-01-01.md', '2026-01-01', 'Priya Shah'),
        note('people/p/2026-04-01.md', '2026-04-01'),
      ],
      { people: [] },
    );
    assert.equal(people.of({ path: 'people/p/2026-04-01.md', person: undefined })?.name, 'Priya Shah-Lee');
    assert.equal(people.of({ path: 'people/p/next.md', person: undefined })?.lastNote, '2026-04-01');
  });

  it('are still found by the name that older notes say, wherever these lie', () => {
    const people = peopleOf(
      [
        note('people/p/2026-03-01.md', '2026-03-01', 'Priya Shah-Lee'),
        note('people/p/2026-01-01.md', '2026-01-01', 'Priya Shah'),
        note('notes/a.md', '2026-04-01', 'Priya Shah'),
      ],
      { people: [] },
    );
    const [priya, ...others] = people.all;
    assert.deepEqual([priya?.name, priya?.lastNote, others], ['Priya Shah-Lee', '2026-04-01', []]);
    assert.equal(people.find('priya shah'), priya);
    assert.equal(people.of({ path: 'notes/a.md', person: 'Priya Shah' }), priya);
  });

  it('are nobody’s earlier self where a folder is of that very name', () => {
    const notes = [
      note('people/b/2026-01-01.md', '2026-01-01', 'Ana'),
      note('people/a/2026-01-01.md', '2026-01-01', 'Ana'),
      note('people/a/2026-03-01.md', '2026-03-01', 'Ana Lee'),
    ];
    for (const all of [notes, [...notes].reverse()]) {
      const people = peopleOf([...all, note('notes/a.md', '2026-04-01', 'Ana')], { people: [] });
      assert.deepEqual(
        people.all.map(({ name, folder, lastNote }) => [name, folder, lastNote]),
        [
          ['Ana', 'b', '2026-04-01'],
          ['Ana Lee', 'a', '2026-03-01'],
        ],
      );
    }
  });

  it('are still found by an older name where two-hats.yaml joins the newer one to another', () => {
    const people = peopleOf(
      [
        note('people/a/2026-01-01.md', '2026-01-01', 'Ana'),
        note('people/a/2026-03-01.md', '2026-03-01', 'Ana Lee'),
        note('notes/a.md', '2026-04-01', 'Ana'),
      ],
      { people: [said('Ana Lopez', 'Ana Lee')] },
    );
    assert.deepEqual(
      people.all.map(({ name, lastNote }) => [name, lastNote]),
      [['Ana Lopez', '2026-04-01']],
    );
  });

  it('are one where two-hats.yaml joins their spellings, and keep both folders', () => {
    const people = peopleOf(
      [
        note('people/priya/2026-03-01.md', '2026-03-01', 'priya'),
        note('people/priya-shah/2026-01-01.md', '2026-01-01', 'Priya Shah'),
        note('notes/a.md', '2026-04-01', 'P. Shah'),
      ],
      { people: [said('Priya Shah', 'Priya', 'P. Shah')] },
    );
    const [priya, ...others] = people.all;
    assert.deepEqual(others, []);
    assert.deepEqual(
      [priya?.name, priya?.folder, priya?.folders, priya?.lastNote, priya?.role],
      ['Priya Shah', 'priya', ['priya', 'priya-shah'], '2026-04-01', 'Engineer'],
    );
    for (const name of ['PRIYA', 'p. shah', 'Priya  Shah', 'priya-shah'])
      assert.equal(people.find(name), priya, name);
    assert.equal(people.of({ path: 'notes/a.md', person: 'P. Shah' }), priya);
  });

  it('who differ in case only stay apart, and are found by their own spelling', () => {
    const people = peopleOf(
      [
        note('people/a/2026-01-01.md', '2026-01-01', 'Ana'),
        note('people/b/2026-01-02.md', '2026-01-02', 'ANA'),
      ],
      { people: [] },
    );
    assert.deepEqual(
      [people.find('Ana')?.folder, people.find('ANA')?.folder, people.find('ana')],
      ['a', 'b', undefined],
    );
  });

  it('are nobody where a note is about nobody', () => {
    const people = peopleOf([note('retros/2026-01-01.md', '2026-01-01')], { people: [] });
    assert.deepEqual([people.all, people.of({ path: 'people/x.md', person: undefined })], [[], undefined]);
  });

  it('are two where each is the other’s alias, with a folder each', () => {
    const config = { people: [said('Ana', 'Bea', 'ANNA'), said('Bea', 'ana', 'Ana')] };
    for (const notes of [
      [],
      [note('people/ana/2026-01-01.md', '2026-01-01', 'Ana')],
      [note('people/bea/2026-01-01.md', '2026-01-01', 'Bea'), note('people/ana/next.md', undefined, 'Ana')],
    ]) {
      const people = peopleOf(notes, config);
      assert.deepEqual(people.all.map(({ name }) => name).sort(), ['Ana', 'Bea']);
      assert.deepEqual(
        ['Ana', 'Bea'].map((name) => [people.find(name)?.name, folderFor(name, people.all)]),
        [
          ['Ana', 'ana'],
          ['Bea', 'bea'],
        ],
      );
    }
  });

  it('who share an alias are both meant by it, and neither gets the other’s notes', () => {
    const people = peopleOf([note('notes/a.md', '2026-01-01', 'Lee')], {
      people: [said('Ana Lee', 'Lee'), said('Ben Lee', 'Lee')],
    });
    assert.equal(people.of({ path: 'notes/a.md', person: 'Lee' })?.name, 'Lee');
    assert.deepEqual(
      peopleOf([], { people: [said('Ana Lee', 'Lee'), said('Ben Lee', 'Lee')] })
        .resolve('lee')
        .people.map(({ name }) => name),
      ['Ana Lee', 'Ben Lee'],
    );
  });

  it('stand in the order of the alphabet, accents or not', () => {
    const people = peopleOf([], { people: ['Zoe', 'Émile', 'élan', 'Ana'].map((name) => said(name)) });
    assert.deepEqual(
      people.all.map(({ name }) => name),
      ['Ana', 'élan', 'Émile', 'Zoe'],
    );
  });

  it('know the lead by `@me`, and by each spelling of the name that is nobody else’s', () => {
    const notes = [{ path: 'people/sam-jones/a.md', person: 'Sam Jones', date: '2026-01-01' }];
    const people = peopleOf(notes, { people: [], me: ['Sam Lead', 'SL', '李明'] });
    const typed = [
      'me',
      'ME',
      'Sam-Lead',
      'sl',
      'lead',
      '李明的事',
      'sam',
      'sam-jones',
      'mel',
      'zed',
      undefined,
    ];
    assert.deepEqual(
      typed.filter((name) => people.isLead(name)),
      typed.slice(0, 6),
    );
    const nameless = peopleOf(notes, { people: [] });
    assert.deepEqual(
      typed.filter((name) => nameless.isLead(name)),
      ['me', 'ME'],
    );
  });
});
