import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold } from '../../../../src/core/framework/comparable';

const letters = fc.string({ unit: 'binary' });

describe('Ids and tags', () => {
  for (const [one, other] of [
    ['iletişim', 'İletişim'],
    ['iletişim', 'I\u0307letişim'],
    ['iletişim', 'İLETİŞİM'],
    ['ısı', 'ISI'],
    ['straße', 'STRASSE'],
    ['straße', 'STRAẞE'],
    ['λόγος', 'ΛΌΓΟΣ'],
    ['λόγος', 'λόγοσ'],
    ['ꭰꭱ', 'ᎠᎡ'],
    ['fit', 'ﬁt'],
    ['file', 'FILE'],
    ['café', 'CAFE\u0301'],
    ['ǆ', 'ǅ'],
    ['ᾳ', 'ᾼ'],
    ['k', '\u212a'],
    ['𐐨', '𐐀'],
    ['❤️', '❤'],
    ['تصمیم\u200cگیری', 'تصمیمگیری'],
  ] as const)
    it(`${one} is ${other}`, () => {
      assert.equal(fold(one), fold(other));
    });

  for (const [one, other] of [
    ['cafe', 'café'],
    ['risk-taking', 'risktaking'],
    ['o', 'ö'],
    ['व', 'वि'],
  ] as const)
    it(`${one} is not ${other}`, () => {
      assert.notEqual(fold(one), fold(other));
    });

  it('are the same in capitals, in small letters and decomposed, whatever they are', () => {
    const formsOf = (text: string) =>
      new Set([text, text.toUpperCase(), text.toLowerCase(), text.normalize('NFD')]);
    const several = Array.from({ length: 0x2_0000 }, (_, code) => formsOf(String.fromCodePoint(code))).filter(
      ({ size }) => size > 1,
    );
    assert.ok(several.length > 3000);
    const odd = several.filter((forms) => new Set(Array.from(forms, fold)).size > 1);
    assert.deepEqual(odd, []);
    fc.assert(
      fc.property(letters, (text) => {
        const forms = [text.toUpperCase(), text.toLowerCase(), fold(text)];
        assert.deepEqual(forms.map(fold), Array(3).fill(fold(text)));
      }),
    );
  });
});
