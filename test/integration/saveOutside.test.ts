// Exports in a place that the person picks: nothing there is overwritten unasked, and a failure says what to do.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Services } from '../../src/services/services';
import { saveOutside } from '../../src/features/shared/saveOutside';
import { until } from '../support/until';

describe('A file that leaves the journal', () => {
  let folder: string;
  let places: string[];
  let said: { kind: string; message: string; detail: string | undefined }[];
  let answers: Record<string, (string | undefined)[]>;
  const { showSaveDialog, showWarningMessage, showErrorMessage, showInformationMessage } = vscode.window;

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-outside-'));
    [places, said, answers] = [[], [], {}];
    const show = (kind: string) => (message: string, options: vscode.MessageOptions) => {
      said.push({ kind, message, detail: options.detail });
      return Promise.resolve(answers[kind]?.shift());
    };
    Object.assign(vscode.window, {
      showSaveDialog: () => {
        const place = places.shift();
        return Promise.resolve(place === undefined ? undefined : vscode.Uri.file(path.join(folder, place)));
      },
      ...{ showWarningMessage: show('warning'), showErrorMessage: show('error') },
      showInformationMessage: show('information'),
    });
  });
  afterEach(() => {
    Object.assign(vscode.window, {
      ...{ showSaveDialog, showWarningMessage, showErrorMessage, showInformationMessage },
    });
    fs.rmSync(folder, { recursive: true });
  });

  const save = (...picked: string[]) => {
    places = picked;
    const log = { error: () => undefined, warn: () => undefined, show: () => undefined };
    const context = { globalStorageUri: vscode.Uri.file(path.join(folder, '.storage')) };
    return saveOutside({ context, log } as unknown as Pick<Services, 'context' | 'log'>, {
      ...{ title: 'Export', suggested: undefined, filters: {} },
      filesFor: (place) => {
        const name = path.basename(place.path);
        return [
          { name: `${name}-1.svg`, text: 'new picture' },
          { name, text: 'new' },
        ];
      },
    });
  };
  const texts = () =>
    Object.fromEntries(
      fs
        .readdirSync(folder)
        .filter((name) => name !== '.storage')
        .map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]),
    );
  const put = (name: string, text: string) => {
    fs.writeFileSync(path.join(folder, name), text);
  };

  it('is written with what belongs beside it, and said', async () => {
    await save('a.md');
    assert.deepEqual(texts(), { 'a.md': 'new', 'a.md-1.svg': 'new picture' });
    const [told] = await until(
      () => said,
      ({ length }) => length > 0,
    );
    assert.match(told!.message, /^Saved as “.*a\.md”\.$/);
  });

  it('replaces nothing without a yes, be it beside the chosen one only', async () => {
    put('a.md-1.svg', 'mine');
    await save('a.md');
    assert.deepEqual(texts(), { 'a.md-1.svg': 'mine' });
    assert.deepEqual(said, [
      { kind: 'warning', message: 'Replace what is there already? Files: 1', detail: 'a.md-1.svg' },
    ]);
  });

  it('replaces what is there after a yes, and asks once', async () => {
    put('a.md', 'mine');
    put('a.md-1.svg', 'mine');
    answers = { warning: ['Replace'] };
    await save('a.md');
    assert.deepEqual(texts(), { 'a.md': 'new', 'a.md-1.svg': 'new picture' });
    const asked = said.filter(({ kind }) => kind === 'warning');
    assert.deepEqual(
      asked.map(({ detail }) => detail),
      ['a.md-1.svg\na.md'],
    );
  });

  it('says what can’t be written, and offers another place', async () => {
    put('file', 'mine');
    answers = { error: ['Choose Another Place'] };
    await save('file/a.md', 'b.md');
    assert.deepEqual(texts(), { file: 'mine', 'b.md': 'new', 'b.md-1.svg': 'new picture' });
    assert.match(said[0]!.message, /^“.*file\/a\.md” could not be written\. Make it writable, make room/);
  });

  it('is left by Escape', async () => {
    await save();
    assert.deepEqual([texts(), said], [{}, []]);
  });
});
