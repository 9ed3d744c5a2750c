import assert from 'node:assert/strict';
import { readTemplates } from '../../../../src/core/templates/read';
import { sampleTags } from './sample';

const file = (body: string, more = '') => `language: en
templates:
  - id: one
    kind: block
    title: One
    suits: Always
${more}    body: |
${body}`;

/** The problems, and what of the text each range covers. */
function problemsOf(text: string): unknown[] {
  const { value, problems } = readTemplates(text, sampleTags);
  assert.equal(value, undefined);
  return problems.map(({ start, end, ...fact }) => [fact, text.slice(start, end)]);
}

describe('A templates file', () => {
  it('is read as it stands', () => {
    const text = file(
      '      # {{title x}}\n\n        - {{stop}}\n',
      '    minutes: [5, 10]\n    featured: true\n',
    );
    assert.deepEqual(readTemplates(text, sampleTags), {
      problems: [],
      value: {
        language: 'en',
        templates: [
          {
            id: 'one',
            kind: 'block',
            title: 'One',
            suits: 'Always',
            minutes: [5, 10],
            featured: true,
            body: ['# ', { kind: 'title', text: 'x' }, '\n\n  - ', { kind: 'stop', text: '' }, '\n'],
          },
        ],
      },
    });
  });

  it('shows a problem of a body at its place in the file, wherever the line begins', () => {
    const body = '      first\n\n        deeper {{x}}\n      {{tag day/cat}} and {{stop\n';
    const found = [
      [{ code: 'unknownPlaceholder', found: 'x' }, '{{x}}'],
      [{ code: 'unknownTag', found: 'day/cat' }, '{{tag day/cat}}'],
      [{ code: 'unclosed' }, '{{stop'],
    ];
    assert.deepEqual(problemsOf(file(body)), found);
    assert.deepEqual(problemsOf(file(body).replaceAll('\n', '\r\n')), found);
  });

  it('shows the problems of every body', () => {
    const second = file('      {{b}}\n').split('\n').slice(2).join('\n').replace('id: one', 'id: two');
    assert.deepEqual(problemsOf(file('      {{a}}\n') + second), [
      [{ code: 'unknownPlaceholder', found: 'a' }, '{{a}}'],
      [{ code: 'unknownPlaceholder', found: 'b' }, '{{b}}'],
    ]);
  });

  it('takes no id twice', () => {
    const second = file('      b\n').split('\n').slice(2).join('\n');
    const text = file('      a\n') + second;
    const { problems } = readTemplates(text, sampleTags);
    assert.deepEqual(problems, [
      { code: 'repeated', found: 'one', start: text.lastIndexOf('one'), end: text.lastIndexOf('one') + 3 },
    ]);
  });

  it('takes no body in which places could not be found again', () => {
    assert.deepEqual(problemsOf(file('').replace('body: |', 'body: "{{x}}"')), [
      [{ code: 'notLiteral' }, '"{{x}}"'],
    ]);
  });

  it('shows a wrong value, a missing and an unknown key', () => {
    const at = (text: string) =>
      readTemplates(text, sampleTags).problems.map((problem) => [
        problem.code,
        'path' in problem ? problem.path : '',
        text.slice(problem.start, problem.end).split('\n')[0],
      ]);
    const good = file('      a\n');
    assert.deepEqual(at(good.replace('kind: block', 'kind: blok')), [
      ['invalid', 'templates.0.kind', 'blok'],
    ]);
    assert.deepEqual(at(good.replace('    title: One\n', '')), [['invalid', 'templates.0.title', 'id: one']]);
    assert.deepEqual(at(good.replace('suits:', 'suit: x\n    suits:')), [
      ['invalid', 'templates.0.suit', 'x'],
    ]);
    assert.deepEqual(at(file('      a\n', '    minutes: [10, 5]\n')), [
      ['invalid', 'templates.0.minutes', '[10, 5]'],
    ]);
    assert.deepEqual(at(''), [['invalid', '', '']]);
  });

  it('shows where it is no YAML', () => {
    const [problem] = readTemplates('language: en\ntemplates: [\n', sampleTags).problems;
    assert.equal(problem?.code, 'syntax');
    assert.equal(problem.start, 26);
  });
});
