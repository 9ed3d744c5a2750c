import assert from 'node:assert/strict';
import { cadenceDays, dueFirst } from '../../../../../src/core/journal/digest/due';
import { peopleOf } from '../../../../../src/core/journal/people/knownPeople';
import { indexed } from '../../../../support/notes';

describe('Who is due', () => {
  it('stands first: who waits longest, then by how long ago one met', () => {
    const named = (name: string, cadence?: string) => ({ name, cadence, aliases: [], role: undefined });
    const texts = {
      'people/a/2026-11-20.md': '---\nperson: Weekly, due tomorrow\n---\n',
      'people/b/2026-11-01.md': '---\nperson: Weekly, overdue\n---\n',
      'people/c/2026-09-01.md': '---\nperson: No cadence\n---\n',
      'people/d/2026-10-20.md': '---\nperson: Every 2 weeks, overdue\n---\n',
      'people/d/2026-12-24.md': '---\nperson: Every 2 weeks, overdue\n---\n',
      'people/e/2026-11-26.md': '---\nperson: Just met\n---\n',
      'people/f/next.md': '---\nperson: Never met\n---\n',
    };
    const notes = indexed(texts);
    const people = peopleOf(notes.values(), {
      people: [
        named('Weekly, due tomorrow', 'weekly'),
        named('Weekly, overdue', 'weekly'),
        named('Every 2 weeks, overdue', 'every 2 weeks'),
        named('Just met', 'now and then'),
        named('Wanted', 'monthly'),
      ],
    });
    const found = dueFirst(notes.values(), people, '2026-11-26').map(
      ({ person, days, dueIn }) => `${person.name} ${days} ${dueIn}`,
    );
    assert.deepEqual(found, [
      'Wanted undefined undefined',
      'Every 2 weeks, overdue 37 -23',
      'Weekly, overdue 25 -18',
      'Never met undefined undefined',
      'No cadence 86 undefined',
      'Weekly, due tomorrow 6 1',
      'Just met 0 undefined',
    ]);
  });

  it('is told by the words of a cadence', () => {
    const said: readonly (readonly [string, number | undefined])[] = [
      ['weekly', 7],
      ['Weekly, Tuesdays', 7],
      ['every week', 7],
      ['once a month', 30],
      ['every 2 weeks', 14],
      ['2w', 14],
      ['every two weeks', 14],
      ['every other week', 14],
      ['biweekly', 14],
      ['fortnightly', 14],
      ['every 10 days', 10],
      ['monthly', 30],
      ['every 3 months', 90],
      ['quarterly', 91],
      ['wöchentlich', 7],
      ['alle 14 Tage', 14],
      ['alle zwei Wochen', 14],
      ['toutes les 2 semaines', 14],
      ['', undefined],
      ['when needed', undefined],
      ['0 weeks', undefined],
      ['每周', undefined],
    ];
    assert.deepEqual(
      said.map(([words]) => [words, cadenceDays(words)]),
      said,
    );
  });
});
