import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { BreakableFileSystem } from '../support/breakableFileSystem';
import { until } from '../support/until';
import { openFiles } from '#files';
import builtin from '../../src/core/framework/builtin.framework.yaml';
import { type TagChange } from '../../src/core/journal/tagChange';
import { systemClock } from '../../src/features/clock';
import { changeTag } from '../../src/features/language/changeTag';
import { applyOneByOne, planNote, recordOf } from '../../src/features/language/tagChanger';
import { TaggedDocuments } from '../../src/features/language/documents';
import { beginChange, readLastChange } from '../../src/features/language/lastChange';
import type { LanguageParts } from '../../src/features/language/parts';
import { undoLastChange } from '../../src/features/language/undoTagChange';
import type { Journal } from '../../src/features/parts';

const makeTempFolder = (name: string) => fs.mkdtempSync(path.join(os.tmpdir(), `two-hats-${name}-`));
const removeFolder = (folder: string) => {
  fs.rmSync(folder, { recursive: true });
};
const realJournal = process.env.TWO_HATS_TEST_JOURNAL ?? '';

/** Replaces without asking, as VS Code does once the person has said yes. */
async function applyEntries(edit: vscode.WorkspaceEdit): Promise<void> {
  const plain = new vscode.WorkspaceEdit();
  for (const [uri, edits] of edit.entries()) plain.set(uri, edits);
  assert.ok(await vscode.workspace.applyEdit(plain, { isRefactoring: true }));
  await vscode.workspace.saveAll(false);
}

describe('F2 on a tag', () => {
  // Another one for each test: VS Code keeps what it knows of a file for a while.
  let folder = '';
  let tests = 0;
  const file = (name: string) => path.join(folder, name);
  const read = (name: string) => fs.readFileSync(file(name), 'utf8');

  beforeEach(() => {
    folder = path.join(realJournal, `f2-${++tests}`);
    fs.mkdirSync(folder, { recursive: true });
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    fs.rmSync(folder, { recursive: true });
  });

  async function open(name: string, text: string): Promise<vscode.TextDocument> {
    fs.writeFileSync(file(name), text);
    const document = await vscode.workspace.openTextDocument(file(name));
    await vscode.window.showTextDocument(document, { preview: false });
    return document;
  }

  const at = (document: vscode.TextDocument, text: string) =>
    document.positionAt(document.getText().indexOf(text) + 3);
  const rename = async (document: vscode.TextDocument, tag: string, name: string) =>
    vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at(document, tag),
      name,
    );
  const prepare = async (document: vscode.TextDocument, tag: string) =>
    vscode.commands.executeCommand<{ range: vscode.Range; placeholder: string }>(
      'vscode.prepareRename',
      document.uri,
      at(document, tag),
    );
  const ready = async (document: vscode.TextDocument, tag: string) =>
    until(
      () =>
        prepare(document, tag).then(
          (found) => found.placeholder,
          () => '',
        ),
      (placeholder) => placeholder.startsWith('#'),
    );

  it('begins with the tag as it counts', async () => {
    const document = await open('a.md', 'So #Risk-Taking/leadership/own.\n');
    assert.equal(await ready(document, '#Risk'), '#risk-taking/leadership');
  });

  it('leaves what is no known tag to VS Code', async () => {
    const document = await open('a.md', '# Plan #time-horizon\n\nSo #todo.\n');
    await ready(document, '#time');
    await assert.rejects(rename(document, '#todo', 'time-horizon'));
    const header = await prepare(document, 'Plan');
    assert.equal(header.placeholder, 'Plan #time-horizon');
  });

  // With tags that no other test uses: the index forgets removed notes a moment later, and of several it is asked first.
  it('changes a side, and its own sub-tags stay', async () => {
    const text = 'So #relationship-with-people/leadership/own, #relationship-with-people/management.\n';
    const document = await open('a.md', text);
    await ready(document, '#relationship');
    await applyEntries(await rename(document, '#relationship', '#focus-and-goals'));
    assert.equal(read('a.md'), 'So #focus-and-goals/own, #relationship-with-people/management.\n');
  });

  it('changes a dimension with all its hats to another dimension', async () => {
    const document = await open('a.md', 'So #decision-making and #decision-making/leadership.\n');
    await ready(document, '#decision');
    await applyEntries(await rename(document, '#decision', 'roles-and-responsibilities'));
    assert.equal(
      read('a.md'),
      'So #roles-and-responsibilities and #roles-and-responsibilities/leadership.\n',
    );
  });

  it('refuses a name that is no known tag, and says so', async () => {
    const document = await open('a.md', 'So #risk-taking.\n');
    await ready(document, '#risk');
    await assert.rejects(rename(document, '#risk', 'risks'), /“risks” is no tag of your framework/);
  });
});

