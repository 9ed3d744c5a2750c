import assert from 'node:assert/strict';
import { FileError, type Files } from '../../src/core/journal/ports';

/** What every `Files` keeps. `make` gives an empty journal of its own to each test. */
export function filesContract(name: string, make: () => Promise<Files>): void {
  describe(`Files: ${name}`, () => {
    let files: Files;
    beforeEach(async () => {
      files = await make();
    });

    it('reads back what was created, in folders that did not exist', async () => {
      assert.equal(await files.create('people/李雷/2026-11-24.md', 'Grüße 🎩\r\n'), true);
      assert.equal(await files.read('people/李雷/2026-11-24.md'), 'Grüße 🎩\r\n');
    });

    it('answers undefined for what does not exist', async () => {
      await files.create('notes/a.md', 'a');
      assert.equal(await files.read('notes/b.md'), undefined);
      assert.equal(await files.read('other/b.md'), undefined);
    });

    it('drops a byte order mark', async () => {
      await files.create('a.md', '\uFEFFtext');
      assert.equal(await files.read('a.md'), 'text');
    });

    it('never overwrites by create', async () => {
      await files.create('a.md', 'first');
      assert.equal(await files.create('a.md', 'second'), false);
      assert.equal(await files.read('a.md'), 'first');
    });

    it('lets exactly one of many concurrent creations win, whole', async () => {
      const texts = Array.from({ length: 8 }, (_, index) => String(index).repeat(20_000));
      const won = await Promise.all(texts.map((text) => files.create('a.md', text)));
      assert.equal(won.filter(Boolean).length, 1);
      assert.equal(await files.read('a.md'), texts[won.indexOf(true)]);
    });

    it('does not create a file over a folder', async () => {
      await files.create('notes/a.md', 'a');
      assert.equal(await files.create('notes', 'text'), false);
      assert.equal(await files.read('notes/a.md'), 'a');
    });

    it('replaces the whole text, and makes what does not exist', async () => {
      await files.replace('notes/a.md', 'a long first text');
      await files.replace('notes/a.md', 'short');
      assert.equal(await files.read('notes/a.md'), 'short');
    });

    it('shows the old or the new text while replacing, never less', async () => {
      const [one, other] = ['1'.repeat(300_000), '2'.repeat(300_000)];
      await files.create('a.md', one);
      let writing = true;
      const isWriting = () => writing;
      const seen = new Set<string | undefined>();
      const reading = (async () => {
        while (isWriting()) seen.add(await files.read('a.md'));
      })();
      for (let round = 0; round < 10; round++) await files.replace('a.md', round % 2 ? one : other);
      writing = false;
      await reading;
      assert.ok([...seen].every((text) => text === one || text === other));
    });

    it('lists files and folders, and nothing that it needed on the way', async () => {
      await files.create('a.md', 'a');
      await files.replace('a.md', 'b');
      await files.create('notes/b.md', 'b');
      const entries = [...(await files.list(''))].sort((one, two) => (one.name < two.name ? -1 : 1));
      assert.deepEqual(entries, [
        { name: 'a.md', kind: 'file' },
        { name: 'notes', kind: 'folder' },
      ]);
      assert.deepEqual(await files.list('notes'), [{ name: 'b.md', kind: 'file' }]);
    });

    it('lists an absent folder as empty', async () => {
      assert.deepEqual(await files.list('nowhere/at/all'), []);
    });

    it('tells at once of what it wrote, until nobody listens any more', async () => {
      let calls = 0;
      const watching = files.watch(() => calls++);
      await files.create('a.md', 'a');
      assert.ok(calls > 0);
      const created = calls;
      await files.replace('a.md', 'b');
      assert.ok(calls > created);
      watching.dispose();
      const disposed = calls;
      await files.replace('a.md', 'c');
      assert.equal(calls, disposed);
    });

    it('says when a file lies where a folder is needed', async () => {
      await files.create('notes', 'a file');
      await assert.rejects(files.create('notes/a.md', 'a'), isFileError('notAFolder', 'notes/a.md'));
      assert.equal(await files.read('notes'), 'a file');
    });

    for (const path of ['../a.md', '/a.md', 'a/../b.md', 'a//b.md', './a.md', 'a\\b.md', '', 'a\0b'])
      it(`refuses to write ${JSON.stringify(path)}`, async () => {
        await assert.rejects(async () => files.create(path, 'text'));
        await assert.rejects(async () => files.replace(path, 'text'));
        assert.deepEqual(await files.list(''), []);
      });
  });
}

export function isFileError(code: string, path: string): (error: unknown) => boolean {
  return (error) => error instanceof FileError && error.code === code && error.path === path;
}
