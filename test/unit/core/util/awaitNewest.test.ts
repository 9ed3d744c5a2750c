import assert from 'node:assert/strict';
import { awaitNewest } from '../../../../src/core/util/awaitNewest';

describe('Work that newer work overtakes', () => {
  it('is waited for until nothing newer is under way', async () => {
    const done: string[] = [];
    const make = async (name: string, next?: () => void) => {
      await Promise.resolve();
      next?.();
      done.push(name);
      return name;
    };
    let newest = make('first', () => {
      newest = make('second', () => {
        newest = make('third');
      });
    });
    const rested: (string | undefined)[] = [];
    await awaitNewest(
      () => newest,
      async (name) => {
        await Promise.resolve();
        rested.push(name);
      },
    );
    assert.deepEqual(done, ['first', 'second', 'third']);
    assert.equal(rested.at(-1), 'third');
  });

  it('is not waited for where there is none', async () => {
    await awaitNewest(() => undefined);
  });
});
