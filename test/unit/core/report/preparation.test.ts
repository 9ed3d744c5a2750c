import assert from 'node:assert/strict';
import builtin from '../../../../src/core/framework/builtin.framework.yaml';
import { knownLines } from '../../../../src/core/journal/blocks/evidence';
import { writtenIn } from '../../../../src/core/journal/digest/written';
import { peopleOf } from '../../../../src/core/journal/people/knownPeople';
import { preparationOf } from '../../../../src/core/report/preparation';
import templates from '../../../../src/core/templates/builtin.templates.yaml';
import { scanContext } from '../../../../src/core/templates/scanContext';
import { indexed, scanned } from '../../../support/notes';

const known = scanContext(builtin, templates).knownLines ?? knownLines([]);
const today = '2026-11-25';

async function prepare(texts: Readonly<Record<string, string>>) {
  const notes = indexed(texts);
  const people = peopleOf(notes.values(), { people: [] }, ['ana']);
  const person = people.find('ana') ?? assert.fail();
  const read: string[] = [];
  const facts = await preparationOf({
    ...{ notes: [...notes.values()], people, person, framework: builtin, today, isUnwritten: () => false },
    read: (path) => {
      read.push(path);
      const text = texts[path] ?? '';
      return Promise.resolve(writtenIn(text, scanned(text, path), known));
    },
  });
  return { facts, read };
}

describe('The preparation of a 1:1', () => {
  it('says so where nothing is known yet', async () => {
    const { facts } = await prepare({});
    const { lastMet, mine, theirs, topics, talks, emptyMonths, questions } = facts;
    assert.deepEqual(
      { lastMet, mine, theirs, topics, talks, emptyMonths, questions },
      {
        lastMet: undefined,
        mine: [],
        theirs: [],
        topics: [],
        talks: [],
        emptyMonths: undefined,
        questions: [],
      },
    );
  });

  it('has promises with their words, topics, and what was written in the last three talks', async () => {
    const { facts, read } = await prepare({
      'people/ana/2026-06-02.md': '- [ ] oldest promise @me\n\nToo old to tell\n',
      'people/ana/2026-08-11.md': 'One\n\n- [>] gone on\n- [x] settled\n- [-] let go\n',
      'people/ana/2026-10-12.md': '## Growing\n\nTwo #risk-taking/leadership\n\n- secret #private\n',
      'people/ana/2026-11-18.md': '- [ ] newer promise @me due:2026-11-20\n- [ ] hers\n- Three\n',
      'people/ana/2026-12-18.md': 'A plan for later\n',
      'people/ana/next.md': '- the rota\n- mine alone #private\n',
      'retros/2026-11-20-r.md': '- [ ] hers, too @ana\n- [ ] everybody’s\n',
    });
    const shown = {
      lastMet: facts.lastMet,
      mine: facts.mine.map(({ text, since }) => `${since} ${text}`),
      theirs: facts.theirs.map(({ text, note }) => `${note.path} ${text}`),
      topics: facts.topics.map(({ text, lines }) => `${lines.first} ${text}`),
      talks: facts.talks.map(({ note, words }) => [note.date, ...words.map(({ text }) => text)]),
      emptyMonths: facts.emptyMonths,
    };
    assert.deepEqual(shown, {
      lastMet: '2026-11-18',
      mine: ['2026-06-02 oldest promise @me', '2026-11-18 newer promise @me due:2026-11-20'],
      theirs: ['people/ana/2026-11-18.md hers', 'retros/2026-11-20-r.md hers, too @ana'],
      topics: ['0 the rota'],
      talks: [
        ['2026-11-18', 'Three'],
        ['2026-10-12', 'Two'],
        ['2026-08-11', 'One', 'settled', 'let go'],
      ],
      emptyMonths: ['2026-07', '2026-09'],
    });
    assert.deepEqual([...read].sort(), [...new Set(read)].sort(), 'a note is read once');
  });

  it('names no month before the first note, nor the one that runs', async () => {
    const months = async (...dates: readonly string[]) =>
      (await prepare(Object.fromEntries(dates.map((date) => [`people/ana/${date}.md`, 'a'])))).facts
        .emptyMonths;
    assert.deepEqual(await months('2026-09-30'), ['2026-10']);
    assert.deepEqual(await months('2026-10-01'), []);
    assert.deepEqual(await months('2026-11-01'), undefined);
    assert.deepEqual(await months('2020-01-01', '2026-05-31'), [
      ...['2026-06', '2026-07', '2026-08', '2026-09', '2026-10'],
    ]);
  });

  it('asks for sides that the talks hardly touch, once they touch one', async () => {
    const said = 'I let her choose the way today #decision-making/leadership\n';
    const { facts } = await prepare({ 'people/ana/2026-11-18.md': said });
    assert.equal(facts.questions.length, 3);
    assert.ok(facts.questions.every(({ tag }) => tag !== 'decision-making/leadership'));
  });
});
