import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { openFiles } from '#files';
import framework from '../../src/core/framework/builtin.framework.yaml';
import type { Framework } from '../../src/core/framework/model';
import { FileError, type Files } from '../../src/core/journal/files';
import { saveCheck, writeRecord } from '../../src/core/selfcheck/save';
import { answerStatement, startRun, type CheckRun } from '../../src/core/selfcheck/run';
import { QueuedMemento } from '../../src/services/memento';
import type { Ratings } from '../../src/core/selfcheck/ratings';
import { createChecks } from '../../src/services/checks';
import { createRatings } from '../../src/services/ratings';
import type { Journal, Services } from '../../src/services/services';
import { SelfCheck } from '../../src/features/selfCheck';
import { saveRun } from '../../src/features/selfCheck/save';
import { CheckOutcome } from '../../src/features/selfCheck/settle';
import { RunStore } from '../../src/features/selfCheck/store';
import { placed } from '../support/journals';
import { ChoicePick } from '../support/choicePick';
import { until, untilNoticed, untilTrue } from '../support/until';

const clock = { now: () => Date.parse('2026-11-24T08:30:00Z'), offset: () => 60 };
const never = new vscode.EventEmitter<void>();
const source = {
  current: framework,
  whenReady: () => Promise.resolve(framework),
  onDidChange: never.event,
};

function answered(value: number, finished = '2026-11-24T09:31:00+01:00', id = 'r1'): CheckRun {
  const begun = startRun(
    framework,
    { kind: 'quick', dimension: undefined },
    { id, seed: 1, started: '2026-11-24T09:30:00+01:00' },
  );
  return begun.statements.reduce((run) => answerStatement(run, { value, ms: 2000 }, finished), begun);
}

function journalIn(folder: string): Journal {
  const root = vscode.Uri.file(folder);
  const storage = vscode.Uri.file(path.join(os.tmpdir(), 'two-hats-storage'));
  return {
    root,
    files: openFiles(root, storage, { warn: () => undefined }),
    uri: (file) => vscode.Uri.joinPath(root, ...file.split('/')),
    ...placed(root),
  };
}

function failing(journal: Journal): Journal {
  const fail = (file: string) => Promise.reject(new FileError('noSpace', file, undefined));
  const files: Files = {
    read: (file) => journal.files.read(file),
    isReadOnly: (file) => journal.files.isReadOnly(file),
    list: (folder) => journal.files.list(folder),
    watch: (listener) => journal.files.watch(listener),
    walk: (paths, visitor) => journal.files.walk(paths, visitor),
    create: fail,
    edit: fail,
    replace: fail,
  };
  return { ...journal, files };
}

/** Answers the messages of one kind, in turn, and keeps what they said. */
function answerMessages(kind: 'showErrorMessage' | 'showWarningMessage', ...answers: (string | undefined)[]) {
  const original = vscode.window[kind];
  const said: string[] = [];
  const answer = (message: string) => {
    said.push(message);
    return Promise.resolve(answers.shift());
  };
  Object.assign(vscode.window, { [kind]: answer });
  return { said, dispose: () => Object.assign(vscode.window, { [kind]: original }) };
}

/** A state that takes its time, like the one in another process. */
class SlowState implements vscode.Memento {
  readonly stored = new Map<string, unknown>();
  writes = 0;
  fail = false;
  keys = () => [...this.stored.keys()];
  // Like VS Code's own: the type is the caller's word.
  get = (key: string) => this.stored.get(key) as never;
  async update(key: string, value: unknown): Promise<void> {
    this.writes++;
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (this.fail) throw new Error('no storage');
    this.stored.set(key, structuredClone(value));
  }
}

