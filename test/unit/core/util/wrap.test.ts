import assert from 'node:assert/strict';
import fc from 'fast-check';
import { proportionalColumnsOf, wrapText } from '../../../../src/core/util/wrap';

describe('a text in lines', () => {
  for (const [what, text, width, lines] of [
    ['is one line where there is room', 'Ask why.', 8, ['Ask why.']],
    ['breaks between words', 'Ask each person why.', 10, ['Ask each', 'person', 'why.']],
    ['keeps punctuation with its word', 'one (two) three', 9, ['one (two)', 'three']],
    ['breaks a word that is longer than a line', 'abcdefghij kl', 4, ['abcd', 'efgh', 'ij', 'kl']],
    ['counts wide letters twice', '你好世界', 4, ['你好', '世界']],
    ['puts no full stop at the beginning of a line', '你好。世界', 4, ['你', '好。', '世界']],
    ['never tears a letter apart', '👩‍👩‍👧👩‍👩‍👧', 2, ['👩‍👩‍👧', '👩‍👩‍👧']],
    ['is one empty line where there is nothing', ' ', 4, ['']],
  ] as const)
    it(what, () => {
      assert.deepEqual(wrapText(text, width), lines);
    });

  it('has more letters a line where they are narrow', () => {
    assert.deepEqual(wrapText('fill it till it tilts', 8, proportionalColumnsOf), [
      'fill it till',
      'it tilts',
    ]);
    assert.deepEqual(wrapText('MM WW mm ww', 8, proportionalColumnsOf), ['MM WW', 'mm ww']);
    assert.deepEqual(wrapText('你好世界', 4, proportionalColumnsOf), ['你好', '世界']);
  });

  it('is whole, and no line is longer than asked for', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'é', '.', '(', '世', '界', '。', 'ก', '-'),
      maxLength: 9,
    });
    fc.assert(
      fc.property(fc.array(word), fc.integer({ min: 4, max: 30 }), (parts, width) => {
        const text = parts.join(' ');
        const lines = wrapText(text, width);
        assert.equal(lines.join('').replace(/\s/g, ''), text.replace(/\s/g, ''));
        for (const line of lines) assert.ok(Array.from(line).length <= width, line);
      }),
    );
  });
});
