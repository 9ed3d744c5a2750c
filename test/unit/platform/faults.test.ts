import assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { FileError, type Files } from '../../../src/core/journal/files';
import { NodeFiles } from '../../../src/platform/nodeFiles';
import { failure, faultyFs, type Call } from '../../support/faultyFs';
import { OwnDisk } from '../../support/ownDisk';

const noWatch = () => ({ dispose: () => undefined });
const [old, fresh] = ['what was there', 'what was there, and what the person wrote'];

/** What each code is called; `done` where it is tried again, or means nothing here. */
const codes: Readonly<Record<string, readonly string[]>> = {
  ENOSPC: ['noSpace'],
  EDQUOT: ['noSpace'],
  EROFS: ['readOnly'],
  EACCES: ['noPermission'],
  EPERM: ['noPermission'],
  EBUSY: [],
  EMFILE: [],
  ENOENT: ['unavailable'],
  EIO: ['unavailable'],
  ENAMETOOLONG: ['nameTooLong'],
};

/** Everything that writes into a journal does one of these. */
const writes: Readonly<Record<string, { readonly before?: string; run(files: Files): Promise<unknown> }>> = {
  'a new note': { run: (files) => files.create('notes/a.md', fresh) },
  'a change of a note': {
    before: old,
    run: (files) => files.edit('notes/a.md', (text) => text?.replace(old, fresh) ?? fresh),
  },
  'a change that makes a note': { run: (files) => files.edit('notes/a.md', (text) => text ?? fresh) },
};

describe('A fault at any call', () => {
  let root: string;
  beforeEach(async () => {
    root = await fs.mkdtemp(path.join(os.tmpdir(), 'two-hats-faults-'));
  });
  afterEach(async () => {
    await fs.rm(root, { recursive: true });
  });

  // The first change in a process asks what the machine is called.
  it('is no matter where there is none', async () => {
    const { code } = await attempt('a change of a note', () => undefined);
    assert.equal(code, undefined);
  });

  /** @param before asked with the number of each call, from 0 on */
  async function attempt(name: string, before: (call: Call, number: number, path: string) => unknown) {
    const write = writes[name];
    assert.ok(write);
    await fs.rm(path.join(root, 'notes'), { recursive: true, force: true });
    if (write.before !== undefined) {
      await fs.mkdir(path.join(root, 'notes'));
      await fs.writeFile(path.join(root, 'notes/a.md'), write.before);
    }
    let calls = 0;
    const faulty = faultyFs(async (call, at) => {
      await before(call, calls++, at);
    });
    const error = await write.run(new NodeFiles(root, noWatch, faulty)).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    const text = await fs.readFile(path.join(root, 'notes/a.md'), 'utf8').catch(() => undefined);
    const names = await fs.readdir(path.join(root, 'notes')).catch(() => []);
    assert.deepEqual(names, text === undefined ? [] : ['a.md'], `${name}: nothing of ours is left over`);
    if (error === undefined) assert.equal(text, fresh, `${name}: is written whole`);
    else {
      assert.ok(error instanceof FileError);
      assert.equal(text, write.before, `${name}: all is as it was`);
    }
    return { calls, code: error?.code };
  }

  for (const name of Object.keys(writes)) {
    for (const [code, expected] of Object.entries(codes))
      it(`of ${name} by ${code} leaves it whole or as it was, and is called by its name`, async () => {
        const { calls } = await attempt(name, () => undefined);
        assert.ok(calls > 5);
        const told = new Set<string>();
        for (let nth = 0; nth < calls; nth++) {
          let fired = false;
          const result = await attempt(name, (_, number) => {
            if (number !== nth) return;
            fired = true;
            throw failure(code);
          });
          assert.ok(fired);
          if (result.code !== undefined) told.add(result.code);
        }
        assert.deepEqual([...told], expected);
      }).timeout(60_000);

    it(`of ${name} by one that stays leaves it as it was`, async () => {
      for (const [code, expected] of Object.entries({ EBUSY: 'busy', EMFILE: 'tooManyOpen' })) {
        let fired = false;
        const result = await attempt(name, (call, _, at) => {
          if (call !== 'open' || !at.endsWith('.tmp')) return;
          fired = true;
          throw failure(code);
        });
        assert.ok(fired);
        assert.equal(result.code, expected);
      }
    });

    it(`of ${name} that loses a part of the text is noticed`, async () => {
      let fired = false;
      const result = await attempt(name, async (call, _, at) => {
        if (call !== 'handle.stat' || !at.endsWith('.tmp')) return;
        fired = true;
        await fs.truncate(at, 3);
      });
      assert.ok(fired);
      assert.equal(result.code, 'unavailable');
    });

    it(`of ${name} that only takes time is none`, async () => {
      const result = await attempt(name, () => wait(20));
      assert.equal(result.code, undefined);
    }).timeout(20_000);
  }
});

describe('A disk of its own', () => {
  let disk: OwnDisk | undefined;
  let mount: string;
  before(function () {
    disk = OwnDisk.mount('64k');
    mount = disk?.folder ?? '';
    if (disk) return;
    console.info(`      ${OwnDisk.whyNone}`);
    this.skip();
  });
  after(() => disk?.unmount());

  it('that is full keeps the old text, says so, and holds nothing half-written', async () => {
    const files = new NodeFiles(mount, noWatch);
    await files.create('a.md', old);
    const long = 'x'.repeat(100_000);
    await assert.rejects(
      files.edit('a.md', (text) => (text ?? '') + long),
      { code: 'noSpace', path: 'a.md' },
    );
    await assert.rejects(files.create('b.md', long), { code: 'noSpace', path: 'b.md' });
    assert.equal(await files.read('a.md'), old);
    assert.deepEqual(await fs.readdir(mount), ['a.md']);
    assert.equal(await files.edit('a.md', () => fresh), true);
  });

  it('that is read-only is known as such, and stays as it is', async () => {
    const files = new NodeFiles(mount, noWatch);
    await files.replace('a.md', old);
    disk?.setReadOnly(true);
    assert.equal(await files.isReadOnly('a.md'), true);
    await assert.rejects(
      files.edit('a.md', () => fresh),
      { code: 'readOnly', path: 'a.md' },
    );
    await assert.rejects(files.create('b.md', fresh), { code: 'readOnly', path: 'b.md' });
    assert.equal(await files.read('a.md'), old);
    assert.deepEqual(await fs.readdir(mount), ['a.md']);
  });
});
