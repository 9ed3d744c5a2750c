import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { parse } from 'yaml';
import { openFiles } from '#files';
import framework from '../../src/core/framework/builtin.framework.yaml';
import type { Pole } from '../../src/core/framework/model';
import builtin from '../../src/core/templates/builtin.templates.yaml';
import { ActionsView } from '../../src/features/actionsView/actionsView';
import { saveNote, openUnsaved } from '../../src/features/shared/saveNote';
import { newOneOnOneNote } from '../../src/features/notes/newOneOnOneNote';
import { Moves } from '../../src/features/notes/moves';
import { addressOf, Preparations } from '../../src/features/notes/prepare/document';
import { newReflection } from '../../src/features/notes/newReflection';
import { newRetrospective } from '../../src/features/notes/newRetrospective';
import type { Journal, JournalSource } from '../../src/services/services';
import { Settings } from '../../src/services/settings';
import { noConfig } from '../../src/core/journal/config/configModel';
import { topicsIn } from '../../src/core/journal/capture/topics';
import { peopleOf } from '../../src/core/journal/people/knownPeople';
import { placed } from '../support/journals';
import { indexed } from '../support/notes';
import { untilTrue } from '../support/until';

const byId = (id: string) => builtin.templates.find((template) => template.id === id)!;
const weekly = byId('1on1-weekly');
const sailboat = byId('retro-sailboat');
const reflection = byId('reflection');

