import assert from 'node:assert/strict';
import { segmentsOf } from '../../../../src/core/journal/paths';

describe('A path inside the journal', () => {
  for (const path of ['a.md', 'a/b.md', 'a\\b.md', '\\', '..\\a', '...', 'a:b', ' ', '%2e%2e', 'a\nb'])
    it(`may be ${JSON.stringify(path)} where names are parted by slashes only`, () => {
      assert.deepEqual(segmentsOf(path), path.split('/'));
    });

  for (const path of ['', '/a', 'a/', 'a//b', '.', '..', '../a', 'a/./b', 'a/..', 'a\0b'])
    it(`is never ${JSON.stringify(path)}`, () => {
      assert.throws(() => segmentsOf(path));
      assert.throws(() => segmentsOf(path, '\\'));
    });

  for (const path of ['a\\b', '..\\a', 'a/\\', 'C:\\a'])
    it(`is not ${path} where a backslash parts names`, () => {
      assert.throws(() => segmentsOf(path, '\\'));
    });
});
