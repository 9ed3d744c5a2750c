import assert from 'node:assert/strict';
import builtin from '../../../../src/core/framework/builtin.framework.yaml';
import type { PromptKind } from '../../../../src/core/framework/model';
import { promptSnippet, promptsOfTheDay, withPrompts } from '../../../../src/core/templates/prompts';
import { toText } from '../../../../src/core/templates/text';
import { sample, sampleTags } from './sample';

const dayNumber = (start: string, days: number) =>
  new Date(Date.parse(start) + days * 86_400_000).toISOString().slice(0, 10);

describe('The prompts of the day', () => {
  it('are of the kind asked for, each with the tag of its own side', () => {
    const asked = (kind: PromptKind) =>
      promptsOfTheDay(sample, kind, '2026-11-24', 4)
        .map(({ text, tag }) => `${tag}: ${text.replace(/\d/, '…')}`)
        .sort();
    const ofEverySide = (letter: string) =>
      ['day/fox', 'day/owl', 'night/fox', 'night/owl'].map(
        (tag) => `${tag}: ${tag.replace('/', ' ')} ${letter}…?`,
      );
    assert.deepEqual(asked('reflection'), ofEverySide('R'));
    assert.deepEqual(asked('oneOnOne'), ofEverySide('O'));
    assert.deepEqual(asked('retrospective'), ofEverySide('T'));
  });

  it('are the same all day, of different sides, and no more than there are sides', () => {
    const ask = (count: number) => promptsOfTheDay(sample, 'reflection', '2026-11-24', count);
    assert.deepEqual(ask(3), ask(3));
    assert.equal(new Set(ask(3).map(({ tag }) => tag)).size, 3);
    assert.equal(ask(9).length, 4);
  });

  it('show both hats', () => {
    for (let day = 0; day < 400; day++) {
      const hats = promptsOfTheDay(builtin, 'reflection', dayNumber('2026-01-01', day), 3).map(
        ({ tag }) => tag.split('/')[1],
      );
      assert.equal(new Set(hats).size, 2);
    }
  });

  for (const rhythm of [1, 2, 5, 7, 14, 21, 28, 30, 31, 91])
    it(`bring every prompt of every side round, asked every ${rhythm} days`, () => {
      for (const start of ['2024-02-29', '2026-11-24']) {
        const asked = Array.from({ length: 120 }, (_, index) =>
          promptsOfTheDay(builtin, 'reflection', dayNumber(start, index * rhythm), 3),
        ).flat();
        const counts = new Map<string, number>();
        for (const { tag } of asked) counts.set(tag, (counts.get(tag) ?? 0) + 1);
        assert.equal(counts.size, builtin.dimensions.length * builtin.hats.length);
        // 360 prompts over 12 sides: 30 each, were it even.
        for (const [tag, count] of counts) assert.ok(count >= 20 && count <= 40, `${tag}: ${count}`);
        const all = builtin.dimensions.flatMap(({ poles }) =>
          poles.flatMap(({ prompts }) => prompts.reflection),
        );
        assert.deepEqual(new Set(asked.map(({ text }) => text)), new Set(all));
      }
    });

  it('stand in the template as tagged headings with a place to write', () => {
    const template = {
      id: 'x',
      kind: 'reflection' as const,
      title: 'X',
      suits: 'X',
      body: ['# A\n\n', { kind: 'prompts' as const }, '\n\nB\n'],
    };
    const prompts = [
      { text: 'Why?', tag: 'day/owl' },
      { text: 'How?', tag: 'night/fox' },
    ];
    const { text, first } = toText(withPrompts(template, prompts), { date: '', tags: sampleTags });
    assert.equal(text, '# A\n\n### Why? #day/owl\n\n- \n\n### How? #night/fox\n\n- \n\nB\n');
    assert.equal(first.start, text.indexOf('#day/owl') + '#day/owl\n\n- '.length);
  });
});

describe('A single prompt', () => {
  const prompt = { text: 'Who pays $5?', tag: 'day/fox' };
  const cases: [where: string, before: string, expected: string][] = [
    ['on an empty line', '', '- Who pays \\$5? #day/fox\n  $0'],
    ['on an indented line', '  ', '- Who pays \\$5? #day/fox\n  $0'],
    ['after words', 'Words', '\n- Who pays \\$5? #day/fox\n  $0'],
    ['in an empty list item', '- ', 'Who pays \\$5? #day/fox\n  $0'],
    ['in an empty numbered item', '  1. ', 'Who pays \\$5? #day/fox\n  $0'],
    ['in an empty task', '* [ ] ', 'Who pays \\$5? #day/fox\n  $0'],
    ['after an item with words', '- Words ', '\n- Who pays \\$5? #day/fox\n  $0'],
  ];
  for (const [where, before, expected] of cases)
    it(`stands alone in a list item ${where}, the answer below`, () => {
      assert.equal(promptSnippet(prompt, before), expected);
    });
});
