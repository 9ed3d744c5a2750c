import assert from 'node:assert/strict';
import { wordsOf } from '../../../../src/core/util/tokenize';

describe('wordsOf', () => {
  const cases: [text: string, language: string, words: string[]][] = [
    ['', 'en', []],
    [' – … 🙂 !', 'en', []],
    ['Decision-Making, 1:1s', 'en', ['decision', 'making', '1', '1s']],
    ['Dépassé, DÉPASSÉ and de\u0301passe\u0301', 'en', ['depasse', 'depasse', 'and', 'depasse']],
    ["don't don’t", 'en', ['dont', 'dont']],
    ['Größe GRÖSSE', 'de', ['grosse', 'grosse']],
    ['ＡＩ', 'ja', ['ai']],
    ['निर्णय लेना', 'hi', ['निर्णय', 'लेना']],
    ['본부 회의', 'ko', ['본부', '회의']],
    ['意思決定の速さ', 'ja', ['意思', '決定', 'の', '速', 'さ']],
  ];
  for (const [text, language, words] of cases)
    it(`of “${text}”`, () => {
      assert.deepEqual(wordsOf(text, language), words);
    });
});
