import assert from 'node:assert/strict';
import framework from '../../../../src/core/framework/builtin.framework.yaml';
import { isEvidence, knownLines } from '../../../../src/core/journal/blocks/evidence';
import builtin from '../../../../src/core/templates/builtin.templates.yaml';
import { templateLines } from '../../../../src/core/templates/lines';
import type { Placeholder, Template, TemplateKind } from '../../../../src/core/templates/model';
import {
  oneOnOneDraft,
  reflectionDraft,
  reflectionOfTheDay,
  retrospectiveDraft,
} from '../../../../src/core/templates/note';
import { frameworkTags } from '../../../../src/core/templates/tags';
import { toText } from '../../../../src/core/templates/text';

const { templates } = builtin;
const ofKind = (kind: TemplateKind) => templates.filter((template) => template.kind === kind);
const titles = (list: readonly Template[]) => list.map(({ title }) => title);
const tags = frameworkTags(framework);
const none: ReadonlySet<string> = new Set();
const plain = (template: Template, kept = tags) =>
  toText(reflectionOfTheDay(template, framework, '2026-11-24'), {
    date: '2026-11-24',
    person: 'Zoë',
    title: 'Sprint 42',
    tags: kept,
  }).text;
const headings = (text: string) => text.split('\n').filter((line) => /^#+ /.test(line));

const placeMark = (part: Placeholder) => (part.kind === 'stop' ? '□' : '');

describe('The built-in templates', () => {
  it('are the twelve retrospectives, six of them featured', () => {
    const featured = ofKind('retrospective').filter((template) => template.featured);
    assert.deepEqual(titles(featured), [
      'Start–Stop–Continue',
      'Mad–Sad–Glad',
      'Sailboat',
      'Timeline',
      'Premortem',
      'Lean Coffee',
    ]);
    assert.deepEqual(titles(ofKind('retrospective').filter((template) => !template.featured)), [
      '4Ls',
      'DAKI',
      'Starfish',
      'Three Little Pigs',
      'KALM',
      'Rose–Thorn–Bud',
    ]);
  });

  it('are the eight 1:1s, weekly first, and the blocks', () => {
    assert.deepEqual(titles(ofKind('oneOnOne')), [
      'Weekly 1:1',
      'First 1:1',
      'Career 1:1',
      'Skip-level 1:1',
      'Feedback 1:1',
      'Difficult talk',
      'Stay talk',
      'Return from leave',
    ]);
    assert.deepEqual(
      ofKind('block').map(({ id }) => id),
      ['sbi', 'decision', 'delegation', 'weekly-review', 'action'],
    );
    assert.equal(ofKind('reflection').length, 1);
  });

  it('credit what has an author, and say “Sailboat”', () => {
    const text = (id: string) => plain(templates.find((template) => template.id === id)!);
    assert.match(text('sbi'), /Center for Creative Leadership/);
    assert.match(text('delegation'), /Jurgen Appelo, Management 3\.0 \(CC BY 3\.0\)/);
    for (const { body } of templates) assert.doesNotMatch(JSON.stringify(body), /speed ?boat/i);
  });

  it('name the seven levels of delegation in their order', () => {
    const { body } = templates.find(({ id }) => id === 'delegation')!;
    const [choice] = body.filter((part) => typeof part !== 'string').filter(({ kind }) => kind === 'choice');
    assert.deepEqual(choice?.kind === 'choice' && choice.options.map((option) => option.split(',')[0]), [
      '1 Tell',
      '2 Sell',
      '3 Consult',
      '4 Agree',
      '5 Advise',
      '6 Inquire',
      '7 Delegate',
    ]);
  });

  for (const template of templates) {
    it(`“${template.title}” takes as long as it says`, () => {
      const parts = [...plain(template).matchAll(/^#+ .*\((\d+) min\)/gm)].map(([, minutes]) =>
        Number(minutes),
      );
      const total = parts.reduce((sum, minutes) => sum + minutes, 0);
      const [from, to] = template.minutes ?? [0, 0];
      if (template.kind !== 'reflection') assert.ok(from <= total && total <= to, `${total} min`);
    });

    it(`“${template.title}” is tidy Markdown, with tags and without`, () => {
      for (const kept of [tags, none]) {
        const text = plain(template, kept);
        assert.doesNotMatch(text, /\n{3}|\{\{|\}\}|[^\s|] {2}| +$(?<!- )(?<!\d\. )(?<!: )/m);
        const levels = headings(text).map((line) => line.indexOf(' '));
        for (const [index, level] of levels.entries())
          if (index > 0) assert.ok(level <= levels[index - 1]! + 1);
      }
      assert.doesNotMatch(plain(template, none), /(?<!\w)#[a-z]/);
    });

    it(`“${template.title}” has two words at most beside a place to write, so that one word is no evidence`, () => {
      const lines = template.body.map((part) => (typeof part === 'string' ? part : placeMark(part))).join('');
      for (const line of lines.split('\n').filter((text) => text.includes('□')))
        assert.ok((line.match(/\p{L}+/gu) ?? []).length <= 2, line);
    });
  }

  it('have places to write', () => {
    const isPlace = (text: string) => text.includes('□');
    const withPlaces = templates.filter(({ body }) =>
      body.some((part) => typeof part !== 'string' && isPlace(placeMark(part))),
    );
    assert.ok(withPlaces.length > 20, String(withPlaces.length));
  });

  for (const template of [...ofKind('oneOnOne'), ...ofKind('retrospective')])
    it(`“${template.title}” ends with actions that have an owner and a date`, () => {
      assert.match(headings(plain(template)).at(-1)!, /^## Actions/);
      assert.match(plain(template), /\n- \[ \] … @owner due:YYYY-MM-DD\n$/);
    });

  for (const template of ofKind('retrospective'))
    it(`“${template.title}” opens with the last actions and closes by asking for one improvement`, () => {
      const [title, first, ...more] = headings(plain(template, none));
      assert.match(title!, /^# (Retrospective|Premortem) Sprint 42, 2026-11-24/);
      assert.match(first!, /^## Actions from last time \(\d+ min\)$/);
      assert.match(more.at(-2)!, /^## One improvement \(\d+ min\)$/);
    });

  it('touch every side of the framework', () => {
    const used = new Set(
      templates
        .flatMap(({ body }) => body)
        .flatMap((part) =>
          typeof part !== 'string' && part.kind === 'tag'
            ? part.hats.map((hat) => `${part.dimension}/${hat}`)
            : [],
        ),
    );
    assert.deepEqual(used, new Set([...tags].filter((tag) => tag.includes('/'))));
  });
});

describe('A fresh note', () => {
  const context = { date: '2026-11-24', framework };
  const prompts = framework.dimensions.flatMap(({ poles }) =>
    poles.flatMap((pole) => pole.prompts.reflection),
  );
  const isKnown = knownLines([...templateLines(templates), ...prompts]);

  const fresh: [title: string, text: string][] = [
    ...ofKind('oneOnOne').map((t): [string, string] => [
      t.title,
      oneOnOneDraft(t, 'Priya Anna Shah', context).text,
    ]),
    ...ofKind('retrospective').map((t): [string, string] => [
      t.title,
      retrospectiveDraft(t, 'The long sprint', context).text,
    ]),
    ...ofKind('reflection').map((t): [string, string] => [t.title, reflectionDraft(t, context).text]),
    ...ofKind('block').map((t): [string, string] => [t.title, plain(t)]),
  ];
  for (const [title, text] of fresh)
    it(`of “${title}” is no evidence of anything, until somebody writes in it`, () => {
      assert.equal(isEvidence(text, isKnown), false);
      assert.equal(isEvidence(text.replaceAll('\n', '\r\n'), isKnown), false);
      const written = text.includes('- \n')
        ? text.replace('- \n', '- She leads the review\n')
        : `${text}She leads the review\n`;
      assert.equal(isEvidence(written, isKnown), true);
    });
});
