import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import framework from '../../src/core/framework/builtin.framework.yaml';
import builtin from '../../src/core/templates/builtin.templates.yaml';
import { noConfig } from '../../src/core/journal/config/configModel';
import { peopleOf } from '../../src/core/journal/people/knownPeople';
import { answerStatement, startRun } from '../../src/core/selfcheck/run';
import { createCapture } from '../../src/features/capture';
import { OpenBox } from '../../src/features/capture/openBox';
import { ActionsView } from '../../src/features/actionsView/actionsView';
import { Moves } from '../../src/features/notes/moves';
import { newOneOnOneNote } from '../../src/features/notes/newOneOnOneNote';
import { newReflection } from '../../src/features/notes/newReflection';
import { newRetrospective } from '../../src/features/notes/newRetrospective';
import { ignoreNearMiss } from '../../src/features/nearMiss/quickFixes';
import { saveRun } from '../../src/features/selfCheck/save';
import { changeTag } from '../../src/features/tagRename/changeTag';
import type { TagRenameServices } from '../../src/features/tagRename/renameServices';
import { undoLastTagChange } from '../../src/features/tagRename/undoTagChange';
import { NodeFiles } from '../../src/platform/nodeFiles';
import { Settings } from '../../src/services/settings';
import { TaggedDocuments } from '../../src/services/taggedDocuments';
import type { Journal } from '../../src/services/services';
import { failure, faultyFs } from '../support/faultyFs';
import { placed } from '../support/journals';
import { indexed } from '../support/notes';
import { until } from '../support/until';

/** What a person is told of it. */
const reasons: Readonly<Record<string, RegExp>> = {
  ENOSPC: /no space|make room/i,
  EROFS: /read-only|writable/,
  EACCES: /may not write|writable/,
  EIO: /Two Hats log|Show Log/,
};

const template = (id: string) => builtin.templates.find((each) => each.id === id)!;

