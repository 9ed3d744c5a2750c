import assert from 'node:assert/strict';
import { filesOf } from '../../../../../src/core/journal/people/filesOf';
import { peopleOf } from '../../../../../src/core/journal/people/knownPeople';
import { mentionsOf } from '../../../../../src/core/journal/people/mentions';
import { MemoryFiles } from '../../../../support/memoryFiles';
import { indexed } from '../../../../support/notes';

const texts = {
  'people/priya-shah/2026-11-24.md': '---\nperson: Priya Shah\n---\n',
  'people/priya-shah/next.md': 'topics',
  'people/priya-shah/scans/deep/letter.pdf': 'no note',
  'people/ps/2026-01-01.md': '---\nperson: PS\n---\n',
  'people/ben-oak/2026-11-24.md': '---\nperson: Ben Oak\n---\nAs PRIYA SHAH said\n',
  'notes/2026-11-20.md': '---\nperson: Priya Shah\n---\n',
  'notes/2026-11-21.md': 'Nobody here\n',
  'retros/2026-11-20.md': '- [ ] @priya-shah\n',
};
const notes = indexed(Object.fromEntries(Object.entries(texts).filter(([path]) => path.endsWith('.md'))));
const people = peopleOf(notes.values(), {
  people: [{ name: 'Priya Shah', aliases: ['PS'], role: undefined, cadence: undefined }],
});

describe('What the journal keeps of somebody', () => {
  it('is every file of their folders, notes about them elsewhere, and who mentions them', async () => {
    const found = await filesOf(new MemoryFiles(texts), notes.values(), people, people.find('Priya Shah')!);
    assert.deepEqual([...found.folders].sort(), ['people/priya-shah', 'people/ps']);
    assert.deepEqual(found.files, [
      'notes/2026-11-20.md',
      'people/priya-shah/2026-11-24.md',
      'people/priya-shah/next.md',
      'people/priya-shah/scans/deep/letter.pdf',
      'people/ps/2026-01-01.md',
    ]);
    assert.deepEqual(found.mentions, ['people/ben-oak/2026-11-24.md', 'retros/2026-11-20.md']);
  });
});

describe('Who is mentioned', () => {
  const known = ['Ana Lima', 'Al Ng', 'Will Mark', 'José Díaz', '李雷', 'Ben Oak', 'Ben Elm', 'Pat O’Neil'];
  const all = peopleOf([{ path: 'people/ana-l/x.md', person: 'Ana Lima', date: undefined }], {
    people: known.map((name) => ({
      ...{ name, role: undefined, cadence: undefined },
      aliases: name === 'Al Ng' ? ['Al'] : [],
    })),
  });
  for (const [text, ...mentioned] of [
    ['Nothing about anyone: small goals, total focus, et al.'],
    ['- [ ] Show the dashboard @ana', 'Ana Lima'],
    ['- [ ] @lima’s turn', 'Ana Lima'],
    ['mail x@ana.org, read https://a.org/@ana'],
    ['ANA LIMA and Ana’s rota', 'Ana Lima'],
    ['Banana, Anabel, lima beans'],
    ['see [it](../people/ana-l/2026.md)', 'Ana Lima'],
    ['With Al, al dente', 'Al Ng'],
    ['We will not mark it'],
    ['Will’s and A\u00adna’s', 'Will Mark', 'Ana Lima'],
    ['jose diaz; Jose', 'José Díaz'],
    ['@JOSÉ', 'José Díaz'],
    ['今天和李雷谈了', '李雷'],
    ['- [ ] @李雷，下周', '李雷'],
    ['Ben and @ben'],
    ["O'Neil’s turn", 'Pat O’Neil'],
    ['ben-oak', 'Ben Oak'],
    ['Ben\nElm', 'Ben Elm'],
  ] as const)
    it(JSON.stringify(text), () => {
      const found = all.all.filter((person) => mentionsOf(all, person)(text)).map(({ name }) => name);
      assert.deepEqual(found.sort(), [...mentioned].sort());
    });

  it('is the one of that name whom the note is about', () => {
    const oak = all.find('Ben Oak')!;
    assert.deepEqual(
      [oak, all.find('Ben Elm')].map((about) => mentionsOf(all, oak)('- [ ] @ben', about)),
      [true, false],
    );
  });
});
