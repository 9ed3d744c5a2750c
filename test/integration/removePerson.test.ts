import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { openFiles } from '#files';
import { remove } from '../../src/features/removePerson/index';
import { placed } from '../support/journals';

const found = {
  folders: ['people/zora-nil', 'people/zo', 'people/gone'],
  files: ['notes/2026-01-02.md', 'people/zo/2026-01-02.md', 'people/zora-nil/2026-01-02.md'],
  mentions: [],
};

describe('Remove Person… where the trash takes only some', () => {
  let folder: string;
  let inTrash: string[];
  let questions: string[];
  let told: string[];
  let answer: string | undefined;
  const workspaceFs = vscode.workspace.fs;
  const { showWarningMessage, showInformationMessage } = vscode.window;

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-remove-'));
    for (const file of found.files) {
      fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      fs.writeFileSync(path.join(folder, file), '- talked\n');
    }
    [inTrash, questions, told] = [[], [], []];
    // The host of these tests has no trash at all.
    Object.defineProperty(vscode.workspace, 'fs', { configurable: true, value: { delete: remover } });
    Object.assign(vscode.window, {
      showWarningMessage: (message: string) => {
        questions.push(message);
        return Promise.resolve(answer);
      },
      showInformationMessage: (message: string) => Promise.resolve(told.push(message)),
    });
  });
  afterEach(() => {
    Object.defineProperty(vscode.workspace, 'fs', { configurable: true, value: workspaceFs });
    Object.assign(vscode.window, { showWarningMessage, showInformationMessage });
    fs.rmSync(folder, { recursive: true });
  });

  async function remover(uri: vscode.Uri, { useTrash }: { readonly useTrash: boolean }): Promise<void> {
    if (!fs.existsSync(uri.fsPath)) throw vscode.FileSystemError.FileNotFound(uri);
    if (useTrash && uri.path.includes('/notes/')) throw vscode.FileSystemError.Unavailable(uri);
    if (useTrash) inTrash.push(path.relative(folder, uri.fsPath));
    await workspaceFs.delete(uri, { recursive: true });
  }

  const removed = () => {
    const root = vscode.Uri.file(folder);
    const files = openFiles(root, vscode.Uri.joinPath(root, '.storage'), { warn: () => undefined });
    const uri = (file: string) => vscode.Uri.joinPath(root, file);
    const journal = { root, files, uri, ...placed(root) };
    return remove(journal, 'Zora Nil', found, (file) => `<${file}>`);
  };
  const left = () => found.files.filter((file) => fs.existsSync(path.join(folder, file)));

  it('tells what is there already when the rest is not to be deleted for good', async () => {
    answer = undefined;
    assert.equal(await removed(), false);
    assert.deepEqual(inTrash, ['people/zora-nil', 'people/zo']);
    assert.deepEqual(left(), ['notes/2026-01-02.md']);
    assert.deepEqual(questions, [
      'The trash does not take everything. Delete what is left of Zora Nil for good?',
    ]);
    assert.deepEqual(told, [
      'In the trash already: <people/zora-nil> and <people/zo>. Everything else stays in your journal.',
    ]);
  });

  it('deletes the rest for good when that is wanted', async () => {
    answer = 'Delete for Good';
    assert.equal(await removed(), true);
    assert.deepEqual([left(), told], [[], []]);
  });

  it('tells of nothing where nothing was moved', async () => {
    answer = undefined;
    fs.rmSync(path.join(folder, 'people'), { recursive: true });
    assert.equal(await removed(), false);
    assert.deepEqual(questions, ['There is no trash here. Delete what is kept of Zora Nil for good?']);
    assert.deepEqual([left(), told], [['notes/2026-01-02.md'], []]);
  });
});