describe('A change of many notes', () => {
  const change: TagChange = {
    ...{ from: { dimension: 'risk-taking', hat: undefined }, withHats: true },
    to: { dimension: 'time-horizon', hat: undefined },
  };
  let root: string;
  let storage: string;
  let journal: Journal;
  let parts: LanguageParts;
  let documents: TaggedDocuments;
  const token = new vscode.CancellationTokenSource().token;

  beforeEach(() => {
    root = makeTempFolder('journal');
    storage = makeTempFolder('storage');
    const uri = vscode.Uri.file(root);
    const log = vscode.window.createOutputChannel('Test', { log: true });
    journal = {
      root: uri,
      files: openFiles(uri, vscode.Uri.file(storage), log),
      uri: (file) => vscode.Uri.joinPath(uri, file),
    };
    const never = new vscode.EventEmitter<void>().event;
    const shared = {
      ...{ log, clock: systemClock },
      framework: { current: builtin, whenReady: () => Promise.resolve(builtin), onDidChange: never },
      journal: { current: journal, onDidChange: never },
      context: { globalStorageUri: vscode.Uri.file(storage) },
      people: { current: { all: [] } },
      privacy: { hidden: false },
    } as unknown as LanguageParts;
    documents = new TaggedDocuments(shared);
    parts = { ...shared, documents };
  });
  afterEach(async () => {
    documents.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    removeFolder(root);
    removeFolder(storage);
  });

  const file = (name: string) => path.join(root, name);
  const read = (name: string) => fs.readFileSync(file(name), 'utf8');
  const write = (texts: Readonly<Record<string, string | Buffer>>) => {
    for (const [name, text] of Object.entries(texts)) fs.writeFileSync(file(name), text);
  };

  /** Plans, records and changes; `stopAfter` files the window is killed or the person stops. */
  async function run(names: readonly string[], stopAfter = Infinity) {
    const planned = [];
    for (const name of names) {
      const plan = await planNote(parts, journal, name, change);
      if (plan) planned.push(plan);
    }
    const files = planned.map(recordOf);
    await beginChange(parts, journal, {
      ...{ format: 'two-hats-tag-change/1', from: '#risk-taking/…', to: '#time-horizon/…' },
      ...{ at: '2026-11-24T09:30:12+01:00', files },
    });
    const source = new vscode.CancellationTokenSource();
    let done = 0;
    if (stopAfter === 0) source.cancel();
    const step = () => {
      if (++done >= stopAfter) source.cancel();
    };
    return applyOneByOne(parts, journal, files, change, { step, token: source.token });
  }

  it('writes each file and nothing else in it: line ends, marks and words stay', async () => {
    write({
      'a.md': '\uFEFFOne #risk-taking/own\r\nzwei ü 🎩\r\n',
      'b.md': '---\ntags: risk-taking/leadership\n---\n',
    });
    const outcome = await run(['a.md', 'b.md']);
    assert.deepEqual(outcome, { places: 2, notes: 2, left: [], wasStopped: false });
    assert.equal(read('a.md'), '\uFEFFOne #time-horizon/own\r\nzwei ü 🎩\r\n');
    assert.equal(read('b.md'), '---\ntags: time-horizon/leadership\n---\n');
  });

  it('is taken back, to the last byte', async () => {
    const before = {
      'a.md': '\uFEFFOne #Risk-Taking/own\r\n',
      'b.md': '#risk-taking #risk-taking/leadership',
    };
    write(before);
    await run(['a.md', 'b.md']);
    await undoLastChange(parts, journal);
    assert.deepEqual({ 'a.md': read('a.md'), 'b.md': read('b.md') }, before);
    assert.equal(await readLastChange(parts, journal), undefined);
  });

  it('leaves a file alone that holds bytes which are no text', async () => {
    const bytes = Buffer.from([0x23, ...Buffer.from('risk-taking '), 0xff, 0xfe, 0x0a]);
    write({ 'a.md': bytes });
    await run(['a.md']);
    assert.deepEqual(fs.readFileSync(file('a.md')), bytes);
  });

  it('that ends in the middle leaves each file old or new, and is taken back as far as it went', async () => {
    const before = { 'a.md': 'A #risk-taking\n', 'b.md': 'B #risk-taking\n', 'c.md': 'C #risk-taking\n' };
    write(before);
    const outcome = await run(Object.keys(before), 2);
    assert.deepEqual(outcome, { places: 2, notes: 2, left: [], wasStopped: true });
    assert.deepEqual(['a.md', 'b.md', 'c.md'].map(read), [
      'A #time-horizon\n',
      'B #time-horizon\n',
      'C #risk-taking\n',
    ]);
    await undoLastChange(parts, journal);
    assert.deepEqual(Object.fromEntries(Object.keys(before).map((name) => [name, read(name)])), before);
  });

  it('leaves a note alone that was changed since, when it is taken back', async () => {
    write({ 'a.md': 'A #risk-taking\n', 'b.md': 'B #risk-taking\n' });
    await run(['a.md', 'b.md']);
    write({ 'b.md': 'B #time-horizon, and more\n' });
    await undoLastChange(parts, journal);
    assert.equal(read('a.md'), 'A #risk-taking\n');
    assert.equal(read('b.md'), 'B #time-horizon, and more\n');
  });

  it('names the notes that it leaves alone by initials while details are hidden', async () => {
    const said: string[] = [];
    const original = vscode.window.showWarningMessage;
    Object.assign(vscode.window, { showWarningMessage: (message: string) => void said.push(message) });
    const note = 'people/priya-shah/2026-11-24-priya.md';
    try {
      fs.mkdirSync(path.dirname(file(note)), { recursive: true });
      for (const hidden of [true, false]) {
        parts = { ...parts, privacy: { ...parts.privacy, hidden } };
        write({ [note]: 'A #risk-taking\n' });
        await run([note]);
        assert.ok(await readLastChange(parts, journal));
        write({ [note]: 'Changed since\n' });
        await undoLastChange(parts, journal);
      }
    } finally {
      Object.assign(vscode.window, { showWarningMessage: original });
    }
    assert.match(said[0]!, /were changed since: people\/P\. S\.\/2026-11-24-P\.\.md\.$/);
    assert.match(said[1]!, /were changed since: people\/priya-shah\/2026-11-24-priya\.md\.$/);
  });

  it('changes an open note in its editor, and saves it only if it was saved', async () => {
    write({ 'a.md': 'A #risk-taking\n', 'b.md': 'B #risk-taking\n' });
    const saved = await vscode.workspace.openTextDocument(file('a.md'));
    const dirty = await vscode.workspace.openTextDocument(file('b.md'));
    await vscode.window.showTextDocument(dirty);
    const draft = new vscode.WorkspaceEdit();
    draft.insert(dirty.uri, new vscode.Position(0, 0), 'Draft #risk-taking. ');
    await vscode.workspace.applyEdit(draft);
    await run(['a.md', 'b.md']);
    assert.equal(read('a.md'), 'A #time-horizon\n');
    assert.deepEqual([saved.isDirty, dirty.isDirty], [false, true]);
    assert.equal(dirty.getText(), 'Draft #time-horizon. B #time-horizon\n');
    assert.equal(read('b.md'), 'B #risk-taking\n');
    await undoLastChange(parts, journal);
    assert.equal(dirty.getText(), 'Draft #risk-taking. B #risk-taking\n');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('goes on where one file can’t be written, and names it', async () => {
    write({ 'a.md': 'A #risk-taking\n', 'b.md': 'B #risk-taking\n' });
    fs.chmodSync(file('a.md'), 0o444);
    const outcome = await run(['a.md', 'b.md']);
    assert.deepEqual(outcome, { places: 1, notes: 1, left: ['a.md'], wasStopped: false });
    assert.deepEqual(['a.md', 'b.md'].map(read), ['A #risk-taking\n', 'B #time-horizon\n']);
  });

  it('leaves a note alone that somebody else changed after it was planned', async () => {
    write({ 'a.md': 'A #risk-taking\n' });
    const plan = await planNote(parts, journal, 'a.md', change);
    write({ 'a.md': 'A #risk-taking, changed\n' });
    const outcome = await applyOneByOne(parts, journal, [recordOf(plan!)], change, {
      step: () => undefined,
      token,
    });
    assert.deepEqual(outcome.left, ['a.md']);
    assert.equal(read('a.md'), 'A #risk-taking, changed\n');
  });

  describe('few enough for one edit', () => {
    interface Told {
      readonly messages: string[];
      /** What the person chooses, message by message. */
      readonly answers: (string | undefined)[];
      /** What the last message offers. */
      offered: readonly unknown[];
    }
    let told: Told;
    const { showInformationMessage, showWarningMessage, showErrorMessage } = vscode.window;

    beforeEach(() => {
      told = { messages: [], answers: [], offered: [] };
      const say = (message: string, ...offered: readonly unknown[]) => {
        told.offered = offered;
        told.messages.push(message);
        return Promise.resolve(told.answers.shift());
      };
      const messages = { showInformationMessage: say, showWarningMessage: say, showErrorMessage: say };
      Object.assign(vscode.window, messages);
    });
    afterEach(() => {
      Object.assign(vscode.window, { showInformationMessage, showWarningMessage, showErrorMessage });
    });

    const changeNotes = async (texts: Readonly<Record<string, string>>) => {
      const notes = Object.entries(texts).map(([name, text]) => ({
        ...documents.scanText(text, name),
        path: name,
      }));
      Object.assign(parts, { index: { notes: new Map(notes.map((note) => [note.path, note])) } });
      told.answers.push('Change');
      await changeTag(parts, journal, change);
      return told.messages.at(-1) ?? '';
    };

    it('is on disk when it is told, be it one note that nobody has open', async () => {
      const texts = { 'a.md': 'A #risk-taking\n' };
      write(texts);
      assert.match(await changeNotes(texts), /is now “#time-horizon\/…”\. Places: 1 · Notes: 1\.$/);
      assert.equal(read('a.md'), 'A #time-horizon\n');
    });

    it('is on disk when it is told, whatever VS Code saves of its own accord', async () => {
      const texts = { 'a.md': 'A #risk-taking\n', 'b.md': 'B #risk-taking\n' };
      write(texts);
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file('a.md')));
      const settings = vscode.workspace.getConfiguration('files.refactoring');
      await settings.update('autoSave', false, vscode.ConfigurationTarget.Global);
      try {
        await changeNotes(texts);
        assert.deepEqual(['a.md', 'b.md'].map(read), ['A #time-horizon\n', 'B #time-horizon\n']);
      } finally {
        await settings.update('autoSave', undefined, vscode.ConfigurationTarget.Global);
      }
    });

    it('saves nothing that the person has not saved', async () => {
      const texts = { 'a.md': 'A #risk-taking\n', 'b.md': 'B #risk-taking\n' };
      write(texts);
      const draft = await vscode.workspace.openTextDocument(file('a.md'));
      const edit = new vscode.WorkspaceEdit();
      edit.insert(draft.uri, new vscode.Position(0, 0), 'Draft. ');
      await vscode.workspace.applyEdit(edit);
      await changeNotes(texts);
      assert.equal(draft.getText(), 'Draft. A #time-horizon\n');
      assert.deepEqual(['a.md', 'b.md'].map(read), ['A #risk-taking\n', 'B #time-horizon\n']);
      await vscode.window.showTextDocument(draft);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    });

    it('leaves a read-only note as it is, open or not, and names it', async () => {
      const texts = { 'a.md': 'A #risk-taking\n', 'b.md': 'B #risk-taking\n', 'c.md': 'C #risk-taking\n' };
      write(texts);
      const open = await vscode.workspace.openTextDocument(file('a.md'));
      for (const name of ['a.md', 'b.md']) fs.chmodSync(file(name), 0o444);
      const said = await changeNotes(texts);
      assert.match(said, /Places: 1 · Notes: 1\. Left as they are, because .*: a\.md and b\.md\.$/);
      assert.equal(open.getText(), 'A #risk-taking\n');
      assert.deepEqual(Object.keys(texts).map(read), [
        'A #risk-taking\n',
        'B #risk-taking\n',
        'C #time-horizon\n',
      ]);
    });

    it('does not say that a tag is another one when every note of it is read-only', async () => {
      const texts = { 'a.md': 'A #risk-taking\n' };
      write(texts);
      fs.chmodSync(file('a.md'), 0o444);
      assert.match(
        await changeNotes(texts),
        /^“#risk-taking\/…” was not changed\. Left as they are.*: a\.md\.$/,
      );
      assert.deepEqual(told.offered, ['Show Log']);
      assert.equal(read('a.md'), 'A #risk-taking\n');
    });

    it('leaves the last one to be undone when the window is closed before another is made', async () => {
      const texts = { 'a.md': 'A #risk-taking\n', 'b.md': 'B #risk-taking\n' };
      write(texts);
      await changeNotes({ 'a.md': texts['a.md'] });
      await run(['b.md'], 0);
      await undoLastChange(parts, journal);
      assert.equal(read('a.md'), texts['a.md']);
    });

    it('is the one to be undone, even when the window is closed before it is told', async () => {
      const texts = { 'a.md': 'A #risk-taking\n', 'b.md': 'B #risk-taking\n' };
      write(texts);
      await changeNotes({ 'a.md': texts['a.md'] });
      await run(['b.md']);
      await undoLastChange(parts, journal);
      assert.deepEqual(['a.md', 'b.md'].map(read), ['A #time-horizon\n', texts['b.md']]);
    });

    it('leaves the last one to be undone when no note could be changed', async () => {
      const texts = { 'a.md': 'A #risk-taking\n', 'b.md': 'B #risk-taking\n' };
      write(texts);
      await changeNotes({ 'a.md': texts['a.md'] });
      fs.chmodSync(file('b.md'), 0o444);
      await changeNotes({ 'b.md': texts['b.md'] });
      await undoLastChange(parts, journal);
      assert.equal(read('a.md'), texts['a.md']);
    });

    describe('on a disk that fails', () => {
      const texts = { 'a.md': 'A #risk-taking\n', 'b.md': 'B #risk-taking\n' };
      let disk: BreakableFileSystem;
      let registration: vscode.Disposable;
      let disks = 0;

      beforeEach(() => {
        disk = new BreakableFileSystem();
        const scheme = `two-hats-disk-${++disks}`;
        registration = vscode.workspace.registerFileSystemProvider(scheme, disk);
        const uri = vscode.Uri.from({ scheme, path: '/journal' });
        journal = { ...journal, root: uri, uri: (name) => vscode.Uri.joinPath(uri, name) };
        for (const [name, text] of Object.entries(texts)) disk.files.set(`/journal/${name}`, text);
      });
      afterEach(async () => {
        await vscode.commands.executeCommand('workbench.action.files.revert');
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
        registration.dispose();
        disk.dispose();
      });

      it('names a note that can’t be saved, and shows it as it is on disk', async () => {
        disk.written = (name, text) => (name === '/journal/a.md' ? texts['a.md'] : text);
        disk.before = (call, name) => {
          if (call === 'write' && name === '/journal/a.md') throw vscode.FileSystemError.NoPermissions();
        };
        const said = await changeNotes(texts);
        assert.match(said, /Places: 1 · Notes: 1\. Left as they are, because .*: a\.md\.$/);
        assert.equal(disk.files.get('/journal/b.md'), 'B #time-horizon\n');
        const document = await vscode.workspace.openTextDocument(journal.uri('a.md'));
        assert.equal(document.getText(), texts['a.md']);
        await vscode.window.showTextDocument(document);
      });

      /** VS Code takes the whole edit or nothing. */
      const refuse = () => {
        let reads = 0;
        disk.before = (call, name) => {
          if (call === 'read' && name === '/journal/b.md' && ++reads > 1)
            throw vscode.FileSystemError.Unavailable();
        };
      };

      it('is told to be none when VS Code does not take the edit', async () => {
        refuse();
        assert.match(
          await changeNotes(texts),
          /^“#risk-taking\/…” could not be changed to “#time-horizon\/…”.*Try again\.$/,
        );
        assert.equal(disk.files.get('/journal/a.md'), texts['a.md']);
      });
    });
  });
});