describe('In the journal', () => {
  let folder: string;
  let journal: Journal;
  let answers: (Journal | undefined)[];
  const log = vscode.window.createOutputChannel('Test', { log: true });
  const never = new vscode.EventEmitter<void>();
  const remembered = new Map<string, unknown>();
  const memory = {
    get: (key: string): unknown => remembered.get(key),
    update: (key: string, value: unknown) => {
      remembered.set(key, value);
      return Promise.resolve();
    },
  };
  const settings = new Settings();
  /** What is in the folder now, as the index would know it. */
  const indexNow = () =>
    indexed(Object.fromEntries(notes().map((note) => [note.replaceAll(path.sep, '/'), read(note)])));
  const indexWith = (notesRead: vscode.EventEmitter<void>) => ({
    get notes() {
      return indexNow();
    },
    skipped: [],
    isReady: true,
    whenReady: () => Promise.resolve(),
    refresh: () => Promise.resolve(),
    onDidChange: notesRead.event,
  });
  const index = indexWith(never);
  const people = {
    get current() {
      return peopleOf(indexNow().values(), noConfig);
    },
    whenReady: () => Promise.resolve(peopleOf(indexNow().values(), noConfig)),
    onDidChange: never.event,
  };
  const openTasksOf = (note: string) =>
    (index.notes.get(note)?.tasks ?? []).filter(({ state }) => state === 'open').map((task) => ({ task }));
  const clock = { now: () => Date.parse('2026-11-24T23:30:00Z'), offset: () => 60 };
  const noJournal = {
    current: undefined,
    onDidChange: never.event,
    onDidChangeAddress: never.event,
    ensure: () => Promise.resolve(undefined),
    choose: () => Promise.resolve(undefined),
  };
  const movesIn = (globalStorageUri: vscode.Uri, source: JournalSource, notesRead = never) =>
    new Moves({
      context: { globalStorageUri } as unknown as vscode.ExtensionContext,
      journal: source,
      index: indexWith(notesRead),
      privacy: { hidden: false },
      ...{ clock, log, memory, people, settings },
    });
  const moves = movesIn(vscode.Uri.file(path.join(os.tmpdir(), `two-hats-moves-${process.pid}`)), noJournal);
  const services = {
    ...{ index, people, settings, moves },
    privacy: { hidden: false },
    log,
    clock,
    framework: {
      current: framework,
      whenReady: () => Promise.resolve(framework),
      onDidChange: never.event,
    },
    journal: {
      current: undefined,
      onDidChange: never.event,
      onDidChangeAddress: never.event,
      ensure: () => Promise.resolve(answers.shift()),
      choose: () => Promise.resolve(answers.shift()),
    },
  };

  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-notes-'));
    journal = journalIn(folder);
    answers = [journal, journal, journal];
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    fs.rmSync(folder, { recursive: true, force: true });
  });
  after(() => {
    moves.dispose();
    log.dispose();
    never.dispose();
  });

  const notes = () =>
    fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => fs.statSync(path.join(folder, name)).isFile())
      .sort();
  const read = (note: string) => fs.readFileSync(path.join(folder, note), 'utf8');
  const shown = () => path.relative(folder, vscode.window.activeTextEditor?.document.uri.fsPath ?? '');

  const names = [
    'Priya Shah',
    "Zoë O'Brien/QA",
    '李雷',
    'CON',
    '..',
    'x'.repeat(200),
    '🦊',
    '"a": #b',
    'priya SHAH',
  ];
  for (const name of names)
    it(`a 1:1 note with ${JSON.stringify(name.slice(0, 20))} holds the true name and opens where to write`, async () => {
      await newOneOnOneNote(services, { name, template: weekly, prompts: [] });
      const [note = '', ...others] = notes();
      assert.deepEqual(others, []);
      assert.match(note, /^people\/[^/]+\/2026-11-25\.md$/);
      const [, head = ''] = /^---\n([^]*?\n)---\n/.exec(read(note)) ?? [];
      const expected = { kind: 'one-on-one', person: name, date: '2026-11-25', template: '1on1-weekly' };
      assert.deepEqual(parse(head), expected);
      const editor = vscode.window.activeTextEditor!;
      assert.equal(shown(), note);
      assert.equal(editor.document.isDirty, false);
      const { active } = editor.selection;
      assert.equal(editor.document.lineAt(active).text, '- ');
      assert.equal(active.character, 2);
      assert.match(editor.document.lineAt(active.line - 4).text, /^## Check-in/);
    });

  it('names that differ in case have folders of their own; one name in two Unicode forms has one', async () => {
    for (const name of ['Priya Shah', 'priya shah', 'Zoë', 'Zoe\u0308']) {
      answers = [journal];
      await newOneOnOneNote(services, { name, template: weekly, prompts: [] });
    }
    const folders = fs.readdirSync(path.join(folder, 'people'));
    assert.equal(folders.length, 3);
    assert.equal(new Set(folders.map((name) => name.toLowerCase())).size, 3);
  });

  it('a second 1:1 note on the same day opens the first, unchanged, at its end', async () => {
    const note = 'people/priya-shah/2026-11-25.md';
    const mine = '---\nperson: Priya Shah\n---\n\nMine, 😀';
    fs.mkdirSync(path.dirname(path.join(folder, note)), { recursive: true });
    fs.writeFileSync(path.join(folder, note), mine);
    await newOneOnOneNote(services, { name: 'Priya Shah', template: weekly, prompts: [] });
    assert.deepEqual([notes(), read(note), shown()], [[note], mine, note]);
    assert.deepEqual(vscode.window.activeTextEditor?.selection.active, new vscode.Position(4, 8));
  });

  const earlier = 'people/ana/2026-11-18.md';
  const writeEarlier = (text: string) => {
    fs.mkdirSync(path.join(folder, 'people/ana'), { recursive: true });
    fs.writeFileSync(path.join(folder, earlier), `---\nperson: Ana\n---\n${text}`);
  };

  const today = 'people/ana/2026-11-25.md';
  const takesIn = async (text: string) => {
    writeEarlier('- [ ] Ask for the budget @ana\n');
    fs.writeFileSync(path.join(folder, 'people/ana/next.md'), '- the rota\n');
    fs.writeFileSync(path.join(folder, today), text);
    const prompts = [{ text: 'What would you try?', tag: 'risk-taking/leadership' }];
    await newOneOnOneNote(services, { name: 'Ana', template: weekly, prompts });
  };
  const head = '---\nperson: Ana\n---\n\n';
  const opening =
    '## Still open\n\n- [ ] Ask for the budget @ana\n\n## Collected topics\n\n- the rota\n\n## Worth asking\n\n- What would you try? #risk-taking/leadership\n\n';

  it('a note of the day takes in what is open, topics and prompts, each once; one undo takes all of it back', async () => {
    const mine = `${head}# 1:1\n\n## Talk\n\n- mine\n`;
    let writes = 0;
    const written = vscode.workspace.onDidSaveTextDocument(() => writes++);
    await takesIn(mine);
    written.dispose();
    // What nobody had open is no editor's to save: a kill meanwhile would leave it empty.
    assert.equal(writes, 0);
    const marked = '- [>] Ask for the budget @ana → [2026-11-25](2026-11-25.md)\n';
    const places = () => [read(today), read(earlier), read('people/ana/next.md')];
    const mark = topicsIn('- the rota\n')?.mark;
    const after = [
      `---\nperson: Ana\ntopics: "${mark}"\n---\n\n# 1:1\n\n${opening}## Talk\n\n- mine\n`,
      `---\nperson: Ana\n---\n${marked}`,
      '',
    ];
    assert.deepEqual(places(), after);
    assert.equal(shown(), today);
    await newOneOnOneNote(services, { name: 'Ana', template: weekly, prompts: [] });
    assert.deepEqual(places(), after);
    const before = [mine, `---\nperson: Ana\n---\n- [ ] Ask for the budget @ana\n`, '- the rota\n'];
    await vscode.commands.executeCommand('undo');
    await untilTrue(() => JSON.stringify(places()) === JSON.stringify(before));
    await vscode.commands.executeCommand('redo');
    await untilTrue(() => JSON.stringify(places()) === JSON.stringify(after));
  });

  it('a note of the day with unsaved words takes in, too, and old places wait until it is saved', async () => {
    fs.mkdirSync(path.join(folder, 'people/ana'), { recursive: true });
    fs.writeFileSync(path.join(folder, today), `${head}# 1:1\n`);
    const document = await vscode.workspace.openTextDocument(path.join(folder, today));
    await vscode.window.showTextDocument(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, '\nmine\n');
    await vscode.workspace.applyEdit(edit);
    const storage = vscode.Uri.file(fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-storage-')));
    const own = movesIn(storage, { ...noJournal, current: journal });
    try {
      writeEarlier('- [ ] Ask\n');
      fs.writeFileSync(path.join(folder, 'people/ana/next.md'), '- the rota\n');
      await newOneOnOneNote({ ...services, moves: own }, { name: 'Ana', template: weekly, prompts: [] });
      assert.match(
        document.getText(),
        /mine\n\n## Still open\n\n- \[ \] Ask\n\n## Collected topics\n\n- the rota\n/,
      );
      assert.deepEqual(
        [read(today), read(earlier), read('people/ana/next.md')],
        [`${head}# 1:1\n`, '---\nperson: Ana\n---\n- [ ] Ask\n', '- the rota\n'],
      );
      await document.save();
      await untilTrue(() => read('people/ana/next.md') === '' && read(earlier).includes('[>] Ask'));
    } finally {
      own.dispose();
    }
  });

  it('a note of the day that is private as a whole takes in nothing, which would be out of sight there', async () => {
    const mine = '---\ntags: [private]\n---\n\n# 1:1\n';
    await takesIn(mine);
    assert.deepEqual(
      [read(today), read(earlier), read('people/ana/next.md')],
      [mine, '---\nperson: Ana\n---\n- [ ] Ask for the budget @ana\n', '- the rota\n'],
    );
    assert.equal(shown(), today);
  });

  it('a note of the day that is no text is said so, and nothing moves', async () => {
    const bytes = Buffer.from([0xff, 0xfe, 0, 0, 1, 2, 0, 0]);
    const { showErrorMessage } = vscode.window;
    const said: string[] = [];
    Object.assign(vscode.window, {
      showErrorMessage: (message: string) => Promise.resolve(void said.push(message)),
    });
    try {
      writeEarlier('- [ ] Ask for the budget @ana\n');
      fs.writeFileSync(path.join(folder, today), bytes);
      await newOneOnOneNote(services, { name: 'Ana', template: weekly, prompts: [] });
    } finally {
      Object.assign(vscode.window, { showErrorMessage });
    }
    assert.match(said.join('\n'), /2026-11-25\.md.*UTF-8/s);
    assert.deepEqual(fs.readFileSync(path.join(folder, today)), bytes);
    assert.match(read(earlier), /- \[ \] Ask/);
  });

  it('what a note of the day took in is taken back by one undo, whatever its line breaks', async () => {
    const mine = `\uFEFF${head}# 1:1\r\n\n## Talk\r\n`;
    await takesIn(mine);
    assert.match(read(earlier), /- \[>\] Ask/);
    await vscode.commands.executeCommand('undo');
    await untilTrue(
      () => read(earlier).includes('- [ ] Ask') && read('people/ana/next.md') === '- the rota\n',
    );
    assert.doesNotMatch(read(today), /Ask|rota/);
  });

  it('a task that the note of the day has already is marked where it stood, and topics stay where they can’t be told', async () => {
    await takesIn('---\n{person: Ana}\n---\n\n- [x] Ask for the budget @ana\n');
    assert.equal(read(today).match(/Ask for the budget/g)?.length, 1);
    assert.match(read(earlier), /- \[>\] Ask/);
    assert.doesNotMatch(read(today), /the rota/);
    assert.equal(read('people/ana/next.md'), '- the rota\n');
  });

  it('a note in the place of one that was removed opens where to write, too', async () => {
    const note = path.join(folder, 'people/priya-shah/2026-11-25.md');
    fs.mkdirSync(path.dirname(note), { recursive: true });
    fs.writeFileSync(note, 'Other words.\n'.repeat(100));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(note));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    fs.rmSync(note);
    await newOneOnOneNote(services, { name: 'Priya Shah', template: weekly, prompts: [] });
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    assert.equal(editor.document.getText(), read('people/priya-shah/2026-11-25.md'));
    assert.match(editor.document.lineAt(editor.selection.active.line - 4).text, /^## Check-in/);
  });

  it('the note lies with the person’s others, whatever their folder is called', async () => {
    fs.mkdirSync(path.join(folder, 'people/my-priya'), { recursive: true });
    fs.writeFileSync(path.join(folder, 'people/my-priya/2026-11-01.md'), '---\nperson: Priya Shah\n---\n');
    await newOneOnOneNote(services, { name: 'Priya Shah', template: weekly, prompts: [] });
    assert.deepEqual(notes(), ['people/my-priya/2026-11-01.md', 'people/my-priya/2026-11-25.md']);
  });

  it('a 1:1 note opens with what is still open and what was collected, which it takes over', async () => {
    writeEarlier('- [ ] Ask for the budget @ana\n- [x] Done\n- [ ] Mine alone #private\n');
    fs.writeFileSync(path.join(folder, 'people/ana/next.md'), '- the rota\n');
    await newOneOnOneNote(services, { name: 'Ana', template: weekly, prompts: [] });
    const text = read('people/ana/2026-11-25.md');
    assert.match(
      text,
      /^# .*\n\n\*Last met 7 days ago, 2026-11-18\*\n\n## Still open\n\n- \[ \] Ask for the budget @ana\n\n## Collected topics\n\n- the rota\n\n/m,
    );
    assert.equal(
      read(earlier),
      '---\nperson: Ana\n---\n- [>] Ask for the budget @ana → [2026-11-25](2026-11-25.md)\n- [x] Done\n- [ ] Mine alone #private\n',
    );
    assert.equal(read('people/ana/next.md'), '');
    await newOneOnOneNote(services, { name: 'Ana', template: weekly, prompts: [] });
    assert.equal(read('people/ana/2026-11-25.md'), text);
  });

  it('a note has the focus in the end, though the trees that it refreshes may take it', async () => {
    const real = vscode.commands.executeCommand;
    const seen: (string | undefined)[] = [];
    Object.assign(vscode.commands, {
      executeCommand: (command: string, ...rest: unknown[]) => {
        if (command === 'workbench.action.focusActiveEditorGroup')
          seen.push(
            vscode.window.activeTextEditor && path.basename(vscode.window.activeTextEditor.document.fileName),
          );
        return real(command, ...rest);
      },
    });
    try {
      await newReflection(services, reflection);
    } finally {
      Object.assign(vscode.commands, { executeCommand: real });
    }
    assert.deepEqual(seen, ['2026-11-25-reflection.md']);
  });

  it('finishes at the next start what a kill left between the new note and the old one', async () => {
    writeEarlier('- [ ] One\n- [ ] Two\n');
    const [{ task: one } = { task: undefined }, { task: two } = { task: undefined }] = openTasksOf(earlier);
    assert.ok(one && two);
    const mark = topicsIn('- topic\n')?.mark ?? '';
    fs.writeFileSync(
      path.join(folder, 'people/ana/2026-11-25.md'),
      `---\ntopics: ${mark}\n---\n\n- [x] One\n- [ ] Two\n- topic\n`,
    );
    const storage = vscode.Uri.file(fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-storage-')));
    // The window that was killed spelled the folder otherwise.
    const link = `${fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-link-'))}/journal`;
    fs.symlinkSync(folder, link);
    const pending = {
      journal: vscode.Uri.file(link).toString(),
      note: 'people/ana/2026-11-25.md',
      at: 0,
      tasks: [one, two].map(({ line, hash }) => ({ path: earlier, line, hash, arrivesAs: hash })),
      topics: { path: 'people/ana/next.md', mark },
    };
    fs.writeFileSync(path.join(folder, 'people/ana/next.md'), '- topic\n- captured later\n');
    fs.mkdirSync(path.join(storage.fsPath, 'moves'));
    fs.writeFileSync(path.join(storage.fsPath, 'moves/1.json'), JSON.stringify(pending));
    const notesRead = new vscode.EventEmitter<void>();
    const interrupted = movesIn(storage, { ...noJournal, current: journal }, notesRead);
    assert.match(read(earlier), /- \[ \] One/);
    notesRead.fire();
    await untilTrue(() => fs.readdirSync(path.join(storage.fsPath, 'moves')).length === 0);
    interrupted.dispose();
    assert.equal(read('people/ana/next.md'), '- captured later\n');
    const moved = '→ [2026-11-25](2026-11-25.md)';
    assert.equal(read(earlier), `---\nperson: Ana\n---\n- [>] One ${moved}\n- [>] Two ${moved}\n`);
  });

  it('a topic that is collected once more is there once more', async () => {
    writeEarlier('');
    const collected = path.join(folder, 'people/ana/next.md');
    fs.writeFileSync(collected, '- the rota\n');
    await newOneOnOneNote(services, { name: 'Ana', template: weekly, prompts: [] });
    assert.equal(read('people/ana/next.md'), '');
    fs.renameSync(
      path.join(folder, 'people/ana/2026-11-25.md'),
      path.join(folder, 'people/ana/2026-11-20.md'),
    );
    fs.writeFileSync(collected, '- the rota\n- and more\n');
    await newOneOnOneNote(services, { name: 'Ana', template: weekly, prompts: [] });
    assert.match(read('people/ana/2026-11-25.md'), /## Collected topics\n\n- the rota\n- and more\n/);
    assert.equal(read('people/ana/next.md'), '');
  });

  it('topics on screen are taken up as they stand there, and nothing is saved for the person', async () => {
    writeEarlier('');
    const collected = path.join(folder, 'people/ana/next.md');
    fs.writeFileSync(collected, '- the rota\n');
    const document = await vscode.workspace.openTextDocument(collected);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(1, 0), '- not saved yet\n');
    await vscode.workspace.applyEdit(edit);
    await newOneOnOneNote(services, { name: 'Ana', template: weekly, prompts: [] });
    assert.match(read('people/ana/2026-11-25.md'), /\n- the rota\n- not saved yet\n/);
    assert.deepEqual(
      [document.getText(), document.isDirty, read('people/ana/next.md')],
      ['', true, '- the rota\n'],
    );
    assert.ok(await document.save());
    assert.equal(read('people/ana/next.md'), '');
  });

  it('topics stay where a note of that day was written by hand before a kill was noticed', async () => {
    writeEarlier('');
    fs.writeFileSync(path.join(folder, 'people/ana/next.md'), '- topic\n');
    fs.writeFileSync(path.join(folder, 'people/ana/2026-11-25.md'), 'Mine\n');
    const storage = vscode.Uri.file(fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-storage-')));
    fs.mkdirSync(path.join(storage.fsPath, 'moves'));
    const topics = { path: 'people/ana/next.md', mark: topicsIn('- topic\n')?.mark };
    // The window that was killed spelled the folder otherwise.
    const link = `${fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-link-'))}/journal`;
    fs.symlinkSync(folder, link);
    const pending = {
      journal: vscode.Uri.file(link).toString(),
      note: 'people/ana/2026-11-25.md',
      at: 0,
      tasks: [],
      topics,
    };
    fs.writeFileSync(path.join(storage.fsPath, 'moves/1.json'), JSON.stringify(pending));
    const moves = movesIn(storage, { ...noJournal, current: journal });
    await moves.finishAll();
    moves.dispose();
    assert.deepEqual(fs.readdirSync(path.join(storage.fsPath, 'moves')), []);
    assert.equal(read('people/ana/next.md'), '- topic\n');
  });

  it('a window does not forget what another one has still to mark', async () => {
    writeEarlier('- [ ] One\n');
    const storage = vscode.Uri.file(fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-storage-')));
    const records = path.join(storage.fsPath, 'moves');
    const tasks = openTasksOf(earlier).map(({ task: { line, hash } }) => ({
      ...{ path: earlier, line, hash, arrivesAs: hash },
    }));
    const note = 'people/ana/2026-11-25.md';
    const pending = { journal: journal.root.toString(), note, at: clock.now(), tasks };
    const left: unknown[] = [];
    fs.mkdirSync(records);
    fs.writeFileSync(path.join(records, '1.json'), '{');
    remembered.set('notes.movesLeft', true);
    const { update } = memory;
    memory.update = (key, value) => {
      // The other window, between the look of this one and what it remembers of it.
      if (left.length === 0) fs.writeFileSync(path.join(records, '2.json'), JSON.stringify(pending));
      left.push(value);
      return update(key, value);
    };
    const moves = movesIn(storage, { ...noJournal, current: journal });
    try {
      await moves.finishAll();
    } finally {
      memory.update = update;
      moves.dispose();
    }
    assert.deepEqual(left, [undefined, true]);
    assert.deepEqual(fs.readdirSync(records), ['2.json']);

    fs.writeFileSync(path.join(folder, note), read(earlier));
    const next = movesIn(storage, { ...noJournal, current: journal });
    await untilTrue(() => fs.readdirSync(records).length === 0, 'the next start does not look');
    await untilTrue(() => remembered.get('notes.movesLeft') === undefined, 'it is not forgotten');
    next.dispose();
    assert.match(read(earlier), /- \[>\] One → /);
  });

  it('what moves is in one place after a kill right behind the new note', async () => {
    writeEarlier('- [ ] One\n');
    fs.writeFileSync(path.join(folder, 'people/ana/next.md'), '- topic\n');
    const storage = vscode.Uri.file(fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-storage-')));
    const halted = movesIn(storage, noJournal);
    answers = [haltedAfterCreating(journal)];
    void newOneOnOneNote({ ...services, moves: halted }, { name: 'Ana', template: weekly, prompts: [] });
    await untilTrue(() => fs.existsSync(path.join(folder, 'people/ana/2026-11-25.md')));
    halted.dispose();

    const elsewhere = movesIn(storage, {
      ...noJournal,
      current: { ...journal, root: storage, pathOf: () => undefined },
    });
    await elsewhere.finishAll();
    elsewhere.dispose();
    assert.match(read(earlier), /- \[ \] One\n/, 'another journal’s moves are none of its own');

    const next = movesIn(storage, { ...noJournal, current: journal });
    await next.finishAll();
    next.dispose();
    assert.match(read(earlier), /- \[>\] One → \[2026-11-25\]\(2026-11-25\.md\)\n/);
    assert.equal(read('people/ana/next.md'), '');
    assert.match(read('people/ana/2026-11-25.md'), /- \[ \] One\n[^]*- topic\n/);
  });

  /** What three notes hold alike, one of them the conflict copy of a synchronised folder. */
  const writeAlike = (text: string, ...paths: readonly string[]) => {
    for (const note of paths) {
      fs.mkdirSync(path.dirname(path.join(folder, note)), { recursive: true });
      fs.writeFileSync(path.join(folder, note), text);
    }
  };

  it('what several old notes and conflict copies hold stands in a retrospective once, with all below it', async () => {
    const old = [
      'retros/2026-11-18-a.md',
      'retros/2026-11-18-a (conflict copy).md',
      'retros/2026-11-11-b.md',
    ];
    writeAlike('- [ ] Fix the build ^fix\n  - [ ] ask [Ben][b]\n  - by May\n\n[b]: ../ben.md\n', ...old);
    await newRetrospective(services, { template: sailboat, title: '', prompts: [] });
    const text = read('retros/2026-11-25-sailboat.md');
    assert.match(
      text,
      /## Still open\n\n- \[ \] Fix the build\n {2}- \[ \] ask \[Ben\]\(\.\.\/ben\.md\)\n {2}- by May\n\n/,
    );
    assert.equal(text.match(/Fix the build/g)?.length, 1);
    const link = '→ [2026-11-25-sailboat](2026-11-25-sailboat.md)';
    const marked = `- [>] Fix the build ${link} ^fix\n  - [>] ask [Ben][b] ${link}\n  - by May\n\n[b]: ../ben.md\n`;
    assert.deepEqual(old.map(read), [marked, marked, marked]);
  });

  it('what stays elsewhere is named once, with each place, below what it belongs to', async () => {
    writeEarlier('');
    const text = '- Sprint\n  - [ ] Order it @ana\n    - the form\n  - [ ] not hers\n';
    writeAlike(text, 'retros/2026-11-18.md', 'retros/2026-11-18 2.md');
    await newOneOnOneNote(services, { name: 'Ana', template: weekly, prompts: [] });
    const links =
      '[2026-11-18 2.md](../../retros/2026-11-18%202.md), [2026-11-18.md](../../retros/2026-11-18.md)';
    const note = read('people/ana/2026-11-25.md');
    assert.ok(note.includes(`## Open elsewhere\n\n- Sprint (${links})\n  - Order it @ana\n\n`), note);
    assert.deepEqual([read('retros/2026-11-18.md'), read('retros/2026-11-18 2.md')], [text, text]);
  });

  it('what does not move is named once, with what stands below it', async () => {
    const text = '---\nperson: Ana\n---\n- [ ] Prepare ^p\n  - [ ] ask\n  - [x] done\n';
    writeAlike(text, earlier, 'people/ana/2026-11-18.sync-conflict-1.md');
    const configuration = vscode.workspace.getConfiguration('twoHats');
    await configuration.update('carryOver', false, vscode.ConfigurationTarget.Global);
    try {
      await newOneOnOneNote(services, { name: 'Ana', template: weekly, prompts: [] });
    } finally {
      await configuration.update('carryOver', undefined, vscode.ConfigurationTarget.Global);
    }
    const links =
      '[2026-11-18.md](2026-11-18.md), [2026-11-18.sync-conflict-1.md](2026-11-18.sync-conflict-1.md)';
    const note = read('people/ana/2026-11-25.md');
    assert.ok(note.includes(`## Open elsewhere\n\n- Prepare (${links})\n  - ask\n\n`), note);
    assert.equal(read(earlier), text);
  });

  it('what is a topic, too, stands among the topics alone, and is marked where it stood', async () => {
    writeEarlier('- [ ] Quince\n');
    const topics = '- [ ] Quince\n  - more\n- see [it][1] and[^1]\n\n[1]: a.md\n[^1]: b\n';
    fs.writeFileSync(path.join(folder, 'people/ana/next.md'), topics);
    await newOneOnOneNote(services, { name: 'Ana', template: weekly, prompts: [] });
    const note = read('people/ana/2026-11-25.md');
    assert.ok(note.includes(`## Collected topics\n\n${topics}`), note);
    assert.equal(note.match(/Quince/g)?.length, 1);
    assert.match(read(earlier), /- \[>\] Quince → /);
  });

  describe('An old note that can’t be changed', () => {
    const made = 'people/ana/2026-11-25.md';
    const link = '→ [2026-11-25](2026-11-25.md)';
    let storage: vscode.Uri;
    let said: string[];
    let restore: () => void;

    beforeEach(() => {
      storage = vscode.Uri.file(fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-storage-')));
      said = [];
      remembered.clear();
      const { showInformationMessage, showWarningMessage } = vscode.window;
      const say = (message: string) => Promise.resolve(void said.push(message));
      Object.assign(vscode.window, { showInformationMessage: say, showWarningMessage: say });
      restore = () => Object.assign(vscode.window, { showInformationMessage, showWarningMessage });
      writeEarlier('- [ ] One\n- [ ] Two\n');
      fs.writeFileSync(path.join(folder, 'people/ana/2026-11-11.md'), '---\nperson: Ana\n---\n- [ ] Three\n');
    });
    afterEach(() => {
      restore();
      fs.rmSync(storage.fsPath, { recursive: true });
    });

    const records = () => fs.readdirSync(path.join(storage.fsPath, 'moves'));
    /** Makes the note while the old one resists, which then gives way; the window is closed. */
    const makeMeanwhile = async () => {
      const moves = movesIn(storage, { ...noJournal, current: journal });
      fs.chmodSync(path.join(folder, earlier), 0o444);
      await newOneOnOneNote({ ...services, moves }, { name: 'Ana', template: weekly, prompts: [] });
      fs.chmodSync(path.join(folder, earlier), 0o644);
      moves.dispose();
    };

    it('is said by name, and what moved is counted without it', async () => {
      await makeMeanwhile();
      await untilTrue(() => said.length === 2);
      assert.match(
        said.join('\n'),
        /“people\/ana\/2026-11-25\.md” still stands in people\/ana\/2026-11-18\.md, too/,
      );
      assert.match(said.join('\n'), /write-protected/);
      assert.match(said.join('\n'), /^An open action has moved into this note/m);
      assert.match(read(made), /- \[ \] One\n- \[ \] Two\n- \[ \] Three\n/);
      assert.equal(read('people/ana/2026-11-11.md'), `---\nperson: Ana\n---\n- [>] Three ${link}\n`);
      assert.equal(read(earlier), '---\nperson: Ana\n---\n- [ ] One\n- [ ] Two\n');
    });

    it('is marked after the next start, though nothing has changed since', async () => {
      await makeMeanwhile();
      assert.equal(records().length, 1);
      const next = movesIn(storage, { ...noJournal, current: journal });
      await untilTrue(() => records().length === 0);
      next.dispose();
      assert.equal(read(earlier), `---\nperson: Ana\n---\n- [>] One ${link}\n- [>] Two ${link}\n`);
    });
  });

  it('a retrospective opens with what became of the last one’s actions, as facts', async () => {
    const last = 'retros/2026-11-10-old.md';
    fs.mkdirSync(path.join(folder, 'retros'), { recursive: true });
    fs.mkdirSync(path.join(folder, 'people/ana'), { recursive: true });
    fs.writeFileSync(
      path.join(folder, last),
      '- [x] Fix `the` build due:2026-11-12\n- [-] Buy a robot (too dear)\n- [ ] Write it down\n- [x] secret #private\n- [>] Ask → [2026-11-12](../people/ana/2026-11-12.md)\n',
    );
    fs.writeFileSync(path.join(folder, 'people/ana/2026-11-12.md'), '---\nperson: Ana\n---\n- [x] Ask\n');
    await newRetrospective(services, { template: sailboat, title: 'New', prompts: [] });
    assert.match(
      read('retros/2026-11-25-new.md'),
      /## What became of the last actions\n\n- Fix the build: done\n- Buy a robot \(too dear\): let go\n- Write it down: still open\n- Ask: done in \[2026-11-12\]\(\.\.\/people\/ana\/2026-11-12\.md\)\n\n## Still open\n\n- \[ \] Write it down\n/,
    );
  });

  describe('A 1:1 is prepared', () => {
    const prepared = async (hidden: boolean, current = framework) => {
      const preparations = new Preparations({
        ...{
          ...services,
          framework: { ...services.framework, current },
          privacy: { hidden, onDidChange: never.event },
          today: { onDidChange: never.event },
        },
        journal: { ...services.journal, current: journal },
      });
      try {
        const ana = people.current.find('Ana') ?? assert.fail();
        return await preparations.provideTextDocumentContent(addressOf(ana));
      } finally {
        preparations.dispose();
      }
    };
    beforeEach(() => {
      writeEarlier(
        '## Growing (3 min)\n\n- Ana <img src=x> [wants](command:x) *more* #risk-taking/leadership\n- secret #private\n\n- [ ] Ask Ana’s lead @me due:2026-11-20\n- [ ] Hers `code`\n',
      );
      fs.writeFileSync(path.join(folder, 'people/ana/next.md'), '- the rota\n');
    });

    it('by facts with links to their lines, whatever they hold', async () => {
      const text = await prepared(false);
      assert.deepEqual(
        text
          .split('\n')
          .filter((line) => /^[-#]|Last/.test(line))
          .slice(0, 11),
        [
          '# Prepare 1:1 with Ana',
          'Last met 7 days ago, Nov 18, 2026.',
          '## What you promised',
          '- Ask Ana’s lead \\@me · since Nov 18, 2026 · overdue since Nov 20, 2026 · [line 9](people/ana/2026-11-18.md#L9)',
          '## What they promised',
          '- Hers code · since Nov 18, 2026 · [line 10](people/ana/2026-11-18.md#L10)',
          '## Collected topics',
          '- the rota · [line 1](people/ana/next.md#L1)',
          '## Your words of the last talks',
          '### [Nov 18, 2026](people/ana/2026-11-18.md#L1)',
          '- *Growing:* Ana wants more · [line 6](people/ana/2026-11-18.md#L6)',
        ],
      );
      assert.doesNotMatch(text, /secret/);
    });

    it('without a name, a path or a word of such notes while details are hidden', async () => {
      const text = await prepared(true);
      assert.match(text, /^# Prepare 1:1 with A\.\n/);
      assert.match(text, /- Hidden · since Nov 18, 2026 · overdue since Nov 20, 2026 · line 9\n/);
      assert.doesNotMatch(text, /ana|rota|wants|lead/i);
      assert.doesNotMatch(addressOf(people.current.find('Ana') ?? assert.fail()).toString(), /ana/i);
    });

    it('with questions of a framework of one’s own, in which names are hidden, too', async () => {
      const asked = (pole: Pole): Pole => ({
        ...pole,
        prompts: { ...pole.prompts, oneOnOne: ['What does Ana need?'] },
      });
      const dimensions = framework.dimensions.map((dimension) => {
        const [first, second] = dimension.poles;
        return { ...dimension, poles: [asked(first), asked(second)] as const };
      });
      const own = { ...framework, dimensions };
      assert.match(await prepared(false, own), /\n- What does Ana need\?\n/);
      const text = await prepared(true, own);
      assert.match(text, /\n- What does A\. need\?\n/);
      assert.doesNotMatch(text, /Ana/);
    });
  });

  it('a retrospective is named by its title, and opened again on the same day', async () => {
    await newRetrospective(services, { template: sailboat, title: 'Sprint 42', prompts: [] });
    const first = read('retros/2026-11-25-sprint-42.md');
    assert.match(first, /\n# Retrospective Sprint 42, 2026-11-25 \(Sailboat\)\n/);
    await newRetrospective(services, { template: byId('retro-timeline'), title: 'Sprint 42', prompts: [] });
    await newRetrospective(services, { template: sailboat, title: '', prompts: [] });
    assert.deepEqual(notes(), ['retros/2026-11-25-sailboat.md', 'retros/2026-11-25-sprint-42.md']);
    assert.equal(read('retros/2026-11-25-sprint-42.md'), first);
  });

  it('a reflection asks prompts of the framework; today’s is opened at its end, nothing added', async () => {
    await newReflection(services, reflection);
    const first = read('notes/2026-11-25-reflection.md');
    const prompts = framework.dimensions.flatMap(({ poles }) =>
      poles.flatMap((pole) => pole.prompts.reflection),
    );
    assert.equal(prompts.filter((prompt) => first.includes(`\n### ${prompt} #`)).length, 3);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await newReflection(services, reflection);
    const { document, selection } = vscode.window.activeTextEditor!;
    assert.deepEqual(
      [notes(), read('notes/2026-11-25-reflection.md')],
      [['notes/2026-11-25-reflection.md'], first],
    );
    assert.equal(document.offsetAt(selection.active), first.length);
  });

  it('nothing is made when no place is chosen', async () => {
    answers = [undefined];
    await newReflection(services, reflection);
    assert.deepEqual([notes(), vscode.window.activeTextEditor], [[], undefined]);
  });

  it('a note that can’t be written says so once, leaves what lies there, and is over when that is dismissed', async () => {
    fs.writeFileSync(path.join(folder, 'notes'), 'a file of mine');
    const dismissing = setInterval(() => void vscode.commands.executeCommand('notifications.clearAll'), 50);
    await newReflection(services, reflection);
    clearInterval(dismissing);
    assert.deepEqual([notes(), read('notes')], [['notes'], 'a file of mine']);
  });

  it('a note that can’t be written says so by initials while details are hidden', async () => {
    const said: string[] = [];
    const original = vscode.window.showErrorMessage;
    Object.assign(vscode.window, {
      showErrorMessage: (message: string) => Promise.resolve(said.push(message)),
    });
    try {
      fs.writeFileSync(path.join(folder, 'people'), 'a file of mine');
      const picked = { name: 'Priya Shah', template: weekly, prompts: [] };
      await newOneOnOneNote({ ...services, privacy: { hidden: true } }, picked);
      answers = [journal];
      await newOneOnOneNote(services, picked);
    } finally {
      Object.assign(vscode.window, { showErrorMessage: original });
    }
    assert.match(said[0]!, /^“people\/P\. S\.\/2026-11-25\.md” lies where a folder is needed/);
    assert.match(said[1]!, /^“people\/priya-shah\/2026-11-25\.md” lies where a folder is needed/);
  });

  it('a note that can’t be written can go to another place, where nothing is asked again', async () => {
    const other = fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-other-'));
    fs.writeFileSync(path.join(folder, 'notes'), 'a file of mine');
    answers = [journal, journalIn(other)];
    const choosing = setInterval(
      () => void vscode.commands.executeCommand('notification.acceptPrimaryAction'),
      50,
    );
    await newReflection(services, reflection);
    clearInterval(choosing);
    const there = path.join(other, 'notes/2026-11-25-reflection.md');
    assert.equal(vscode.window.activeTextEditor?.document.uri.fsPath, there);
    assert.match(fs.readFileSync(there, 'utf8'), /^---\nkind: reflection\n/);
    fs.rmSync(other, { recursive: true });
  });

  it('a note that can’t be written can be opened without saving', async () => {
    fs.writeFileSync(path.join(folder, 'notes'), 'a file of mine');
    const original = vscode.window.showErrorMessage;
    Object.assign(vscode.window, { showErrorMessage: () => Promise.resolve('Open Without Saving') });
    try {
      await newReflection(services, reflection);
    } finally {
      Object.assign(vscode.window, { showErrorMessage: original });
    }
    const { document } = vscode.window.activeTextEditor!;
    assert.deepEqual([document.isUntitled, read('notes')], [true, 'a file of mine']);
    assert.match(document.getText(), /^---\nkind: reflection\n/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('what can’t be kept can be opened without saving, where to write selected', async () => {
    await openUnsaved({ text: '# A\n\n- …\n', first: { start: 7, end: 8 } });
    const { document, selection } = vscode.window.activeTextEditor!;
    assert.deepEqual([document.isUntitled, document.languageId], [true, 'markdown']);
    assert.equal(document.getText(selection), '…');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('an unexpected error is not taken for one of the disk', async () => {
    const path = () => Promise.reject(new TypeError('a mistake'));
    await assert.rejects(
      saveNote(services, { draft: { text: '', first: { start: 0, end: 0 } }, path }),
      TypeError,
    );
  });
});

/** Makes a file, and nothing ever after, as where the program is ended. */
function haltedAfterCreating(journal: Journal): Journal {
  const { files } = journal;
  const create = async (file: string, text: string): Promise<boolean> => {
    await files.create(file, text);
    return new Promise(() => undefined);
  };
  const read = (file: string) => files.read(file);
  return { ...journal, files: { ...files, read, create } };
}

function journalIn(folder: string): Journal {
  const root = vscode.Uri.file(folder);
  const files = openFiles(root, vscode.Uri.joinPath(root, '.storage'), { warn: () => undefined });
  return { root, files, uri: (note) => vscode.Uri.joinPath(root, note), ...placed(root) };
}

describe('The Actions view', () => {
  it('says another day, and forgets what was done, when the day changes and no file does', async () => {
    const [never, dayChanged] = [new vscode.EventEmitter<void>(), new vscode.EventEmitter<void>()];
    let now = Date.parse('2026-12-01T20:00:00Z');
    const path = 'people/mira-okafor/2026-11-24.md';
    const head = '---\nkind: one-on-one\nperson: Mira Okafor\ndate: 2026-11-24\n---\n';
    const notes = indexed({ [path]: `${head}\n- [ ] Send the summary due:2026-12-01\n- [x] Ask\n` });
    const [, { hash } = { hash: '' }] = notes.get(path)?.tasks ?? [];
    const done = [{ path, hash, line: 7, before: ' ', date: '2026-12-01' }];
    const none = () => Promise.resolve(undefined);
    const people = peopleOf(notes.values(), noConfig);
    const view = new ActionsView({
      settings: new Settings(),
      clock: { now: () => now, offset: () => 60 },
      today: { onDidChange: dayChanged.event },
      index: {
        ...{ notes, skipped: [], isReady: true, onDidChange: never.event },
        ...{ whenReady: () => Promise.resolve(), refresh: () => Promise.resolve() },
      },
      framework: {
        current: framework,
        whenReady: () => Promise.resolve(framework),
        onDidChange: never.event,
      },
      journal: {
        ...{ current: undefined, ensure: none, choose: none },
        ...{ onDidChange: never.event, onDidChangeAddress: never.event },
      },
      people: { current: people, whenReady: () => Promise.resolve(people), onDidChange: never.event },
      privacy: { hidden: false, onDidChange: never.event },
      memory: { get: () => done, update: () => Promise.resolve() },
      log: vscode.window.createOutputChannel('Test', { log: true }),
    });
    const shown = async () => {
      const groups = await view.getChildren();
      const rows = (await Promise.all(groups.map((group) => view.getChildren(group)))).flat();
      return [...groups.map(({ id }) => id), ...rows.map((row) => view.getTreeItem(row).description)];
    };
    assert.deepEqual(await shown(), ['["person","Mira Okafor"]', 'done', 'due today', undefined]);
    const changed = new Promise<void>((resolve) => {
      view.onDidChangeTreeData(() => {
        resolve();
      });
    });
    now += 12 * 3_600_000;
    dayChanged.fire();
    await changed;
    assert.deepEqual(await shown(), ['["person","Mira Okafor"]', 'overdue since yesterday']);
    view.dispose();
  });
});
