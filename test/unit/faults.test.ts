import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { FileError } from '../../src/core/journal/files';
import { leftOver, prepare } from '../kills/kills';
import { readAll, type Folders, type WritingPath } from '../kills/paths/folders';
import { changingTag } from '../kills/paths/tagChange';
import { writingPaths } from '../kills/writingPaths';
import { failure, faultyFs, type Call } from '../support/faultyFs';
import { OwnDisk } from '../support/ownDisk';

type Fault = (call: Call, file: string) => void | Promise<void>;

const codes = [
  ...['ENOSPC', 'EROFS', 'EACCES', 'EPERM', 'EBUSY', 'EMFILE', 'ENOENT', 'EIO', 'ENAMETOOLONG'],
] as const;

/** What may go wrong at one call of the disk. */
const faults: Readonly<Record<string, Fault>> = {
  ...Object.fromEntries(
    codes.map((code): [string, Fault] => [
      code,
      () => {
        throw failure(code);
      },
    ]),
  ),
  'a short write': async (call, file) => {
    if (call === 'handle.stat') await fs.truncate(file, 3);
    else throw failure('EIO');
  },
  '200 ms of waiting': () => wait(200),
};

/** Each kind comes at every so-and-so many calls, another kind at those between. */
const tries = 3;

interface Write {
  readonly calls: number;
  readonly hasFired: boolean;
  readonly error: unknown;
}

async function attempt(writing: WritingPath, folders: Folders, nth: number, fault: Fault): Promise<Write> {
  let calls = 0;
  let hasFired = false;
  const disk = faultyFs(async (call, file) => {
    if (calls++ !== nth) return;
    hasFired = true;
    await fault(call, file);
  });
  const error: unknown = await writing.write({ ...folders, disk }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { calls, hasFired, error };
}

async function inJournal<T>(writing: WritingPath, work: (folders: Folders) => Promise<T>): Promise<T> {
  const { top, ...folders } = prepare(writing);
  try {
    return await work(folders);
  } finally {
    await fs.rm(top, { recursive: true });
  }
}

/** A few notes show as much as many. */
const underFaults: Readonly<Record<string, WritingPath>> = {
  ...writingPaths,
  'a tag change over many notes': changingTag(5),
  'the undo of a tag change': changingTag(5, true),
};

describe('A fault at any call, while', () => {
  for (const [name, writing] of Object.entries(underFaults))
    describe(`${name} is written`, function () {
      this.timeout(120_000);
      let calls = 0;

      it('is no matter where there is none', async () => {
        // The first change in a process asks what the machine is called, too.
        for (let times = 0; times < 2; times++)
          await inJournal(writing, async (folders) => {
            const write = await attempt(writing, folders, -1, () => undefined);
            assert.deepEqual([write.error, write.hasFired], [undefined, false]);
            await writing.check(folders, true, 0);
            calls = write.calls;
          });
        assert.ok(calls > 3);
      });

      for (const [at, [what, fault]] of Object.entries(faults).entries()) {
        // A note that is not there is gone: that is said, and what it held is not to be undone again.
        if (what === 'ENOENT' && name === 'the undo of a tag change') continue;
        it(`leaves nothing half done, and the next try brings it to its end: ${what}`, async () => {
          const step = Math.max(1, Math.floor(calls / tries));
          const first = Math.floor((at * step) / Object.keys(faults).length);
          for (let nth = first; nth < calls; nth += step)
            await inJournal(writing, async (folders) => {
              const told = `at call ${nth} of ${calls}`;
              const { hasFired, error } = await attempt(writing, folders, nth, fault);
              assert.ok(hasFired, told);
              if (what === '200 ms of waiting') assert.equal(error, undefined);
              assert.ok(error === undefined || error instanceof Error, told);
              // A person is told of the note that they asked for, never of a record of ours.
              if (error instanceof FileError && !name.includes('tag change'))
                assert.match(
                  error.path,
                  /^(?:people|notes|checks)\/|^two-hats\.yaml$|^[a-z]\.(?:md|txt)$/,
                  told,
                );
              await writing.check(folders, false, 3);
              assert.deepEqual(leftOver(path.dirname(folders.journal)), [], told);
              await writing.recover(folders, 3);
              await writing.check(folders, true, 3);
            });
        });
      }
    });
});

describe('A real disk', () => {
  let disk: OwnDisk;
  before(function () {
    const mounted = OwnDisk.mount('4m');
    if (mounted) disk = mounted;
    else {
      console.info(`      ${OwnDisk.whyNone}`);
      this.skip();
    }
  });
  after(() => (disk as OwnDisk | undefined)?.unmount());

  /** What the disk does, and what ends it. */
  const states = {
    'is full': {
      ...{
        code: 'noSpace',
        begin: () => {
          disk.fill();
        },
      },
      end: () => {
        disk.makeRoom();
      },
    },
    'is read-only': {
      ...{
        code: 'readOnly',
        begin: () => {
          disk.setReadOnly(true);
        },
      },
      end: () => {
        disk.setReadOnly(false);
      },
    },
  };

  for (const [state, { code, begin, end }] of Object.entries(states))
    for (const [name, writing] of Object.entries(underFaults)) {
      // What goes makes room. An undo needs its change before.
      if (name.startsWith('the undo') || (state === 'is full' && name.startsWith('the removal'))) continue;
      it(`that ${state} leaves nothing half done, and the next try brings ${name} to its end`, async () => {
        const top = await fs.mkdtemp(path.join(disk.folder, 'journal-'));
        const { journal, storage } = prepare(writing, top);
        // The storage lies on another disk, but where it is all that is written.
        const elsewhere = await fs.mkdtemp(path.join(os.tmpdir(), 'two-hats-storage-'));
        const isOurs = name === 'the cache of the index';
        const folders = { journal, storage: isOurs ? storage : elsewhere };
        const before = readAll(top);
        begin();
        const error: unknown = await writing.write(folders).then(
          () => undefined,
          (reason: unknown) => reason,
        );
        try {
          assert.deepEqual(readAll(top), before);
          // Of many notes it is told which could not be changed; what deletes and the cache use the disk itself.
          if (error instanceof FileError) assert.equal(error.code, code);
          else assert.ok(isOurs || /tag change|removal/.test(name), String(error));
          assert.deepEqual([leftOver(top), leftOver(elsewhere)], [[], []]);
          await writing.check(folders, false, 3);
        } finally {
          end();
        }
        await writing.recover(folders, 3);
        if (name.includes('tag change')) await writing.write(folders);
        assert.notDeepEqual(readAll(top), before);
        await writing.check(folders, true, 3);
        await Promise.all([top, elsewhere].map((folder) => fs.rm(folder, { recursive: true })));
      });
    }
});
