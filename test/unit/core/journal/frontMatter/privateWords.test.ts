import assert from 'node:assert/strict';
import { isPrivateHeading } from '../../../../../src/core/journal/frontMatter/privateWords';

describe('A heading that makes private what stands below it', () => {
  for (const text of [
    'Private',
    'PRIVATE:',
    '🔒 Private',
    '— *Private* 🔒',
    '3. Private',
    '(Private)',
    'Private!',
    'Private {#private-talk} #health',
    '[Private](../private.md)',
    '[[Private]]',
    '[[notes/2026|Private]]',
    '<span style="color:red">Private</span>',
    'Pri\u00advate',
    'Priva\u200bte',
    'Ｐｒｉｖａｔｅ',
  ])
    it(`is “${text}”`, () => {
      assert.ok(isPrivateHeading(text));
    });

  for (const text of [
    '',
    '#private',
    'Private notes',
    'Nothing private',
    'Privates',
    'Deprivate',
    '[a](Private)',
  ])
    it(`is not “${text}”`, () => {
      assert.ok(!isPrivateHeading(text));
    });
});
