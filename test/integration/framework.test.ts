import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import builtin from '../../src/core/framework/builtin.framework.yaml';
import { createFrameworkSource } from '../../src/services/framework';
import { customizeFramework } from '../../src/features/customizeFramework/index';
import { Settings } from '../../src/services/settings';
import { hostileName, plainMessage } from '../support/hostileTexts';
import { untilNoticed, untilTrue } from '../support/until';
import { singleYaml } from '../unit/core/framework/fixtures';

const bad = singleYaml.replace('version: 1.0.0', 'version: 1.0').replace('seeker:\n', 'seekers:\n');

/** What was said instead of being shown, and what the person answers. */
interface Told {
  readonly messages: string[];
  answer: string | undefined;
  saveTo: vscode.Uri | undefined;
}

/** Stands in for the person; `restore` takes the stand-ins away. */
function listen(): Told & { restore(): void } {
  const { showWarningMessage, showInformationMessage, showErrorMessage, showSaveDialog } = vscode.window;
  const told: Told = { messages: [], answer: undefined, saveTo: undefined };
  const say = (message: string) => {
    told.messages.push(message);
    return Promise.resolve(told.answer);
  };
  const originals = { showWarningMessage, showInformationMessage, showErrorMessage, showSaveDialog };
  Object.assign(vscode.window, {
    showWarningMessage: say,
    showInformationMessage: say,
    showErrorMessage: say,
    showSaveDialog: () => Promise.resolve(told.saveTo),
  });
  return Object.assign(told, { restore: () => Object.assign(vscode.window, originals) });
}

/** VS Code takes a moment until it watches a file, longer on a busy machine. */
function write(file: string, text: string, what: string, holds: () => boolean): Promise<void> {
  return untilNoticed(
    () => {
      fs.writeFileSync(file, text);
    },
    holds,
    what,
  );
}

/** `line:column message`, each once: the installed extension reports beside the one made here. */
function problemsOf(file: string): string[] {
  const all = vscode.languages.getDiagnostics(vscode.Uri.file(file));
  return [
    ...new Set(
      all
        .filter(({ source }) => source === 'Two Hats')
        .map(({ range: { start }, message }) => `${start.line + 1}:${start.character + 1} ${message}`),
    ),
  ];
}

/** A disk with one file, which it hands out when told to. */
class LateFiles implements vscode.FileSystemProvider {
  asked = 0;
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  readonly #bytes: Uint8Array;
  readonly #asked: (() => void)[] = [];

  constructor(text: string) {
    this.#bytes = new TextEncoder().encode(text);
  }

