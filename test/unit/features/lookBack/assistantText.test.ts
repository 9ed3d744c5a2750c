// Text for an assistant: what it holds, what was left out, and nobody's name.
import assert from 'node:assert/strict';
import { knownLines } from '../../../../src/core/journal/blocks/evidence';
import { noConfig } from '../../../../src/core/journal/config/configModel';
import { writtenIn } from '../../../../src/core/journal/digest/written';
import { redactNames } from '../../../../src/core/journal/people/hiddenNames';
import { peopleOf } from '../../../../src/core/journal/people/knownPeople';
import { initials } from '../../../../src/core/journal/people/names';
import { lookBackOf } from '../../../../src/core/report/lookBack';
import { assistantText, purposes, type Purpose } from '../../../../src/features/lookBack/assistantText';
import { indexed, scanned } from '../../../support/notes';
import { privateNotes } from '../../../support/privateNotes';
import { l10n, quickCheck } from '../../../support/reports';

function told(purpose: Purpose, files: Readonly<Record<string, string>>) {
  const notes = [...indexed(files).values()];
  const people = peopleOf(notes, noConfig);
  const hide = redactNames(people.all);
  const texts = new Map(
    Object.entries(files).map(([path, text]) => [path, writtenIn(text, scanned(text, path), knownLines([]))]),
  );
  const person = people.find('Ana Example') ?? people.all[0]!;
  const span = { from: '2026-06-01', to: '2026-08-31' };
  const months = lookBackOf({ notes, checks: [quickCheck('2026-06-02', () => 5)], people }, person, span);
  const open = [...texts.values()].flatMap(({ own }) => own).filter(({ task }) => task?.state === 'open');
  return assistantText(
    { purpose, company: person, months, texts, name: initials(person.name), mine: open, theirs: [] },
    {
      ...{ l10n, date: (date) => date, month: (month) => month, linkTo: () => undefined },
      ...{ titleOf: () => '1:1', shown: hide },
    },
  );
}

const talk = (text: string) => `---\nkind: one-on-one\nperson: Ana Example\n---\n\n${text}\n`;
const files = {
  'people/ana-example/2026-06-12.md': talk(
    '- Ana Example and Bo Sample agreed\n- canary #private\n- [ ] @me ask @bo',
  ),
  'people/bo-sample/2026-06-13.md': '---\nperson: Bo Sample\n---\n\n- about Bo alone\n',
};

describe('A text for an assistant', () => {
  for (const purpose of purposes)
    it(`says what it holds and what was left out, and names nobody: ${purpose}`, () => {
      const { text, start } = told(purpose, files);
      const [head, body] = [text.slice(0, start), text.slice(start)];
      assert.match(head, /^> Notes in this text: 1\./);
      assert.match(head, /^> Left out: private places \(1\), self-ratings,/m);
      assert.ok(head.split('\n').every((line) => line === '' || line.startsWith('>')));
      assert.match(body, /^I lead a team\. .*A\. E\..* Rate nobody\.\n/);
      assert.match(body, /^- A\. E\. and B\. S\. agreed$/m);
      assert.doesNotMatch(text, /Ana|Bo|Example|Sample|canary|self-check|people\//);
      assert.doesNotMatch(text, /about B/);
    });

  it('has no address in it, be it bare, of a link or in a title', () => {
    const { text } = told('question', {
      'people/ana-example/2026-06-12.md': talk(
        '- see https://wiki.example.test/x?token=1, then <ssh://host.example.test/a> (www.example.test/b).\n- [the plan](https://example.test/plan)',
      ),
    });
    assert.match(text, /^- see \\\[link\\\], then \\\[link\\\] \(\\\[link\\\]\)\.\n- the plan$/m);
    assert.doesNotMatch(text, /example\.test/);
  });

  it('has empty months in a summary, and what is open where it is about a 1:1', () => {
    assert.match(told('summary', files).text, /## 2026-07\n\nNothing is written of this month\./);
    assert.match(told('oneOnOne', files).text, /## What I promised\n\n- \\@me ask \\@B/);
    assert.doesNotMatch(
      told('question', { 'people/ana-example/2026-06-12.md': talk('- a') }).text,
      /promised/,
    );
  });

  it('has nothing private in it, in whatever way it is said', () => {
    const all = Object.fromEntries(
      Object.values(privateNotes).map((text, index) => [
        `people/zoe/2026-07-${String(index + 1).padStart(2, '0')}.md`,
        text,
      ]),
    );
    for (const purpose of purposes) {
      const { text } = told(purpose, all);
      assert.match(text, /seen/);
      assert.doesNotMatch(text, /canary/i);
    }
  });
});
