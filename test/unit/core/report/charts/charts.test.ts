// The report's pictures as text: one mark an answer, nothing outside the box, no style.
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { drawBalance, type Balance } from '../../../../../src/core/report/charts/balance';
import { drawCourse, type Course } from '../../../../../src/core/report/charts/course';
import { dateOf, dayOf } from '../../../../../src/core/util/calendar';

const answers = ['1 Never', '2 Rarely', '3 Sometimes', '4 Often', '5 Almost always'];
const balance = (lanes: readonly (readonly number[])[], noOccasion = 0): Balance => ({
  ...{ title: 'How often', description: 'What they say', answers, hats: ['M Management', 'L Leadership'] },
  rows: [
    {
      title: 'Decision Making',
      lanes: lanes.map((values, index) => ({ letter: 'ML'[index]!, values, noOccasion })),
    },
  ],
});

const nothing = { word: 'none', date: null, before: null, after: null, checksBefore: null } as const;
const from = '2026-01-05';
const course = (values: readonly number[], more: Partial<Course> = {}): Course => ({
  ...{ title: 'In time', description: 'As it went', place: 'first', from, to: '2027-01-03' },
  ...{ dates: ['5 Jan 2026', '3 Jan 2027'], earlier: [], change: nothing },
  values: values.map((value, week) => ({ date: dateOf(dayOf(from) + 7 * week), value })),
  ...more,
});

/** The elements of a class. */
function elements(svg: string, kind: string): string[] {
  return Array.from(svg.matchAll(/<[a-z]+ [^>]*>/g), ([tag]) => tag).filter((tag) =>
    (/class="([^"]*)"/.exec(tag)?.[1] ?? '').split(' ').includes(kind),
  );
}

/** Of all shapes, where they reach. */
function reaches(svg: string): { x: number; y: number }[] {
  const number = (tag: string, name: string) =>
    Number(new RegExp(` ${name}="([-\\d.]+)"`).exec(tag)?.[1] ?? 0);
  return Array.from(svg.matchAll(/<(circle|path|line|text) [^>]*>/g), ([tag, kind]) => {
    if (kind === 'path')
      return Array.from(tag.matchAll(/[ML]([-\d.]+) ([-\d.]+)/g), ([, x, y]) => ({ x: +x!, y: +y! }));
    if (kind === 'text') return [{ x: number(tag, 'x'), y: number(tag, 'y') }];
    if (kind === 'line')
      return [1, 2].map((end) => ({ x: number(tag, `x${end}`), y: number(tag, `y${end}`) }));
    const [x, y, r] = [number(tag, 'cx'), number(tag, 'cy'), number(tag, 'r')];
    return [
      { x: x - r, y: y - r },
      { x: x + r, y: y + r },
    ];
  }).flat();
}

function assertInside(svg: string, width: number): void {
  const height = Number(/ height="([\d.]+)"/.exec(svg)?.[1]);
  const places = reaches(svg);
  assert.ok(places.length > 0);
  for (const { x, y } of places) {
    assert.ok(x >= 0 && x <= width, `x ${x} of ${width}`);
    assert.ok(y >= 0 && y <= height, `y ${y} of ${height}`);
  }
}

const answer = fc.integer({ min: 1, max: 5 });
const widths = fc.integer({ min: 240, max: 1600 });

