import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Framework } from '../../../../../src/core/framework/model';
import { candidateEnd, knownTags, tagAt } from '../../../../../src/core/journal/tags/tags';

const pole = {
  ...{ summary: '', behaviours: [], tooMuch: [], tooLittle: [], statements: [], moves: [] },
  prompts: { reflection: [], oneOnOne: [], retrospective: [] },
};
const named = (id: string) => ({ id, title: id, question: '', icon: '', poles: [pole, pole] as const });
const framework: Framework = {
  ...{ id: '', version: '', language: '', title: '', principle: '', situations: [] },
  attribution: { author: '', title: '', date: '' },
  hats: [
    { id: 'management', label: '', letter: '', purpose: '' },
    { id: 'leadership', label: '', letter: '', purpose: '' },
  ],
  dimensions: ['decision-making', 'risk-taking', 'café'].map(named),
};

const tags = knownTags(framework);

/** The tag at the `|` of a line. */
function at(line: string): string | undefined {
  const character = line.indexOf('|');
  const found = tagAt(line.slice(0, character) + line.slice(character + 1), character, tags);
  return found && [found.dimension, ...(found.hat ? [found.hat] : [])].join('/');
}

const table: [string, string | undefined][] = [
  ...['', '  ', '\t', '(', '[', '"', '*', ',', '>', '|', '—'].map((before): [string, string] => [
    `${before}#decision-making/lead∙ership`,
    'decision-making/leadership',
  ]),
  ...['.', '…', ',', ')', '**', ':'].map((after): [string, string] => [
    `#decision-making/lead∙ership${after}`,
    'decision-making/leadership',
  ]),
  ['#Decision-Making/LEADER∙SHIP', 'decision-making/leadership'],
  ['#decision-∙making/', 'decision-making'],
  ['#decision-making/leadership/dele∙gation', 'decision-making/leadership'],
  ['#decision-making/ot∙her', 'decision-making'],
  ['#decision-making//leader∙ship', 'decision-making'],
  ...['-2', 's', '🚀', '_x', '👩‍💻', '🇩🇪'].map((more): [string, undefined] => [
    `#decision-∙making${more}`,
    undefined,
  ]),
  ...['a', 'C', 'page/', '#', '我们', '\\', '&', '_', '-', '7'].map((before): [string, undefined] => [
    `${before}#decision-∙making`,
    undefined,
  ]),
  ['&#35;decision-∙making', undefined],
  ['＃decision-∙making', undefined],
  ['#leader∙ship', undefined],
  ['#management/decision-∙making', undefined],
  ['#12∙34', undefined],
  ['#to∙do', undefined],
  ['#', undefined],
  ['#decision-∙making/management#risk-taking/leadership', 'decision-making/management'],
  ['#decision-making/management#risk-∙taking/leadership', undefined],
  ['#café∙', 'café'],
  ['#cafe\u0301∙', 'café'],
  ['#risk-taking∙\u200d and more', 'risk-taking'],
  ...['\u200d', '\u200c', '\u00ad', '\u2060', '\ufeff', '\u200b', '\ufe0f', '\ufe0e', '\u034f', '\u3164'].map(
    (unseen): [string, string] => [`so #risk-∙taking${unseen}, it is`, 'risk-taking'],
  ),
  ...['\u200d', '\u00ad', '\u2060', '\ufeff', '\u200b', '❤️', '👩‍💻', '👍🏽', '🇩🇪'].map(
    (before): [string, string] => [`${before}#risk-∙taking`, 'risk-taking'],
  ),
  ...['\u200d-x', '\u200dx', '\u200d🚀'].map((more): [string, string] => [
    `#risk-∙taking${more}`,
    'risk-taking',
  ]),
  ...['❤️', '👍🏽', '🏴\u{e0067}\u{e0062}\u{e007f}', '🚀\u200d'].map((more): [string, undefined] => [
    `#risk-∙taking${more}`,
    undefined,
  ]),
  ['a\ufe0f#risk-∙taking', undefined],
  ['#️⃣risk-∙taking', undefined],
];

describe('A tag candidate', () => {
  for (const run of [
    '👩‍💻', // woman, joiner, laptop
    '👩🏽‍❤️‍👨🏽',
    '🏳️‍🌈',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    '🇩🇪',
    '1️⃣',
    'تصمیم\u200cگیری',
    'ශ්\u200dරී',
  ])
    it(`goes on to the end of ${run}`, () => {
      assert.equal(candidateEnd(`#${run}/x\u200d y`, 0), run.length + 3);
    });

  for (const [run, end] of [
    ['a\u200db', 2],
    ['a\u200cb', 2],
    ['تصمیم\u200c', 6],
    ['🚀\u200d', 3],
    ['🚀\u200da', 3],
    ['a\u200d🚀', 2],
    ['a\u{e0067}\u{e007f}', 2],
  ] as const)
    it(`ends at what nobody sees in ${JSON.stringify(run)}`, () => {
      assert.equal(candidateEnd(`#${run}`, 0), end);
    });
});

describe('Letters of all scripts', () => {
  const foreign = knownTags({
    ...framework,
    dimensions: ['iletişim', 'λόγος', 'straße', 'تصمیم'].map(named),
  });
  for (const [text, dimension, end] of [
    ['#İletişim bugün iyi geçti.', 'iletişim', 9],
    ['#I\u0307letişim', 'iletişim', 10],
    ['#ΛΌΓΟΣ.', 'λόγος', 6],
    ['#STRASSE/LEADERSHIP!', 'straße', 19],
    ['#ﬁne', undefined, undefined],
    ['#تصمیم\u200cگیری', undefined, undefined],
  ] as const)
    it(`tell what ${text} is`, () => {
      const found = tagAt(text, 1, foreign);
      assert.deepEqual([found?.dimension, found?.end], [dimension, end]);
    });
});

describe('The tag under the cursor', () => {
  for (const [line, expected] of table)
    it(`of ${JSON.stringify(line)} is ${expected ?? 'none'}`, () => {
      const character = Math.max(line.indexOf('∙'), 0);
      const found = tagAt(line.replace('∙', ''), character, tags);
      const tag = found && [found.dimension, ...(found.hat ? [found.hat] : [])].join('/');
      assert.equal(tag, expected);
    });

  for (const [line, expected] of [
    ['|#risk-taking and more', 'risk-taking'],
    ['#risk-taking| and more', 'risk-taking'],
    ['#risk-taking |and more', undefined],
    ['#risk-taking/|', undefined],
    ['so |#risk-taking', 'risk-taking'],
    ['so| #risk-taking', undefined],
    ['🚀 #risk|-taking', 'risk-taking'],
    ['#risk-taking #decision-making/manage|ment', 'decision-making/management'],
  ] as const)
    it(`is told by where the cursor stands: ${line}`, () => {
      assert.equal(at(line), expected);
    });

  it('takes any line and position', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer(), (line, character) => {
        tagAt(`#${line}#risk-taking/${line}`, character, tags);
      }),
    );
  });
});
