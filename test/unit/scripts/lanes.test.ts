import assert from 'node:assert/strict';
import { runInLanes } from '../../runner/lanes.mjs';

interface Stage {
  readonly name: string;
  readonly needs: string[];
  readonly after?: string[];
}

/** What began and ended, in order; a stage ends when it is asked to. */
function watched(stages: readonly Stage[]) {
  const events: string[] = [];
  const ends = new Map<string, () => void>();
  const all = runInLanes(stages, async ({ name }) => {
    events.push(`+${name}`);
    await new Promise<void>((resolve) => ends.set(name, resolve));
    events.push(`-${name}`);
    return name.toUpperCase();
  });
  const end = async (name: string): Promise<void> => {
    ends.get(name)!();
    await new Promise(setImmediate);
  };
  return { all, end, take: () => events.splice(0).join(' ') };
}

describe('Stages in lanes', () => {
  it('are two at a time, and tell their outcomes in order', async () => {
    const { all, end, take } = watched(['a', 'b', 'c'].map((name) => ({ name, needs: [] })));
    assert.equal(take(), '+a +b');
    await end('b');
    assert.equal(take(), '-b +c');
    await end('c');
    await end('a');
    assert.deepEqual(await all, ['A', 'B', 'C']);
  });

  it('begin when those have ended that they need or come after', async () => {
    const { all, end, take } = watched([
      { name: 'a', needs: [] },
      { name: 'b', needs: ['a'] },
      { name: 'c', needs: [], after: ['a', 'left out'] },
      { name: 'd', needs: ['left out'] },
    ]);
    assert.equal(take(), '+a +d');
    await end('a');
    assert.equal(take(), '-a +b');
    await end('d');
    assert.equal(take(), '-d +c');
    await end('b');
    await end('c');
    assert.deepEqual(await all, ['A', 'B', 'C', 'D']);
  });

  it('say so when they wait for each other', async () => {
    const stages = [
      { name: 'a', needs: ['b'] },
      { name: 'b', needs: ['a'] },
    ];
    await assert.rejects(
      runInLanes(stages, () => Promise.resolve()),
      /wait for each other: a, b/,
    );
  });
});
