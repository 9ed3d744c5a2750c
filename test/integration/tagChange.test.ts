import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { until } from '../support/until';
import { openFiles } from '#files';
import builtin from '../../src/core/framework/builtin.framework.yaml';
import { type TagChange } from '../../src/core/journal/tagChange';
import { systemClock } from '../../src/features/clock';
import { applyOneByOne, planNote, recordOf } from '../../src/features/language/tagChanger';
import { TaggedDocuments } from '../../src/features/language/documents';
import { readLastChange, writeLastChange } from '../../src/features/language/lastChange';
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

  it('changes a side in every note, and its own sub-tags stay', async () => {
    const document = await open('a.md', 'So #risk-taking/leadership/own, #risk-taking/management.\n');
    fs.writeFileSync(file('b.md'), '---\ntags: [risk-taking/leadership]\n---\n\n- #Risk-Taking/Leadership\n');
    await ready(document, '#risk');
    const edit = await until(
      () => rename(document, '#risk', '#time-horizon'),
      ({ size }) => size === 2,
    );
    await applyEntries(edit);
    // VS Code saves the notes that are not open a moment later.
    assert.equal(
      await until(
        () => read('b.md'),
        (text) => !text.includes('risk'),
      ),
      '---\ntags: [time-horizon]\n---\n\n- #time-horizon\n',
    );
    assert.equal(read('a.md'), 'So #time-horizon/own, #risk-taking/management.\n');
  });

  it('changes a dimension with all its hats to another dimension', async () => {
    const document = await open('a.md', 'So #risk-taking and #risk-taking/leadership.\n');
    await ready(document, '#risk');
    await applyEntries(await rename(document, '#risk', 'time-horizon'));
    assert.equal(read('a.md'), 'So #time-horizon and #time-horizon/leadership.\n');
  });

  it('counts what is on screen and not saved, and goes by its places', async () => {
    const document = await open('a.md', 'So #decision-making/management.\n');
    const other = await open('b.md', 'So #decision-making/management.\n');
    const draft = new vscode.WorkspaceEdit();
    draft.insert(other.uri, new vscode.Position(0, 0), 'Not saved.\n#decision-making/management ');
    await vscode.workspace.applyEdit(draft);
    await ready(document, '#decision');
    // The index learns a moment later what was typed.
    const edit = await until(
      () => rename(document, '#decision', 'risk-taking'),
      (planned) => planned.entries().flatMap(([, edits]) => edits).length === 3,
    );
    await applyEntries(edit);
    assert.equal(other.getText(), 'Not saved.\n#risk-taking So #risk-taking.\n');
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
    await writeLastChange(parts, journal, {
      ...{ format: 'two-hats-tag-change/1', from: '#risk-taking/…', to: '#time-horizon/…' },
      ...{ at: '2026-11-24T09:30:12+01:00', files },
    });
    const source = new vscode.CancellationTokenSource();
    let done = 0;
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
});
