import assert from 'node:assert/strict';
import { nameHider } from '../../../src/core/journal/hiddenNames';

describe('Hidden names', () => {
  const hide = nameHider([
    { name: 'Priya Shah', aliases: ['PS', 'Pri'] },
    { name: 'Will de Vries', aliases: [] },
    { name: '李雷', aliases: ['Ren\u00e9e'] },
    { name: 'C. (Chris) O’Neil', aliases: [] },
  ]);

  for (const [text, expected] of [
    ['Met Priya Shah, then Shah and Pri.', 'Met P. S., then S. and P..'],
    ['Priya’s plan', 'P.’s plan'],
    ['Ask @priya and @WILL', 'Ask @P. and @W.'],
    ['Will said that he will', 'W. said that he will'],
    ['de facto', 'de facto'],
    ['Prince and Willow', 'Prince and Willow'],
    ['和李雷谈了话', '和李谈了话'],
    ['O’Neil', 'O.'],
    ['Ren\u0065\u0301e', 'R.'],
  ] as const)
    it(`“${text}” is shown as “${expected}”`, () => {
      assert.equal(hide(text), expected);
    });

  it('leaves every text as it is where nobody is known', () => {
    assert.equal(nameHider([])('Priya'), 'Priya');
  });
});
