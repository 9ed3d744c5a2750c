import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import type { Template } from '../../../../src/core/templates/model';
import {
  oneOnOneDraft,
  oneOnOnePath,
  reflectionDraft,
  reflectionPath,
  retrospectiveDraft,
  retrospectivePath,
} from '../../../../src/core/templates/note';
import { folderName } from '../../../../src/core/journal/people/names';
import { readBody } from '../../../../src/core/templates/body';
import { sample, sampleTags } from './sample';

const context = { date: '2026-11-24', framework: sample };

const template = (id: string, title: string, text: string): Template => ({
  ...{ id, kind: 'block', title, suits: 'X' },
  body: readBody(text, sampleTags).parts,
});
const weekly = template(
  '1on1-weekly',
  'Weekly',
  '# With {{person name}}, {{date}}\n\n## A {{tag day/fox}}\n\n- {{stop}}\n',
);
const sailboat = template(
  'retro-sailboat',
  'Sailboat',
  '# Retro {{title Sprint …}}, {{date}}\n\n- {{stop}}\n',
);

/** The values of the front matter as YAML reads them. */
function fieldsOf(text: string): unknown {
  const [, head = ''] = /^---\n([^]*?\n)---\n\n/.exec(text) ?? [];
  return parse(head);
}

describe('A 1:1 note', () => {
  it('holds the true name, and begins at the first place to write', () => {
    const { text, first } = oneOnOneDraft(weekly, "Zoë O'Brien/QA", context);
    assert.equal(
      text,
      '---\nkind: one-on-one\nperson: "Zoë O\'Brien/QA"\ndate: 2026-11-24\ntemplate: "1on1-weekly"\n---\n\n' +
        "# With Zoë O'Brien/QA, 2026-11-24\n\n## A #day/fox\n\n- \n",
    );
    assert.deepEqual(first, { start: text.length - 1, end: text.length - 1 });
  });

  it('makes no tag and no second line of a name', () => {
    const { text } = oneOnOneDraft(weekly, ' C# #day/fox\n# x ', context);
    assert.match(text, /\n# With C# \\#day\/fox \\# x, 2026-11-24\n/);
  });

  it('lies in the folder of somebody known, whatever the journal calls it', () => {
    const people = [
      { name: 'Priya Shah', folder: 'old-folder', lastNote: '2026-11-17' },
      { name: '李雷', folder: 'li-lei', lastNote: undefined },
    ];
    assert.equal(oneOnOnePath(people, 'Priya Shah', '2026-11-24'), 'people/old-folder/2026-11-24.md');
    assert.equal(oneOnOnePath(people, '李雷', '2026-11-24'), 'people/li-lei/2026-11-24.md');
  });

  it('lies in a new folder for somebody new', () => {
    assert.equal(oneOnOnePath([], 'Zoë/QA', '2026-11-24'), `people/${folderName('Zoë/QA')}/2026-11-24.md`);
  });
});

describe('A retrospective note', () => {
  it('is named by its title', () => {
    const { text } = retrospectiveDraft(sailboat, 'Sprint 42: “done?”', context);
    assert.deepEqual(fieldsOf(text), {
      kind: 'retrospective',
      title: 'Sprint 42: “done?”',
      date: '2026-11-24',
      template: 'retro-sailboat',
    });
    assert.match(text, /\n\n# Retro Sprint 42: “done\?”, 2026-11-24\n/);
    assert.equal(retrospectivePath(sailboat, 'Sprint 42', '2026-11-24'), 'retros/2026-11-24-sprint-42.md');
  });

  it('is named by its format where there is no title', () => {
    const { text } = retrospectiveDraft(sailboat, '', context);
    assert.deepEqual(fieldsOf(text), {
      kind: 'retrospective',
      date: '2026-11-24',
      template: 'retro-sailboat',
    });
    assert.match(text, /\n\n# Retro, 2026-11-24\n/);
    assert.equal(retrospectivePath(sailboat, '🚀', '2026-11-24'), 'retros/2026-11-24-sailboat.md');
    assert.equal(retrospectivePath(sailboat, '', '2026-11-24'), 'retros/2026-11-24-sailboat.md');
  });

  it('has a file name that fits every disk, whatever the title', () => {
    assert.equal(
      retrospectivePath(sailboat, `a/../${'李'.repeat(200)}`, '2026-11-24'),
      `retros/2026-11-24-a-${'李'.repeat(26)}.md`,
    );
  });
});

describe('A reflection', () => {
  it('asks prompts of the framework in use, and begins below the first', () => {
    const { text, first } = reflectionDraft(template('reflection', 'R', '# R\n\n{{prompts}}\n'), context);
    assert.deepEqual(fieldsOf(text), { kind: 'reflection', date: '2026-11-24', template: 'reflection' });
    const headings = text.split('\n').filter((line) => line.startsWith('### '));
    assert.equal(headings.length, 3);
    for (const heading of headings) assert.match(heading, /^### (day|night) (fox|owl) R[123]\? #\1\/\2$/);
    assert.equal(first.start, text.indexOf(headings[0]!) + headings[0]!.length + 4);
    assert.equal(reflectionPath('2026-11-24'), 'notes/2026-11-24-reflection.md');
  });
});

describe('The front matter of a note', () => {
  const nasty = fc.constantFrom(
    '"',
    "'",
    ':',
    '#',
    '\\',
    '\t',
    '{',
    '[',
    '- ',
    '&',
    '*',
    '!',
    '%',
    '@',
    '😀',
    '\u2028',
    '\u0085',
    '\u007f',
    '\ufeff',
    ' ',
    'a',
    '\ud800',
    'yes',
    '1',
    '---',
  );
  const name = fc.oneof(
    fc.array(nasty).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  );

  it('says the name of a person as it is, whatever it holds', () => {
    fc.assert(
      fc.property(name, (person) => {
        const { text, first } = oneOnOneDraft(weekly, person, context);
        assert.deepEqual(fieldsOf(text), {
          kind: 'one-on-one',
          person,
          date: '2026-11-24',
          template: '1on1-weekly',
        });
        assert.equal(text.slice(first.start - 2), '- \n');
      }),
    );
  });
});
