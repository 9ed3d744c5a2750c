import assert from 'node:assert/strict';
import { edits, frameworks, live, views } from '../longLife/rounds';
import { ResourceCounter } from '../support/hostResources';
import { until } from '../support/until';

// `npm run long-life` does it hundreds of times, and looks at the heap, too.
describe('A short life', () => {
  const works = [
    { make: views, rounds: 2 },
    { make: edits, rounds: 30 },
    { make: frameworks, rounds: 2 },
  ];

  it('of views, edits and framework reloads leaves no listener and no watcher behind', async function () {
    this.timeout(180_000);
    const counter = new ResourceCounter();
    const half = async (): Promise<void> => {
      for (const { make, rounds } of works) {
        const work = await make();
        await live(work, { rounds, counts: 0 });
        await work.end();
      }
    };
    // The first time may begin what goes on.
    await half();
    const begun = counter.count();
    assert.ok(begun.listeners > 0 && begun.watchers > 0);
    await half();
    await until(
      () => counter.count(),
      ({ listeners, watchers }) => listeners <= begun.listeners && watchers <= begun.watchers,
    );
  });
});
