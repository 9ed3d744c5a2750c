// The rounds of `npm run long-life`, in full.
import assert from 'node:assert/strict';
import type { HostResources } from '../support/hostResources';
import { edits, frameworks, live, views, type Work } from './rounds';

const minutes = 60_000;

/** Median heap of the last quarter over that of the second, which has all in memory that is needed. */
const most = 1.05;

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)]!;

function quarter(lived: readonly HostResources[], which: number): readonly HostResources[] {
  const length = lived.length / 4;
  return lived.slice((which - 1) * length, which * length);
}

describe('A long life', () => {
  const works: [make: () => Work | Promise<Work>, rounds: number][] = [
    [views, 200],
    [edits, 5000],
    [frameworks, 500],
  ];
  for (const [make, rounds] of works)
    it(`of ${rounds} ${make.name} leaves nothing behind`, async function () {
      this.timeout(30 * minutes);
      const work = await make();
      const lived = await live(work, { rounds, counts: 20 });
      await work.end();
      const [second, last] = [quarter(lived, 2), quarter(lived, 4)];
      const heap = (some: readonly HostResources[]): number => median(some.map((one) => one.heap));
      const ratio = heap(last) / heap(second);
      const counted = (some: readonly HostResources[], what: 'listeners' | 'watchers'): string =>
        [...new Set(some.map((one) => one[what]))].join(', ');
      console.log(
        [
          `      ${rounds} ${work.name}: heap ${(heap(second) / 2 ** 20).toFixed(1)} MiB in the second quarter,`,
          `${(heap(last) / 2 ** 20).toFixed(1)} MiB in the last (${ratio.toFixed(3)});`,
          `listeners ${counted(second, 'listeners')} → ${counted(last, 'listeners')};`,
          `watchers ${counted(second, 'watchers')} → ${counted(last, 'watchers')}`,
        ].join(' '),
      );
      assert.ok(ratio <= most, `the heap grew to ${ratio.toFixed(3)} of what it was`);
      for (const what of ['listeners', 'watchers'] as const)
        assert.ok(
          median(last.map((one) => one[what])) <= median(second.map((one) => one[what])),
          `${what}: ${counted(second, what)} → ${counted(last, what)}`,
        );
    });
});
