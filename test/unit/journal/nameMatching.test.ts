import assert from 'node:assert/strict';
import { mentionable, peopleLike, plainName } from '../../../src/core/journal/nameMatching';

const people = [
  { name: 'Hannah Oak', aliases: [] },
  { name: 'Chloé Dubois', aliases: ['Chloe', 'CD'] },
  { name: 'Anna-Lena Müller', aliases: [] },
  { name: 'Siân O’Neill', aliases: [] },
  { name: 'Anna', aliases: [] },
  { name: 'राम', aliases: [] },
  { name: '🙂', aliases: [] },
];

describe('A name', () => {
  it('is one word after @', () => {
    assert.equal(mentionable(' Priya  van der Shah-O’Neill (she) '), 'priya-van-der-shah-o-neill-she');
    assert.equal(mentionable('Jose\u0301'), 'jos\u00e9');
  });

  for (const [name, plain] of [
    ['  Zoë  KRAVITZ ', 'zoe-kravitz'],
    ['Anna-Lena_Mu\u0308ller', 'anna-lena-muller'],
    ['Łukasz Sørensen-Groß', 'lukasz-sorensen-gross'],
    ["O'Neill", 'o-neill'],
    ['O’Neill', 'o-neill'],
    ['O\u02bcNeill', 'o-neill'],
    ['İpek Yıldız', 'ipek-yildiz'],
    ['राम', 'राम'],
    ['が', 'が'],
    ['🙂', '🙂'],
  ] as const)
    it(`is plain without accents: ${name}`, () => {
      assert.equal(plainName(name), plain);
    });

  for (const [typed, ...expected] of [
    ['chloe', 'Chloé Dubois'],
    ['Chloe Dubois', 'Chloé Dubois'],
    ['CHLOE\u0301', 'Chloé Dubois'],
    ['cd', 'Chloé Dubois'],
    ['muller', 'Anna-Lena Müller'],
    ['anna lena', 'Anna-Lena Müller'],
    ["sian o'n", 'Siân O’Neill'],
    ['anna', 'Anna', 'Anna-Lena Müller', 'Hannah Oak'],
    ['र', 'राम'],
    ['🙂', '🙂'],
    ['zed'],
    ['-'],
    ['’'],
    [''],
  ] as const)
    it(`is found by what was typed so far: ${typed}`, () => {
      assert.deepEqual(
        peopleLike(people, typed).map(({ name }) => name),
        expected,
      );
    });
});