describe('Where the disk fails, the message says what, where and what next, for', () => {
  const clock = { now: () => Date.parse('2026-11-24T23:30:00Z'), offset: () => 60 };
  const never = new vscode.EventEmitter<void>();
  const log = vscode.window.createOutputChannel('Test', { log: true });
  const earlier = 'people/ana/2026-11-18.md';
  const text = '---\nperson: Ana\n---\n- [ ] Ask for the budget #risk-taking\n';
  const real = { ...vscode.window };
  let folder = '';
  let journal: Journal;
  let fault: string | undefined;
  let fired = 0;
  /** Each message with its buttons. */
  let said: string[];
  let answers: (string | undefined)[];

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-faults-'));
    [fault, fired, said, answers] = [undefined, 0, [], []];
    const disk = faultyFs((call) => {
      if (fault === undefined || call !== 'handle.writeFile') return;
      fired++;
      throw failure(fault);
    });
    const root = vscode.Uri.file(path.join(folder, 'journal'));
    fs.mkdirSync(path.join(root.fsPath, path.dirname(earlier)), { recursive: true });
    fs.writeFileSync(path.join(root.fsPath, earlier), text);
    journal = {
      root,
      files: new NodeFiles(root.fsPath, () => ({ dispose: () => undefined }), disk),
      uri: (file) => vscode.Uri.joinPath(root, file),
      ...placed(root),
    };
    const say = (message: string, ...rest: readonly unknown[]) => {
      const buttons = rest.filter((each) => typeof each === 'string');
      said.push([message, ...buttons].join(' | '));
      return Promise.resolve(answers.shift());
    };
    Object.assign(vscode.window, {
      ...{ showInformationMessage: say, showWarningMessage: say, showErrorMessage: say },
    });
  });
  afterEach(async () => {
    const { showInformationMessage, showWarningMessage, showErrorMessage } = real;
    Object.assign(vscode.window, { showInformationMessage, showWarningMessage, showErrorMessage });
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    fs.rmSync(folder, { recursive: true });
  });
  after(() => {
    log.dispose();
    never.dispose();
  });

  function services() {
    const remembered = new Map<string, unknown>();
    const memory = {
      get: (key: string): unknown => remembered.get(key),
      update: (key: string, value: unknown) => Promise.resolve(void remembered.set(key, value)),
    };
    const notes = indexed({ [earlier]: text });
    const known = peopleOf(notes.values(), noConfig);
    const shared = {
      ...{
        clock,
        log,
        memory,
        settings: new Settings(),
        privacy: { hidden: false, onDidChange: never.event },
      },
      context: { globalStorageUri: vscode.Uri.file(path.join(folder, 'storage')) },
      framework: {
        ...{ current: framework, onDidChange: never.event },
        whenReady: () => Promise.resolve(framework),
      },
      index: {
        ...{ notes, skipped: [], isReady: true, onDidChange: never.event },
        ...{ whenReady: () => Promise.resolve(), refresh: () => Promise.resolve() },
      },
      journal: {
        ...{ current: journal, onDidChange: never.event, onDidChangeAddress: never.event },
        ...{ ensure: () => Promise.resolve(journal), choose: () => Promise.resolve(undefined) },
      },
      people: { current: known, whenReady: () => Promise.resolve(known), onDidChange: never.event },
      today: { onDidChange: never.event },
    };
    const moves = new Moves(shared as unknown as ConstructorParameters<typeof Moves>[0]);
    return { ...shared, moves };
  }

  const shownText = () => vscode.window.activeTextEditor?.document.getText() ?? '';
  const read = (file: string) => fs.readFileSync(path.join(folder, 'journal', file), 'utf8');
  const files = () =>
    fs
      .readdirSync(path.join(folder, 'journal'), { recursive: true, encoding: 'utf8' })
      .filter((file) => fs.statSync(path.join(folder, 'journal', file)).isFile());

  interface Command {
    /** Does it, and answers where what was written is to be found, whole. */
    readonly run: () => Promise<() => boolean>;
    readonly where: RegExp;
    readonly next: RegExp;
  }

  const note = async (made: (all: ReturnType<typeof services>) => Promise<void>, begin: RegExp) => {
    answers = ['Open Without Saving'];
    const all = services();
    await made(all);
    all.moves.dispose();
    return () => begin.test(shownText());
  };
  const oneOnOne = { name: 'Ana', template: template('1on1-weekly'), prompts: [] };
  const offered = /Choose Another Place \| Open Without Saving \| Try Again/;

  const tagServices = () => {
    const all = services() as unknown as TagRenameServices & { readonly moves: Moves };
    all.moves.dispose();
    return { ...all, documents: new TaggedDocuments(all) };
  };
  const change = {
    ...{ from: { dimension: 'risk-taking', hat: undefined }, withHats: true },
    to: { dimension: 'time-horizon', hat: undefined },
  };

  const commands: Readonly<Record<string, Command>> = {
    'New Reflection': {
      run: () => note((all) => newReflection(all, template('reflection')), /^---\nkind: reflection\n/),
      ...{ where: /“notes\/2026-11-25-reflection\.md”/, next: offered },
    },
    'New Retrospective': {
      run: () =>
        note(
          (all) =>
            newRetrospective(all, { template: template('retro-sailboat'), title: 'Sprint', prompts: [] }),
          /^---\nkind: retrospective\n/,
        ),
      ...{ where: /“retros\/2026-11-25-sprint\.md”/, next: offered },
    },
    'New 1:1 Note': {
      run: () => note((all) => newOneOnOneNote(all, oneOnOne), /^---\nkind: one-on-one\n/),
      ...{ where: /“people\/ana\/2026-11-25\.md”/, next: offered },
    },
    'Capture Note': {
      run: async () => {
        const all = services();
        all.moves.dispose();
        const box = new OpenBox('a thought of mine');
        box.isAccepted = true;
        const capture = createCapture(all);
        await capture.take(box);
        return () => createCapture(all).offered === 'a thought of mine';
      },
      ...{ where: /“notes\/2026-11-25\.md”/, next: /Try Again \| Choose Another Place \| Copy Text/ },
    },
    'a self-check': {
      run: async () => {
        const all = services();
        all.moves.dispose();
        const begun = startRun(
          framework,
          { kind: 'quick', dimension: undefined },
          { id: 'r1', seed: 1, started: '2026-11-24T09:30:00+01:00' },
        );
        const run = begun.statements.reduce(
          (so) => answerStatement(so, { value: 4, ms: 2000 }, '2026-11-24T09:31:00+01:00'),
          begun,
        );
        assert.equal(await saveRun(all, () => run), undefined);
        // The answers stay stored; nothing half written lies there.
        return () => files().length === 1;
      },
      ...{ where: /answers are safe.*“checks\//, next: /Choose Another Place \| Try Again/ },
    },
    'the tick of an action': {
      run: async () => {
        const all = services();
        all.moves.dispose();
        const view = new ActionsView(all);
        const [group] = await view.getChildren();
        const [row] = await view.getChildren(group);
        assert.ok(row);
        await view.toggle([[row, vscode.TreeItemCheckboxState.Checked]]);
        view.dispose();
        return () => read(earlier) === text;
      },
      ...{ where: /stays as it was\. .*“people\/ana\/2026-11-18\.md”/, next: /Show Log/ },
    },
    'Leave alone': {
      run: async () => {
        const all = services();
        all.moves.dispose();
        await ignoreNearMiss(all, 'descision-making');
        return () => files().length === 1;
      },
      ...{ where: /“#descision-making” could not be added.*“two-hats\.yaml”/, next: /Show Log/ },
    },
    'Change Tag Everywhere': {
      run: async () => {
        answers = ['Change'];
        const all = tagServices();
        await changeTag(all, journal, change);
        all.documents.dispose();
        return () => read(earlier) === text;
      },
      ...{ where: /Left as they are, .*: people\/ana\/2026-11-18\.md\./, next: /Show Log/ },
    },
    'Undo Last Tag Change': {
      run: async () => {
        const all = tagServices();
        const injected = fault;
        fault = undefined;
        answers = ['Change'];
        await changeTag(all, journal, change);
        fault = injected;
        answers = ['Undo'];
        await undoLastTagChange(all);
        all.documents.dispose();
        return () => read(earlier) === text.replace('risk-taking', 'time-horizon');
      },
      where: /could not be changed back, and stay as they are: people\/ana\/2026-11-18\.md\./,
      next: /try again\. \| Try Again \| Show Log/,
    },
  };

  for (const [name, { run, where, next }] of Object.entries(commands))
    it(name, async () => {
      for (const [code, reason] of Object.entries(reasons)) {
        fault = code;
        [fired, said] = [0, []];
        const isWhole = await run();
        const [message = ''] = await until(
          () => said.filter((each) => where.test(each)),
          (found) => found.length > 0,
          `${code}: ${said.join('\n')}`,
        );
        assert.ok(fired > 0, code);
        assert.match(message, reason);
        assert.match(message, next);
        assert.ok(isWhole(), `${code}: ${shownText()}`);
        assert.deepEqual(
          files().filter((file) => file.endsWith('.tmp')),
          [],
        );
        fault = undefined;
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
        fs.rmSync(path.join(folder, 'storage'), { recursive: true, force: true });
        fs.writeFileSync(path.join(folder, 'journal', earlier), text);
      }
    });
});
