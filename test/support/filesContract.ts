import assert from 'node:assert/strict';
import type { SkipReason } from '../../src/core/journal/note';
import { FileError, type Files, type FileVersion, type Visitor } from '../../src/core/journal/files';

/** What a walk found: it wants `.md` files and leaves the folder `left` out. */
export class WalkRecord implements Visitor {
  readonly versions = new Map<string, FileVersion>();
  readonly #read = new Map<string, string>();
  readonly #unchanged: string[] = [];
  readonly #skipped = new Map<string, SkipReason>();

  /** @param limit so many files are read */
  constructor(
    private readonly before: ReadonlyMap<string, FileVersion> = new Map(),
    private readonly limit = Infinity,
  ) {}

  /** Sorted; what there is none of is absent. */
  result() {
    const [read, skipped] = [sorted(this.#read), sorted(this.#skipped)];
    return {
      ...(this.#read.size > 0 && { read }),
      ...(this.#unchanged.length > 0 && { unchanged: this.#unchanged.sort() }),
      ...(this.#skipped.size > 0 && { skipped }),
    };
  }

  entersFolder(path: string): boolean {
    return path !== 'left';
  }
  wantsFile(path: string): boolean {
    return path.endsWith('.md');
  }
  known(path: string): FileVersion | undefined {
    return this.before.get(path);
  }
  unchanged(path: string): void {
    this.#unchanged.push(path);
  }
  read(path: string, text: string, version: FileVersion): void {
    assert.equal(this.#read.has(path), false, `${path} is read once`);
    this.#read.set(path, text);
    this.versions.set(path, version);
  }
  skipped(path: string, reason: SkipReason): void {
    this.#skipped.set(path, reason);
  }
  isOver(): boolean {
    return this.#read.size >= this.limit;
  }
}

function sorted<T>(map: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...map].sort(([one], [other]) => (one < other ? -1 : 1)));
}

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

    it('edits a text as it is, makes what is not there, and leaves what is to stay', async () => {
      const added = (text = 'head') => `${text} +`;
      assert.equal(await files.edit('notes/a.md', added), true);
      assert.equal(await files.edit('notes/a.md', added), true);
      assert.equal(await files.read('notes/a.md'), 'head + +');
      assert.equal(await files.edit('notes/a.md', (text) => text), false);
      assert.equal(await files.edit('other/b.md', () => undefined), false);
      assert.deepEqual(await files.list(''), [{ name: 'notes', kind: 'folder' }]);
    });

    it('loses nothing of many edits at once', async () => {
      const letters = Array.from('abcdefgh');
      await Promise.all(letters.map((letter) => files.edit('a.md', (text = '') => text + letter)));
      assert.deepEqual(Array.from((await files.read('a.md')) ?? '').sort(), letters);
    });

    it('changes nothing when a change fails', async () => {
      await files.create('a.md', 'a');
      const failed = files.edit('a.md', () => {
        throw new Error('no');
      });
      await assert.rejects(failed);
      assert.equal(await files.read('a.md'), 'a');
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

    it('tells of which path it wrote', async () => {
      const told: string[] = [];
      const watching = files.watch((path) => told.push(path));
      await files.create('notes/a.md', 'a');
      await files.replace('b.md', 'b');
      watching.dispose();
      assert.ok(told.includes('notes/a.md'));
      assert.ok(told.includes('b.md'));
    });

    it('walks through the wanted files in the entered folders', async () => {
      for (const path of ['a.md', 'b.txt', 'people/李雷/c.md', 'people/d.md', 'left/e.md'])
        await files.create(path, `text of ${path}`);
      const walk = new WalkRecord();
      await files.walk([''], walk);
      assert.deepEqual(walk.result(), {
        read: {
          'a.md': 'text of a.md',
          'people/d.md': 'text of people/d.md',
          'people/李雷/c.md': 'text of people/李雷/c.md',
        },
      });
    });

    it('walks through some files and folders only', async () => {
      for (const path of ['a.md', 'b.md', 'people/c.md', 'people/ana/d.md', 'peoples/e.md', 'x.txt'])
        await files.create(path, path);
      const walk = new WalkRecord();
      await files.walk(['a.md', 'people', 'x.txt', 'gone.md', 'gone', 'gone/too.md', 'a.md/no.md'], walk);
      assert.deepEqual(Object.keys(walk.result().read ?? {}), ['a.md', 'people/ana/d.md', 'people/c.md']);
    });

    it('reads on a walk what is not as it is known to be', async () => {
      await files.create('a.md', 'one');
      await files.create('b.md', 'one');
      const first = new WalkRecord();
      await files.walk([''], first);
      await files.replace('b.md', 'another');
      const second = new WalkRecord(first.versions);
      await files.walk([''], second);
      assert.deepEqual(second.result(), { read: { 'b.md': 'another' }, unchanged: ['a.md'] });
      assert.equal(second.versions.get('b.md')?.size, 'another'.length);
    });

    it('drops a byte order mark on a walk, and tells the size with it', async () => {
      await files.create('a.md', '\uFEFFtext');
      await files.create('b.md', '');
      const walk = new WalkRecord();
      await files.walk([''], walk);
      assert.deepEqual(walk.result(), { read: { 'a.md': 'text', 'b.md': '' } });
    });

    it('ends a walk when it is told to', async () => {
      for (let index = 0; index < 5; index++) await files.create(`${index}.md`, '');
      const walk = new WalkRecord(undefined, 2);
      await files.walk([''], walk);
      assert.equal(Object.keys(walk.result().read ?? {}).length, 2);
    });

    it('finds nothing on a walk below nothing', async () => {
      const walk = new WalkRecord();
      await files.walk([''], walk);
      assert.deepEqual(walk.result(), {});
      await assert.rejects(files.walk(['../other'], walk));
    });

    it('says when a file lies where a folder is needed', async () => {
      await files.create('notes', 'a file');
      await assert.rejects(files.create('notes/a.md', 'a'), isFileError('notAFolder', 'notes/a.md'));
      assert.equal(await files.read('notes'), 'a file');
    });

    for (const path of ['../a.md', '/a.md', 'a/../b.md', 'a//b.md', './a.md', '', 'a\0b'])
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
