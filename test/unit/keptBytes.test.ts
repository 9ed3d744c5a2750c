import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keptBytes } from '../../src/features/keptBytes';

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const changed = (before: string, change: (text: string) => string): string => {
  const bytes = Uint8Array.from(Buffer.from(before, 'latin1'));
  return latin1(keptBytes(bytes, change(new TextDecoder().decode(bytes))));
};

describe('A file that is changed in places', () => {
  it('keeps its byte order mark and bytes that are no UTF-8', () => {
    const before = '\xef\xbb\xbf- [ ] caf\xe9 \xff\r\n- [ ] b \xc3';
    assert.equal(
      changed(before, (text) => text.replace('[ ] b', '[x] b')),
      before.replace('[ ] b', '[x] b'),
    );
    assert.equal(
      changed(before, (text) => `\uFEFF${text.replace('[ ]', '[x]')}`),
      before.replace('[ ]', '[x]'),
    );
    assert.equal(
      changed(before, (text) => text.replace('[ ]', '[x]')),
      before.replace('[ ]', '[x]'),
    );
  });

  it('is written as it is said where all of it is UTF-8', () => {
    const text = 'a 🎩 é\n';
    assert.equal(Buffer.from(keptBytes(Buffer.from('other é'), text)).toString(), text);
    assert.equal(Buffer.from(keptBytes(new Uint8Array(), text)).toString(), text);
  });

  it('reads back as it was said, wherever it was changed', () => {
    const bytes = fc.uint8Array({ maxLength: 8 });
    const odd = fc.array(fc.constantFrom(0x61, 0x7c, 0x80, 0xbf, 0xc3, 0xe2, 0xf0, 0xff), { maxLength: 8 });
    fc.assert(
      fc.property(
        fc.oneof(
          bytes,
          odd.map((units) => Uint8Array.from(units)),
        ),
        fc.nat(8),
        fc.nat(3),
        fc.string({ unit: fc.constantFrom('a', 'é', '🎩', '\uFFFD'), maxLength: 3 }),
        (before, at, gone, added) => {
          const old = Array.from(new TextDecoder().decode(before));
          const after = [...old.slice(0, at), added, ...old.slice(at + gone)].join('');
          assert.equal(new TextDecoder().decode(keptBytes(before, after)), after);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('reads back as it was said, and keeps every byte around an insertion between ASCII', () => {
    const bytes = fc.uint8Array({ maxLength: 20 });
    fc.assert(
      fc.property(
        bytes,
        bytes,
        fc.string({ unit: fc.constantFrom('x', 'é', '🎩', '\n'), maxLength: 5 }),
        (head, tail, added) => {
          const before = new Uint8Array(Buffer.concat([head, Buffer.from('|'), tail]));
          const text = new TextDecoder().decode(before);
          const at = new TextDecoder().decode(Buffer.concat([head, Buffer.from('|')])).length;
          const after = `${text.slice(0, at)}${added}.${text.slice(at)}`;
          const written = keptBytes(before, after);
          assert.equal(new TextDecoder().decode(written), after);
          assert.ok(latin1(written).startsWith(latin1(head)), 'the bytes before');
          assert.ok(latin1(written).endsWith(latin1(tail)), 'the bytes behind');
        },
      ),
    );
  });
});
