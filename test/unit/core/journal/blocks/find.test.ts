import assert from 'node:assert/strict';
import { newestFirst } from '../../../../../src/core/journal/blocks/entries';
import {
  anything,
  findBlocks,
  lastDays,
  wholeYear,
  yearsOf,
} from '../../../../../src/core/journal/blocks/find';
import { indexed } from '../../../../support/notes';

const note = (person: string, ...lines: string[]) => `---\nperson: ${person}\n---\n${lines.join('\n')}\n`;
const notes = newestFirst(
  indexed({
    'people/ana/2026-11-24.md': note(
      'Ana',
      '- Let her choose #decision-making/leadership #risk-taking',
      '- Rota #time-horizon/management',
    ),
    'people/ben/2026-10-01.md': note('Ben', '- Decided it myself #decision-making/management'),
    'retros/2025-12-31.md': '- We bet on it #risk-taking/leadership\n',
    'notes/undated.md': '- Some day #decision-making/leadership\n',
    'notes/2026-11-25.md': 'No tag\n',
  }).values(),
);
const found = (filter: Partial<typeof anything>) =>
  findBlocks(notes, { ...anything, ...filter }, ({ person }) => person).map(
    ({ entry, tag }) => `${entry.note.path} ${tag.dimension}/${tag.hat ?? ''}`,
  );
const [choice, rota, ben, bet, someDay] = [
  'people/ana/2026-11-24.md decision-making/leadership',
  'people/ana/2026-11-24.md time-horizon/management',
  'people/ben/2026-10-01.md decision-making/management',
  'retros/2025-12-31.md risk-taking/leadership',
  'notes/undated.md decision-making/leadership',
];

describe('Blocks that are looked for', () => {
  for (const [what, filter, expected] of [
    [
      'are all, each once, the newest first and those without a date last',
      {},
      [choice, rota, ben, bet, someDay],
    ],
    ['are those of a dimension', { dimension: 'decision-making' }, [choice, ben, someDay]],
    ['are those of a hat', { hat: { id: 'management' } }, [rota, ben]],
    [
      'open at the tag that is meant, be it the second',
      { dimension: 'risk-taking' },
      ['people/ana/2026-11-24.md risk-taking/', bet],
    ],
    [
      'are those of a dimension without a hat',
      { dimension: 'risk-taking', hat: { id: undefined } },
      ['people/ana/2026-11-24.md risk-taking/'],
    ],
    ['are those about a person', { person: { name: 'Ana' } }, [choice, rota]],
    ['are those about nobody', { person: { name: undefined } }, [bet, someDay]],
    ['are those of a year', { period: wholeYear('2026') }, [choice, rota, ben]],
    ['are those of its last day, too', { period: wholeYear('2025') }, [bet]],
    [
      'are those of the last days, the first of them included',
      { period: lastDays('2026-11-24', 55) },
      [choice, rota, ben],
    ],
    ['are not those of the day before', { period: lastDays('2026-11-24', 54) }, [choice, rota]],
    ['are those written for days to come', { period: lastDays('2026-10-01', 1) }, [choice, rota, ben]],
    [
      'are those that all of it fits',
      {
        dimension: 'decision-making',
        hat: { id: 'leadership' },
        person: { name: 'Ana' },
        period: wholeYear('2026'),
      },
      [choice],
    ],
    ['are none where it does not', { person: { name: 'Ben' }, period: wholeYear('2025') }, []],
  ] as const)
    it(what, () => {
      assert.deepEqual(found(filter), expected);
    });

  it('are of the years that notes are of', () => {
    assert.deepEqual(yearsOf(notes), ['2026', '2025']);
  });
});
