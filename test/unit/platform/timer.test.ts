import assert from 'node:assert/strict';
import { Timer } from '../../../src/platform/timer';
import { untilTrue } from '../../support/until';

describe('A timer', () => {
  it('does what it was set to last, and once for a burst', async () => {
    const done: string[] = [];
    const [resting, burst] = [new Timer(), new Timer()];
    for (const name of ['one', 'two', 'three']) {
      resting.set(1, () => done.push(`rest after ${name}`));
      burst.setOnce(1, () => done.push(`burst since ${name}`));
    }
    await untilTrue(() => done.length >= 2);
    assert.deepEqual(done.sort(), ['burst since one', 'rest after three']);
    burst.setOnce(1, () => done.push('another burst'));
    await untilTrue(() => done.length === 3);
  });

  it('does nothing once it was cleared or disposed of', async () => {
    const done: string[] = [];
    const [cleared, disposed, other] = [new Timer(), new Timer(), new Timer()];
    cleared.set(1, () => done.push('cleared'));
    disposed.setOnce(1, () => done.push('disposed'));
    cleared.clear();
    disposed.dispose();
    other.set(2, () => done.push('other'));
    await untilTrue(() => done.length > 0);
    assert.deepEqual(done, ['other']);
  });
});