describe('Self-checks in the journal', () => {
  let folder: string;
  let journal: Journal;
  const log = vscode.window.createOutputChannel('Test', { log: true });

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-checks-'));
    journal = journalIn(folder);
  });
  afterEach(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });
  after(() => {
    log.dispose();
    never.dispose();
  });

  const checks = () => {
    const inside = path.join(folder, 'checks');
    return fs.existsSync(inside) ? fs.readdirSync(inside).sort() : [];
  };
  const read = (name: string) => fs.readFileSync(path.join(folder, name), 'utf8');
  const places = (first: Journal | undefined, other?: Journal) => ({
    current: first,
    onDidChange: never.event,
    onDidChangeAddress: never.event,
    ensure: () => Promise.resolve(first),
    choose: () => Promise.resolve(other),
  });

  const shown = { people: { current: { all: [] } }, privacy: { hidden: false } };

  describe('Keeping', () => {
    it('writes one file, whole', async () => {
      const run = answered(4);
      const kept = await saveRun({ ...shown, clock, log, journal: places(journal) }, () => run);
      assert.deepEqual(
        checks().map((name) => `checks/${name}`),
        [kept],
      );
      assert.equal(read(kept ?? ''), writeRecord(run));
    });

    it('asks for a place once and leaves the check unkept on cancel', async () => {
      assert.equal(
        await saveRun({ ...shown, clock, log, journal: places(undefined) }, () => answered(4)),
        undefined,
      );
    });

    it('offers another place when the disk is full, and writes there', async () => {
      const messages = answerMessages('showErrorMessage', 'Choose Another Place');
      try {
        const services = { ...shown, clock, log, journal: places(failing(journal), journal) };
        const kept = await saveRun(services, () => answered(4));
        assert.deepEqual(messages.said.length, 1);
        assert.match(
          messages.said[0]!,
          /^Your answers are safe, but the check could not be kept\. .*no space/,
        );
        assert.equal(read(kept ?? ''), writeRecord(answered(4)));
      } finally {
        messages.dispose();
      }
    });

    it('tries again, with the answers as they are by then', async () => {
      const messages = answerMessages('showErrorMessage', 'Try Again', 'Try Again');
      try {
        let tries = 0;
        const create: Files['create'] = (file, text) =>
          ++tries < 3
            ? Promise.reject(new FileError('unavailable', file, undefined))
            : journal.files.create(file, text);
        const flaky = { ...journal, files: { ...failing(journal).files, create } };
        const kept = await saveRun({ ...shown, clock, log, journal: places(flaky) }, () =>
          answered(tries < 2 ? 4 : 5),
        );
        assert.equal(messages.said.length, 2);
        assert.equal(read(kept ?? ''), writeRecord(answered(5)));
      } finally {
        messages.dispose();
      }
    });

    it('ends without a file when the message is closed', async () => {
      const messages = answerMessages('showErrorMessage', undefined);
      try {
        const services = { ...shown, clock, log, journal: places(failing(journal)) };
        assert.equal(await saveRun(services, () => answered(4)), undefined);
        assert.deepEqual(checks(), []);
      } finally {
        messages.dispose();
      }
    });
  });

  describe('The last ratings', () => {
    const ratingsOf = (of: Journal | undefined, logged = log) => {
      const services = { framework: source, log: logged, journal: places(of) };
      const context = { globalStorageUri: vscode.Uri.file(path.join(folder, 'storage')) };
      const checks = createChecks({
        ...services,
        clock: { now: () => Date.now(), offset: () => 0 },
        context,
      });
      const ratings = createRatings({ ...services, checks });
      const dispose = () => {
        for (const service of [ratings, checks]) service.dispose();
      };
      return { checks, ratings, dispose };
    };
    const values = (scores: Ratings['scores']) =>
      new Set([...scores.values()].flatMap((sides) => [...sides.values()].map(({ mean }) => mean)));

    it('are none without a journal', async () => {
      const { ratings, dispose } = ratingsOf(undefined);
      assert.deepEqual(await ratings.latest(), { date: undefined, lastCheck: undefined, scores: new Map() });
      dispose();
    });

    it('follow a file that arrives while they are shown', async () => {
      const { ratings, dispose } = ratingsOf(journal);
      try {
        await saveCheck(journal.files, clock, answered(2));
        assert.deepEqual(values((await ratings.latest()).scores), new Set([2]));
        const kept = await saveCheck(journal.files, clock, answered(5, '2026-12-01T09:31:00+01:00', 'r2'));
        let isChanged = false;
        ratings.onDidChange(() => (isChanged = true));
        // VS Code takes a moment until it watches a folder.
        await untilNoticed(
          () => {
            fs.writeFileSync(path.join(folder, kept), read(kept));
          },
          () => isChanged,
        );
        const { date, scores } = await ratings.latest();
        assert.equal(date, '2026-12-01');
        assert.deepEqual(values(scores), new Set([5]));
      } finally {
        dispose();
      }
    });

    it('lead to a damaged file at its line, and to the log where there are more', async () => {
      await saveCheck(journal.files, clock, answered(3));
      const damaged = path.join(folder, 'checks/2026-12-02T000000Z-quick-0000.yaml');
      fs.writeFileSync(damaged, 'format: two-hats-check/1\nid: [\n');
      const messages = answerMessages('showWarningMessage', 'Open', 'Show Log');
      const done: string[] = [];
      const watched = { warn: () => undefined, error: () => undefined, show: () => done.push('shown') };
      const { checks, ratings, dispose } = ratingsOf(journal, watched as unknown as typeof log);
      try {
        await ratings.latest();
        const editor = await until(
          () => vscode.window.activeTextEditor,
          (active) => active?.document.uri.fsPath === damaged,
        );
        assert.ok(editor!.selection.active.line > 0);
        for (const name of ['3', '4']) fs.writeFileSync(damaged.replace('02T', `0${name}T`), 'format: x\n');
        checks.refresh();
        await ratings.latest();
        await until(
          () => done,
          ({ length }) => length > 0,
        );
        assert.match(messages.said[1]!, /And 1 more; the log names them\.$/);
      } finally {
        messages.dispose();
        dispose();
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      }
    });

    it('leave out damaged files, name them once with the reason and leave them as they are', async () => {
      await saveCheck(journal.files, clock, answered(3));
      const cut = writeRecord(answered(4)).slice(0, 300);
      fs.writeFileSync(path.join(folder, 'checks/2026-12-02T000000Z-quick-0000.yaml'), cut);
      fs.writeFileSync(
        path.join(folder, 'checks/2026-12-01T000000Z-quick-0000.yaml'),
        'format: two-hats-check/9\n',
      );
      const messages = answerMessages('showWarningMessage');
      const { checks, ratings, dispose } = ratingsOf(journal);
      try {
        assert.deepEqual(values((await ratings.latest()).scores), new Set([3]));
        checks.refresh();
        await ratings.latest();
        assert.equal(messages.said.length, 1);
        assert.match(messages.said[0]!, /2026-12-02T000000Z-quick-0000\.yaml” is left out: .*And 1 more/);
        assert.equal(read('checks/2026-12-02T000000Z-quick-0000.yaml'), cut);
      } finally {
        messages.dispose();
        dispose();
      }
    });
  });

  describe('The check of a dimension', () => {
    const [known] = framework.dimensions;
    let current: Framework;
    let chosen: unknown;
    let asked: string[][];
    let begun: number;
    let original: typeof vscode.window.createQuickPick;
    let whenAsked: () => void;
    const check = () => {
      const changing = {
        ...source,
        get current() {
          return current;
        },
      };
      return new SelfCheck({
        ...{ clock, log, framework: changing, memory: new QueuedMemento(new SlowState(), log) },
      } as unknown as Services);
    };

    beforeEach(() => {
      current = framework;
      asked = [];
      begun = 0;
      whenAsked = () => undefined;
      original = vscode.window.createQuickPick;
      Object.assign(vscode.window, {
        createQuickPick: () =>
          new ChoicePick<vscode.QuickPickItem & { readonly id?: string }>((items) => {
            asked.push(items.map(({ label }) => label));
            whenAsked();
            return items.find(({ id }) => id !== undefined && id === chosen);
          }, begin),
      });
    });
    afterEach(() => {
      Object.assign(vscode.window, { createQuickPick: original });
    });
    const begin = (): never => {
      begun++;
      throw new Error('begun');
    };
    const titles = framework.dimensions.map(({ title }) => title);

    it('begins at once with one that the framework has', async () => {
      await assert.rejects(check().startDimension(known!.id), /begun/);
      assert.deepEqual([asked, begun], [[], 1]);
    });

    for (const argument of ['gone', undefined, 3, { id: known!.id }])
      it(`asks which where ${JSON.stringify(argument)} is none, and begins nothing on cancel`, async () => {
        chosen = undefined;
        await check().startDimension(argument);
        assert.deepEqual([asked, begun], [[titles], 0]);
      });

    it('begins with the one that is chosen', async () => {
      chosen = known!.id;
      await assert.rejects(check().startDimension('gone'), /begun/);
      assert.deepEqual([asked, begun], [[titles], 1]);
    });

    it('begins nothing where the framework lost it meanwhile, and says so', async () => {
      const messages = answerMessages('showWarningMessage');
      chosen = known!.id;
      whenAsked = () => {
        current = { ...framework, dimensions: framework.dimensions.slice(1) };
      };
      try {
        await check().startDimension(undefined);
        assert.deepEqual(messages.said, ['The framework no longer has this dimension. Check another one.']);
        assert.equal(begun, 0);
      } finally {
        messages.dispose();
      }
    });
  });

  describe('The result', () => {
    /** A quick pick that is answered by labels instead of keys; what was shown is kept. */
    class FakePick {
      title = '';
      placeholder = '';
      items: readonly vscode.QuickPickItem[] = [];
      activeItems: readonly vscode.QuickPickItem[] = [];
      shown = 0;
      readonly #accepted = new vscode.EventEmitter<void>();
      readonly #hidden = new vscode.EventEmitter<void>();
      readonly onDidChangeValue = new vscode.EventEmitter<string>().event;
      readonly onDidAccept = this.#accepted.event;
      readonly onDidHide = this.#hidden.event;
      show = () => {
        this.shown++;
      };
      dispose = () => undefined;
      hide = () => {
        this.#hidden.fire();
      };

      /** Chooses the row once it is shown. */
      async choose(label: string): Promise<void> {
        const item = await until(
          () => this.items.find((row) => row.label.endsWith(label)),
          (found) => found !== undefined,
        );
        this.activeItems = [item!];
        this.#accepted.fire();
      }
    }

    let pick: FakePick;
    let state: SlowState;
    let copied: string[];
    let inserted: string[];
    let cards: boolean;
    let reviewed: CheckRun[];

    beforeEach(() => {
      [pick, state, copied, inserted, cards, reviewed] = [new FakePick(), new SlowState(), [], [], false, []];
    });

    /** Settles a check; ends when the person is done with its result. */
    async function settle(first: Journal | undefined, ensured = first): Promise<void> {
      const store = new RunStore(new QueuedMemento(state, log));
      await store.save(answered(3));
      const settings = {
        get showLastRatings() {
          return cards;
        },
        setShowLastRatings: (shows: boolean) => Promise.resolve(void (cards = shows)),
      };
      const services = {
        ...{ clock, log, framework: source, settings, ...shown },
        journal: { ...places(first), ensure: () => Promise.resolve(ensured) },
        privacy: { hidden: false, onDidChange: never.event },
        checks: { refresh: () => undefined },
        markdownEditor: { insert: (text: string) => Promise.resolve(void inserted.push(text)) },
      };
      const outcome = new CheckOutcome(
        services as unknown as Services,
        store,
        pick as unknown as vscode.QuickPick<vscode.QuickPickItem>,
        answered(3),
      );
      await outcome.settle((run) => Promise.resolve((reviewed.push(run), answered(5))));
      outcome.dispose();
    }
    const stored = () => state.stored.get('twoHats.selfCheck.run');

    it('is kept on request, which forgets it here, and says where', async () => {
      const end = settle(undefined, journal);
      await pick.choose('Keep this check');
      await until(
        () => pick.placeholder,
        (said) => said.startsWith('Kept in checks/'),
      );
      assert.equal(read(`checks/${checks()[0] ?? ''}`), writeRecord(answered(3)));
      assert.equal(stored(), undefined);
      pick.hide();
      await end;
    });

    it('opens the file of a check that is kept', async () => {
      const end = settle(journal);
      await pick.choose('Open the file of this check');
      await end;
      assert.equal(
        vscode.window.activeTextEditor?.document.uri.fsPath,
        path.join(folder, 'checks', checks()[0] ?? ''),
      );
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });

    it('leads to the balance report once it is kept', async () => {
      const end = settle(journal);
      await pick.choose('See the balance report');
      await end;
      const isReport = () =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .some(({ label }) => label === 'Balance Report');
      await until(isReport, Boolean);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });

    it('is offered again when it was left, and not when it was discarded', async () => {
      const left = settle(undefined);
      await until(
        () => pick.shown,
        (times) => times > 0,
      );
      pick.hide();
      await left;
      assert.deepEqual(stored(), structuredClone(answered(3)));
      const discarded = settle(undefined);
      pick.items = [];
      await pick.choose('Discard this check');
      await discarded;
      assert.equal(stored(), undefined);
    });

    it('offers to show ratings on the cards until they are', async () => {
      const end = settle(undefined);
      await pick.choose('Show my last ratings on the cards');
      await until(
        () => pick.shown,
        (times) => times > 1,
      );
      assert.equal(cards, true);
      assert.ok(!pick.items.some(({ label }) => label.endsWith('Show my last ratings on the cards')));
      assert.ok(pick.items.some(({ label }) => label.endsWith('Discard this check')));
      pick.hide();
      await end;
    });

    it('is of the answers that were gone through again', async () => {
      const end = settle(undefined, journal);
      await pick.choose('Go through the answers again');
      await until(
        () => pick.shown,
        (times) => times > 1,
      );
      assert.deepEqual(reviewed, [answered(3)]);
      await pick.choose('Keep this check');
      await until(
        () => pick.placeholder,
        (said) => said.startsWith('Kept in checks/'),
      );
      assert.equal(read(`checks/${checks()[0] ?? ''}`), writeRecord(answered(5)));
      pick.hide();
      await end;
    });

    for (const [choice, keeps] of [
      ['Keep it in the journal', true],
      ['See the result', false],
    ] as const)
      it(`of a check that was left: “${choice}”`, async () => {
        const { createQuickPick } = vscode.window;
        const asking = new ChoicePick((items) => items.find(({ label }) => label === choice));
        const picks: unknown[] = [asking, pick];
        Object.assign(vscode.window, { createQuickPick: () => picks.shift() });
        try {
          const memory = new QueuedMemento(state, log);
          await new RunStore(memory).save(answered(3));
          const services = {
            ...{ clock, log, framework: source, settings: { showLastRatings: true }, ...shown, memory },
            journal: { ...places(undefined), ensure: () => Promise.resolve(journal) },
            privacy: { hidden: false, onDidChange: never.event },
            checks: { refresh: () => undefined },
          };
          const end = new SelfCheck(services as unknown as Services).start({
            kind: 'full',
            dimension: undefined,
          });
          // The answers that are stored here look alike.
          if (!keeps) await pick.choose('Show the result anyway');
          await until(
            () => pick.title,
            (title) => title.startsWith('Your self-check'),
          );
          assert.match(asking.title, /^Your check of .* isn’t kept yet$/);
          assert.match(pick.placeholder, keeps ? /^Kept in checks\// : /^Not kept yet/);
          assert.deepEqual(
            checks().map((name) => read(`checks/${name}`)),
            keeps ? [writeRecord(answered(3))] : [],
          );
          pick.hide();
          await end;
          assert.equal(stored() === undefined, keeps);
        } finally {
          Object.assign(vscode.window, { createQuickPick });
        }
      });

    it('has a move that can be copied or inserted', async () => {
      const moves = framework.dimensions.flatMap(({ poles }) => poles.flatMap((pole) => pole.moves));
      const inserting = settle(undefined);
      await pick.choose('Insert the move into a note');
      await inserting;
      assert.equal(inserted.length, 1);
      assert.ok(moves.includes(inserted[0] ?? ''), inserted[0]);
      const before = await vscode.env.clipboard.readText();
      const copying = settle(undefined);
      pick.items = [];
      await pick.choose('Copy the move');
      await copying;
      copied.push(await vscode.env.clipboard.readText());
      assert.deepEqual(copied, inserted);
      await vscode.env.clipboard.writeText(before);
    });
  });

  describe('The check under way', () => {
    const storeOn = (state: SlowState) => new RunStore(new QueuedMemento(state, log));
    const partly = (count: number, id = 'r1') => {
      const begun = startRun(
        framework,
        { kind: 'quick', dimension: undefined },
        { id, seed: 1, started: '2026-11-24T09:30:00+01:00' },
      );
      return Array.from({ length: count }).reduce<CheckRun>(
        (run) => answerStatement(run, { value: 4, ms: 2000 }, '2026-11-24T09:31:00+01:00'),
        begun,
      );
    };

    it('is stored after every answer, the newest last, without a queue of old ones', async () => {
      const state = new SlowState();
      const store = storeOn(state);
      await Promise.all(Array.from({ length: 12 }, (_, index) => store.save(partly(index + 1))));
      assert.deepEqual(storeOn(state).load(), structuredClone(partly(12)));
      assert.ok(state.writes <= 2, String(state.writes));
    });

    it('can be read while it is still being stored', () => {
      const store = storeOn(new SlowState());
      void store.save(partly(3));
      void store.save(partly(4));
      assert.deepEqual(store.load(), partly(4));
    });

    it('goes on when storing fails', async () => {
      const state = new SlowState();
      const store = storeOn(state);
      state.fail = true;
      await store.save(partly(3));
      state.fail = false;
      await store.save(partly(4));
      assert.deepEqual(storeOn(state).load(), structuredClone(partly(4)));
    });

    it('is forgotten once it is kept, but never that of another window', async () => {
      const state = new SlowState();
      const [one, other] = [storeOn(state), storeOn(state)];
      await one.save(partly(12));
      await other.save(partly(7, 'r2'));
      await one.clear(partly(12));
      assert.equal(other.load()?.id, 'r2');
      await other.clear(partly(7, 'r2'));
      assert.equal(other.load(), undefined);
    });
  });
});

