import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readBody } from '../../../../src/core/templates/body';
import { sampleTags } from './sample';

const read = (text: string) => readBody(text, sampleTags);

describe('The text of a template', () => {
  it('keeps Markdown as it stands, and reads every placeholder in its place', () => {
    const { parts, problems } = read(
      '# {{title Sprint …}}, {{date}}\n\n{{ person  name }}: {{stop}} {{stop what helps?}}\n' +
        '{{choice yes, now | no }} {{tag day}} {{tag day/fox}} {{tag night/fox|owl}}\n{{prompts}}\n',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(parts, [
      '# ',
      { kind: 'title', text: 'Sprint …' },
      ', ',
      { kind: 'date' },
      '\n\n',
      { kind: 'person', text: 'name' },
      ': ',
      { kind: 'stop', text: '' },
      ' ',
      { kind: 'stop', text: 'what helps?' },
      '\n',
      { kind: 'choice', options: ['yes, now', 'no'] },
      ' ',
      { kind: 'tag', dimension: 'day', hats: [] },
      ' ',
      { kind: 'tag', dimension: 'day', hats: ['fox'] },
      ' ',
      { kind: 'tag', dimension: 'night', hats: ['fox', 'owl'] },
      '\n',
      { kind: 'prompts' },
      '\n',
    ]);
  });

  it('leaves single braces, dollars and backslashes alone', () => {
    const text = 'a {b} } ${1:c} \\{ $0 { {x} }';
    assert.deepEqual(read(text), { parts: [text], problems: [] });
  });

  const problems: [why: string, text: string, problem: object][] = [
    [
      'an unknown placeholder',
      'ab {{dat}} c',
      { code: 'unknownPlaceholder', found: 'dat', start: 3, end: 10 },
    ],
    ['an empty placeholder', '{{}}', { code: 'unknownPlaceholder', found: '', start: 0, end: 4 }],
    ['a date with words', '{{date x}}', { code: 'unknownPlaceholder', found: 'date x', start: 0, end: 10 }],
    [
      'prompts with words',
      '{{prompts 3}}',
      { code: 'unknownPlaceholder', found: 'prompts 3', start: 0, end: 13 },
    ],
    ['braces that are not closed', 'ab {{stop x', { code: 'unclosed', start: 3, end: 11 }],
    ['braces closed on the next line', '{{stop\n}} x', { code: 'unclosed', start: 0, end: 6 }],
    ['closing braces alone', 'ab }} c', { code: 'unclosed', start: 3, end: 5 }],
    ['braces within braces', '{{stop {{date}}', { code: 'unclosed', start: 0, end: 15 }],
    ['an unknown dimension', '{{tag dawn/fox}}', { code: 'unknownTag', found: 'dawn', start: 0, end: 16 }],
    ['an unknown hat', 'x {{tag day/cat}}', { code: 'unknownTag', found: 'day/cat', start: 2, end: 17 }],
    [
      'an unknown second hat',
      '{{tag day/fox|cat}}',
      { code: 'unknownTag', found: 'day/cat', start: 0, end: 19 },
    ],
    ['a tag without a name', '{{tag}}', { code: 'unknownTag', found: '', start: 0, end: 7 }],
    ['a tag with half a side', '{{tag day/}}', { code: 'unknownTag', found: 'day/', start: 0, end: 12 }],
    [
      'a tag of three parts',
      '{{tag day/fox/x}}',
      { code: 'unknownTag', found: 'day/fox/x', start: 0, end: 17 },
    ],
    ['a choice of one', '{{choice a}}', { code: 'noChoice', start: 0, end: 12 }],
    ['an empty option', '{{choice a||b}}', { code: 'noChoice', start: 0, end: 15 }],
  ];
  for (const [why, text, problem] of problems)
    it(`reports ${why} where it stands`, () => {
      assert.deepEqual(read(text).problems[0], problem);
    });

  it('reports every problem, in order', () => {
    const { problems } = read('{{a}}\n{{date}} {{b}}\n{{');
    assert.deepEqual(
      problems.map(({ code, start }) => [code, start]),
      [
        ['unknownPlaceholder', 0],
        ['unknownPlaceholder', 15],
        ['unclosed', 21],
      ],
    );
  });

  it('accounts for every character of any text', () => {
    const piece = fc.constantFrom('{{', '}}', '{', '}', '\n', 'stop', 'tag day/fox', 'x', ' ', '|', '😀');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const { parts, problems } = read(text);
        const texts = parts.filter((part) => typeof part === 'string');
        for (const found of texts) assert.doesNotMatch(found, /\{\{|\}\}/);
        for (const { start, end } of problems) assert.ok(0 <= start && start < end && end <= text.length);
        if (!/\{\{|\}\}/.test(text)) assert.equal(texts.join(''), text);
      }),
    );
  });
});
