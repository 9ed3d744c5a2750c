import assert from 'node:assert/strict';
import fc from 'fast-check';
import { asPlainText } from '../../../src/platform/plainText';

// As VS Code 1.100 to 1.139 read notifications, prompts and labels.
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
const icon = /\$\([A-Za-z0-9]+(?:-[A-Za-z0-9]+)*(?:~[A-Za-z]+)?\)/;
// As Markdown finds addresses in plain words (GitHub’s autolinks).
const address = /(?:ftp|https?):\/\/|www\.|[\w.+-]@[\w-]/i;

const seen = (text: string) => text.replaceAll('\u2060', '');

describe('text that VS Code is to show as it is', () => {
  const hostile = [
    '[Click me](command:workbench.action.toggleSidebarVisibility).yaml',
    'x](command:a)[y.md',
    '[[a](https://example.com "title")](file:///etc)',
    '[a](HTTPS://example.com)',
    '$(trash)',
    '\\$(sync~spin)',
    '$($(trash))',
    '[$(trash)](command:a)',
    'see https://example.com/a.png',
    'WWW.example.com, www.www.example.com',
    'sample.person+a@example.com',
  ];
  for (const text of hostile)
    it(`looks the same and is neither link nor icon: ${text}`, () => {
      const plain = asPlainText(text);
      assert.doesNotMatch(plain, link);
      assert.doesNotMatch(plain, icon);
      assert.doesNotMatch(plain, address);
      assert.equal(seen(plain), text);
    });

  it('is no link whatever stands around it', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '$',
      'command:a',
      'https://a',
      'www.',
      '@',
      'file:a',
      'b',
      ' ',
      '"',
      '~',
      '-',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        const plain = asPlainText(text);
        assert.doesNotMatch(plain, link);
        assert.doesNotMatch(plain, icon);
        assert.doesNotMatch(plain, address);
        assert.equal(seen(plain), text);
        assert.equal(asPlainText(plain), plain);
      }),
    );
  });

  it('is left alone where it can be neither', () => {
    for (const text of [
      'Zoë (Berlin) [1]',
      'people/Ada/2026-11-27.md',
      '5 $ (about)',
      '@ana, @bo',
      '12:30',
      '',
    ])
      assert.equal(asPlainText(text), text);
  });
});
