import assert from 'node:assert/strict';
import { Newest } from '../../../../src/core/util/newest';

describe('The newest work', () => {
  it('is what began last, until it is disposed of', () => {
    const newest = new Newest();
    const isFirst = newest.begin();
    assert.equal(isFirst(), true);
    const isSecond = newest.begin();
    assert.deepEqual([isFirst(), isSecond()], [false, true]);
    newest.dispose();
    assert.deepEqual([isFirst(), isSecond()], [false, false]);
  });
});
