import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { tagInsertion } from '../../../../src/core/templates/tagInsertion';

describe('A tag put in at the cursor', () => {
  const cases: [line: string, expected: string][] = [
    ['|', '#day/fox'],
    ['word|', 'word #day/fox'],
    ['word |', 'word #day/fox'],
    ['word| more', 'word #day/fox more'],
    ['wo|rd', 'wo #day/fox rd'],
    ['|word', '#day/fox word'],
    ['(|)', '(#day/fox)'],
    ['**|**', '**#day/fox**'],
    ['done.|', 'done. #day/fox'],
    ['word|.', 'word #day/fox.'],
    ['我们|', '我们 #day/fox'],
    ['|#other', '#day/fox #other'],
    ['#other|', '#other #day/fox'],
    ['- [ ] |', '- [ ] #day/fox'],
    ['\t|', '\t#day/fox'],
  ];
  for (const [line, expected] of cases)
    it(`is apart from the words around it in ${JSON.stringify(line)}`, () => {
      const at = line.indexOf('|');
      const [before, after] = [line.slice(0, at), line.slice(at + 1)];
      assert.equal(before + tagInsertion('day/fox', before, after) + after, expected);
    });

  it('counts as exactly this tag wherever it goes, by the rule of the tag grammar', () => {
    const around = fc.string({
      unit: fc.constantFrom('a', 'é', '1', '_', '-', '/', '#', '&', '\\', '.', ' ', '🚀', '\u0301', '(', '”'),
    });
    fc.assert(
      fc.property(around, around, (before, after) => {
        const inserted = tagInsertion('day/fox', before, after);
        const line = before + inserted + after;
        const start = before.length + inserted.indexOf('#');
        assert.doesNotMatch(line.slice(0, start), /[\p{L}\p{M}\p{N}_\-/#&\\]$/u);
        const run = /^#[\p{L}\p{M}\p{N}\p{Extended_Pictographic}_/-]*/u.exec(line.slice(start))?.[0];
        assert.equal(run, '#day/fox');
      }),
    );
  });
});
