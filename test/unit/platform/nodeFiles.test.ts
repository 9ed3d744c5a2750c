import assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { NodeFiles } from '../../../src/platform/nodeFiles';
import { failure, faultyFs, type Call } from '../../support/faultyFs';
import { filesContract, isFileError, WalkRecord } from '../../support/filesContract';
import { MemoryFiles } from '../../support/memoryFiles';

const noWatch = () => ({ dispose: () => undefined });
const failingAt = (failing: Call, code: string) =>
  faultyFs((call) => {
    if (call === failing) throw failure(code);
  });

filesContract('in memory', () => Promise.resolve(new MemoryFiles()));

describe('On a disk', () => {
  let root: string;
  let files: NodeFiles;

  beforeEach(async () => {
    root = await fs.mkdtemp(path.join(os.tmpdir(), 'two-hats-files-'));
    files = new NodeFiles(root, noWatch);
  });
  afterEach(async () => {
    await fs.rm(root, { recursive: true });
  });

  filesContract('on a disk', async () => {
    const folder = path.join(root, 'journal');
    await fs.mkdir(folder);
    return new NodeFiles(folder, noWatch);
  });

  it('follows a link when replacing, and keeps the link', async () => {
    await fs.writeFile(path.join(root, 'target.md'), 'old');
    await fs.symlink('target.md', path.join(root, 'link.md'));
    await files.replace('link.md', 'new');
    assert.equal(await fs.readlink(path.join(root, 'link.md')), 'target.md');
    assert.equal(await fs.readFile(path.join(root, 'target.md'), 'utf8'), 'new');
  });

  it('creates what a link to nothing points to only by replacing', async () => {
    await fs.symlink('later.md', path.join(root, 'link.md'));
    assert.equal(await files.create('link.md', 'text'), false);
    await files.replace('link.md', 'text');
    assert.equal(await fs.readFile(path.join(root, 'later.md'), 'utf8'), 'text');
  });

  it('keeps the mode of a replaced file', async () => {
    await fs.writeFile(path.join(root, 'a.md'), 'old');
    await fs.chmod(path.join(root, 'a.md'), 0o640);
    await files.replace('a.md', 'new');
    assert.equal((await fs.stat(path.join(root, 'a.md'))).mode & 0o777, 0o640);
  });

  it('writes beside: a replaced file is a new one, so that a reader keeps its old text', async () => {
    await files.create('a.md', 'old');
    const reader = await fs.open(path.join(root, 'a.md'));
    await files.replace('a.md', 'new');
    assert.equal(await reader.readFile('utf8'), 'old');
    await reader.close();
  });

  it('leaves nothing behind when a write fails', async () => {
    await fs.mkdir(path.join(root, 'folder'));
    await assert.rejects(files.replace('folder', 'text'));
    assert.deepEqual(await fs.readdir(root), ['folder']);
  });

  it('reads nothing below a file', async () => {
    await files.create('a.md', 'text');
    assert.equal(await files.read('a.md/b.md'), undefined);
  });

  it('says when a name is too long', async () => {
    const name = `${'n'.repeat(300)}.md`;
    await assert.rejects(files.create(name, 'text'), isFileError('nameTooLong', name));
  });

  it('does not replace what nobody may write', async () => {
    await fs.writeFile(path.join(root, 'a.md'), 'old', { mode: 0o444 });
    await assert.rejects(files.replace('a.md', 'new'), isFileError('readOnly', 'a.md'));
    assert.equal(await files.read('a.md'), 'old');
    assert.equal(await files.isReadOnly('a.md'), true);
  });

  it('creates without hard links, too: never over a file, and nothing is left of what failed', async () => {
    const plain = new NodeFiles(root, noWatch, failingAt('link', 'EPERM'));
    const won = await Promise.all([plain.create('a.md', 'one'), plain.create('a.md', 'two')]);
    assert.deepEqual([...won].sort(), [false, true]);
    assert.equal(await plain.read('a.md'), won[0] ? 'one' : 'two');
    assert.deepEqual(await fs.readdir(root), ['a.md']);
  });

  for (const [code, expected] of [
    ['EROFS', 'readOnly'],
    ['EACCES', 'noPermission'],
    ['ENOSPC', 'noSpace'],
    ['EDQUOT', 'noSpace'],
    ['EIO', 'unavailable'],
  ] as const)
    it(`says ${expected} where the disk says ${code}, and leaves nothing behind`, async () => {
      const broken = new NodeFiles(root, noWatch, failingAt('link', code));
      await assert.rejects(broken.create('a.md', 'text'), isFileError(expected, 'a.md'));
      assert.deepEqual(await fs.readdir(root), []);
    });

  it('removes at a start what an interrupted write left minutes ago, and nothing else', async () => {
    const elsewhere = await fs.mkdtemp(path.join(os.tmpdir(), 'two-hats-elsewhere-'));
    await fs.mkdir(path.join(root, 'people/ana'), { recursive: true });
    await fs.symlink(elsewhere, path.join(root, 'linked'));
    const then = new Date(Date.now() - 10 * 60_000);
    const make = async (file: string, isOld: boolean) => {
      await fs.writeFile(file, 'half');
      if (isOld) await fs.utimes(file, then, then);
    };
    await make(path.join(root, 'people/ana/.two-hats-01.tmp'), true);
    await make(path.join(root, '.two-hats-02.lock'), true);
    await make(path.join(root, '.two-hats-03.tmp'), false);
    await make(path.join(root, '.other.tmp'), true);
    await make(path.join(elsewhere, '.two-hats-04.tmp'), true);
    await fs.symlink(path.join(elsewhere, '.two-hats-04.tmp'), path.join(root, '.two-hats-05.tmp'));
    await files.walk([''], new WalkRecord());
    assert.deepEqual(await fs.readdir(path.join(root, 'people/ana')), []);
    const left = ['.other.tmp', '.two-hats-03.tmp', '.two-hats-05.tmp', 'linked', 'people'];
    assert.deepEqual((await fs.readdir(root)).sort(), left);
    assert.deepEqual(await fs.readdir(elsewhere), ['.two-hats-04.tmp']);
    await fs.rm(elsewhere, { recursive: true });
  });

  for (const [encoding, bytes, text] of [
    ['UTF-16', Buffer.from('\uFEFF- [ ] a\n', 'utf16le'), undefined],
    ['UTF-16, big end first', Buffer.from('\uFEFF- [ ] a\n', 'utf16le').swap16(), undefined],
    ['UTF-16 without a mark', Buffer.from('- [ ] a\n', 'utf16le'), undefined],
    ['UTF-32, big end first', Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x61]), undefined],
    ['Windows-1252', Buffer.from('- [ ] Caf\xe9\n', 'latin1'), '- [ ] Caf\uFFFD\n'],
  ] as const)
    it(`says on a walk that ${encoding} is no text that it can read whole`, async () => {
      await fs.writeFile(path.join(root, 'a.md'), bytes);
      const walk = new WalkRecord();
      await files.walk([''], walk);
      const read = text === undefined ? {} : { read: { 'a.md': text } };
      assert.deepEqual(walk.result(), { ...read, skipped: { 'a.md': 'notText' } });
    });

  it('does not list what an interrupted write left', async () => {
    await fs.writeFile(path.join(root, '.two-hats-0123456789ab.tmp'), 'half');
    assert.deepEqual(await files.list(''), []);
  });

  for (const [encoding, bytes] of [
    ['UTF-16, little end first', Buffer.from('\uFEFFa\n', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('\uFEFFa\n', 'utf16le').swap16()],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])],
    ['Windows-1252', Buffer.from('- [ ] Caf\xe9\n', 'latin1')],
    ['UTF-8 with a byte that is none', Buffer.from([0x61, 0xff])],
    ['UTF-8 that is cut off', Buffer.from('a\xe2\x82', 'latin1')],
  ] as const)
    it(`never writes into ${encoding}`, async () => {
      await fs.writeFile(path.join(root, 'a.md'), bytes);
      const edited = files.edit('a.md', (text) => `${text ?? ''}more`);
      await assert.rejects(edited, isFileError('notText', 'a.md'));
      await assert.rejects(files.replace('a.md', 'more'), isFileError('notText', 'a.md'));
      assert.deepEqual(await fs.readFile(path.join(root, 'a.md')), bytes);
      assert.deepEqual(await fs.readdir(root), ['a.md']);
    });

  it('keeps a byte order mark', async () => {
    await fs.writeFile(path.join(root, 'a.md'), '\uFEFFold');
    await files.edit('a.md', (text) => `${text ?? ''}, new`);
    assert.equal(await fs.readFile(path.join(root, 'a.md'), 'utf8'), '\uFEFFold, new');
    await files.replace('a.md', '\uFEFFother');
    assert.equal(await fs.readFile(path.join(root, 'a.md'), 'utf8'), '\uFEFFother');
  });

  it('reads bytes that are no UTF-8', async () => {
    await fs.writeFile(path.join(root, 'a.md'), Buffer.from([0x61, 0xff, 0x62]));
    assert.equal(await files.read('a.md'), 'a\uFFFDb');
  });

  it('lists what links lead to, and leaves out links to nothing', async () => {
    await fs.mkdir(path.join(root, 'real'));
    await fs.symlink('real', path.join(root, 'linked'));
    await fs.symlink('nowhere', path.join(root, 'broken'));
    const entries = [...(await files.list(''))].sort((one, two) => (one.name < two.name ? -1 : 1));
    assert.deepEqual(entries, [
      { name: 'linked', kind: 'folder' },
      { name: 'real', kind: 'folder' },
    ]);
  });
});
