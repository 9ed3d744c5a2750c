import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { appendedItem } from '../../../src/core/journal/capture/captured';
import { applyEdits } from '../../../src/core/util/textEdit';
import { NodeFiles } from '../../../src/platform/nodeFiles';
import { textHash } from '../../../src/core/util/hash';
import { failure, faultyFs } from '../../support/faultyFs';

const noWatch = () => ({ dispose: () => undefined });
const window = process.env.TWO_HATS_TEST_WINDOW;
/** In each window; more by `TWO_HATS_TEST_CAPTURES=500`. */
const captures = Number(process.env.TWO_HATS_TEST_CAPTURES ?? 60);

/** What *Capture Note…* does with a closed note. */
async function capture(files: NodeFiles, line: string): Promise<void> {
  await files.edit('people/ana/next.md', (text = '') => {
    const { offset, text: put } = appendedItem(text, `- ${line}`);
    return applyEdits(text, [{ start: offset, end: offset, text: put }]);
  });
}

/** In memory where the system can: no disk is to be worn out by flushing. */
function freshFolder(): Promise<string> {
  const base = existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir();
  return fs.mkdtemp(path.join(base, 'two-hats-windows-'));
}

if (window === undefined)
  describe('Two windows at work on one file', () => {
    let root: string;
    let files: NodeFiles;
    beforeEach(async () => {
      root = await freshFolder();
      files = new NodeFiles(root, noWatch);
    });
    afterEach(async () => {
      await fs.rm(root, { recursive: true });
    });
    const lock = () => path.join(root, `.two-hats-${textHash('a.md')}.lock`);

    it(`keep each of ${2 * captures} captured lines, once, in the order of each`, async () => {
      const ends = ['one', 'two'].map(async (name) => {
        const child = fork(fileURLToPath(import.meta.url), [root], {
          env: { ...process.env, TWO_HATS_TEST_WINDOW: name },
        });
        assert.deepEqual(await once(child, 'exit'), [0, null]);
      });
      await Promise.all(ends);
      const lines = ((await files.read('people/ana/next.md')) ?? '').trimEnd().split('\n');
      assert.equal(lines.length, 2 * captures);
      for (const name of ['one', 'two'])
        assert.deepEqual(
          lines.filter((line) => line.startsWith(`- ${name} `)),
          Array.from({ length: captures }, (_, index) => `- ${name} ${index}`),
        );
      assert.deepEqual(await fs.readdir(path.join(root, 'people/ana')), ['next.md']);
    }).timeout(120_000);

    it('take over from one that was killed, at once', async () => {
      await files.create('a.md', 'a');
      const child = fork(fileURLToPath(import.meta.url), ['--end'], {
        env: { ...process.env, TWO_HATS_TEST_WINDOW: 'killed' },
      });
      await once(child, 'exit');
      const host = `${os.hostname()}${await fs.readlink('/proc/self/ns/pid').catch(() => '')}`;
      await fs.writeFile(lock(), `${host} ${child.pid ?? 0} 1`);
      const began = performance.now();
      assert.equal(await files.edit('a.md', () => 'b'), true);
      assert.ok(performance.now() - began < 2000);
      assert.deepEqual(await fs.readdir(root), ['a.md']);
    });

    it('take over from one on another machine that keeps a file for long', async () => {
      await files.create('a.md', 'a');
      await fs.writeFile(lock(), 'another-machine 1 1');
      assert.equal(await files.edit('a.md', () => 'b'), true);
      assert.deepEqual(await fs.readdir(root), ['a.md']);
    });

    it('make a change anew when somebody wrote without asking', async () => {
      await files.create('a.md', 'a');
      let others = 2;
      const file = path.join(root, 'a.md');
      const slow = faultyFs(async (call) => {
        if (call === 'handle.sync' && others > 0) await fs.appendFile(file, ` other${others--}`);
      });
      const texts: (string | undefined)[] = [];
      await new NodeFiles(root, noWatch, slow).edit('a.md', (text) => {
        texts.push(text);
        return `${text ?? ''} mine`;
      });
      assert.equal(await files.read('a.md'), 'a other2 other1 mine');
      assert.deepEqual(texts.slice(1), ['a', 'a other2', 'a other2 other1']);
    });

    it('make a change anew when the file is made, or goes, meanwhile', async () => {
      const file = path.join(root, 'a.md');
      let step = 0;
      const meanwhile = faultyFs(async (call) => {
        if (call === 'handle.sync' && ++step === 1) await fs.writeFile(file, 'made');
        else if (call === 'handle.sync' && step === 2) await fs.rm(file);
      });
      await new NodeFiles(root, noWatch, meanwhile).edit('a.md', (text) => `${text ?? 'nothing'} mine`);
      assert.equal(await files.read('a.md'), 'nothing mine');
    });

    it('do not write when the lock was taken away from them', async () => {
      await files.create('a.md', 'a');
      let stolen = false;
      const asleep = faultyFs(async (call, at) => {
        if (call !== 'handle.sync' || stolen || !at.endsWith('.tmp')) return;
        stolen = true;
        await fs.rm(lock());
        assert.equal(await files.edit('a.md', (text) => `${text ?? ''} other`), true);
      });
      await new NodeFiles(root, noWatch, asleep).edit('a.md', (text) => `${text ?? ''} mine`);
      assert.equal(await files.read('a.md'), 'a other mine');
    });

    it('say so when a file never comes to rest', async () => {
      await files.create('a.md', 'a');
      const restless = faultyFs(async (call) => {
        if (call === 'handle.sync') await fs.appendFile(path.join(root, 'a.md'), '.');
      });
      const edited = new NodeFiles(root, noWatch, restless).edit('a.md', (text) => `${text ?? ''} mine`);
      await assert.rejects(edited, { code: 'busy' });
      assert.deepEqual(await fs.readdir(root), ['a.md']);
    });

    it('wait for what is in use for a moment', async () => {
      await files.create('a.md', 'a');
      let busy = 2;
      const moment = faultyFs((call) => {
        if (call === 'rename' && busy-- > 0) throw failure('EBUSY');
      });
      await new NodeFiles(root, noWatch, moment).edit('a.md', () => 'b');
      assert.equal(await files.read('a.md'), 'b');
    });
  });
else if (process.argv[2] !== '--end') void captureAll(window, process.argv[2] ?? '');

async function captureAll(name: string, root: string): Promise<void> {
  const files = new NodeFiles(root, noWatch);
  for (let index = 0; index < captures; index++) await capture(files, `${name} ${index}`);
}
