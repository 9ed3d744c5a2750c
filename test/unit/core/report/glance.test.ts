import assert from 'node:assert/strict';
import type { IndexedNote } from '../../../../src/core/journal/note';
import { glanceOf } from '../../../../src/core/report/glance';
import { dateOf, dayOf } from '../../../../src/core/util/calendar';
import { checkRecord } from '../../../support/checks';
import { makeFramework } from '../../../support/frameworks';

const framework = makeFramework('a');
/** A Sunday: its week is over. */
const to = '2026-11-29';

function note(date: string | undefined, hat: string | undefined, evidence = true): IndexedNote {
  const place = { start: 0, end: 1, line: 0, character: 0, block: { first: 0, last: 0 } };
  return {
    ...{ path: `notes/${date}.md`, date, title: undefined, kind: undefined, person: undefined, tasks: [] },
    tags: [{ ...place, dimension: 'a', hat, inFrontMatter: false, evidence, isPrivate: false }],
  };
}

/** A check each week, the last one on `to`. */
const weekly = (count: number, answers: (week: number) => number = () => 3) =>
  Array.from({ length: count }, (_, week) =>
    checkRecord(framework, dateOf(dayOf(to) - 7 * (count - 1 - week)), {
      'a/keep': answers(week),
      'a/lead': 3,
    }),
  );

describe('What a card says in passing', () => {
  it('counts notes with evidence in twelve weeks, each once for a side', () => {
    const notes = [
      note(to, 'keep'),
      note('2026-09-07', 'keep'),
      note('2026-09-06', 'keep'),
      note('2026-11-30', 'keep'),
      note(undefined, 'keep'),
      note(to, 'lead', false),
      note(to, undefined),
    ];
    assert.deepEqual(glanceOf(framework, notes, [], to), [
      { dimension: 'a', hat: 'keep', notes: 2, early: null },
      { dimension: 'a', hat: 'lead', notes: 0, early: null },
    ]);
  });

  it('says that it is too early until there are enough weeks', () => {
    const early = (count: number) => glanceOf(framework, [], weekly(count), to).map((side) => side.early);
    assert.deepEqual(early(0), [null, null]);
    assert.deepEqual(early(7), [
      { weeks: 7, needed: 8 },
      { weeks: 7, needed: 8 },
    ]);
    assert.deepEqual(early(8), [null, null]);
  });

  it('counts a week that is not over as none yet', () => {
    const [side] = glanceOf(
      framework,
      [],
      [checkRecord(framework, '2026-11-25', { 'a/keep': 3 })],
      '2026-11-27',
    );
    assert.deepEqual(side!.early, { weeks: 0, needed: 8 });
  });

  it('is not too early for the side that just changed', () => {
    const checks = weekly(16, (week) => (week < 12 ? 1 : 5));
    const sides = glanceOf(framework, [], checks, to);
    assert.deepEqual(
      sides.map(({ early }) => early),
      [null, null],
    );
  });
});
