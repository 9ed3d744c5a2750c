import assert from 'node:assert/strict';
import {
  mentionOf,
  plainName,
  resolveName,
  suggestPeople,
} from '../../../../../src/core/journal/people/nameMatching';

const people = [
  { name: 'Hannah Oak', aliases: [], folders: [] },
  { name: 'Chloé Dubois', aliases: ['Chloe', 'CD'], folders: ['chloe-d'] },
  { name: 'Anna-Lena Müller', aliases: [], folders: [] },
  { name: 'Siân O’Neill', aliases: [], folders: [] },
  { name: 'Anna', aliases: [], folders: [] },
  { name: 'राम', aliases: [], folders: [] },
  { name: '🙂', aliases: [], folders: [] },
];

describe('A name', () => {
  it('is one word after @', () => {
    assert.equal(mentionOf(' Priya  van der Shah-O’Neill (she) '), 'priya-van-der-shah-o-neill-she');
    assert.equal(mentionOf('Jose\u0301'), 'jos\u00e9');
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
    ['chloe-d', 'Chloé Dubois'],
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
        suggestPeople(people, typed).map(({ name }) => name),
        expected,
      );
    });
});

describe('Whoever is meant by a typed name', () => {
  for (const [typed, ...expected] of [
    ['muller', 'Anna-Lena Müller'],
    ['anna', 'Anna'],
    ['chloe-d', 'Chloé Dubois'],
    ['hann'],
    [''],
  ] as const)
    it(`stands first in every list: ${typed}`, () => {
      const meant = resolveName(people, typed).people.map(({ name }) => name);
      assert.deepEqual(meant, expected);
      const listed = suggestPeople(people, typed).map(({ name }) => name);
      assert.deepEqual(listed.slice(0, meant.length), expected);
    });

  it('is who begins so, in a script without spaces', () => {
    const all = ['李雷', '李', 'Ana'].map((name) => ({ name, aliases: [], folders: [] }));
    const { people: meant, rest } = resolveName(all, '李雷下周');
    assert.deepEqual([meant.map(({ name }) => name), rest], [['李雷'], '下周']);
    assert.deepEqual(resolveName(all, 'Anaïs下周').people, []);
  });
});
