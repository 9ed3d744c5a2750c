import assert from 'node:assert/strict';
import { FileError, type Files } from '../../../src/core/journal/ports';
import { listPeople } from '../../../src/core/journal/people';
import { MemoryFiles } from '../../support/memoryFiles';

const note = (person: string) => `---\nkind: one-on-one\nperson: ${person}\n---\n`;

describe('People of a journal', () => {
  it('come the most recently met first, then by name, named as their newest note says', async () => {
    const files = new MemoryFiles({
      'people/ben/2026-11-01.md': note('Ben Ode'),
      'people/z/2026-11-01.md': note('Amy'),
      'people/zoe/2026-11-20.md': note('"Zoë \\"Z\\" Novák"'),
      'people/zoe/2026-10-20.md': note('Zoe'),
      'people/zoe/next.md': note('Somebody else'),
      'people/new-one/next.md': '- a topic',
    });
    assert.deepEqual(await listPeople(files), [
      { name: 'Zoë "Z" Novák', folder: 'zoe', lastNote: '2026-11-20' },
      { name: 'Amy', folder: 'z', lastNote: '2026-11-01' },
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

  it('are known by an older note where the newest does not say the name', async () => {
    const files = new MemoryFiles({
      'people/ana/2026-11-09.md': 'no front matter',
      'people/ana/2026-11-01.md': note('Ana María'),
    });
    assert.deepEqual(await listPeople(files), [{ name: 'Ana María', folder: 'ana', lastNote: '2026-11-09' }]);
  });

  it('are all there though one folder or one note can’t be read', async () => {
    const files = new MemoryFiles({
      'people/ana/2026-11-01.md': note('Ana'),
      'people/ben/2026-11-02.md': note('Ben Ode'),
      'people/cy/2026-11-03.md': note('Cy Young'),
    });
    const broken = (path: string) => Promise.reject(new FileError('unavailable', path, undefined));
    const half: Files = {
      read: (path) => (path.startsWith('people/ben/') ? broken(path) : files.read(path)),
      isReadOnly: () => files.isReadOnly(),
      list: (folder) => (folder === 'people/ana' ? broken(folder) : files.list(folder)),
      create: (...args) => files.create(...args),
      replace: (...args) => files.replace(...args),
      watch: (listener) => files.watch(listener),
      walk: (paths, visitor) => files.walk(paths, visitor),
    };
    assert.deepEqual(await listPeople(half), [
      { name: 'Cy Young', folder: 'cy', lastNote: '2026-11-03' },
      { name: 'Ben', folder: 'ben', lastNote: '2026-11-02' },
      { name: 'Ana', folder: 'ana', lastNote: undefined },
    ]);
  });

  it('are none in an empty journal', async () => {
    assert.deepEqual(await listPeople(new MemoryFiles()), []);
  });
});
