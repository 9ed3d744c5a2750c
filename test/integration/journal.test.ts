import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { untilNoticed } from '../support/until';
import { openFiles } from '../../src/platform/files.node';
import { hasGitRemote, shownPath } from '../../src/platform/folders';
import { choosePlace } from '../../src/features/journal/choosePlace';
import { createJournalSource, type JournalSourceServices } from '../../src/services/journal';
import { copyJournal } from '../../src/features/journal/copyJournal';
import type { JournalSource } from '../../src/services/services';

const log = vscode.window.createOutputChannel('Test', { log: true });
let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-journal-'));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});
after(() => {
  log.dispose();
});

/** Writes files below the test's folder. */
function makeFiles(texts: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, text] of Object.entries(texts)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
}

/** The journal of the settings, which asks for a place as the extension does. */
function withPicker(services: Omit<JournalSourceServices, 'choosePlace'>) {
  return createJournalSource({ ...services, choosePlace: (current) => choosePlace(services, current) });
}

describe('The journal that the setting names', () => {
  const changed = new vscode.EventEmitter<void>();
  const extension = vscode.extensions.getExtension('two-hats.two-hats')!;
  let source: JournalSource & { dispose(): void };
  let setting = '';
  const remembered = new Map<string, unknown>();
  const memory = {
    get: (key: string) => remembered.get(key),
    update: (key: string, value: unknown) => {
      remembered.set(key, value);
      return Promise.resolve();
    },
  };

  function open(text: string): JournalSource {
    setting = text;
    const settings = {
      get journalFolder() {
        return setting;
      },
      setJournalFolder: () => assert.fail('Nothing is chosen here.'),
      onDidChange: (_: string, listener: () => void) => changed.event(listener),
    };
    const context = { globalStorageUri: vscode.Uri.file(path.join(folder, 'storage')), extension };
    source = withPicker({ context, log, memory, settings });
    return source;
  }
  const change = (text: string) => {
    setting = text;
    changed.fire();
  };
  afterEach(() => {
    source.dispose();
  });
  after(() => {
    changed.dispose();
  });

  const home = os.homedir();
  for (const [text, place] of [
    ['/a/journal', '/a/journal'],
    [' /a/journal/ ', '/a/journal'],
    ['~', home],
    ['~/my journal/', path.join(home, 'my journal')],
    ['file:///a/my%20journal', '/a/my journal'],
    ['/', '/'],
  ] as const)
    it(`may be ${JSON.stringify(text)}`, () => {
      assert.equal(open(text).current?.root.fsPath, place);
    });

  it('may be an address', () => {
    assert.equal(open('memfs:/journal').current?.root.toString(), 'memfs:/journal');
  });

  for (const text of ['', '  ', 'journal', './journal', '~other/journal', 'file:////', 'a b:/c'])
    it(`is none for ${JSON.stringify(text)}`, () => {
      assert.equal(open(text).current, undefined);
    });

  it('changes with the setting, told once, and not for another spelling of the same place', () => {
    let changes = 0;
    const listener = open(folder).onDidChange(() => changes++);
    const before = source.current;
    change(`${folder}/`);
    assert.equal(source.current, before);
    change(path.join(folder, 'other'));
    assert.equal(source.current?.root.fsPath, path.join(folder, 'other'));
    change('');
    assert.equal(source.current, undefined);
    assert.equal(changes, 2);
    listener.dispose();
  });

  it('is used without a question, and its folder made with the first file', async () => {
    const journal = await open(path.join(folder, 'not/yet')).ensure();
    assert.equal(fs.existsSync(path.join(folder, 'not')), false);
    assert.equal(await journal?.files.create('notes/a.md', 'text'), true);
    assert.equal(fs.readFileSync(path.join(folder, 'not/yet/notes/a.md'), 'utf8'), 'text');
    assert.equal(journal?.uri('notes/a.md').fsPath, path.join(folder, 'not/yet/notes/a.md'));
  });
});

