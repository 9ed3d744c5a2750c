// Buttons of messages that tell of something rare: each is pressed once.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { openFiles } from '#files';
import builtin from '../../src/core/framework/builtin.framework.yaml';
import { noConfig } from '../../src/core/journal/config/configModel';
import { peopleOf } from '../../src/core/journal/people/knownPeople';
import { createCapture } from '../../src/features/capture';
import { OpenBox } from '../../src/features/capture/openBox';
import { registerJournal } from '../../src/features/journal';
import { tasksIn } from '../../src/core/journal/tasks/taskText';
import { ActionsView } from '../../src/features/actionsView/actionsView';
import type { TaskRow } from '../../src/features/actionsView/actionsTree';
import { withErrorMessage } from '../../src/features/shared/withErrorMessage';
import { registerFindInNotes } from '../../src/features/findInNotes';
import type { NotesView } from '../../src/features/shared/views';
import type { Journal, Services } from '../../src/services/services';
import { hostileName, plainMessage } from '../support/hostileTexts';
import { MemoryFiles } from '../support/memoryFiles';
import { placed } from '../support/journals';
import { until } from '../support/until';

const kinds = ['showErrorMessage', 'showWarningMessage', 'showInformationMessage'] as const;

describe('The answer to a message', () => {
  const log = { warn: () => undefined, error: () => undefined, show: () => done.push('log shown') };
  const done: string[] = [];
  const said: string[] = [];
  let answer: string | undefined;
  let restore: (() => void)[];

  /** Until the test is over. */
  function standIn<T extends object>(target: T, members: Partial<Record<keyof T, unknown>>): void {
    const originals = Object.fromEntries(Object.keys(members).map((name) => [name, target[name as keyof T]]));
    Object.assign(target, members);
    restore.push(() => Object.assign(target, originals));
  }

  beforeEach(() => {
    restore = [];
    done.length = 0;
    said.length = 0;
    const say = (message: string) => {
      said.push(message);
      return Promise.resolve(answer);
    };
    standIn(vscode.window, Object.fromEntries(kinds.map((kind) => [kind, say])));
  });
  afterEach(async () => {
    for (const back of restore) back();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  for (const [pressed, expected] of [
    ['Show Log', ['log shown']],
    [undefined, []],
  ] as const)
    it(`that something failed shows the log only on request: ${pressed ?? 'dismissed'}`, async () => {
      answer = pressed;
      const fails = () => Promise.reject(new Error('no'));
      const outcome = await withErrorMessage(log as unknown as vscode.LogOutputChannel, 'It failed.', fails);
      await new Promise((resolve) => setImmediate(resolve));
      assert.deepEqual([outcome, said, done], [false, ['It failed.'], expected]);
    });

  describe('that there is no note to find anything in', () => {
    async function find(): Promise<void> {
      let run: (() => Promise<unknown>) | undefined;
      standIn(vscode.commands, {
        registerCommand: (_id: string, handler: () => Promise<unknown>) => {
          run = handler;
          return new vscode.Disposable(() => undefined);
        },
        executeCommand: (id: string) => Promise.resolve(done.push(id)),
      });
      const index = { whenReady: () => Promise.resolve(), notes: new Map() };
      const services = { index, journal: { current: undefined }, log } as unknown as Services;
      registerFindInNotes(services, {} as NotesView);
      await run?.();
      for (const back of restore.splice(1)) back();
    }

    it('begins the first one', async () => {
      answer = 'New 1:1 Note…';
      await find();
      assert.deepEqual(
        [said, done],
        [['There are no notes to look through yet.'], ['twoHats.newOneOnOneNote']],
      );
    });

    it('begins none when it is dismissed', async () => {
      answer = undefined;
      await find();
      assert.deepEqual([said.length, done], [1, []]);
    });
  });

  describe('that a captured thought could not be kept', () => {
    const person = `people/${hostileName}/next.md`;
    const journalIn = (files: MemoryFiles): Journal => {
      const root = vscode.Uri.file('/journal');
      return { root, files, uri: (file) => vscode.Uri.joinPath(root, file), ...placed(root) };
    };
    const known = peopleOf([{ path: person, person: 'Ana', date: undefined }], noConfig);

    /** @returns where it was kept, and what is offered next time */
    async function capture(): Promise<{ readonly kept: string | undefined; readonly offered: string }> {
      const [full, other] = [new MemoryFiles({ [person]: '' }), new MemoryFiles({})];
      full.fail = 'unavailable';
      const remembered = new Map<string, unknown>();
      const services = {
        ...{ log, clock: { now: () => 0, offset: () => 0 }, framework: { current: builtin } },
        journal: {
          current: journalIn(full),
          ensure: () => Promise.resolve(journalIn(full)),
          choose: () => Promise.resolve(journalIn(other)),
        },
        memory: {
          get: (key: string) => remembered.get(key),
          update: (key: string, value: unknown) => Promise.resolve(void remembered.set(key, value)),
        },
        people: {
          current: known,
          whenReady: () => Promise.resolve(known),
          onDidChange: () => new vscode.Disposable(() => undefined),
        },
        privacy: { hidden: false },
      };
      const made = createCapture(services as unknown as Parameters<typeof createCapture>[0]);
      const box = new OpenBox('');
      box.pick.value = '@ana ask about the rota';
      box.isAccepted = true;
      await made.take(box);
      assert.ok(plainMessage(said[0]).includes(person), said[0]);
      return { kept: (await other.read(person)) ?? undefined, offered: made.offered };
    }

    it('copies its text', async () => {
      answer = 'Copy Text';
      await vscode.env.clipboard.writeText('before');
      assert.deepEqual(await capture(), { kept: undefined, offered: '' });
      assert.equal(await vscode.env.clipboard.readText(), '@ana ask about the rota');
    });

    it('keeps it in another place', async () => {
      answer = 'Choose Another Place';
      const { kept, offered } = await capture();
      assert.match(kept ?? '', /\n- ask about the rota\n$/);
      assert.equal(offered, '');
    });

    it('offers it again when it is dismissed', async () => {
      answer = undefined;
      assert.deepEqual(await capture(), { kept: undefined, offered: '@ana ask about the rota' });
    });
  });

  describe('that a journal can’t be reached', () => {
    /** Runs *Open Journal* on a place that can't be made. @returns what was opened */
    async function open(): Promise<unknown[]> {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-answers-'));
      fs.writeFileSync(path.join(folder, 'file'), '');
      const [bad, good] = [path.join(folder, 'file', hostileName), path.join(folder, 'journal')];
      const at = (place: string) => Promise.resolve({ root: vscode.Uri.file(place) });
      const run = new Map<string, () => Promise<unknown>>();
      const opened: unknown[] = [];
      standIn(vscode.commands, {
        registerCommand: (id: string, handler: () => Promise<unknown>) => {
          run.set(id, handler);
          return new vscode.Disposable(() => undefined);
        },
        executeCommand: (id: string, root: unknown) =>
          Promise.resolve(root instanceof vscode.Uri ? opened.push(id, path.basename(root.fsPath)) : 0),
      });
      const journal = {
        ...{ current: undefined, ensure: () => at(bad), choose: () => at(good) },
        onDidChange: () => new vscode.Disposable(() => undefined),
      };
      registerJournal({ journal, log } as unknown as Parameters<typeof registerJournal>[0]).dispose();
      await run.get('twoHats.openJournal')?.();
      for (const back of restore.splice(1)) back();
      assert.ok(plainMessage(said[0]).includes(hostileName), said[0]);
      assert.equal(fs.existsSync(good), opened.length > 0);
      fs.rmSync(folder, { recursive: true });
      return opened;
    }

    it('opens another place once it is chosen', async () => {
      answer = 'Choose Another Place';
      assert.deepEqual(await open(), ['vscode.openFolder', 'journal']);
    });

    it('opens nothing when it is dismissed', async () => {
      answer = undefined;
      assert.deepEqual(await open(), []);
    });
  });

  describe('that an action was not marked', () => {
    let folder: string;
    let journal: Journal;
    const note = 'notes/a.md';
    const seen = '\n- [ ] Ask Ana\n';

    beforeEach(() => {
      folder = fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-answers-'));
      fs.mkdirSync(path.join(folder, 'notes'));
      const root = vscode.Uri.file(folder);
      journal = {
        root,
        files: openFiles(root, vscode.Uri.joinPath(root, '.storage'), { warn: () => undefined }),
        uri: (file) => vscode.Uri.joinPath(root, file),
        ...placed(root),
      };
    });
    afterEach(() => {
      fs.rmSync(folder, { recursive: true });
    });

    /** Ticks an action that the view shows while its note has another text. */
    async function tickIn(text: string): Promise<void> {
      fs.writeFileSync(path.join(folder, note), text);
      const services = {
        ...{ log, journal: { current: journal }, memory: { get: () => undefined } },
        clock: { now: () => 0, offset: () => 0 },
        people: { current: { all: [] } },
        privacy: { hidden: false },
        index: { refresh: () => Promise.resolve(void done.push('read anew')) },
      };
      const view = new ActionsView(services as unknown as ConstructorParameters<typeof ActionsView>[0]);
      const [task] = tasksIn(seen);
      const row = { kind: 'task', id: '1', action: { note: { path: note }, task }, done: undefined };
      await view.toggle([[row as unknown as TaskRow, vscode.TreeItemCheckboxState.Checked]]);
      await until(
        () => said,
        ({ length }) => length > 0,
      );
      view.dispose();
      assert.equal(fs.readFileSync(path.join(folder, note), 'utf8'), text);
    }
    const shown = () => vscode.window.activeTextEditor?.document.uri.fsPath;

    it('because its note has changed opens the note', async () => {
      answer = 'Open Note';
      await tickIn('- [ ] Ask somebody else\n');
      assert.match(said[0]!, /^This action has changed in its note meanwhile/);
      await until(shown, (file) => file === path.join(folder, note));
      assert.deepEqual(done, ['read anew']);
    });

    it('because two say the same opens nothing when it is dismissed', async () => {
      answer = undefined;
      await tickIn('- [ ] Ask Ana\n\n- [ ] Ask Ana\n');
      assert.match(said[0]!, /^Two actions in this note say the same/);
      await until(
        () => done,
        ({ length }) => length > 0,
      );
      assert.equal(shown(), undefined);
    });

    it('for an unknown reason shows the log', async () => {
      answer = 'Show Log';
      const { files } = journal;
      const fail = () => Promise.reject(new Error('no'));
      journal = { ...journal, files: { ...files, read: fail, replace: fail } };
      await tickIn(seen);
      assert.match(said[0]!, /^The note could not be changed, so the action stays as it was/);
      await until(
        () => done,
        ({ length }) => length > 0,
      );
      assert.deepEqual(done, ['log shown']);
    });
  });
});
