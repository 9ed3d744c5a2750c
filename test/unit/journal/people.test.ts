import assert from 'node:assert/strict';
import { listPeople } from '../../../src/core/journal/people';
import { MemoryFiles } from '../../support/memoryFiles';

const note = (person: string) => `---\nkind: one-on-one\nperson: ${person}\n---\n`;

describe('People of a journal', () => {
  it('come the most recently met first, named as their newest note says', async () => {
    const files = new MemoryFiles({
      'people/ben/2026-11-01.md': note('Ben Ode'),
      'people/zoe/2026-11-20.md': note('"Zoë \\"Z\\" Novák"'),
      'people/zoe/2026-10-20.md': note('Zoe'),
      'people/zoe/next.md': note('Somebody else'),
      'people/new-one/next.md': '- a topic',
    });
    assert.deepEqual(await listPeople(files), [
      { name: 'Zoë "Z" Novák', folder: 'zoe', lastNote: '2026-11-20' },
      { name: 'Ben Ode', folder: 'ben', lastNote: '2026-11-01' },
      { name: 'New One', folder: 'new-one', lastNote: undefined },
    ]);
  });

  it('costs one read a person', async () => {
    const texts = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `people/p${index % 3}/2026-01-${String(index + 10)}.md`,
        note('P'),
      ]),
    );
    const files = new MemoryFiles(texts);
    await listPeople(files);
    assert.equal(files.calls.filter((call) => call.startsWith('read')).length, 3);
  });

  it('are known by folder where the note is damaged, and hidden folders are nobody', async () => {
    const files = new MemoryFiles({
      'people/ana/2026-11-01.md': '---\nperson: [',
      'people/.git/2026-11-01.md': note('X'),
    });
    assert.deepEqual(await listPeople(files), [{ name: 'Ana', folder: 'ana', lastNote: '2026-11-01' }]);
  });

  it('are none in an empty journal', async () => {
    assert.deepEqual(await listPeople(new MemoryFiles()), []);
  });
});
