import assert from 'node:assert/strict';
import { Disposable } from '../../../src/platform/disposable';

class Holder extends Disposable {
  hold(name: string, ended: string[]): string {
    return this.register({ name, dispose: () => ended.push(name) }).name;
  }
}

describe('What something holds', () => {
  it('ends with it, once and in the order in which it was registered', () => {
    const ended: string[] = [];
    const holder = new Holder();
    assert.equal(holder.hold('listener', ended), 'listener');
    holder.hold('timer', ended);
    assert.deepEqual(ended, []);
    holder.dispose();
    holder.dispose();
    assert.deepEqual(ended, ['listener', 'timer']);
  });

  it('ends at once where it comes too late', () => {
    const ended: string[] = [];
    const holder = new Holder();
    holder.dispose();
    holder.hold('late', ended);
    assert.deepEqual(ended, ['late']);
  });
});
