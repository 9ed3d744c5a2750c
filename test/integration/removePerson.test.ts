import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { openFiles } from '#files';
import { noConfig } from '../../src/core/journal/config/configModel';
import { peopleOf } from '../../src/core/journal/people/knownPeople';
import { remove, removeFound } from '../../src/features/removePerson/index';
import type { Journal } from '../../src/services/services';
import { placed } from '../support/journals';
import { indexed } from '../support/notes';

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
  const log = vscode.window.createOutputChannel('Test', { log: true });
  const { showWarningMessage, showInformationMessage, showErrorMessage } = vscode.window;

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
    Object.assign(vscode.window, { showWarningMessage, showInformationMessage, showErrorMessage });
    fs.rmSync(folder, { recursive: true });
  });
  after(() => {
    log.dispose();
  });

  async function remover(uri: vscode.Uri, { useTrash }: { readonly useTrash: boolean }): Promise<void> {
    if (!fs.existsSync(uri.fsPath)) throw vscode.FileSystemError.FileNotFound(uri);
    if (useTrash && uri.path.includes('/notes/')) throw vscode.FileSystemError.Unavailable(uri);
    if (useTrash) inTrash.push(path.relative(folder, uri.fsPath));
    await workspaceFs.delete(uri, { recursive: true });
  }

  function journalHere(): Journal {
    const root = vscode.Uri.file(folder);
    const files = openFiles(root, vscode.Uri.joinPath(root, '.storage'), { warn: () => undefined });
    const uri = (file: string) => vscode.Uri.joinPath(root, file);
    return { root, files, uri, ...placed(root) };
  }
  const removed = () => remove(journalHere(), 'Zora Nil', found, (file) => `<${file}>`);
  function removeZora(): Promise<void> {
    const notes = indexed(
      Object.fromEntries(found.files.map((file) => [file, '---\nperson: Zora Nil\n---\n- talked\n'])),
    );
    const people = peopleOf(notes.values(), noConfig);
    const journal = journalHere();
    const never = new vscode.EventEmitter<void>();
    const services = {
      ...{ log, privacy: { hidden: false, onDidChange: never.event } },
      config: { current: noConfig, whenReady: () => Promise.resolve(noConfig), onDidChange: never.event },
      index: {
        ...{ notes, skipped: [], isReady: true, onDidChange: never.event },
        ...{ whenReady: () => Promise.resolve(), refresh: () => Promise.resolve() },
      },
      journal: {
        ...{ current: journal, onDidChange: never.event, onDidChangeAddress: never.event },
        ...{ ensure: () => Promise.resolve(journal), choose: () => Promise.resolve(undefined) },
      },
      people: { current: people, whenReady: () => Promise.resolve(people), onDidChange: never.event },
    };
    const [zora] = people.all;
    assert.ok(zora);
    return removeFound(services, journal, people, zora);
  }
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

  for (const [code, reason] of [
    ['EBUSY', /“people\/zora-nil” is in use by another program\. Wait .* try again\./],
    ['EROFS', /“people\/zora-nil” is read-only\. .* make it writable\./],
    ['EIO', /“people\/zora-nil” can’t be reached\. Try again; the Two Hats log has the reason\./],
  ] as const)
    it(`says which file can’t go, why, and what to do, for ${code}`, async () => {
      let isTried = false;
      const broken = (uri: vscode.Uri, options: { readonly useTrash: boolean }) => {
        if (options.useTrash) throw vscode.FileSystemError.Unavailable(uri);
        isTried ||= uri.path.endsWith('/zora-nil');
        throw new vscode.FileSystemError(`Unable to delete (Error: ${code}: it can’t be)`);
      };
      Object.defineProperty(vscode.workspace, 'fs', { configurable: true, value: { delete: broken } });
      const errors: string[][] = [];
      const answers = ['Move to Trash', 'Delete for Good'];
      Object.assign(vscode.window, {
        showWarningMessage: () => Promise.resolve(answers.shift()),
        showErrorMessage: (...words: unknown[]) =>
          Promise.resolve(void errors.push(words.filter((word) => typeof word === 'string'))),
      });
      await removeZora();
      const [message = '', ...buttons] = errors[0] ?? [];
      assert.ok(isTried);
      assert.match(message, /^Not everything of Zora Nil could be removed\. .* as it was\. /);
      assert.match(message, reason);
      assert.deepEqual(buttons, ['Show Log']);
      assert.deepEqual([left(), errors.length], [found.files, 1]);
    });
});
