import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isEvidence, knownLines, normaliseLine } from '../../../../../src/core/journal/blocks/evidence';

const template = [
  '## What went well? #time-horizon/management',
  '- [ ] **Action:** @owner due:',
  '- What should we stop?',
  '> Be kind',
  'What did you learn this week, and what will you do about it from now on?',
];
const known = knownLines(template);

describe('A tagged block', () => {
  const rows: [text: string, counts: boolean, why: string][] = [
    ['- Let Ana choose the rollout #decision-making/leadership', true, 'words of one’s own'],
    ['- Let Ana #decision-making/leadership', false, 'two words only'],
    ['- Ana chose it #decision-making/leadership', true, 'three words'],
    ['- #decision-making/leadership #todo #urgent', false, 'tags only'],
    ['- What should we stop?', false, 'a template’s line'],
    ['What did you learn this week, and what will you do about it from now on?', false, 'a long one'],
    ['What did you learn this week #risk-taking, and what will you do', true, 'half of a long one'],
    ['  * What should we stop? #risk-taking', false, 'a template’s line with another mark and a tag'],
    ['- What should we stop? Late changes to scope', true, 'an answer behind the prompt'],
    ['## Three words here #time-horizon', false, 'a heading alone'],
    ['- # Three words here #time-horizon', false, 'a heading alone in an item'],
    ['## What went well?\n- The release was on time', true, 'text below the heading'],
    ['- [ ] @ana 📅 2026-12-01 due:2026-12-01', false, 'marks of a task'],
    ['- [ ]\u3000@ana 📆 2026-12-01 🗓\uFE0F2026-12-01 DUE:2026-12-01', false, 'marks of other keyboards'],
    ['- [ ] Ask now @अमित [due:: 2026-12-01]', false, 'two words, and marks of a task in another notation'],
    ['- [ ] Ask now DUE:2026-12-01 @o’neill', false, 'two words, and marks of a task in capitals'],
    ['- [ ] Ask Ana today @ben', true, 'a task with three words'],
    ['> > 1. #risk-taking', false, 'nested marks'],
    ['我们决定推迟发布 #decision-making', true, 'eight characters without spaces'],
    ['推迟发布 #decision-making', false, 'four characters without spaces'],
    ['การตัดสินใจของทีม', true, 'Thai'],
    ['Release 推迟发布', true, 'a word and four characters'],
    ['スーパー', false, 'four characters, one of which belongs to two scripts'],
    ['スーパーーー、、', true, 'six characters; signs are none'],
    ['- a\r\n- b\r\n- c', true, 'words over several lines'],
    ['a\nb\n\nc', true, 'words over several paragraphs'],
    ['Three words here\n===', false, 'an underlined heading alone'],
    ['A heading of\ntwo long lines\r\n--- \r\n', false, 'an underlined heading of two lines'],
    ['One\n\nThree words here\n---', false, 'an underlined heading after a paragraph'],
    ['# One\nThree words here\n---', false, 'an underlined heading after another one'],
    ['Three words here\n=== and more', true, 'what only begins like the line below a heading'],
    ['> Three words here\n> ---', false, 'an underlined heading in a quote'],
    ['A heading\n---\nthree more words', true, 'text below an underlined heading'],
    ['> Three words here\n---', true, 'a quote and a rule'],
    ['- Three words here\n---', true, 'a list and a rule'],
    ['- One item\ngoes on\n---', true, 'a list item of two lines and a rule'],
    ['Three words here\n \n---', true, 'a paragraph, and a rule after an empty line'],
    ['- [ ] **Action:** @ana due:2026-12-01', false, 'a template’s task with another owner and date'],
    ['', false, 'nothing'],
    ['---\nperson: Ana Maria Lopez\n---\n', false, 'front matter'],
    ['- ??? !!! --- ***', false, 'signs only'],
    ["Can't, won't", false, 'two words with apostrophes'],
    ['A follow-up', false, 'two words, one with a hyphen'],
    ['Done: 0 of 9', true, 'words and numbers'],
    ['0 of 9', true, 'numbers are words'],
    ['y a là', true, 'words of one letter, beside one with an accent'],
  ];
  for (const [text, counts, why] of rows)
    it(`is ${counts ? '' : 'no '}evidence: ${why}`, () => {
      assert.equal(isEvidence(text, known), counts);
    });

  it('is evidence or none with any spaces between its words', () => {
    const text = fc.array(
      fc.constantFrom('a', 'b1', '0', '9', "'", '-', '.', '#c', '@', ':', ' ', ' ', ' '),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(text, (parts) => {
        const line = parts.join('');
        assert.equal(isEvidence(line), isEvidence(line.replaceAll(' ', '  ')), JSON.stringify(line));
      }),
      { numRuns: 500 },
    );
  });

  it('is no evidence while it holds lines of templates only, and is with three words more', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(template), fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
        assert.equal(isEvidence(lines.join(end), known), false);
        assert.equal(isEvidence([...lines, 'we shipped it'].join(end), known), true);
      }),
    );
  });
});

describe('A line', () => {
  it('is compared without marks, tags and extra white space', () => {
    assert.equal(normaliseLine('\t> - [x]  What   now? #a/b  '), 'What now?');
    assert.equal(normaliseLine('### Title ##'), 'Title ##');
    assert.equal(normaliseLine('C# is fine'), 'C# is fine');
  });
});
