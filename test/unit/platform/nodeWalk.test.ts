import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { maxFileSize, sliceMs } from '../../../src/core/journal/files';
import { NodeFiles } from '../../../src/platform/nodeFiles';
import { WalkRecord } from '../../support/filesContract';

const noWatch = () => ({ dispose: () => undefined });

describe('A walk on a disk', () => {
  let outside: string;
  let root: string;

  beforeEach(() => {
    outside = fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-walk-'));
    root = path.join(outside, 'journal');
    fs.mkdirSync(root);
  });
  afterEach(() => {
    fs.rmSync(outside, { recursive: true });
  });

  function write(texts: Readonly<Record<string, string | Uint8Array>>, below = root): void {
    for (const [name, text] of Object.entries(texts)) {
      fs.mkdirSync(path.dirname(path.join(below, name)), { recursive: true });
      fs.writeFileSync(path.join(below, name), text);
    }
  }
  const link = (target: string, name: string) => {
    fs.symlinkSync(target, path.join(root, name));
  };

  async function walk(paths: readonly string[] = ['']) {
    const record = new WalkRecord();
    await new NodeFiles(root, noWatch).walk(paths, record);
    return record.result();
  }

  it('tells where links lead, and by which paths all else is met', async () => {
    write({ 'people/ana/1.md': 'a', 'b.md': 'b' });
    write({ '1.md': 'c' }, path.join(outside, 'ben'));
    link(path.join(outside, 'ben'), 'people/ben');
    link(path.join(root, 'people/ana'), 'short');
    const [met, links]: [string[], Record<string, string>] = [[], {}];
    const place = {
      meet: (at: string) => met.push(at),
      meetLink: (at: string, real: string) => (links[at] = path.relative(fs.realpathSync(outside), real)),
    };
    await new NodeFiles(root, noWatch, undefined, place).walk([''], new WalkRecord());
    assert.deepEqual(links, { 'people/ben': 'ben', short: path.join('journal', 'people', 'ana') });
    assert.deepEqual(met.sort(), ['', 'b.md', 'people', 'people/ana', 'people/ana/1.md', 'people/ben/1.md']);
  });

  it('reads invalid bytes as the editor does', async () => {
    const bytes = [0x61, 0xff, 0xe2, 0x82, 0x62, 0xf0, 0x9f, 0x8e, 0xed, 0xa0, 0x80, 0xc0, 0xaf];
    write({ 'a.md': Uint8Array.from(bytes) });
    const expected = new TextDecoder().decode(Uint8Array.from(bytes));
    assert.deepEqual(await walk(), { read: { 'a.md': expected }, skipped: { 'a.md': 'notText' } });
  });

  it('reads, changes and finds again whatever a name holds, and everything beside it', async function () {
    const names = [
      '100%25 #a?b=c&d',
      ' spaces ',
      'a:b',
      'line\nbreak',
      '..a',
      '$(trash)',
      '~',
      '"quoted"',
      '-rf',
    ];
    if (path.sep === '/') names.push('back\\slash', 'C:\\notes\\..\\..', '\\');
    const files = new NodeFiles(root, noWatch);
    for (const name of names) {
      assert.ok(await files.create(`in ${name}/${name}.md`, 'old'));
      await files.replace(`in ${name}/${name}.md`, name);
      assert.equal(await files.read(`in ${name}/${name}.md`), name);
    }
    const all = Object.fromEntries(names.map((name) => [`in ${name}/${name}.md`, name]));
    assert.deepEqual((await walk()).read, await walk(Object.keys(all)).then(({ read }) => read));
    assert.deepEqual(new Map(Object.entries((await walk()).read ?? {})), new Map(Object.entries(all).sort()));
  });

  it('reads files larger and smaller than the last one, whole', async () => {
    const texts = { 'a.md': 'a'.repeat(300_000), 'b.md': 'b', 'c.md': 'ü'.repeat(100_000), 'd.md': '' };
    write(texts);
    assert.deepEqual(await walk(), { read: texts });
  });

  it('takes no byte order mark for one of another file', async () => {
    write({ 'a.md': Uint8Array.from([0xef, 0xbb, 0xbf, 0x61]), 'b.md': Uint8Array.from([0xef]) });
    assert.deepEqual(await walk(['b.md', 'a.md']), {
      read: { 'a.md': 'a', 'b.md': '\uFFFD' },
      skipped: { 'b.md': 'notText' },
    });
    assert.deepEqual(await walk(['a.md', 'b.md']), {
      read: { 'a.md': 'a', 'b.md': '\uFFFD' },
      skipped: { 'b.md': 'notText' },
    });
    write({ 'a.md': Uint8Array.from([0xef, 0xbb, 0xbf]) });
    assert.deepEqual(await walk(['a.md']), { read: { 'a.md': '' } });
  });

  it('notices another size, and another time', async () => {
    write({ 'a.md': 'one', 'b.md': 'one', 'c.md': 'one' });
    const file = (name: string) => path.join(root, name);
    const setTime = (name: string, seconds: number) => {
      fs.utimesSync(file(name), seconds, seconds);
    };
    for (const name of ['a.md', 'b.md', 'c.md']) setTime(name, 1e9);
    const before = new WalkRecord();
    await new NodeFiles(root, noWatch).walk([''], before);
    write({ 'a.md': 'three', 'b.md': 'two' });
    setTime('a.md', 1e9);
    setTime('b.md', 1e9 + 1);
    const after = new WalkRecord(before.versions);
    await new NodeFiles(root, noWatch).walk([''], after);
    assert.deepEqual(after.result(), { read: { 'a.md': 'three', 'b.md': 'two' }, unchanged: ['c.md'] });
  });

  it('waits for nobody when a file becomes a pipe just before it is opened', async () => {
    write({ 'a.md': 'a' });
    class Swapping extends WalkRecord {
      override known() {
        fs.rmSync(path.join(root, 'a.md'));
        execFileSync('mkfifo', [path.join(root, 'a.md')]);
        return undefined;
      }
    }
    const record = new Swapping();
    await new NodeFiles(root, noWatch).walk([''], record);
    assert.deepEqual(record.result(), { skipped: { 'a.md': 'notAFile' } });
  });

  it('leaves no file open', async () => {
    const lowest = () => {
      const descriptor = fs.openSync(outside, 'r');
      fs.closeSync(descriptor);
      return descriptor;
    };
    for (let index = 0; index < 100; index++) write({ [`${index}.md`]: 'text' });
    const before = lowest();
    await walk();
    assert.ok(lowest() < before + 50);
  });

  it('reads 5 MB in one line', async () => {
    const text = `${'x '.repeat(2_500_000)}#fox`;
    write({ 'a.md': text });
    assert.equal((await walk()).read?.['a.md']?.length, text.length);
  });

  it('leaves out a file that nobody wrote by hand', async () => {
    fs.writeFileSync(path.join(root, 'a.md'), '');
    fs.truncateSync(path.join(root, 'a.md'), maxFileSize + 1);
    assert.deepEqual(await walk(), { skipped: { 'a.md': 'tooLarge' } });
  });

  it('opens no pipe, socket or device', async () => {
    execFileSync('mkfifo', [path.join(root, 'pipe.md'), path.join(root, 'other-pipe')]);
    link('pipe.md', 'linked.md');
    link('/dev/zero', 'device.md');
    const server = createServer().listen(path.join(root, 'socket.md'));
    await new Promise((resolve) => server.once('listening', resolve));
    const expected = { skipped: { 'device.md': 'notAFile', 'pipe.md': 'notAFile', 'socket.md': 'notAFile' } };
    assert.deepEqual(await walk(), expected);
    assert.deepEqual(await walk(['pipe.md', 'device.md', 'socket.md', 'other-pipe']), expected);
    await new Promise((resolve) => server.close(resolve));
  });

  it('follows links to what lies elsewhere', async () => {
    write({ 'notes/a.md': 'a', 'b.md': 'b' }, path.join(outside, 'journal-old'));
    link('../journal-old/notes', 'linked');
    link('../journal-old/b.md', 'b.md');
    assert.deepEqual(await walk(), { read: { 'b.md': 'b', 'linked/a.md': 'a' } });
    assert.deepEqual(await walk(['linked/a.md', 'b.md']), { read: { 'b.md': 'b', 'linked/a.md': 'a' } });
  });

  it('meets once what several links lead to, or what lies in the journal', async () => {
    write({ 'a.md': 'elsewhere' }, path.join(outside, 'elsewhere'));
    write({ 'notes/a.md': 'here', 'left/b.md': 'left out but for a link' });
    link('../elsewhere', 'two');
    link('../elsewhere', 'one');
    link('notes', 'again');
    link('notes/a.md', 'again.md');
    link('left', 'right');
    assert.deepEqual(await walk(), {
      read: { 'notes/a.md': 'here', 'one/a.md': 'elsewhere', 'right/b.md': 'left out but for a link' },
    });
  });

  it('reads a note of a folder that is left out where a link leads to it', async () => {
    write({ 'left/a.md': 'a', 'left/deep/b.md': 'b' });
    link('left/a.md', 'a.md');
    link('left/deep/b.md', 'b.md');
    assert.deepEqual(await walk(), { read: { 'a.md': 'a', 'b.md': 'b' } });
  });

  it('goes round in no circle', async () => {
    write({ 'notes/deep/a.md': 'a' });
    fs.mkdirSync(path.join(outside, 'elsewhere'));
    fs.symlinkSync(root, path.join(outside, 'elsewhere/back'));
    fs.symlinkSync('../elsewhere', path.join(outside, 'elsewhere/self'));
    link('..', 'notes/deep/up');
    link('../../..', 'notes/deep/out');
    link('.', 'here');
    link('self.md', 'self.md');
    link('../elsewhere', 'linked');
    assert.deepEqual(await walk(), {
      read: { 'notes/deep/a.md': 'a' },
      skipped: {
        here: 'linkLoop',
        'linked/self': 'linkLoop',
        'notes/deep/out': 'linkLoop',
        'notes/deep/up': 'linkLoop',
        'self.md': 'linkLoop',
      },
    });
  });

  it('names a link to nothing that was to be a note', async () => {
    link('nowhere', 'a.md');
    link('nowhere', 'folder');
    assert.deepEqual(await walk(), { skipped: { 'a.md': 'unreadable' } });
  });

  it('names a file whose name is no UTF-8', async () => {
    fs.writeFileSync(Buffer.concat([Buffer.from(`${root}/a`), Buffer.from([0xff]), Buffer.from('.md')]), 'a');
    assert.deepEqual(await walk(), { skipped: { 'a\uFFFD.md': 'unreadable' } });
  });

  it('begins where the journal really is', async () => {
    write({ 'a.md': 'a' });
    fs.symlinkSync('journal', path.join(outside, 'link'));
    const record = new WalkRecord();
    await new NodeFiles(path.join(outside, 'link'), noWatch).walk([''], record);
    assert.deepEqual(record.result(), { read: { 'a.md': 'a' } });
  });

  it('can’t be begun where a file lies in the place of the journal', async () => {
    fs.rmdirSync(root);
    fs.writeFileSync(root, '');
    await assert.rejects(walk(), { name: 'FileError', code: 'notAFolder' });
  });

  it('lets others have their turn', async () => {
    for (let index = 0; index < 200; index++) write({ [`${index}.md`]: 'text' });
    const busy = (ms: number) => {
      for (const end = performance.now() + ms; performance.now() < end;);
    };
    class SlowReader extends WalkRecord {
      override read(): void {
        busy(1);
      }
    }
    let turns = 0;
    const beat = () => {
      turns++;
      timer = setImmediate(beat);
    };
    let timer = setImmediate(beat);
    await new NodeFiles(root, noWatch).walk([''], new SlowReader());
    clearImmediate(timer);
    // On a busy machine there are more: the time that a file takes is longer.
    assert.ok(turns >= 200 / (2 * sliceMs), `${turns} turns`);
  });
});
