import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse, parseDocument } from 'yaml';
import {
  frontMatterRange,
  plainEntries,
  withoutFrontMatter,
  writeFrontMatter,
} from '../../../../../src/core/journal/frontMatter/frontMatter';

const inner = (text: string) => text.replace(/^---\n/, '').replace(/---\n$/, '');

function readFrontMatter(text: string): ReadonlyMap<string, string> {
  const { start, end } = frontMatterRange(text);
  return plainEntries(text.slice(start, end));
}

describe('Front matter', () => {
  it('is written plainly where that is safe', () => {
    assert.equal(
      writeFrontMatter([
        ['kind', 'one-on-one'],
        ['person', 'Zoë O’Brien: QA #1'],
        ['date', '2026-11-24'],
        ['answer', 'No'],
        ['owner', 'Randy Falcon'],
        ['asked', 'Nolan'],
        ['team', 'Ray'],
      ]),
      '---\nkind: one-on-one\nperson: "Zoë O’Brien: QA #1"\ndate: 2026-11-24\nanswer: "No"\n' +
        'owner: Randy Falcon\nasked: Nolan\nteam: Ray\n---\n',
    );
  });

  it('gives back any text, to us and to a YAML parser', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        'null',
        '1e3',
        '0x10',
        '~',
        '- a',
        'a: b',
        '# x',
        '---',
        '...',
        '"',
        "it's",
        '\u2028',
        'a\r\nb',
        '.inf',
        'true',
        '2026-11-24',
      ),
    );
    fc.assert(
      fc.property(value, (text) => {
        const written = writeFrontMatter([['person', text]]);
        assert.equal(readFrontMatter(written).get('person'), text);
        assert.deepEqual(parse(inner(written)), { person: text });
      }),
      { numRuns: 300 },
    );
  });

  it('reads escapes of any length', () => {
    const read = (value: string) => readFrontMatter(`---\nperson: "${value}"\n---\n`).get('person');
    assert.deepEqual(['\\x41nn', '\\u0041nn', '\\U00000041nn', '\\U0001F600'].map(read), [
      'Ann',
      'Ann',
      'Ann',
      '😀',
    ]);
  });

  it('reads what a YAML parser reads, or leaves it out', () => {
    const line = fc.string({
      unit: fc.constantFrom(...Array.from('ab:\'"#-[]{}&*!|>%@`, \\\t1n~')),
      maxLength: 12,
    });
    fc.assert(
      fc.property(line, (text) => {
        const read = readFrontMatter(`---\nkey: ${text}\n---\n`).get('key');
        if (read === undefined) return;
        const document = parseDocument(`key: ${text}\n`, { schema: 'failsafe' });
        if (document.errors.length === 0) assert.deepEqual(document.toJS(), { key: read });
      }),
      { numRuns: 1000 },
    );
  });

  it('is read without the white space around a value, and without a comment', () => {
    const text = "---\na:   \"b\"  \nc: d \t\ne: f  # why # so\ng: h#i\nj: 'k # ''l''' # m\n---\n";
    const read = { a: 'b', c: 'd', e: 'f', g: 'h#i', j: "k # 'l'" };
    assert.deepEqual(Object.fromEntries(readFrontMatter(text)), read);
  });

  it('stands at the very beginning, with any line ends and a byte order mark', () => {
    for (const text of [
      '---\r\na: b\r\n---\r\nrest',
      '\uFEFF---\na: b\n---\nrest',
      '---\ra: b\r...\rrest',
      '--- \na: b\n--- \nrest',
    ]) {
      assert.deepEqual([...readFrontMatter(text)], [['a', 'b']], JSON.stringify(text));
      assert.equal(withoutFrontMatter(text), 'rest');
    }
    assert.equal(readFrontMatter('\n---\na: b\n---\n').size, 0);
    assert.equal(readFrontMatter('---\na: b\n').size, 0);
    assert.equal(withoutFrontMatter('---\n---\nrest'), 'rest');
  });

  it('reads a long text that never ends in no time', () => {
    const started = process.cpuUsage().user;
    readFrontMatter(`---\n${'a: b\r\n'.repeat(200_000)}`);
    readFrontMatter(`---\na: b${' '.repeat(100_000)}c\n---\n`);
    assert.ok(process.cpuUsage().user - started < 1_000_000);
  });
});
