import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { WorkspaceFiles } from '../../src/platform/workspaceFiles';
import { BreakableFileSystem } from '../support/breakableFileSystem';
import { filesContract, isFileError } from '../support/filesContract';

let count = 0;
const silent = { warn: () => undefined };

filesContract('behind workspace.fs', async () => {
  const base = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!base) throw new Error('The tests need a workspace folder.');
  const root = vscode.Uri.joinPath(base, `journal-${++count}`);
  await vscode.workspace.fs.createDirectory(root);
  return new WorkspaceFiles(root, vscode.Uri.joinPath(base, 'storage'), silent);
});

describe('Behind a file system that breaks', () => {
  const note = '/journal/a.md';
  const [old, fresh] = ['what was there', 'what the person wrote now'];
  let disk: BreakableFileSystem;
  let registration: vscode.Disposable;
  let scheme: string;
  let warnings: string[];

  beforeEach(() => {
    scheme = `two-hats-test-${++count}`;
    disk = new BreakableFileSystem();
    registration = vscode.workspace.registerFileSystemProvider(scheme, disk);
    warnings = [];
  });
  afterEach(() => {
    registration.dispose();
    disk.dispose();
  });

  /** As after each start of VS Code. */
  const open = () =>
    new WorkspaceFiles(
      vscode.Uri.from({ scheme, path: '/journal' }),
      vscode.Uri.from({ scheme, path: '/storage' }),
      { warn: (message) => warnings.push(message) },
    );
  const records = () => [...disk.files.keys()].filter((path) => path.startsWith('/storage/'));
  /** Everything fails from now on, after a part of the text was written: a closed window. */
  const endInTheMiddle = () => {
    let ended = false;
    disk.written = (path, text) => {
      ended ||= path === note;
      return path === note ? text.slice(0, 5) : text;
    };
    disk.before = () => {
      if (ended) throw vscode.FileSystemError.Unavailable();
    };
  };
  const mend = () => {
    disk.written = (_, text) => text;
    disk.before = () => undefined;
  };

  it('a replacement that fails half-way leaves the old text, and nothing else', async () => {
    disk.files.set(note, old);
    let first = true;
    disk.before = (call, path) => {
      if (call !== 'write' || path !== note || !first) return;
      first = false;
      disk.files.set(note, fresh.slice(0, 4));
      throw vscode.FileSystemError.Unavailable();
    };
    await assert.rejects(open().replace('a.md', fresh), isFileError('unavailable', 'a.md'));
    assert.deepEqual([...disk.files], [[note, old]]);
  });

  it('a file that is marked read-only is known as such', async () => {
    disk.files.set(note, old);
    assert.equal(await open().isReadOnly('a.md'), false);
    disk.readOnly.add(note);
    assert.equal(await open().isReadOnly('a.md'), true);
  });

  it('a text that does not read back as it was written is a failure', async () => {
    disk.files.set(note, old);
    let first = true;
    disk.written = (path, text) => {
      if (path !== note || !first) return text;
      first = false;
      return text.slice(1);
    };
    await assert.rejects(open().replace('a.md', fresh), isFileError('unavailable', 'a.md'));
    assert.deepEqual([...disk.files], [[note, old]]);
  });

  it('a replacement is finished at the next start', async () => {
    disk.files.set(note, old);
    endInTheMiddle();
    await assert.rejects(open().replace('a.md', fresh));
    assert.equal(disk.files.get(note), fresh.slice(0, 5));
    mend();
    assert.equal(await open().read('a.md'), fresh);
    assert.deepEqual([...disk.files], [[note, fresh]]);
  });

  it('what was written by others since is left as it is, and the text stays in the storage', async () => {
    disk.files.set(note, old);
    endInTheMiddle();
    await assert.rejects(open().replace('a.md', fresh));
    mend();
    disk.files.set(note, 'somebody else’s');
    assert.equal(await open().read('a.md'), 'somebody else’s');
    const [record = '', ...others] = records();
    assert.deepEqual(others, []);
    assert.ok(disk.files.get(record)?.includes(fresh));
    assert.equal(warnings.length, 1);
  });

  it('damaged records and those of other journals are left alone', async () => {
    const elsewhere = JSON.stringify({ file: `${scheme}:/journal-2/a.md`, text: fresh });
    disk.files.set('/storage/replacing/1.json', '{"file":');
    disk.files.set('/storage/replacing/2.json', elsewhere);
    assert.equal(await open().read('a.md'), undefined);
    assert.deepEqual(records().length, 2);
    assert.equal(disk.files.has('/journal-2/a.md'), false);
  });

  it('a creation that fails leaves nothing behind', async () => {
    disk.before = (call, path) => {
      if (call === 'write' && path.startsWith('/journal/')) throw vscode.FileSystemError.NoPermissions();
    };
    await assert.rejects(open().create('a.md', fresh), isFileError('noPermission', 'a.md'));
    disk.before = (call) => {
      if (call === 'rename') throw vscode.FileSystemError.Unavailable();
    };
    await assert.rejects(open().create('a.md', fresh), isFileError('unavailable', 'a.md'));
    assert.deepEqual([...disk.files], []);
  });
});
