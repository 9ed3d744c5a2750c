import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { untilTrue } from '../support/until';

type Call = (...args: unknown[]) => unknown;

const { extensionPath } = vscode.extensions.getExtension('two-hats.two-hats')!;
/** A stack names the real path of a development folder. */
const ownCode = fs.realpathSync(path.join(extensionPath, 'dist'));

/** What a start leaves to a later moment is read here, whatever is open: what was left undone, and code. */
const own = [path.join('globalStorage', 'two-hats.two-hats'), ownCode];

/** Calls of `node:fs` that come from the extension's own code, while they are counted. */
class ReadCounter {
  readonly calls: string[] = [];
  readonly #restore: (() => void)[] = [];

  constructor() {
    for (const module of [fs, fs.promises])
      for (const name of [
        'readFile',
        'readFileSync',
        'open',
        'openSync',
        'readdir',
        'readdirSync',
        'stat',
        'statSync',
        'lstat',
      ])
        this.#count(module as unknown as Record<string, Call | undefined>, name);
  }

  stop(): void {
    for (const restore of this.#restore) restore();
  }

  #count(module: Record<string, Call | undefined>, name: string): void {
    const original = module[name];
    if (!original) return;
    module[name] = (...args) => {
      const file = String(args[0]);
      if (!own.some((folder) => file.includes(folder)) && new Error().stack?.includes(ownCode))
        this.calls.push(`${name} ${file}`);
      return original.apply(module, args);
    };
    this.#restore.push(() => {
      module[name] = original;
    });
  }
}

describe('Two Hats', () => {
  it('is started before anything of it is used, by a Markdown document at the latest', async () => {
    const extension = vscode.extensions.getExtension('two-hats.two-hats')!;
    await vscode.workspace.openTextDocument({ language: 'markdown', content: '# A README\n' });
    await untilTrue(() => extension.isActive);
  });
});

describe('A Markdown file outside the journal', () => {
  const file = path.join(os.tmpdir(), `two-hats-readme-${process.pid}.md`);
  let counter: ReadCounter;

  before(() => {
    fs.writeFileSync(file, '# A README\n\nNothing of ours: #todo, #1234.\n');
    counter = new ReadCounter();
  });
  after(async () => {
    counter.stop();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    fs.rmSync(file);
  });

  it('makes the extension read no file, active or not', async () => {
    await vscode.extensions.getExtension('two-hats.two-hats')?.activate();
    // Everything is loaded once a command has run.
    await vscode.commands.executeCommand('twoHats.showPrivateDetails');
    counter.calls.length = 0;
    const document = await vscode.workspace.openTextDocument(file);
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(2, 20, 2, 20);
    assert.equal(
      await editor.edit((edit) => {
        edit.insert(new vscode.Position(2, 0), 'More. ');
      }),
      true,
    );
    await vscode.commands.executeCommand('workbench.action.files.save');
    // What these steps led to is done before the extension answers again.
    await vscode.commands.executeCommand('twoHats.showPrivateDetails');
    assert.deepEqual(counter.calls, []);
  });

  it('would be caught reading: opening a person’s note reads the journal', async () => {
    const journal = process.env.TWO_HATS_TEST_JOURNAL ?? '';
    fs.mkdirSync(path.join(journal, 'people/ana'), { recursive: true });
    const ended = vscode.commands.executeCommand('twoHats.newOneOnOneNote').then(() => true);
    const close = () => vscode.commands.executeCommand('workbench.action.closeQuickOpen').then(() => false);
    // The list of people appears when they were read; closing it ends the command.
    while (!(await Promise.race([ended, close()])));
    assert.ok(
      counter.calls.some((call) => call.startsWith('readdir')),
      counter.calls.join(', '),
    );
  });
});