  answer(): void {
    for (const answer of this.#asked) answer();
  }

  async readFile(): Promise<Uint8Array> {
    this.asked++;
    await new Promise<void>((resolve) => this.#asked.push(resolve));
    return this.#bytes;
  }

  stat(): vscode.FileStat {
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.#bytes.length };
  }

  watch = () => new vscode.Disposable(() => undefined);
  readDirectory = () => [];
  createDirectory = () => undefined;
  writeFile = () => undefined;
  delete = () => undefined;
  rename = () => undefined;
}

describe('the framework file of a person', () => {
  const settings = new Settings();
  const log = vscode.window.createOutputChannel('Two Hats Tests', { log: true });
  let folder: string;
  let file: string;
  let told: ReturnType<typeof listen>;
  let source: ReturnType<typeof createFrameworkSource>;
  let changes: number;

  beforeEach(async () => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-framework-')));
    file = path.join(folder, 'my [own] framework.yaml');
    await settings.setFrameworkPath('');
    told = listen();
    source = createFrameworkSource({ log, settings, home: vscode.Uri.file(folder) });
    changes = 0;
    source.onDidChange(() => changes++);
  });

  afterEach(async () => {
    source.dispose();
    await settings.setFrameworkPath('');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    told.restore();
    fs.rmSync(folder, { recursive: true });
  });

  after(() => {
    log.dispose();
  });

  async function use(text: string): Promise<void> {
    fs.writeFileSync(file, text);
    await settings.setFrameworkPath(file);
  }

  async function usingSingle(): Promise<void> {
    await use(singleYaml);
    await untilTrue(() => source.current.id === 'single', 'the own framework');
  }

  /** Edits the file in an editor. */
  async function replace(from: string, to: string): Promise<vscode.TextDocument> {
    const editor = await vscode.window.showTextDocument(vscode.Uri.file(file));
    const { document } = editor;
    const start = document.getText().indexOf(from);
    const range = new vscode.Range(document.positionAt(start), document.positionAt(start + from.length));
    await editor.edit((changes) => {
      changes.replace(range, to);
    });
    return document;
  }

  async function saveWith(from: string, to: string): Promise<void> {
    await (await replace(from, to)).save();
    assert.ok(fs.readFileSync(file, 'utf8').includes(to));
  }

  it('is not needed: the built-in one is there at once', () => {
    assert.deepEqual(source.current, builtin);
  });

  it('is in use as soon as the setting names it, and no longer', async () => {
    await usingSingle();
    assert.deepEqual([changes, told.messages], [1, []]);
    await settings.setFrameworkPath('');
    await untilTrue(() => source.current.id === builtin.id, 'the built-in framework');
    assert.equal(changes, 2);
  });

  it('shows its problems at line and column, with what is allowed, while the built-in one stays in use', async () => {
    await use(bad);
    await untilTrue(() => problemsOf(file).length > 0, 'problems');
    assert.deepEqual(problemsOf(file), [
      '2:10 A text is needed here, but 1.0 is a number. Quote it: "1.0".',
      '15:5 The key “seeker” is missing here. Add it.',
      '16:7 There is no key “seekers” here. Did you mean “seeker”? Allowed: keeper, seeker.',
    ]);
    assert.equal(source.current.id, builtin.id);
    assert.equal(changes, 0);
    await untilTrue(
      () => told.messages.includes('Your framework file has 3 problems; the built-in one is in use.'),
      'the message',
    );
  });

  it('opens at its first problem on request', async () => {
    told.answer = 'Open';
    await use(bad);
    await untilTrue(() => vscode.window.activeTextEditor?.document.uri.fsPath === file, 'the editor');
    const { selection } = vscode.window.activeTextEditor!;
    assert.deepEqual([selection.start.line, selection.start.character], [1, 9]);
  });

  it('is told about once while it is bad, and again after it was good', async () => {
    const isAbout = (message: string) => message.startsWith('Your framework file');
    await use(bad);
    await untilTrue(() => told.messages.some(isAbout), 'the message');
    await write(
      file,
      bad.replace('id: single', 'id: 7'),
      'one more problem',
      () => problemsOf(file).length === 4,
    );
    assert.equal(told.messages.filter(isAbout).length, 1);
    await write(file, singleYaml, 'the own framework', () => source.current.id === 'single');
    assert.deepEqual(problemsOf(file), []);
    await write(file, bad, 'the next message', () => told.messages.filter(isAbout).length === 2);
    assert.equal(source.current.id, builtin.id);
  });

  it('is read again when it is written, replaced, removed or made on disk', async () => {
    await usingSingle();
    const written = singleYaml.replace('title: Single', 'title: Written');
    await write(file, written, 'the written text', () => source.current.title === 'Written');
    fs.writeFileSync(`${file}.new`, singleYaml.replace('title: Single', 'title: Replaced'));
    fs.renameSync(`${file}.new`, file);
    await untilTrue(() => source.current.title === 'Replaced', 'the replaced file');
    fs.rmSync(file);
    await untilTrue(() => source.current.id === builtin.id, 'the built-in framework');
    assert.ok(told.messages.some((message) => message.includes('can’t be read')));
    fs.writeFileSync(file, singleYaml);
    await untilTrue(() => source.current.id === 'single', 'the own framework');
  });

  it('does not fire when a write changes nothing that counts', async () => {
    await usingSingle();
    await saveWith('id: single', '# A comment.\nid: single');
    await saveWith('title: Single', 'title: Later');
    await untilTrue(() => source.current.title === 'Later', 'the later text');
    assert.equal(changes, 2);
  });

  it('may lie below the home folder', async () => {
    fs.writeFileSync(file, singleYaml);
    await settings.setFrameworkPath(`~/${path.basename(file)}`);
    await untilTrue(() => source.current.id === 'single', 'the own framework');
  });

  it('may lie in the workspace', async () => {
    const workspace = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
    const own = path.join(workspace, 'framework-test.yaml');
    fs.writeFileSync(own, singleYaml);
    try {
      await settings.setFrameworkPath('framework-test.yaml');
      await untilTrue(() => source.current.id === 'single', 'the own framework');
    } finally {
      await settings.setFrameworkPath('');
      fs.rmSync(own);
    }
  });

  it('is missed in one message, which leads to the setting', async () => {
    told.answer = 'Open Setting';
    await settings.setFrameworkPath(path.join(folder, 'nowhere', `${hostileName}.yaml`));
    await untilTrue(() => told.messages.length > 0, 'the message');
    const said = plainMessage(told.messages[0]);
    assert.match(said, /^The framework file “.*” can’t be read; the built-in one is in use\.$/);
    assert.ok(said.includes(`${hostileName}.yaml”`), said);
    assert.equal(source.current.id, builtin.id);
    await untilTrue(
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.label === 'Settings',
      'the settings',
    );
  });

  it('shows problems of unsaved text, which is used once it is saved', async () => {
    await usingSingle();
    const document = await replace('title: Single', 'titel: Single');
    await untilTrue(() => problemsOf(file).length === 2, 'the problem');
    assert.equal(source.current.title, 'Single');
    await replace('titel: Single', 'title: Saved');
    await untilTrue(() => problemsOf(file).length === 0, 'no problem');
    assert.equal(source.current.title, 'Single');
    await document.save();
    await untilTrue(() => source.current.title === 'Saved', 'the saved text');
  });

  it('shows problems of the text on screen, even when the disk has another', async () => {
    await usingSingle();
    await replace('title: Single', 'titel: Single');
    await untilTrue(() => problemsOf(file).length === 2, 'the problems');
    const other = singleYaml.replace('title: Single', 'title: Other');
    await write(file, other, 'the text on disk', () => source.current.title === 'Other');
    // What the disk says was shown by now; one more problem on screen is shown after it, with those before.
    await replace('titel: Single', 'titel: Single\nmore: x');
    await untilTrue(() => problemsOf(file).length === 3, 'one more problem');
  });

  it('is dropped when it comes after another was chosen', async () => {
    const late = new LateFiles(singleYaml.replace('id: single', 'id: late'));
    const provider = vscode.workspace.registerFileSystemProvider('two-hats-late', late);
    try {
      await settings.setFrameworkPath('two-hats-late://x/framework.yaml');
      await untilTrue(() => late.asked > 0, 'the question');
      await usingSingle();
      const ids: string[] = [];
      source.onDidChange(() => ids.push(source.current.id));
      late.answer();
      // Read after the late one has come.
      await saveWith('title: Single', 'title: Later');
      await untilTrue(() => source.current.title === 'Later', 'the later text');
      assert.deepEqual(ids, ['single']);
    } finally {
      provider.dispose();
    }
  });

  it('reports nothing any more after its source was disposed', async () => {
    await usingSingle();
    source.dispose();
    const another = createFrameworkSource({ log, settings, home: vscode.Uri.file(folder) });
    try {
      await untilTrue(() => another.current.title === 'Single', 'the text of another window');
      await saveWith('title: Single', 'title: Late');
      await untilTrue(() => another.current.title === 'Late', 'the late text in another window');
      assert.deepEqual([source.current.title, changes], ['Single', 1]);
    } finally {
      another.dispose();
    }
  });

  describe('Customize Framework', () => {
    const storage = () => ({ globalStorageUri: vscode.Uri.file(path.join(folder, 'storage')) });

    /** As the command does, but with this bundle's dialogs. */
    function customize(): Promise<void> {
      return customizeFramework({ context: storage(), log, settings, home: vscode.Uri.file(folder) });
    }

    it('writes a copy that holds, opens it and uses it', async () => {
      told.saveTo = vscode.Uri.file(file);
      await customize();
      assert.equal(settings.frameworkPath, file);
      assert.equal(vscode.window.activeTextEditor?.document.uri.fsPath, file);
      const text = fs.readFileSync(file, 'utf8');
      assert.match(text, /^# A framework of your own for Two Hats/);
      const mine = text.replace('title: Management and Leadership', 'title: Mine');
      await write(file, mine, 'the changed copy', () => source.current.title === 'Mine');
      assert.deepEqual({ ...source.current, title: builtin.title }, builtin);
      assert.deepEqual(told.messages, [
        `Two Hats now uses “${file}”. To go back to the built-in framework, empty the setting twoHats.framework.`,
      ]);
    });

    it('leaves everything as it is when the person cancels', async () => {
      await customize();
      assert.equal(settings.frameworkPath, '');
      assert.deepEqual([fs.readdirSync(folder), told.messages], [[], []]);
    });

    it('never replaces a file without a word', async () => {
      fs.writeFileSync(file, 'precious');
      told.saveTo = vscode.Uri.file(file);
      await customize();
      assert.equal(fs.readFileSync(file, 'utf8'), 'precious');
      assert.equal(settings.frameworkPath, '');
      assert.deepEqual(told.messages, [`“${file}” exists already.`]);
    });

    it('uses a file that is there already as it is', async () => {
      fs.writeFileSync(file, singleYaml);
      told.saveTo = vscode.Uri.file(file);
      told.answer = 'Use It as It Is';
      await customize();
      assert.equal(fs.readFileSync(file, 'utf8'), singleYaml);
      assert.equal(vscode.window.activeTextEditor?.document.uri.fsPath, file);
      assert.equal(settings.frameworkPath, file);
    });

    it('replaces a file that is there already on request only', async () => {
      fs.writeFileSync(file, 'to be replaced');
      told.saveTo = vscode.Uri.file(file);
      told.answer = 'Replace It';
      await customize();
      assert.match(fs.readFileSync(file, 'utf8'), /^# A framework of your own for Two Hats/);
      assert.equal(settings.frameworkPath, file);
    });

    it('goes back to the built-in framework on request', async () => {
      told.saveTo = vscode.Uri.file(file);
      told.answer = 'Use the Built-In One';
      await customize();
      await untilTrue(() => settings.frameworkPath === '', 'the empty setting');
      assert.ok(fs.existsSync(file));
    });

    it('opens the file that the setting names', async () => {
      await usingSingle();
      await customize();
      assert.equal(vscode.window.activeTextEditor?.document.uri.fsPath, file);
      assert.equal(fs.readFileSync(file, 'utf8'), singleYaml);
    });

    it('says so when the file can’t be written', async () => {
      told.saveTo = vscode.Uri.file(path.join(folder, '..', path.basename(folder), '\u0000', 'x.yaml'));
      told.answer = 'Show Log';
      const done: string[] = [];
      const watched = { error: () => done.push('logged'), show: () => done.push('shown') };
      await customizeFramework({
        ...{ context: storage(), log: watched as unknown as vscode.LogOutputChannel, settings },
        home: vscode.Uri.file(folder),
      });
      await untilTrue(() => done.length === 2, 'the log');
      assert.deepEqual(done, ['logged', 'shown']);
      assert.match(
        told.messages[0]!,
        /^“.*x\.yaml” could not be opened or written; .* stays as it is\. Make/s,
      );
      assert.equal(settings.frameworkPath, '');
    });
  });
});