describe('The picture of both hats', () => {
  it('has one mark an answer, and nothing outside its box', () => {
    fc.assert(
      fc.property(
        fc.array(answer, { maxLength: 520 }),
        fc.array(answer, { maxLength: 60 }),
        fc.nat({ max: 99 }),
        widths,
        (first, second, declined, width) => {
          const svg = drawBalance(balance([first, second], declined), width, 'p');
          assert.equal(elements(svg, 'mark').length, first.length + second.length);
          assert.equal(elements(svg, 'none').length, declined === 0 ? 0 : 2);
          assertInside(svg, width);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('tells the hats by shape, makes the latest larger, and stacks equal ones', () => {
    const svg = drawBalance(balance([[3, 3, 4], [2]]), 600, 'p');
    const circles = elements(svg, 'mark').filter((tag) => tag.startsWith('<circle'));
    assert.equal(circles.length, 3);
    assert.equal(elements(svg, 'mark').filter((tag) => tag.startsWith('<path')).length, 1);
    const radius = (tag: string) => Number(/ r="([\d.]+)"/.exec(tag)?.[1]);
    const [latest] = elements(svg, 'latest');
    assert.ok(circles.filter((tag) => tag !== latest).every((tag) => radius(tag) < radius(latest!)));
    const at = (tag: string) => / cx="([\d.]+)" cy="([\d.]+)"/.exec(tag)!.slice(1).map(Number);
    const [one, other] = circles.map(at);
    assert.equal(one![0], other![0]);
    assert.equal(Math.abs(one![1]! - other![1]!), 9);
  });

  it('lets no mark of 500 answers cover another one, however narrow it is', () => {
    const values = Array.from({ length: 500 }, (_, week) => 2 + (week % 3));
    for (const width of [290, 750]) {
      const svg = drawBalance(balance([values, []]), width, 'p');
      const circles = elements(svg, 'mark').filter((tag) => !tag.includes('latest'));
      const number = (tag: string, name: string) => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(tag)?.[1]);
      const [r] = circles.map((tag) => number(tag, 'r'));
      const places = circles.map((tag) => [number(tag, 'cx'), number(tag, 'cy')] as const).sort();
      assert.equal(new Set(places.map(String)).size, 499);
      const near = places.filter(([x, y], index) =>
        places
          .slice(index + 1, index + 40)
          .some(([otherX, otherY]) => Math.hypot(x - otherX, y - otherY) < 2 * r! + 1),
      );
      assert.deepEqual(near, [], `${width} px`);
    }
  });

  it('draws the line of the last eight from four answers on, however long ago others were', () => {
    const length = (values: readonly number[]) => {
      const [line] = elements(drawBalance(balance([values, []]), 600, 'p'), 'recent');
      const end = (name: string) => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(line ?? '')?.[1]);
      return line === undefined ? undefined : end('x2') - end('x1');
    };
    assert.equal(length([1, 5, 3]), undefined);
    assert.ok(length([1, 5, ...Array<number>(8).fill(3)])! < 10);
    assert.ok(length([1, 5, 3, 3])! > 200);
    assert.ok(length([1, ...Array<number>(7).fill(3)])! > 100);
  });

  it('holds whatever names hold as text, and no style', () => {
    const hostile = '"/><script>alert(1)</script>\u0000\ud800&';
    const svg = drawBalance({ ...balance([[3], []]), title: hostile, hats: [hostile, hostile] }, 300, 'p');
    assert.ok(!svg.includes('<script'));
    assert.ok(!svg.includes('style='));
    assert.ok(!svg.includes('\u0000'));
    assert.match(svg, /role="img" class="chart" aria-labelledby="p-title" aria-describedby="p-description"/);
  });
});

describe('A side in time', () => {
  it('has one mark an answer, and nothing outside its box', () => {
    fc.assert(
      fc.property(
        fc.array(answer, { maxLength: 600 }),
        widths,
        fc.constantFrom('first', 'second'),
        (values, width, place) => {
          const svg = drawCourse(course(values, { place }), width, 'c');
          assert.equal(elements(svg, 'mark').length, values.length);
          assertInside(svg, width);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('has one level unless the scan says changed, and none under four answers', () => {
    const levels = (values: readonly number[], change: Partial<Course['change']> = {}) =>
      elements(drawCourse(course(values, { change: { ...nothing, ...change } }), 400, 'c'), 'level').length;
    assert.equal(levels([1, 5, 1]), 0);
    assert.equal(levels([1, 5, 1, 5]), 1);
    const split = { date: dateOf(dayOf(from) + 7 * 5), before: 2, after: 4, checksBefore: 5 };
    assert.equal(levels([2, 2, 2, 2, 2, 4, 4, 4], { word: 'perhaps', ...split }), 1);
    assert.equal(levels([2, 2, 2, 2, 2, 4, 4, 4], { word: 'changed', ...split }), 2);
  });

  it('begins the level before a change where the answers begin that it was told from', () => {
    const split = { date: dateOf(dayOf(from) + 7 * 8), before: 2, after: 4, checksBefore: 5 };
    const values = [5, 5, 5, 2, 2, 2, 2, 2, 4, 4, 4];
    const svg = drawCourse(course(values, { change: { word: 'changed', ...split } }), 400, 'c');
    const number = (tag: string | undefined, name: string) =>
      Number(new RegExp(` ${name}="([\\d.]+)"`).exec(tag ?? '')?.[1]);
    const [level] = elements(svg, 'level');
    const fourth = elements(svg, 'mark')[3];
    assert.ok(Math.abs(number(level, 'x1') + 3 - number(fourth, 'cx')) < 1);
  });

  it('draws smaller marks where weeks lie closer', () => {
    const radius = (to: string) => {
      const [dot] = elements(drawCourse(course([2, 3, 4], { to }), 330, 'c'), 'mark');
      return Number(/ r="([\d.]+)"/.exec(dot ?? '')?.[1]);
    };
    assert.equal(radius('2026-03-29'), 3.6);
    assert.ok(radius('2027-01-03') < 3 && radius('2027-01-03') > 2);
    assert.equal(radius('2036-01-06'), 1.2);
  });

  it('draws answers to earlier words faintly, and no level through them', () => {
    const earlier = [1, 2, 3, 4].map((value, week) => ({ date: dateOf(dayOf(from) + 7 * week), value }));
    const svg = drawCourse(course([], { earlier }), 400, 'c');
    assert.equal(elements(svg, 'earlier').length, 4);
    assert.equal(elements(svg, 'mark').length + elements(svg, 'level').length, 0);
  });
});
