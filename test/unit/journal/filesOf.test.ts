import assert from 'node:assert/strict';
import { filesOf } from '../../../src/core/journal/filesOf';
import { peopleOf } from '../../../src/core/journal/knownPeople';
import { MemoryFiles } from '../../support/memoryFiles';
import { indexed } from '../../support/notes';

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
