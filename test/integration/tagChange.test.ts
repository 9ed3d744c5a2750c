import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { placed } from '../support/journals';
import { BreakableFileSystem } from '../support/breakableFileSystem';
import { hostileName, plainMessage } from '../support/hostileTexts';
import { until } from '../support/until';
import { openFiles } from '#files';
import builtin from '../../src/core/framework/builtin.framework.yaml';
import { newRecord } from '../../src/core/journal/tags/changeRecord';
import { carryOut, type EditableNotes } from '../../src/core/journal/tags/changeRun';
import { type TagChange } from '../../src/core/journal/tags/tagChange';
import { systemClock } from '../../src/services/clock';
import type { Journal } from '../../src/services/services';
import { TaggedDocuments } from '../../src/services/taggedDocuments';
import { changeTag, noteChanger } from '../../src/features/tagRename/changeTag';
import { tellInterrupted } from '../../src/features/tagRename/interruptedChange';
import type { TagRenameServices } from '../../src/features/tagRename/renameServices';
import { editableNotes } from '../../src/features/tagRename/notes';
import { changeStore } from '../../src/features/tagRename/records';
import { readOf } from '../../src/features/tagRename/run';
import { undoLastTagChange } from '../../src/features/tagRename/undoTagChange';

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

/** Asked and told in the place of the person. */
class Told {
  readonly messages: string[] = [];
  /** What the person chooses, message by message. */
  readonly answers: (string | undefined)[] = [];
  /** What the last message offers. */
  offered: readonly unknown[] = [];
  readonly #real = { ...vscode.window };

  constructor() {
    const say = (message: string, ...offered: readonly unknown[]) => {
      this.offered = offered.filter((each) => typeof each === 'string');
      this.messages.push(message);
      return Promise.resolve(this.answers.shift());
    };
    Object.assign(vscode.window, {
      ...{ showInformationMessage: say, showWarningMessage: say, showErrorMessage: say },
    });
  }

  get last(): string {
    return this.messages.at(-1) ?? '';
  }

  /** The person stops what is in progress after so many steps. */
  stopAfter(steps: number): void {
    const { withProgress } = this.#real;
    let left = steps;
    const stopping: typeof withProgress = (options, task) =>
      withProgress(options, (progress, token) => {
        const source = new vscode.CancellationTokenSource();
        token.onCancellationRequested(() => {
          source.cancel();
        });
        const report = (value: { message?: string; increment?: number }) => {
          progress.report(value);
          if (--left === 0) source.cancel();
        };
        return task({ report }, source.token);
      });
    Object.assign(vscode.window, { withProgress: stopping });
  }

  dispose(): void {
    const { showInformationMessage, showWarningMessage, showErrorMessage, withProgress } = this.#real;
    Object.assign(vscode.window, {
      ...{ showInformationMessage, showWarningMessage, showErrorMessage, withProgress },
    });
  }
}

