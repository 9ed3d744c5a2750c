import assert from 'node:assert/strict';
import fc from 'fast-check';
import { redactNames, redactPath, redactTitle } from '../../../../../src/core/journal/people/hiddenNames';

const people = [
  { name: 'Priya Shah', aliases: ['PS', 'Pri'], folders: ['priya-shah', 'priya-kumar-1a2b3c4d'] },
  { name: 'Will de Vries', aliases: [], folders: ['will-de-vries'] },
  { name: '李雷', aliases: ['Ren\u00e9e'], folders: ['李雷'] },
  { name: 'C. (Chris) O’Neil', aliases: [], folders: ['c-chris-o-neil-00c0ffee'] },
  { name: 'Bo', aliases: ['captain'], folders: ['bo'] },
  { name: 'Mary-Ann Noël-Hu', aliases: [], folders: ['mary-ann-noel-hu'] },
];

describe('Hidden names', () => {
  const hide = redactNames(people);

  for (const [text, expected] of [
    ['Met Priya Shah, then Shah and Pri.', 'Met P. S., then S. and P..'],
    ['Priya’s plan', 'P.’s plan'],
    ['Ask @priya and @WILL', 'Ask @P. and @W.'],
    ['Ask @priya-shah, see people/priya-shah/next.md', 'Ask @P. S., see people/P. S./next.md'],
    ['Will said that he will', 'W. said that he will'],
    ['de facto', 'de facto'],
    ['our captain, a captaincy', 'our C., a captaincy'],
    ['Prince and Willow', 'Prince and Willow'],
    ['和李雷谈了话', '和李谈了话'],
    ['O’Neil', 'O.'],
    ['Ren\u0065\u0301e', 'R.'],
    ['Ask @renee', 'Ask @R.'],
    ['Met Mary-Ann Noël-Hu; @mary-ann', 'Met M. N.; @M.'],
    ['@mary-ann-noël-hu and @Mary-Ann-Noel-Hu', '@M. N. and @M. N.'],
    ['@Mary_Ann.noel, @ann-noël, @hu, @noel', '@M. A. N., @A. N., @H., @N.'],
    ["@o-neil @o'neil @chris-o’neil @Will_De_Vries @vries", '@O. @O. @C. O. N. @W. D. V. @V.'],
    ['@de @annex @hut', '@de @annex @hut'],
    ['PRIYA SHAH, priya shah, priya_shah', 'P. S., P. S., P. S.'],
    ['<priya.shah@example.org>, will.de.vries@example.org', '<P. S.@example.org>, W. D. V.@example.org'],
    ["O'Neil, OʼNeil, Mary‑Ann Noel‐Hu", 'O., O., M. N.'],
    ['Renee and Noel-Hu', 'R. and N.'],
    ['a shah, the priya shahs', 'a shah, the priya shahs'],
  ] as const)
    it(`“${text}” is shown as “${expected}”`, () => {
      assert.equal(hide(text), expected);
    });

  it('are hidden whole where somebody else’s name is their beginning', () => {
    const known = ['李', '李雷'].map((name) => ({ name, aliases: [], folders: [] }));
    assert.equal(redactNames(known)('和李雷谈了话'), '和李谈了话');
  });

  it('may hold any sign', () => {
    const signs = fc.string({
      unit: fc.constantFrom(...Array.from("aÉ李-.*+?^${}()|[]\\/ '’&#")),
      minLength: 1,
    });
    fc.assert(
      fc.property(signs, signs, (name, alias) => {
        const known = [{ name: `Zed${name}`, aliases: [alias], folders: ['zed'] }];
        for (const hider of [redactNames, redactTitle, redactPath]) hider(known)('people/zed/2026-01-01.md');
        const [whole = ''] = known.map((person) => person.name.normalize('NFC').replace(/\s+/g, ' ').trim());
        assert.ok(!redactNames(known)(`With ${whole} today`).includes(whole), whole);
      }),
    );
  });

  it('are sought by what was made once for the same people: long lists ask for each of their rows', () => {
    for (const hider of [redactNames, redactTitle, redactPath]) assert.equal(hider(people), hider(people));
  });

  it('leaves every text as it is where nobody is known', () => {
    assert.equal(redactNames([])('Priya'), 'Priya');
  });
});

describe('Hidden names in titles', () => {
  const hide = redactTitle(people);

  for (const [title, expected] of [
    ['priya promotion', 'P. promotion'],
    ['Promotion of PRIYA SHAH', 'Promotion of P. S.'],
    ['priyashah priya_shah PriyaShah', 'P. S. P. S. P. S.'],
    ['shah2 and 2pri', 'S.2 and 2P.'],
    ['priya kumar 1a2b3c4d', 'P. S.'],
    ['o neil, O’NEIL', 'O., O.'],
    ['what will we do', 'what W. we do'],
    ['a bo and Bo', 'a bo and B.'],
    ['de facto van prince willow shahs', 'de facto van prince willow shahs'],
    ['ren\u0065\u0301e 和李雷', 'R. 和李'],
  ] as const)
    it(`“${title}” is shown as “${expected}”`, () => {
      assert.equal(hide(title), expected);
    });

  it('leaves every title as it is where nobody is known', () => {
    assert.equal(redactTitle([])('Priya'), 'Priya');
  });
});

describe('Hidden names in paths', () => {
  const hide = redactPath(people);

  for (const [path, expected] of [
    ['people/priya-shah/next.md', 'people/P. S./next.md'],
    ['people/priya-shah/2026-03-01-priya-promotion.md', 'people/P. S./2026-03-01-P.-promotion.md'],
    ['people/priya-kumar-1a2b3c4d/scans/shah.pdf', 'people/P. S./scans/S..pdf'],
    ['people/priya-shah', 'people/P. S.'],
    ['people/bo/2026-03-01.md', 'people/B./2026-03-01.md'],
    ['people/李雷/2026-03-01.md', 'people/李/2026-03-01.md'],
    ['people/zora-nil/2026-03-01-zora.md', 'people/Z. N./2026-03-01-Z..md'],
    ['people/zora-nil/2026-03-02-zora-and-priya.md', 'people/Z. N./2026-03-02-Z.-and-P..md'],
    ['people/zora-nil', 'people/Z. N.'],
    ['people/Will.md', 'people/W..md'],
    ['people/will/2026-03-01.md', 'people/W./2026-03-01.md'],
    ['notes/2026-03-01-priya-shah.md', 'notes/2026-03-01-P. S..md'],
    ['retros/2026-03-01-sprint-42.md', 'retros/2026-03-01-sprint-42.md'],
    ['', ''],
  ] as const)
    it(`“${path}” is shown as “${expected}”`, () => {
      assert.equal(hide(path), expected);
    });
});
