// What a journal keeps about somebody: word for word, other people as initials, private places by decision.
import assert from 'node:assert/strict';
import type { ExperimentFile } from '../../../../src/core/experiment/experimentFiles';
import { joinedRanges } from '../../../../src/core/journal/digest/gathered';
import { othersHidden } from '../../../../src/core/journal/people/othersHidden';
import { peopleOf } from '../../../../src/core/journal/people/knownPeople';
import {
  gatheredText,
  type GatheredNote,
  type PrivatePlace,
} from '../../../../src/features/lookBack/gatherText';
import { indexed, scanned } from '../../../support/notes';
import { privateNotes } from '../../../support/privateNotes';
import { l10n } from '../../../support/reports';

const config = {
  people: [
    { name: 'Ana Example', aliases: ['Anuschka'], role: 'Engineer', cadence: 'weekly, after Ben Example' },
  ],
};

/** @param isOut does a private place stay out? */
function gathered(
  files: Readonly<Record<string, string>>,
  isOut: (at: number) => boolean = () => true,
  experiments: readonly ExperimentFile[] = [],
): string {
  const index = indexed(files);
  const people = peopleOf(index.values(), config);
  const person = people.find('Ana Example')!;
  const notes = [...index.values()].map((note): GatheredNote => {
    const text = files[note.path]!;
    return {
      note,
      text,
      isAbout: people.of(note) === person,
      ranges: [{ first: 0, last: text.split('\n').length - 1 }],
    };
  });
  const places = notes.flatMap((one): PrivatePlace[] =>
    joinedRanges(scanned(one.text, one.note.path).privateLines).map((lines) => ({ gathered: one, lines })),
  );
  return gatheredText(
    {
      ...{
        person,
        notes,
        experiments,
        privateCount: places.length,
        out: places.filter((_, at) => isOut(at)),
      },
      ...{
        otherFiles: ['people/ana/ben-example.png'],
        unreadable: ['people/ana/odd.md'],
        outOfReach: 'Out of reach: Git history.',
      },
    },
    {
      ...{ l10n, date: (date) => date, month: (month) => month },
      ...{ linkTo: (path) => `file:///journal/${path}`, others: othersHidden(people, person) },
    },
  );
}

const talk = (text: string) => `---\nkind: one-on-one\nperson: Ana Example\n---\n\n${text}\n`;
const files = {
  'people/ana/2026-06-12.md': talk(
    '- [ ] ask Ben Example #risk-taking/leadership\n- <b>so</b> ````\n\n## Private\n\n- secret one\n',
  ),
  'notes/2026-06-13-ben.md': '- Ben and Anuschka agreed\n- secret two #private\n',
  'people/ben/2026-06-14.md': '---\nperson: Ben Example\n---\n\n- about Ana Example\n',
};

describe('What is kept about somebody', () => {
  it('quotes experiments that mention them, with others as initials, and names those that can’t be read', () => {
    const text = gathered(files, undefined, [
      {
        path: 'experiments/2026-11-30-a.yaml',
        text: '# after Ben\nmove: When Ana Example asks, I will ````\n',
      },
      { path: 'experiments/odd.yaml', text: undefined },
    ]);
    assert.match(
      text,
      /## \[What you try: experiments\/2026-11-30-a\.yaml\]\(file:\/\/\/journal\/experiments\/2026-11-30-a\.yaml\)\n\n`{5}\n# after B\.\nmove: When Ana Example asks, I will ````\n`{5}\n/,
    );
    assert.match(text, /## Files that can’t be read\n\n- people\/ana\/odd\.md\n- experiments\/odd\.yaml\n/);
    assert.match(text, /Other notes that mention the name: 2,/);
  });

  it('leaves out experiments that a tag makes private, be it in their words or in a comment', () => {
    const text = gathered(files, undefined, [
      { path: 'experiments/a.yaml', text: '# canary #private\nmove: Ana Example\n' },
      { path: 'experiments/b.yaml', text: 'move: "canary for Ana Example #private/talks"\n' },
      { path: 'experiments/c.yaml', text: 'move: seen by Ana Example\n' },
    ]);
    assert.equal(text.match(/```\n\[private: left out\]\n```/g)?.length, 2);
    assert.match(text, /seen by Ana/);
    assert.doesNotMatch(text, /canary/);
  });

  it('says how much it is, what settings say, and what it can’t reach', () => {
    const text = gathered(files);
    assert.match(text, /^# What I keep about Ana Example\n/);
    assert.match(text, /Notes about Ana Example: 1, word for word\. Other notes that mention the name: 2,/);
    assert.match(text, /Private places: 2, of which left out: 2\./);
    assert.match(
      text,
      /- also called Anuschka\n- role: Engineer\n- you mean to meet: weekly, after B\. E\.\n/,
    );
    assert.match(text, /## Other files in their folder\n\n- people\/ana\/B\. E\.\.png\n/);
    assert.match(text, /## Files that can’t be read\n\n- people\/ana\/odd\.md\n/);
    assert.match(text, /Out of reach: Git history\.\n\nNor text that is not saved in another window/);
  });

  it('holds each note word for word, with a link that names nobody else', () => {
    const text = gathered(files);
    assert.match(
      text,
      /## \[2026-06-12: 1:1\]\(file:\/\/\/journal\/people\/ana\/2026-06-12\.md\)\n\n`````\n---\n/,
    );
    assert.match(text, /^- \[ \] ask B\. E\. #risk-taking\/leadership$/m);
    assert.match(text, /^- <b>so<\/b> ````$/m);
    assert.match(text, /^## 2026-06-14: Note$/m);
    assert.doesNotMatch(text, /Ben|ben/);
  });

  it('is no evidence and no task once more', () => {
    const { tags, tasks } = scanned(gathered(files), 'notes/gathered.md');
    assert.deepEqual({ tags, tasks }, { tags: [], tasks: [] });
  });

  it('has a private place in it only by decision, one by one', () => {
    assert.doesNotMatch(gathered(files), /secret/);
    assert.match(gathered(files), /\[private: left out\]/);
    const first = gathered(files, (at) => at !== 0);
    assert.match(first, /secret one/);
    assert.doesNotMatch(first, /secret two/);
    assert.match(first, /Private places: 2, of which left out: 1\./);
    assert.match(
      gathered(files, () => false),
      /secret one[^]*secret two/,
    );
  });

  it('has nothing private in it, in whatever way it is said', () => {
    const all = Object.fromEntries(
      Object.values(privateNotes).map((text, at) => [
        `people/ana/2026-07-${String(at + 1).padStart(2, '0')}.md`,
        text,
      ]),
    );
    const text = gathered({ 'people/ana/2026-06-30.md': talk('- a'), ...all });
    assert.match(text, /seen/);
    assert.doesNotMatch(text, /canary/i);
  });
});