describe('A journal that was there and is gone', () => {
  const extension = vscode.extensions.getExtension('two-hats.two-hats')!;
  const showErrorMessage = vscode.window.showErrorMessage;
  let remembered: Map<string, unknown>;
  let root: string;
  let asked: string[];

  beforeEach(() => {
    remembered = new Map();
    root = path.join(folder, 'stick/journal');
    asked = [];
    makeFiles({ 'stick/journal/notes/a.md': 'kept' });
  });
  afterEach(() => {
    vscode.window.showErrorMessage = showErrorMessage;
  });

  /** As after each start. */
  function open(): JournalSource & { dispose(): void } {
    const settings = {
      journalFolder: root,
      setJournalFolder: () => Promise.resolve(),
      onDidChange: () => new vscode.Disposable(() => undefined),
    };
    const memory = {
      get: (key: string) => remembered.get(key),
      update: (key: string, value: unknown) => {
        remembered.set(key, value);
        return Promise.resolve();
      },
    };
    const context = { globalStorageUri: vscode.Uri.file(path.join(folder, 'storage')), extension };
    return withPicker({ context, log, memory, settings });
  }
  /** @param answers in turn; each may do something first */
  function answer(...answers: (() => string | undefined)[]): void {
    vscode.window.showErrorMessage = (message: string) => {
      asked.push(message);
      return Promise.resolve(answers.shift()?.());
    };
  }
  const unplug = () => {
    fs.renameSync(path.join(folder, 'stick'), path.join(folder, 'drawer'));
  };
  const plugIn = () => {
    fs.renameSync(path.join(folder, 'drawer'), path.join(folder, 'stick'));
  };

  it('is asked for, at a later start, too, and not made anew without a word', async () => {
    const before = open();
    assert.equal(await before.ensure(), before.current);
    before.dispose();
    unplug();
    const source = open();
    answer(() => undefined);
    assert.equal(await source.ensure(), undefined);
    assert.equal(asked.length, 1);
    assert.ok(asked[0]?.includes('is gone'));
    const { files } = source.current!;
    await assert.rejects(files.create('notes/b.md', 'b'), { code: 'journalGone' });
    await assert.rejects(
      files.edit('two-hats.yaml', () => 'b'),
      { code: 'journalGone' },
    );
    assert.equal(fs.existsSync(path.join(folder, 'stick')), false);
    source.dispose();
  });

  it('is used again as soon as it is back, and asked for once by all who wait', async () => {
    const source = open();
    await source.ensure();
    unplug();
    answer(
      () => 'Try Again',
      () => {
        plugIn();
        return 'Try Again';
      },
    );
    assert.deepEqual(await Promise.all([source.ensure(), source.ensure()]), [source.current, source.current]);
    assert.equal(asked.length, 2);
    assert.equal(await source.current?.files.read('notes/a.md'), 'kept');
    source.dispose();
  });

  it('is made anew where the person says so, and is one that was there then', async () => {
    const source = open();
    await source.ensure();
    unplug();
    answer(() => 'Make It Anew');
    assert.equal(await source.ensure(), source.current);
    assert.equal(await source.current?.files.create('notes/b.md', 'b'), true);
    assert.equal(fs.readFileSync(path.join(root, 'notes/b.md'), 'utf8'), 'b');
    fs.rmSync(root, { recursive: true });
    assert.equal(await source.ensure(), undefined);
    assert.equal(asked.length, 2);
    source.dispose();
  });

  it('is gone where another folder, an empty one, lies in its place', async () => {
    const source = open();
    await source.ensure();
    unplug();
    fs.mkdirSync(root, { recursive: true });
    answer(() => undefined);
    assert.equal(await source.ensure(), undefined);
    source.dispose();
  });

  it('is gone for a window that spells its folder otherwise, and made anew for all of them', async () => {
    const stick = root;
    fs.symlinkSync(path.join(folder, 'stick'), path.join(folder, 'link'));
    root = path.join(folder, 'link/journal');
    const linked = open();
    assert.equal(await linked.ensure(), linked.current);
    unplug();
    root = fs.realpathSync(folder) + stick.slice(folder.length);
    const source = open();
    answer(
      () => undefined,
      () => 'Make It Anew',
    );
    assert.equal(await source.ensure(), undefined);
    assert.equal(await source.ensure(), source.current);
    assert.equal(asked.length, 2);
    assert.equal(await linked.ensure(), linked.current);
    assert.equal(asked.length, 2);
    [source, linked].forEach((each) => {
      each.dispose();
    });
  });

  it('is not gone when all that was in it is', async () => {
    const source = open();
    await source.ensure();
    fs.rmSync(path.join(root, 'notes'), { recursive: true });
    assert.equal(await source.ensure(), source.current);
    assert.equal(await source.current?.files.create('notes/b.md', 'b'), true);
    source.dispose();
  });
});