describe('A change of a tag in many notes', () => {
  const change: TagChange = {
    ...{ from: { dimension: 'risk-taking', hat: undefined }, withHats: true },
    to: { dimension: 'time-horizon', hat: undefined },
  };
  let root: string;
  let storage: string;
  let journal: Journal;
  let services: TagRenameServices;
  let documents: TaggedDocuments;
  let told: Told;

  beforeEach(() => {
    root = makeTempFolder('journal');
    storage = makeTempFolder('storage');
    const uri = vscode.Uri.file(root);
    const log = vscode.window.createOutputChannel('Test', { log: true });
    journal = {
      root: uri,
      files: openFiles(uri, vscode.Uri.file(storage), log),
      uri: (file) => vscode.Uri.joinPath(uri, file),
      ...placed(uri),
    };
    const never = new vscode.EventEmitter<void>().event;
    const shared = {
      ...{ log, clock: systemClock },
      framework: { current: builtin, whenReady: () => Promise.resolve(builtin), onDidChange: never },
      journal: { current: journal, onDidChange: never, onDidChangeAddress: never },
      context: { globalStorageUri: vscode.Uri.file(storage) },
      people: { current: { all: [] } },
      privacy: { hidden: false },
    } as unknown as TagRenameServices;
    documents = new TaggedDocuments(shared);
    services = { ...shared, documents };
    told = new Told();
  });
  afterEach(async () => {
    told.dispose();
    documents.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    removeFolder(root);
    removeFolder(storage);
  });

  const file = (name: string) => path.join(root, name);
  const read = (name: string) => fs.readFileSync(file(name), 'utf8');
  const write = (texts: Readonly<Record<string, string | Buffer>>) => {
    for (const [name, text] of Object.entries(texts)) {
      fs.mkdirSync(path.dirname(file(name)), { recursive: true });
      fs.writeFileSync(file(name), text);
    }
  };
  const readAll = (texts: object) => Object.fromEntries(Object.keys(texts).map((name) => [name, read(name)]));

  /** As the index knows the notes: by what is in these texts. */
  const index = (texts: Readonly<Record<string, string>>) => {
    const notes = Object.entries(texts).map(([name, text]) => ({
      ...documents.scanText(text, name),
      path: name,
    }));
    Object.assign(services, {
      index: { notes: new Map(notes.map((note) => [note.path, note])), whenReady: () => Promise.resolve() },
    });
  };

  /** The person asks for the change, and says yes. @returns what is told then */
  const changeNotes = async (texts: Readonly<Record<string, string>>) => {
    index(texts);
    told.answers.push('Change');
    await changeTag(services, journal, change);
    return told.last;
  };

  /** By the command, as after a reload: all that is known of the change lies in the storage. */
  const undoLast = async () => {
    told.answers.push('Undo');
    await undoLastTagChange({ ...services });
    return told.last;
  };

  const openDirty = async (name: string, draft: string) => {
    const document = await vscode.workspace.openTextDocument(file(name));
    await vscode.window.showTextDocument(document, { preview: false });
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), draft);
    await vscode.workspace.applyEdit(edit);
    return document;
  };
  const revert = async (document: vscode.TextDocument) => {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  };

  it('writes each file and nothing else in it: line ends, marks and words stay', async () => {
    const texts = {
      'a.md': '\uFEFFOne #risk-taking/own\r\nzwei ü 🎩\r\n',
      'b.md': '---\ntags: risk-taking/leadership\n---\n',
    };
    write(texts);
    assert.match(await changeNotes(texts), /is now “#time-horizon\/…”\. Places: 2 · Notes: 2\.$/);
    assert.equal(read('a.md'), '\uFEFFOne #time-horizon/own\r\nzwei ü 🎩\r\n');
    assert.equal(read('b.md'), '---\ntags: time-horizon/leadership\n---\n');
  });

  it('changes front matter of a form that only the YAML reader reads', async () => {
    const texts = { 'a.md': '---\n"tags": { a: 1 }\ntag: [risk-taking,\n  b]\n---\n' };
    write(texts);
    index({ 'a.md': '#risk-taking\n' });
    told.answers.push('Change');
    await changeTag(services, journal, change);
    assert.equal(read('a.md'), '---\n"tags": { a: 1 }\ntag: [time-horizon,\n  b]\n---\n');
  });

  it('is taken back, to the last byte, by what lies in the storage', async () => {
    const before = {
      'a.md': '\uFEFFOne #Risk-Taking/own\r\n',
      'b.md': '#risk-taking #risk-taking/leadership',
      'c.md': '---\ntags: [risk-taking, time-horizon] # two\n---\n',
    };
    write(before);
    await changeNotes(before);
    assert.equal(read('c.md'), '---\ntags: [time-horizon] # two\n---\n');
    assert.equal(await undoLast(), '“#time-horizon/…” is “#risk-taking/…” again.');
    assert.deepEqual(readAll(before), before);
    assert.equal(await undoLast(), 'There is no tag change to undo in this journal.');
  });

  it('is taken back but for a note that is gone, which is said', async () => {
    const before = { 'a.md': 'A #risk-taking\n', 'b.md': 'B #risk-taking\n' };
    write(before);
    await changeNotes(before);
    fs.rmSync(file('a.md'));
    assert.equal(
      await undoLast(),
      '“#time-horizon/…” is “#risk-taking/…” again, but for notes that were changed or removed since: a.md.',
    );
    assert.deepEqual([fs.existsSync(file('a.md')), read('b.md')], [false, before['b.md']]);
    assert.equal(await undoLast(), 'There is no tag change to undo in this journal.');
  });

  it('writes closed notes as files, however few: no document is opened or saved', async () => {
    const texts = { 'a.md': 'A #risk-taking\n', 'b.md': 'B #risk-taking\n' };
    write(texts);
    const held = await vscode.workspace.openTextDocument(file('a.md'));
    const inodes = ['a.md', 'b.md'].map((name) => fs.statSync(file(name)).ino);
    const seen: string[] = [];
    const listening = vscode.Disposable.from(
      vscode.workspace.onDidSaveTextDocument(({ fileName }) => seen.push(fileName)),
      vscode.workspace.onDidOpenTextDocument(({ fileName }) => seen.push(fileName)),
    );
    try {
      assert.match(await changeNotes(texts), /Places: 2 · Notes: 2\.$/);
      assert.deepEqual(['a.md', 'b.md'].map(read), ['A #time-horizon\n', 'B #time-horizon\n']);
      // Replaced by new ones.
      for (const [at, name] of ['a.md', 'b.md'].entries())
        assert.notEqual(fs.statSync(file(name)).ino, inodes[at]);
      // What VS Code tells comes in order: this one is last.
      const last = await vscode.workspace.openTextDocument(file('b.md'));
      assert.deepEqual(seen, [last.fileName]);
      await vscode.window.showTextDocument(held);
      await until(
        () => held.getText(),
        (text) => text === 'A #time-horizon\n',
      );
      assert.equal(held.isDirty, false);
    } finally {
      listening.dispose();
    }
  });

  it('leaves a file alone that holds bytes which are no text', async () => {
    const bytes = Buffer.from([0x23, ...Buffer.from('risk-taking '), 0xff, 0xfe, 0x0a]);
    write({ 'a.md': bytes });
    assert.match(
      await changeNotes({ 'a.md': '#risk-taking\n' }),
      /was not changed\. Left as they are.*: a\.md\.$/,
    );
    assert.deepEqual(fs.readFileSync(file('a.md')), bytes);
  });

  it('that is stopped in the middle leaves each file old or new, and is taken back as far as it went', async () => {
    const before = { 'a.md': 'A #risk-taking\n', 'b.md': 'B #risk-taking\n', 'c.md': 'C #risk-taking\n' };
    write(before);
    told.stopAfter(5);
    assert.equal(await changeNotes(before), 'Stopped. Changed so far: places 2, notes 2.');
    assert.deepEqual(Object.keys(before).map(read), [
      'A #time-horizon\n',
      'B #time-horizon\n',
      'C #risk-taking\n',
    ]);
    assert.equal(await undoLast(), '“#time-horizon/…” is “#risk-taking/…” again.');
    assert.deepEqual(readAll(before), before);
  });

  it('leaves a note alone that was changed since, when it is taken back', async () => {
    const texts = { 'a.md': 'A #risk-taking\n', 'b.md': 'B #risk-taking\n' };
    write(texts);
    await changeNotes(texts);
    write({ 'b.md': 'B #time-horizon, and more\n' });
    assert.match(await undoLast(), /but for notes that were changed or removed since: b\.md\.$/);
    assert.equal(read('a.md'), 'A #risk-taking\n');
    assert.equal(read('b.md'), 'B #time-horizon, and more\n');
  });

  it('names notes in plain text, whatever they are called', async () => {
    const note = `${hostileName}.md`;
    const texts = { [note]: 'A #risk-taking\n', 'b.md': 'B #risk-taking\n' };
    write(texts);
    await changeNotes(texts);
    write({ [note]: 'A #time-horizon, and more\n' });
    assert.ok(plainMessage(await undoLast()).endsWith(`changed or removed since: ${note}.`), told.last);
    write(texts);
    fs.chmodSync(file(note), 0o444);
    const said = plainMessage(await changeNotes(texts));
    assert.ok(said.includes('Left as they are') && said.endsWith(`: ${note}.`), said);
  });

  it('names the notes that it leaves alone by initials while details are hidden', async () => {
    const note = 'people/priya-shah/2026-11-24-priya.md';
    const said: string[] = [];
    for (const hidden of [true, false]) {
      services = { ...services, privacy: { ...services.privacy, hidden } };
      write({ [note]: 'A #risk-taking\n' });
      await changeNotes({ [note]: 'A #risk-taking\n' });
      write({ [note]: 'Changed since\n' });
      said.push(await undoLast());
    }
    assert.match(said[0]!, /were changed or removed since: people\/P\. S\.\/2026-11-24-P\.\.md\.$/);
    assert.match(said[1]!, /were changed or removed since: people\/priya-shah\/2026-11-24-priya\.md\.$/);
  });

  it('changes an open note in its editor, saves it only if it was saved, and takes both back', async () => {
    const texts = { 'a.md': 'A #risk-taking\n', 'b.md': 'B #risk-taking\n' };
    write(texts);
    const saved = await vscode.workspace.openTextDocument(file('a.md'));
    await vscode.window.showTextDocument(saved, { preview: false });
    const dirty = await openDirty('b.md', 'Draft #risk-taking. ');
    assert.match(await changeNotes(texts), /Places: 3 · Notes: 2\.$/);
    assert.deepEqual([saved.isDirty, dirty.isDirty], [false, true]);
    assert.deepEqual([saved.getText(), read('a.md')], ['A #time-horizon\n', 'A #time-horizon\n']);
    assert.equal(dirty.getText(), 'Draft #time-horizon. B #time-horizon\n');
    assert.equal(read('b.md'), 'B #risk-taking\n');
    assert.equal(await undoLast(), '“#time-horizon/…” is “#risk-taking/…” again.');
    assert.equal(dirty.getText(), 'Draft #risk-taking. B #risk-taking\n');
    assert.equal(read('a.md'), 'A #risk-taking\n');
    await revert(dirty);
  });

  it('keeps no text of a note in the storage once it is done', async () => {
    const texts = { 'a.md': 'The board was not amused. #risk-taking\n' };
    write(texts);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file('a.md')));
    await changeNotes(texts);
    const records = fs
      .readdirSync(storage, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => fs.readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
    assert.equal(records.length, 1);
    assert.match(records[0]!, /risk-taking/);
    assert.doesNotMatch(records[0]!, /amused/);
  });

  it('leaves a read-only note as it is, open or not, and names it', async () => {
    const texts = { 'a.md': 'A #risk-taking\n', 'b.md': 'B #risk-taking\n', 'c.md': 'C #risk-taking\n' };
    write(texts);
    const open = await vscode.workspace.openTextDocument(file('a.md'));
    await vscode.window.showTextDocument(open, { preview: false });
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

  it('leaves the last one to be undone when no note could be changed', async () => {
    const texts = { 'a.md': 'A #risk-taking\n', 'b.md': 'B #risk-taking\n' };
    write(texts);
    await changeNotes({ 'a.md': texts['a.md'] });
    fs.chmodSync(file('b.md'), 0o444);
    await changeNotes({ 'b.md': texts['b.md'] });
    await undoLast();
    assert.equal(read('a.md'), texts['a.md']);
  });

  describe('that was interrupted', () => {
    const before = { 'a.md': 'A #risk-taking\n', 'b.md': 'B #risk-taking\n', 'c.md': 'C #risk-taking\n' };

    /** The window dies when so many notes are changed: what it does from then on reaches nothing. */
    const interrupt = async (texts: Readonly<Record<string, string>>, after: number) => {
      write(texts);
      const clock = { ...systemClock, now: () => systemClock.now() - 60_000 };
      const store = await changeStore({ ...services, clock }, journal);
      const record = newRecord(change, '2026-11-24T09:30:12+01:00');
      assert.ok(await store.begin(record, readOf(journal)));
      const real = editableNotes(journal);
      let edits = 0;
      const edit: EditableNotes['edit'] = (name, how) =>
        ++edits > after ? new Promise<never>(() => undefined) : real.edit(name, how);
      const steps = { step: () => undefined, isStopped: () => false, failed: () => undefined };
      index(texts);
      const run = { store, notes: { ...real, edit }, steps };
      void carryOut(run, record, Object.keys(texts), await noteChanger(services, change));
      await until(
        () => edits,
        (count) => count > after,
      );
    };

    it('is said at the next start, and goes on', async () => {
      await interrupt(before, 2);
      told.answers.push('Go On');
      await tellInterrupted(services, journal);
      assert.deepEqual(told.messages.slice(-2), [
        'Changing “#risk-taking/…” to “#time-horizon/…” was interrupted. Notes that are changed: 2 of 3.',
        '“#risk-taking/…” is now “#time-horizon/…”. Places: 1 · Notes: 1.',
      ]);
      assert.deepEqual(Object.keys(before).map(read), [
        'A #time-horizon\n',
        'B #time-horizon\n',
        'C #time-horizon\n',
      ]);
      const said = told.messages.length;
      await tellInterrupted(services, journal);
      assert.equal(told.messages.length, said);
      await undoLast();
      assert.deepEqual(readAll(before), before);
    });

    it('is said at the next start, and is taken back', async () => {
      await interrupt(before, 2);
      told.answers.push('Undo');
      await tellInterrupted(services, journal);
      assert.equal(told.last, '“#time-horizon/…” is “#risk-taking/…” again.');
      assert.deepEqual(readAll(before), before);
      assert.equal(await undoLast(), 'There is no tag change to undo in this journal.');
    });

    it('is said again when nobody answered', async () => {
      await interrupt(before, 1);
      await tellInterrupted(services, journal);
      await tellInterrupted(services, journal);
      assert.equal(told.messages.filter((message) => message.includes('was interrupted')).length, 2);
    });

    it('goes on in notes that were changed since, and in new ones', async () => {
      await interrupt(before, 1);
      write({ 'b.md': 'B, and more #risk-taking #risk-taking\n', 'd.md': 'D #risk-taking\n' });
      index({ 'b.md': read('b.md'), 'd.md': read('d.md') });
      told.answers.push('Go On');
      await tellInterrupted(services, journal);
      assert.match(told.last, /Places: 4 · Notes: 3\.$/);
      assert.equal(read('b.md'), 'B, and more #time-horizon #time-horizon\n');
      assert.equal(read('d.md'), 'D #time-horizon\n');
    });

    it('leaves a note alone that was changed since, when it is taken back', async () => {
      await interrupt(before, 2);
      write({ 'b.md': 'B #time-horizon, and more\n' });
      told.answers.push('Undo');
      await tellInterrupted(services, journal);
      assert.match(told.last, /changed or removed since: b\.md\.$/);
      assert.deepEqual(['a.md', 'b.md'].map(read), [before['a.md'], 'B #time-horizon, and more\n']);
    });

    for (const [answer, text] of [
      ['Undo', before['a.md']],
      ['Go On', 'A #time-horizon\n'],
    ] as const)
      it(`rebuilds an open note that was emptied while VS Code saved it: ${answer}`, async () => {
        write(before);
        await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file('a.md')));
        await interrupt(before, 0);
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
        fs.truncateSync(file('a.md'));
        told.answers.push(answer);
        await tellInterrupted(services, journal);
        assert.equal(read('a.md'), text);
      });

    it('is the one to be undone once another one is asked for', async () => {
      await interrupt(before, 2);
      await undoLast();
      assert.deepEqual(readAll(before), before);
    });

    it('before it changed a note leaves the last one to be undone', async () => {
      write(before);
      await changeNotes({ 'a.md': before['a.md'] });
      await interrupt({ 'b.md': before['b.md'] }, 0);
      await undoLast();
      assert.equal(read('a.md'), before['a.md']);
    });
  });

  it('waits for another window that changes a tag', async () => {
    const texts = { 'a.md': 'A #risk-taking\n' };
    write(texts);
    const other = await changeStore(services, journal);
    assert.ok(
      await other.begin(newRecord(change, '2026-11-24T09:30:12+01:00'), () => Promise.resolve(undefined)),
    );
    assert.equal(
      await changeNotes(texts),
      'Another window is changing a tag in this journal. Try again when it is done.',
    );
    assert.equal(read('a.md'), texts['a.md']);
    await other.end(undefined);
    assert.match(await changeNotes(texts), /Places: 1 · Notes: 1\.$/);
  });

  it('waits for another window whose settings spell the journal’s folder in another way', async () => {
    const texts = { 'a.md': 'A #risk-taking\n' };
    write(texts);
    const link = path.join(storage, 'link');
    fs.symlinkSync(root, link);
    const other = await changeStore(services, { root: vscode.Uri.file(link) });
    assert.ok(
      await other.begin(newRecord(change, '2026-11-24T09:30:12+01:00'), () => Promise.resolve(undefined)),
    );
    assert.match(await changeNotes(texts), /^Another window is changing a tag in this journal\./);
    await other.end(undefined);
    assert.match(await changeNotes(texts), /Places: 1 · Notes: 1\.$/);
  });

  it('says nothing wrong when another window removed the record first', async () => {
    const texts = { 'a.md': 'A #risk-taking\n' };
    write(texts);
    const { files } = journal;
    const records = path.join(storage, 'tag-changes');
    const removing = new Proxy(files, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key);
        if (typeof value !== 'function') return value;
        return (...values: unknown[]) => {
          if (key === 'replace' || key === 'edit') fs.rmSync(records, { recursive: true, force: true });
          return Reflect.apply(value, target, values) as unknown;
        };
      },
    });
    journal = { ...journal, files: removing };
    assert.match(await changeNotes(texts), /Places: 1 · Notes: 1\.$/);
    assert.equal(read('a.md'), 'A #time-horizon\n');
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
      journal = {
        root: uri,
        files: openFiles(uri, vscode.Uri.file(storage), services.log),
        uri: (name) => vscode.Uri.joinPath(uri, name),
        ...placed(uri),
      };
      for (const [name, text] of Object.entries(texts)) disk.files.set(`/journal/${name}`, text);
      services = { ...services, journal: { ...services.journal, current: journal } };
    });
    afterEach(async () => {
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      registration.dispose();
      disk.dispose();
    });

    const failing = () => {
      disk.before = (call, name) => {
        if (call === 'write' && name === '/journal/a.md') throw vscode.FileSystemError.NoPermissions();
      };
    };

    it('names a closed note that can’t be written', async () => {
      failing();
      const said = await changeNotes(texts);
      assert.match(said, /Places: 1 · Notes: 1\. Left as they are, because .*: a\.md\.$/);
      assert.equal(disk.files.get('/journal/a.md'), texts['a.md']);
      assert.equal(disk.files.get('/journal/b.md'), 'B #time-horizon\n');
    });

    it('says of an undo what can’t be written, and tries it again', async () => {
      await changeNotes(texts);
      failing();
      told.answers.push('Undo', 'Try Again');
      const undone = undoLastTagChange({ ...services });
      await until(
        () => told.messages.filter((message) => message.includes('could not be changed back')),
        (said) => said.length === 2,
      );
      await undone;
      assert.match(
        told.last,
        /again\. These could not be changed back, and stay as they are: a\.md\. Make them writable/,
      );
      assert.deepEqual(
        ['a.md', 'b.md'].map((name) => disk.files.get(`/journal/${name}`)),
        ['A #time-horizon\n', 'B #risk-taking\n'],
      );
      disk.before = () => undefined;
      assert.match(await undoLast(), /again\.$/);
      assert.equal(disk.files.get('/journal/a.md'), texts['a.md']);
    });

    it('names an open note that can’t be saved, and shows it as it is on disk', async () => {
      const document = await vscode.workspace.openTextDocument(journal.uri('a.md'));
      await vscode.window.showTextDocument(document);
      failing();
      const said = await changeNotes(texts);
      assert.match(said, /Places: 1 · Notes: 1\. Left as they are, because .*: a\.md\.$/);
      assert.equal(disk.files.get('/journal/b.md'), 'B #time-horizon\n');
      assert.equal(document.getText(), texts['a.md']);
      await vscode.window.showTextDocument(document);
    });
  });
});