describe('Checks after a start', () => {
  const log = vscode.window.createOutputChannel('Test', { log: true });
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-checks-')));
  const storage = vscode.Uri.file(path.join(folder, 'storage'));
  const journal = journalIn(path.join(folder, 'journal'));
  const check = path.join(folder, 'journal/checks/2026-11-24T083100Z-quick-0001.yaml');
  const longAgo = new Date('2026-11-24T08:31:00Z');
  const never = new vscode.EventEmitter<void>();

  after(() => {
    log.dispose();
    never.dispose();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  function write(answer: number): void {
    fs.mkdirSync(path.dirname(check), { recursive: true });
    fs.writeFileSync(check, writeRecord(answered(answer)));
    fs.utimesSync(check, longAgo, longAgo);
  }

  /** What a window knows, which was opened and is closed again. */
  async function answers(until: () => boolean = () => true): Promise<(number | undefined)[]> {
    const source = createChecks({
      ...{ log, context: { globalStorageUri: storage }, clock: { now: () => Date.now(), offset: () => 0 } },
      journal: {
        current: journal,
        onDidChange: never.event,
        onDidChangeAddress: never.event,
        ensure: () => Promise.resolve(journal),
        choose: () => Promise.resolve(journal),
      },
    });
    const { records } = await source.whenReady();
    await untilTrue(until, 'nothing was kept');
    source.dispose();
    return records.map((record) => record.answers[0]?.answer);
  }

  it('are known from the last one, whose files did not change, and go with them', async () => {
    write(4);
    const kept = () =>
      fs.existsSync(path.join(storage.fsPath, 'index')) && fs.readdirSync(path.join(storage.fsPath, 'index'));
    assert.deepEqual(await answers(() => String(kept()).endsWith('-checks.txt')), [4]);
    write(2);
    assert.deepEqual(await answers(), [4], 'the file was read again, though its size and time are the same');
    fs.rmSync(check);
    assert.deepEqual(await answers(), []);
  });
});