describe('A journal outside the workspace', () => {
  it('tells of changes by others, in a folder that is made later, too', async function () {
    this.timeout(60_000);
    const root = path.join(folder, 'later');
    const files = openFiles(vscode.Uri.file(root), vscode.Uri.file(path.join(folder, 'storage')), log);
    let [calls, others] = [0, 0];
    const watching = files.watch(() => calls++);
    const other = files.watch(() => others++);
    await files.create('notes/first.md', 'text');
    const write = () => {
      fs.writeFileSync(path.join(root, 'notes/by-another.md'), String(Math.random()));
    };
    // VS Code looks every 5 seconds for a folder that was not there.
    await untilNoticed(write, () => calls > 0);
    const before = calls;
    await untilNoticed(write, () => calls > before);
    watching.dispose();
    const [disposed, told] = [calls, others];
    await untilNoticed(write, () => others > told);
    assert.equal(calls, disposed);
    other.dispose();
  });
});

describe('A folder in a Git repository', () => {
  const remote = '[core]\n\tbare = false\n[remote "origin"]\n\turl = https://example.com/a.git\n';
  const lies = async (name: string) => hasGitRemote(vscode.Uri.file(path.join(folder, name)));

  it('with a remote is told from one without', async () => {
    makeFiles({
      'shared/.git/config': remote,
      'own/.git/config': '[core]\n[branch "main"]\n\tremote = none\n# [remote "old"]\n',
      'none/a.md': '',
    });
    assert.deepEqual(await Promise.all(['shared', 'shared/not/yet/there', 'own/notes', 'none'].map(lies)), [
      true,
      true,
      false,
      false,
    ]);
  });

  it('is found through a linked work tree and a submodule', async () => {
    makeFiles({
      'main/.git/config': remote,
      'main/.git/worktrees/side/HEAD': '',
      'main/.git/modules/sub/config': remote,
      'side/.git': `gitdir: ${path.join(folder, 'main/.git/worktrees/side')}\n`,
      'main/sub/.git': 'gitdir: ../.git/modules/sub\n',
      'broken/.git': 'gitdir: /nowhere/at/all\n',
    });
    assert.deepEqual(await Promise.all(['side/a', 'main/sub/a', 'broken'].map(lies)), [true, true, false]);
  });

  it('ends at the innermost repository', async () => {
    makeFiles({ 'shared/.git/config': remote, 'shared/own/.git/config': '[core]\n' });
    assert.equal(await lies('shared/own/notes'), false);
  });
});

describe('A copy of the journal', () => {
  it('holds every byte, and nothing that lies there already is changed', async () => {
    const bytes = Uint8Array.from([0xff, 0xfe, 0x00, 0x61]);
    makeFiles({
      'from/people/a/2026-11-24.md': '\uFEFFtext\r\n',
      'from/notes/picture.png': bytes,
      'from/notes/.two-hats-00ff.tmp': 'half',
      'from/two-hats.yaml': 'mine',
      'to/two-hats.yaml': 'other',
    });
    await copyJournal(
      log,
      vscode.Uri.file(path.join(folder, 'from')),
      vscode.Uri.file(path.join(folder, 'to')),
    );
    const read = (name: string) => fs.readFileSync(path.join(folder, 'to', name));
    assert.deepEqual(Uint8Array.from(read('notes/picture.png')), bytes);
    assert.equal(read('people/a/2026-11-24.md').toString(), '\uFEFFtext\r\n');
    assert.equal(read('two-hats.yaml').toString(), 'other');
    assert.deepEqual(fs.readdirSync(path.join(folder, 'to/notes')), ['picture.png']);
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});

describe('A place', () => {
  it('is shown short where it lies in the home folder, and whole where it is no path', () => {
    const home = os.homedir();
    const shown = [vscode.Uri.file(path.join(home, 'a b')), vscode.Uri.file(`${home}-2`)].map(shownPath);
    assert.deepEqual(shown, [`~${path.sep}a b`, `${home}-2`]);
    assert.equal(shownPath(vscode.Uri.parse('memfs:/a%20b')), 'memfs:/a b');
  });
});
