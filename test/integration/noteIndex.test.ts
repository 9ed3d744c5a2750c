import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Framework } from '../../src/core/framework/model';
import type { Visitor } from '../../src/core/journal/files';
import { createConfig } from '../../src/services/config';
import { createFrameworkSource } from '../../src/services/framework';
import { openJournal, type JournalPlace } from '../../src/services/journal/address';
import { createNoteIndex } from '../../src/services/noteIndex';
import type { FrameworkSource, Journal, NoteIndex } from '../../src/services/services';
import { Settings } from '../../src/services/settings';
import { singleYaml } from '../unit/core/framework/fixtures';
import { makeFramework } from '../support/frameworks';
import { untilNoticed, untilTrue } from '../support/until';

const log = vscode.window.createOutputChannel('Test', { log: true });
const keeping = 'I wrote something down here. #fox/keep';
const leading = 'I wrote something down here. #fox/lead';

describe('The index of notes', () => {
  const settings = new Settings();
  let folder: string;
  let storage: vscode.Uri;
  let journal: Journal | undefined;
  let framework: Framework;
  const journalChanged = new vscode.EventEmitter<void>();
  const addressChanged = new vscode.EventEmitter<void>();
  const places: JournalPlace[] = [];
  const frameworkChanged = new vscode.EventEmitter<void>();
  const opened: { dispose(): void }[] = [];

  beforeEach(() => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-index-')));
    storage = vscode.Uri.file(path.join(folder, 'storage'));
    journal = journalIn(path.join(folder, 'journal'));
    framework = makeFramework('fox', 'owl');
  });
  afterEach(async () => {
    for (const part of [...opened.splice(0), ...places.splice(0)]) part.dispose();
    await settings.setFrameworkPath('');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    fs.rmSync(folder, { recursive: true, force: true });
  });
  after(() => {
    log.dispose();
    journalChanged.dispose();
    frameworkChanged.dispose();
  });

  function journalIn(place: string): Journal {
    const root = vscode.Uri.file(place);
    const { journal: there, place: address } = openJournal(root, storage, log);
    places.push(address);
    address.onDidChange(() => {
      addressChanged.fire();
    });
    return there;
  }

  const frameworks: FrameworkSource = {
    get current() {
      return framework;
    },
    whenReady: () => Promise.resolve(framework),
    onDidChange: frameworkChanged.event,
  };

  function open(source = frameworks): NoteIndex {
    const journals = {
      get current() {
        return journal;
      },
      onDidChange: journalChanged.event,
      onDidChangeAddress: addressChanged.event,
      ensure: () => Promise.resolve(journal),
      choose: () => Promise.resolve(journal),
    };
    const config = createConfig({ journal: journals, log });
    const index = createNoteIndex({
      config,
      context: { globalStorageUri: storage },
      clock: { now: () => Date.now(), offset: () => 0 },
      log,
      framework: source,
      journal: journals,
    });
    opened.push(index, config);
    return index;
  }

  /** Writes below the journal. */
  function write(texts: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(texts)) {
      const file = path.join(folder, 'journal', name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, text);
    }
  }

  const hats = (index: NoteIndex) =>
    Object.fromEntries(
      [...index.notes].sort().map(([name, { tags }]) => [name, tags.map(({ hat }) => hat).join(' ')]),
    );

  it('reads the notes and nothing else', async () => {
    write({
      'a.md': keeping,
      'people/ana/2026-11-24.markdown': leading,
      '.hidden/a.md': keeping,
      'node_modules/a.md': keeping,
      'notes/.a.md': keeping,
      'mine/a.md': keeping,
      'notes/a.txt': keeping,
      'two-hats.yaml': 'templates: mine\n',
    });
    const index = open();
    assert.equal(index.notes.size, 0);
    assert.equal(index.isReady, false);
    await index.whenReady();
    assert.equal(index.isReady, true);
    assert.deepEqual(hats(index), { 'a.md': 'keep', 'people/ana/2026-11-24.markdown': 'lead' });
  });

  /** The system's watcher begins late: writes until it tells. */
  async function untilWatching(index: NoteIndex): Promise<void> {
    await untilNoticed(
      () => {
        fs.rmSync(path.join(folder, 'journal/probe.md'), { force: true });
        write({ 'probe.md': 'probe' });
      },
      () => index.notes.has('probe.md'),
    );
    fs.rmSync(path.join(folder, 'journal/probe.md'));
    await untilTrue(() => !index.notes.has('probe.md'));
  }

  it('follows which folder is one of templates', async () => {
    write({ 'a.md': keeping, 'mine/a.md': keeping });
    const index = open();
    await index.whenReady();
    assert.deepEqual(Object.keys(hats(index)), ['a.md', 'mine/a.md']);
    await journal!.files.create('two-hats.yaml', 'templates: ./mine/');
    await untilTrue(() => !index.notes.has('mine/a.md'));
    await journal!.files.replace('two-hats.yaml', 'people: []');
    await untilTrue(() => index.notes.has('mine/a.md'));
  });

  it('says when the journal can’t be read', async () => {
    fs.writeFileSync(path.join(folder, 'journal'), 'a file');
    const index = open();
    await index.whenReady();
    assert.equal(index.isReady, true);
    assert.deepEqual(index.skipped, [{ path: '', reason: 'unreadable' }]);
    fs.rmSync(path.join(folder, 'journal'));
    write({ 'a.md': keeping });
    await index.refresh();
    assert.deepEqual(index.skipped, []);
    assert.deepEqual(hats(index), { 'a.md': 'keep' });
  });

  it('follows what others write, rename and delete, outside the workspace, too', async () => {
    write({ 'a.md': keeping, 'people/ana/a.md': keeping, 'people/ana/b.md': leading });
    const index = open();
    await index.whenReady();
    await untilWatching(index);
    write({ 'a.md': `${keeping} ${leading}`, 'notes/new.md': leading });
    await untilTrue(() => index.notes.has('notes/new.md') && hats(index)['a.md'] === 'keep lead');
    fs.renameSync(path.join(folder, 'journal/people'), path.join(folder, 'journal/persons'));
    fs.rmSync(path.join(folder, 'journal/a.md'));
    await untilTrue(() => index.notes.size === 3 && index.notes.has('persons/ana/b.md'));
    assert.deepEqual(hats(index), {
      'notes/new.md': 'lead',
      'persons/ana/a.md': 'keep',
      'persons/ana/b.md': 'lead',
    });
  });

  it('knows a text on screen before it is saved, and the file again after it was reverted', async () => {
    write({ 'a.md': keeping });
    const index = open();
    await index.whenReady();
    const document = await vscode.workspace.openTextDocument(path.join(folder, 'journal/a.md'));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), `${leading} `);
    });
    await untilTrue(() => hats(index)['a.md'] === 'lead keep');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await untilTrue(() => hats(index)['a.md'] === 'keep');
  });

  for (const [what, isReal] of [
    ['its real path', true],
    ['a link that leads into it', false],
  ] as const)
    it(`knows a text on screen that was opened by ${what}`, async () => {
      write({ 'notes/a.md': keeping });
      const [real, link] = [path.join(folder, 'journal'), path.join(folder, 'link')];
      fs.symlinkSync(real, link);
      journal = journalIn(isReal ? link : real);
      const index = open();
      await index.whenReady();
      const document = await vscode.workspace.openTextDocument(path.join(isReal ? real : link, 'notes/a.md'));
      const editor = await vscode.window.showTextDocument(document);
      await editor.edit((edit) => {
        edit.insert(new vscode.Position(0, 0), `---\nmood: { now: low }\ntags: [private]\n---\n${leading} `);
      });
      await untilTrue(() => hats(index)['notes/a.md'] === 'lead keep');
      const note = index.notes.get('notes/a.md');
      assert.deepEqual(
        note?.tags.map((tag) => tag.isPrivate),
        [true, true],
      );
      assert.equal(index.notes.size, 1);
    });

  /** What the index reads from the disk, from now on. */
  function countReads(): string[] {
    const reads: string[] = [];
    const files = journal!.files;
    journal = {
      ...journal!,
      files: Object.assign(Object.create(files) as typeof files, {
        read: (name: string) => files.read(name),
        watch: (listener: (name: string) => void) => files.watch(listener),
        walk: (paths: readonly string[], visitor: Visitor) =>
          files.walk(paths, {
            entersFolder: (name) => visitor.entersFolder(name),
            wantsFile: (name) => visitor.wantsFile(name),
            known: (name) => visitor.known(name),
            unchanged: (name) => {
              visitor.unchanged(name);
            },
            read: (name, text, version) => {
              reads.push(name);
              visitor.read(name, text, version);
            },
            skipped: (name, reason) => {
              visitor.skipped(name, reason);
            },
            isOver: () => visitor.isOver(),
          }),
      }),
    };
    return reads;
  }

  /** A session that ends when all is kept; its files were left alone for long. */
  async function session(source = frameworks): Promise<void> {
    const long = new Date(Date.now() - 3_600_000);
    for (const name of fs.readdirSync(path.join(folder, 'journal')))
      fs.utimesSync(path.join(folder, 'journal', name), long, long);
    const index = open(source);
    await index.whenReady();
    await index.refresh();
    opened.splice(0).forEach((each) => {
      each.dispose();
    });
  }
  const cacheFiles = () => fs.readdirSync(path.join(storage.fsPath, 'index'));
  const cacheFile = () => path.join(storage.fsPath, 'index', cacheFiles()[0] ?? '');

  it('reads after a start only what changed since the last session', async () => {
    write({ 'a.md': keeping, 'b.md': keeping, 'c.md': keeping });
    await session();
    write({ 'b.md': leading });
    fs.rmSync(path.join(folder, 'journal/c.md'));
    const reads = countReads();
    const index = open();
    await index.whenReady();
    assert.deepEqual(reads, ['b.md']);
    assert.deepEqual(hats(index), { 'a.md': 'keep', 'b.md': 'lead' });
  });

  it('reads nothing again for a window that spells the journal’s folder otherwise', async () => {
    write({ 'a.md': keeping });
    await session();
    const link = path.join(folder, 'link');
    fs.symlinkSync(path.join(folder, 'journal'), link);
    journal = journalIn(link);
    const reads = countReads();
    const index = open();
    await index.whenReady();
    assert.deepEqual([reads, hats(index)], [[], { 'a.md': 'keep' }]);
  });

  /** The person's own framework, as it is while VS Code starts: its file was not read yet. */
  function ownFramework(): FrameworkSource {
    const source = createFrameworkSource({ settings, log, home: undefined });
    opened.push(source);
    return source;
  }

  it('reads no note that did not change after a start with a framework of one’s own', async () => {
    write({ 'a.md': 'I wrote something down here. #goals/keeper', 'b.md': keeping });
    const file = path.join(folder, 'framework.yaml');
    fs.writeFileSync(file, singleYaml);
    await settings.setFrameworkPath(file);
    await session(ownFramework());
    const reads = countReads();
    const index = open(ownFramework());
    await index.whenReady();
    assert.deepEqual(hats(index), { 'a.md': 'keeper', 'b.md': '' });
    await index.refresh();
    assert.deepEqual(reads, []);
  });

  it('keeps nothing of what the notes say', async () => {
    const canary = 'Mockingbird';
    write({
      'a.md': `---\ndate: 2026-11-24\nmood: ${canary}\n---\n# ${canary}\n\n${canary} ${keeping} #${canary}\n\n- [ ] ${canary} @ana\n`,
    });
    await session();
    const kept = fs.readFileSync(cacheFile(), 'utf8');
    assert.match(kept, /a\.md/);
    assert.match(kept, /ana/);
    assert.doesNotMatch(kept, new RegExp(canary, 'i'));
  });

  for (const [what, damage] of [
    ['was cut short', (text: string) => text.slice(0, -20)],
    ['is empty', () => ''],
    ['was damaged', (text: string) => text.replace('fox', 'owl')],
    ['is of another version', (text: string) => text.replace(/^\S+/, 'two-hats-index/0')],
    ['belongs to other tags', (text: string) => text.replace(/^(\S+) \S+/, '$1 00000000')],
  ] as const)
    it(`reads all anew when what was kept ${what}, and keeps that`, async () => {
      write({ 'a.md': keeping, 'b.md': leading });
      await session();
      const whole = fs.readFileSync(cacheFile(), 'utf8');
      fs.writeFileSync(cacheFile(), damage(whole));
      const reads = countReads();
      const index = open();
      await index.whenReady();
      assert.deepEqual(reads.sort(), ['a.md', 'b.md']);
      assert.deepEqual(hats(index), { 'a.md': 'keep', 'b.md': 'lead' });
      await index.refresh();
      assert.deepEqual(cacheFiles().length, 1);
      assert.equal(fs.readFileSync(cacheFile(), 'utf8').length, whole.length);
    });

  const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3_600_000);

  it('keeps nothing of journals that were not used for 90 days, and touches nothing else', async () => {
    write({ 'a.md': keeping });
    await session();
    fs.utimesSync(cacheFile(), daysAgo(91), daysAgo(91));
    const kept = cacheFiles();
    const others = {
      '0123abcd.txt': 89,
      '89abcdef.txt': 91,
      'a1b2c3.tmp': 91,
      'notes.txt': 91,
      'ab.txt': 91,
    };
    for (const [name, days] of Object.entries(others)) {
      const file = path.join(storage.fsPath, 'index', name);
      fs.writeFileSync(file, name);
      fs.utimesSync(file, daysAgo(days), daysAgo(days));
    }
    const index = open();
    await index.whenReady();
    await index.refresh();
    assert.deepEqual(cacheFiles(), [...kept, '0123abcd.txt', 'ab.txt', 'notes.txt'].sort());
  });

  it('writes what it keeps of a journal anew after a month, so that its age tells of use', async () => {
    write({ 'a.md': keeping });
    await session();
    for (const [days, isRenewed] of [
      [29, false],
      [31, true],
    ] as const) {
      fs.utimesSync(cacheFile(), daysAgo(days), daysAgo(days));
      const reads = countReads();
      const index = open();
      await index.whenReady();
      await index.refresh();
      assert.equal(fs.statSync(cacheFile()).mtime > daysAgo(1), isRenewed);
      assert.deepEqual(reads, []);
    }
  });

  it('serves two windows at once, and whichever is next', async () => {
    write({ 'a.md': keeping });
    await session();
    const [one, other] = [open(), open()];
    await Promise.all([one.whenReady(), other.whenReady()]);
    await untilWatching(other);
    write({ 'a.md': leading, 'b.md': keeping });
    await Promise.all(
      [one, other].map((index) => untilTrue(() => hats(index)['a.md'] === 'lead' && index.notes.has('b.md'))),
    );
    await Promise.all([one.refresh(), other.refresh()]);
    assert.equal(cacheFiles().length, 1);
    await session();
    const reads = countReads();
    const next = open();
    await next.whenReady();
    assert.deepEqual(reads, []);
    assert.deepEqual(hats(next), { 'a.md': 'lead', 'b.md': 'keep' });
  });

  it('names what can’t be read', async () => {
    write({ 'a.md': keeping });
    fs.symlinkSync('..', path.join(folder, 'journal/loop'));
    const index = open();
    await index.whenReady();
    assert.deepEqual(index.skipped, [{ path: 'loop', reason: 'linkLoop' }]);
  });

  it('tells a few times at most of a burst of a thousand changes', async () => {
    const names = Array.from({ length: 1000 }, (_, at) => `notes/${at}.md`);
    write(Object.fromEntries(names.map((name) => [name, keeping])));
    const index = open();
    await index.whenReady();
    await untilWatching(index);
    let told = 0;
    index.onDidChange(() => told++);
    write(Object.fromEntries(names.map((name) => [name, leading])));
    await untilTrue(() => names.every((name) => hats(index)[name] === 'lead'));
    // Once, but where the machine is so busy that the burst has gaps.
    assert.ok(told >= 1 && told <= 4, `told ${told} times`);
  });

  it('reads anew with another framework, and another journal', async () => {
    write({ 'a.md': `${keeping} #cat/lead` });
    const index = open();
    await index.whenReady();
    framework = makeFramework('cat');
    frameworkChanged.fire();
    await untilTrue(() => hats(index)['a.md'] === 'lead');
    journal = journalIn(path.join(folder, 'other'));
    journalChanged.fire();
    assert.deepEqual(hats(index), {});
    await index.whenReady();
    await journal.files.create('b.md', '#cat/keep');
    await untilTrue(() => hats(index)['b.md'] === 'keep');
  });
});
