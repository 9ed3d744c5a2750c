import assert from 'node:assert/strict';
import { mapAtOnce } from '../../../../src/core/util/atOnce';

describe('Many things that are waited for', () => {
  const some = Array.from({ length: 30 }, (_, index) => index);

  it('come in their order, a few at the same time, each once', async () => {
    const asked: number[] = [];
    let [running, most] = [0, 0];
    const become = async (item: number): Promise<string> => {
      asked.push(item);
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, item % 3));
      running--;
      return String(item);
    };
    assert.deepEqual(await mapAtOnce(some, become), some.map(String));
    assert.deepEqual([asked, most], [some, 8]);
    assert.deepEqual(await mapAtOnce([], become), []);
  });

  it('fail with the first that fails', async () => {
    const fail = (item: number) => (item === 5 ? Promise.reject(new Error('five')) : Promise.resolve(item));
    await assert.rejects(mapAtOnce(some, fail), /five/);
  });
});
