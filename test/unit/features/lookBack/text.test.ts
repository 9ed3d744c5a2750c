// A document about what was written: in the person's words, and counting for nothing once more.
import assert from 'node:assert/strict';
import { writtenIn } from '../../../../src/core/journal/digest/written';
import { knownLines } from '../../../../src/core/journal/blocks/evidence';
import { linkPath } from '../../../../src/core/journal/markdown/linkPaths';
import { noConfig } from '../../../../src/core/journal/config/configModel';
import { peopleOf } from '../../../../src/core/journal/people/knownPeople';
import { lookBackOf } from '../../../../src/core/report/lookBack';
import { lookBackText, type TextContext } from '../../../../src/features/lookBack/text';
import { indexed, scanned } from '../../../support/notes';
import { privateNotes } from '../../../support/privateNotes';
import { l10n } from '../../../support/reports';

const context: TextContext = {
  ...{ l10n, date: (date) => `on ${date.slice(8)}`, month: (month) => `month ${month.slice(5)}` },
  titleOf: ({ title, path }) => title ?? path,
  shown: (text) => text,
  linkTo: (path) => linkPath('notes/look-back.md', path),
};

function textOf(files: Readonly<Record<string, string>>): string {
  const notes = [...indexed(files).values()];
  const people = peopleOf(notes, noConfig);
  const texts = new Map(
    Object.entries(files).map(([path, text]) => [path, writtenIn(text, scanned(text, path), knownLines([]))]),
  );
  const span = { from: '2026-06-01', to: '2026-08-31' };
  const months = lookBackOf({ notes, checks: [], people }, people.all[0]!, span);
  return lookBackText(people.all[0]!, months, texts, context);
}

const talk = (text: string) => `---\nkind: one-on-one\nperson: Ana Example\n---\n\n${text}\n`;

describe('The text of a look back', () => {
  it('says month by month what was written, under its headings, with a link to each note', () => {
    const text = textOf({
      'people/ana/2026-06-12.md': talk(
        '# 1:1\n\n## Talked about\n\n- we *agreed* #risk-taking/leadership\n- and more\n\n## Actions\n\n- [ ] ask Bo due:2026-07-01\n- [x] asked\n- [-] not this',
      ),
      'people/ana/2026-08-01.md': talk('## Talked about'),
    });
    assert.equal(
      text.replace(/^---\n[^]*?\n---\n/, ''),
      `
# Looking back with Ana Example, month 06 to month 08

What you wrote, month by month, each with a link to its note. What is private stays there. Change it as you like: no tag and no task in it counts once more.

## month 06

### [on 12: people/ana/2026-06-12.md](../people/ana/2026-06-12.md)

*Talked about*

- we agreed
- and more

*Actions*

- ask Bo due:2026-07-01 (open)
- asked (done)
- not this (dropped)

## month 07

Nothing is written of this month.

## month 08

### [on 01: people/ana/2026-08-01.md](../people/ana/2026-08-01.md)

Nothing in your own words.
`,
    );
  });

  it('is about whom it is about, of no day, and holds no tag and no task', () => {
    const text = textOf({
      'people/ana/2026-06-12.md': talk(
        '- we agreed #risk-taking/leadership on #delegation\n- [ ] ask\n- \\[ ] ask #risk-taking\n\n2026-06-13 was a day\n\n| a | b |\n|---|---|\n| [ ] c | #time-horizon |',
      ),
    });
    const path = 'notes/look-back-ana-2026-06-to-2026-08.md';
    const note = indexed({ [path]: text }).get(path)!;
    assert.match(text, /we agreed on\n/);
    assert.deepEqual(
      { person: note.person, date: note.date, kind: note.kind, tags: note.tags, tasks: note.tasks },
      { person: 'Ana Example', date: undefined, kind: 'look-back', tags: [], tasks: [] },
    );
  });

  it('has nothing private in it, in whatever way it is said', () => {
    const files = Object.fromEntries(
      Object.values(privateNotes).map((text, index) => [
        `people/ana/2026-07-${String(index + 1).padStart(2, '0')}.md`,
        text,
      ]),
    );
    const text = textOf(files);
    assert.match(text, /seen/);
    assert.match(text, /Private: it stays in its note\./);
    assert.doesNotMatch(text, /canary/i);
  });

  it('shows hostile words as words', () => {
    const text = textOf({
      'people/ana/2026-06-12.md': talk(
        '- a <img src=x onerror=hurt()> b ![x](https://example.test/p.png) `c` <b>d</b> [e](command:hurt)',
      ),
    });
    assert.match(text, /^- a b x c d e$/m);
  });
});
