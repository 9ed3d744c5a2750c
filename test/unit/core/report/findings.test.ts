import assert from 'node:assert/strict';
import type { IndexedNote } from '../../../../src/core/journal/note';
import { dateOf, dayOf } from '../../../../src/core/util/calendar';
import { findingKind, findingsAt } from '../../../../src/core/report/findings';
import type { CheckRecord } from '../../../../src/core/selfcheck/record';
import { checkRecord } from '../../../support/checks';
import { makeFramework } from '../../../support/frameworks';

const framework = makeFramework('a', 'b');
const sides = ['a/keep', 'a/lead', 'b/keep', 'b/lead'];
const to = '2026-11-27';

/** Notes of a side, one a day back from a date. */
function notes(side: string, count: number, last = '2026-09-30', evidence = true): IndexedNote[] {
  const [dimension = '', hat = ''] = side.split('/');
  const tag = { start: 0, end: 1, line: 0, character: 0, block: { first: 0, last: 0 }, dimension, hat };
  return Array.from({ length: count }, (_, index) => {
    const date = dateOf(dayOf(last) - index);
    return {
      ...{ path: `notes/${date}-${side}.md`, date, title: undefined, kind: undefined, person: undefined },
      ...{ tasks: [], tags: [{ ...tag, inFrontMatter: false, evidence, isPrivate: false }] },
    };
  });
}

const check = (finished: string, value: number) =>
  checkRecord(framework, finished, Object.fromEntries(sides.map((side) => [side, value])));

describe('What is said and noted', () => {
  it('is looked at as of the last quarter end, over the shortest time with enough notes', () => {
    const even = sides.flatMap((side) => notes(side, 10));
    const found = findingsAt(framework, even, [check('2026-09-10', 3)], to);
    assert.deepEqual(found, {
      ...{ asOf: '2026-09-30', weeks: 12, expected: 10, notes: 40, needed: 26, list: [] },
    });
  });

  it('is looked at further back where notes are few', () => {
    const few = [...notes('a/keep', 20), ...notes('b/lead', 20, '2026-05-01')];
    assert.equal(findingsAt(framework, few, [check('2026-09-10', 3)], to).weeks, 28);
    const fewer = [...notes('a/keep', 20), ...notes('b/lead', 20, '2025-12-01')];
    assert.equal(findingsAt(framework, fewer, [check('2026-09-10', 3)], to).weeks, 52);
  });

  it('says how many notes would do where there are not enough', () => {
    const found = findingsAt(framework, notes('a/keep', 25), [check('2026-09-10', 5)], to);
    assert.deepEqual(found, {
      ...{ asOf: '2026-09-30', weeks: null, expected: 25 / 4, notes: 25, needed: 26, list: [] },
    });
  });

  it('needs a check in the time, too', () => {
    const even = sides.flatMap((side) => notes(side, 30));
    assert.equal(findingsAt(framework, even, [], to).weeks, null);
    assert.equal(findingsAt(framework, even, [check('2026-10-02', 3)], to).weeks, null, 'after the quarter');
    assert.equal(findingsAt(framework, even, [check('2026-05-04', 3)], to).weeks, 28);
  });

  it('tells what is said and hardly noted, and what is noted and seldom said', () => {
    const uneven = [...notes('a/lead', 20), ...notes('b/keep', 20), ...notes('b/lead', 1)];
    const kinds = (value: number) =>
      findingsAt(framework, uneven, [check('2026-09-10', value)], to).list.map(
        ({ kind, dimension, hat, rating, notes: count }) => `${kind} ${dimension}/${hat} ${rating} ${count}`,
      );
    const said = ['saidNotNoted a/keep 4 0', 'saidNotNoted b/lead 4 1'];
    assert.deepEqual(
      kinds(4).filter((line) => line.startsWith('said')),
      said,
    );
    assert.deepEqual(kinds(3), []);
    assert.deepEqual(
      kinds(2).filter((line) => line.startsWith('neither')),
      ['neither a/keep 2 0', 'neither b/lead 2 1'],
    );
  });

  it('counts a note once for a side, only with evidence, and none without a date', () => {
    const [note] = notes('a/keep', 1);
    const twice = { ...note!, tags: [note!.tags[0]!, { ...note!.tags[0]!, block: { first: 5, last: 5 } }] };
    const others = [twice, ...notes('a/keep', 5, '2026-09-20', false), { ...note!, date: undefined }];
    assert.equal(findingsAt(framework, others, [check('2026-09-10', 3)], to).notes, 1);
  });

  it('takes the median of the weeks’ answers', () => {
    const uneven = [...notes('a/lead', 20), ...notes('b/keep', 20), ...notes('b/lead', 20)];
    const checks: CheckRecord[] = [
      check('2026-08-12', 1),
      check('2026-08-26', 4),
      check('2026-09-09', 5),
      check('2026-09-22', 4),
      // The week of the quarter's end was not over then.
      check('2026-09-30', 1),
    ];
    const found = findingsAt(framework, uneven, checks, to).list.find(({ notes: count }) => count === 0);
    assert.equal(found?.rating, 4);
  });

  it('has the limits of a Poisson distribution at 0.0016', () => {
    // exp(-6.5) = 0.00150; P(X ≤ 1) = 0.0113; P(X ≥ 16) = 0.00148; P(X ≥ 15) = 0.0034 (mean 6.5).
    assert.equal(findingKind(5, 0, 6.5), 'saidNotNoted');
    assert.equal(findingKind(5, 1, 6.5), undefined);
    assert.equal(findingKind(5, 15, 6.5), undefined);
    assert.equal(findingKind(5, 16, 6.5), 'both');
    assert.equal(findingKind(2, 0, 6.5), 'neither');
    assert.equal(findingKind(1, 16, 6.5), 'notedNotSaid');
    assert.equal(findingKind(3, 0, 6.5), undefined);
    assert.equal(findingKind(3.5, 16, 6.5), undefined);
    assert.equal(findingKind(5, 0, 6.4), undefined, 'exp(-6.4) = 0.00166');
    assert.equal(findingKind(5, 700, 1000), 'saidNotNoted', 'no underflow');
  });
});
