import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readBody } from '../../../../src/core/templates/body';
import { toText, type TextOptions } from '../../../../src/core/templates/text';
import { sampleTags } from './sample';

const none: ReadonlySet<string> = new Set();

/** The text with `|` at the first place to write, or `|…|` around what stands there. */
function text(body: string, options: Partial<TextOptions> = {}): string {
  const { parts } = readBody(body, sampleTags);
  const read = toText({ body: parts }, { date: '2026-11-24', tags: sampleTags, ...options });
  const { start, end } = read.first;
  const marked = end > start ? `|${read.text.slice(start, end)}|` : '|';
  return read.text.slice(0, start) + marked + read.text.slice(end);
}

describe('A template as plain text', () => {
  it('puts in the date, the person and the title', () => {
    const body = '# {{title Sprint …}} with {{person name}}, {{date}}: {{person}}\n';
    assert.equal(
      text(body, { person: 'Zoë $1 O’Brien', title: 'Sprint 42' }),
      '# Sprint 42 with Zoë $1 O’Brien, 2026-11-24: Zoë $1 O’Brien|\n',
    );
  });

  it('says its own word for a person and a title that it is not told', () => {
    assert.equal(text('# {{title Sprint …}} with {{person name}}\n'), '# Sprint … with name|\n');
  });

  it('says its word for the person again where the person recurs', () => {
    assert.equal(text('{{person name}}, {{person}}, {{person other}}'), 'name, name, name|\n');
  });

  it('leaves an empty title out with the space before it', () => {
    assert.equal(text('# Retro {{title Sprint …}}, {{date}}\n', { title: '' }), '# Retro, 2026-11-24|\n');
  });

  it('begins at the first place to write, and selects what stands there', () => {
    assert.equal(text('# A\n\n- {{stop}}\n- {{stop b}}\n'), '# A\n\n- |\n- b\n');
    assert.equal(text('# A\n\n- [ ] {{stop …}} @{{stop owner}}\n'), '# A\n\n- [ ] |…| @owner\n');
    assert.equal(text('# A {{tag day}}\n\n- {{stop}}\n', { tags: none }), '# A\n\n- |\n');
  });

  it('begins at the end where there is no place to write', () => {
    assert.equal(text('# A\n\nB\n\n\n'), '# A\n\nB|\n');
  });

  it('keeps the empty line on which to write, at the very end, too', () => {
    assert.equal(text('# A\n\n{{stop}}\n\n'), '# A\n\n|\n');
  });

  it('shows all options of a choice', () => {
    assert.equal(text('{{choice easy|costly, slow}}'), 'easy / costly, slow|\n');
  });

  it('writes a tag, and for a choice of sides the dimension alone', () => {
    assert.equal(text('A {{tag day/fox}} {{tag day/fox|owl}} {{tag night}}'), 'A #day/fox #day #night|\n');
  });

  const withoutTags: [body: string, expected: string][] = [
    ['## A {{tag day/fox}}\n\nB', '## A\n\nB|\n'],
    ['## A {{tag day/fox}} {{tag night}}\nB', '## A\nB|\n'],
    ['{{tag day}} A', 'A|\n'],
    ['B\n{{tag day}} A', 'B\nA|\n'],
    ['- {{tag day}} A', '- A|\n'],
    ['A {{tag day}} B', 'A B|\n'],
    ['A ({{tag day}})', 'A ()|\n'],
    ['- [ ] {{stop …}} {{tag day}} @{{stop owner}}', '- [ ] |…| @owner\n'],
    ['- [ ] {{stop …}} {{tag day/fox|owl}}', '- [ ] |…|\n'],
    ['  - A {{tag day}}\n    - B {{tag day}}', '  - A\n    - B|\n'],
  ];
  for (const [body, expected] of withoutTags)
    it(`leaves no trace of the tags in ${JSON.stringify(body)}`, () => {
      assert.equal(text(body, { tags: none }), expected);
    });

  it('drops only the tags that the framework does not know', () => {
    const tags = new Set(['night', 'night/owl']);
    const body =
      '## A {{tag day/fox}}\n## B {{tag night/fox}}\n## C {{tag night/fox|owl}}\n## D {{tag night}}';
    assert.equal(text(body, { tags }), '## A\n## B\n## C #night/owl\n## D #night|\n');
  });

  it('never leaves a double or trailing space where a tag was', () => {
    const piece = fc.constantFrom(
      'A',
      ' B',
      '\n',
      '- C ',
      ' {{tag day}}',
      '{{tag day/fox}} ',
      ' {{tag night/fox|owl}} ',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const plain = pieces.map((p) => (p.includes('{{') ? '' : p)).join('');
        fc.pre(!/ {2}| \n| $/.test(plain));
        const single = pieces
          .join('')
          .replace(/ {2,}/g, ' ')
          .replace(/\}\}(?=[^\s{])/g, '}} ')
          .replace(/ +$/gm, '');
        const { text: bare } = toText({ body: readBody(single, sampleTags).parts }, { date: '', tags: none });
        assert.doesNotMatch(bare, / {2}|[ \t]\n|#/);
      }),
    );
  });
});
