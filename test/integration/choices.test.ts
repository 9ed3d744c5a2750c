// Rows of pickers: each leads to what it says.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import framework from '../../src/core/framework/builtin.framework.yaml';
import { anything } from '../../src/core/journal/blocks/find';
import { noConfig } from '../../src/core/journal/config/configModel';
import { peopleOf } from '../../src/core/journal/people/knownPeople';
import { answerStatement, startRun } from '../../src/core/selfcheck/run';
import { chooseHat, choosePeriod, choosePerson, chooseSide } from '../../src/features/findInNotes/choices';
import { copyForAssistant } from '../../src/features/lookBack/assistant';
import { gather } from '../../src/features/lookBack/gather';
import { lookBack } from '../../src/features/lookBack/lookBack';
import { noteGroupings } from '../../src/features/notesView/grouping';
import { pickGrouping } from '../../src/features/shared/grouping';
import { pickPrompts } from '../../src/features/notes/pickPrompts';
import { ActionsView } from '../../src/features/actionsView/actionsView';
import { openSample } from '../../src/features/sampleJournal/openSample';
import { askAboutStored } from '../../src/features/selfCheck/resume';
import { pickTemplate } from '../../src/features/templates/pickTemplate';
import type { Journal, Services } from '../../src/services/services';
import { openFiles } from '#files';
import { placed } from '../support/journals';
import { MemoryFiles } from '../support/memoryFiles';
import { ChoicePick, TypedBox } from '../support/choicePick';
import { carried } from '../support/carryOver';
import { until } from '../support/until';
import { plainMessage } from '../support/hostileTexts';
import { indexed } from '../support/notes';

describe('The row of a picker', () => {
  const real = { ...vscode.window };
  const realCommand = vscode.commands.executeCommand;
  /** The labels to choose, in turn. */
  let choices: string[];
  /** What was asked, and the rows, of each picker. */
  let shown: { readonly title: string; readonly rows: readonly string[] }[];

  beforeEach(() => {
    [choices, shown] = [[], []];
    vscode.window.createQuickPick = (() => {
      const pick = new ChoicePick<vscode.QuickPickItem>((items) => {
        shown.push({ title: pick.title, rows: items.map(({ label }) => label) });
        const wanted = choices.shift();
        return items.find(({ label }) => label === wanted);
      });
      return pick;
    }) as unknown as typeof vscode.window.createQuickPick;
  });
  afterEach(() => {
    vscode.window.createQuickPick = real.createQuickPick;
    vscode.window.createInputBox = real.createInputBox;
    vscode.window.showInformationMessage = real.showInformationMessage;
    vscode.window.showWarningMessage = real.showWarningMessage;
    vscode.window.showErrorMessage = real.showErrorMessage;
    vscode.commands.executeCommand = realCommand;
  });

  const clock = { now: () => Date.parse('2026-11-24T12:00:00Z'), offset: () => 60 };
  const notes = indexed({
    'people/ana/2026-11-18.md': '---\nperson: Ana\ndate: 2026-11-18\n---\nWe decided #decision-making\n',
    'notes/a.md': '---\ndate: 2025-03-01\n---\nI decided #decision-making\n',
  });
  const people = peopleOf(notes.values(), noConfig);
  const [first, second] = framework.hats;

  for (const [label, period] of [
    ['Any time', undefined],
    ['The last 4 weeks', { first: '2026-10-28', last: '9999-12-31' }],
    ['The last 3 months', { first: '2026-08-26', last: '9999-12-31' }],
    ['The last 12 months', { first: '2025-11-25', last: '9999-12-31' }],
    ['2025', { first: '2025-01-01', last: '2025-12-31' }],
  ] as const)
    it(`“${label}” narrows a search to it`, async () => {
      choices = [label];
      const before = { ...anything, period: { first: '2024-01-01', last: '2024-12-31' } };
      assert.deepEqual(await choosePeriod({ clock }, [...notes.values()], before), { ...anything, period });
    });

  for (const [label, hat] of [
    ['Any hat', undefined],
    [first.label, { id: first.id }],
    [second.label, { id: second.id }],
    ['Both or undecided', { id: undefined }],
  ] as const)
    it(`“${label}” narrows a search to it`, async () => {
      choices = [label];
      const before = { ...anything, hat: { id: 'other' } };
      assert.deepEqual(await chooseHat(framework, before), { ...anything, hat });
    });

  for (const [label, person] of [
    ['Anyone', undefined],
    ['Not about one person', { name: undefined }],
    ['Ana', { name: 'Ana' }],
  ] as const)
    it(`“${label}” narrows a search to it`, async () => {
      choices = [label];
      const services = { people: { current: people }, privacy: { hidden: false } };
      const labels = { nameOf: (note: Parameters<typeof people.of>[0]) => people.of(note)?.name };
      const answer = await choosePerson(
        services as unknown as Parameters<typeof choosePerson>[0],
        [...notes.values()],
        labels as unknown as Parameters<typeof choosePerson>[2],
        { ...anything, person: { name: 'Ben' } },
      );
      assert.deepEqual(answer, { ...anything, person });
    });

  it('begins a search anew, and cancel begins none', async () => {
    choices = ['All Notes'];
    assert.deepEqual(await chooseSide(framework, anything), anything);
    assert.equal(await chooseSide(framework, anything), undefined);
    assert.deepEqual(
      shown.map(({ title }) => title),
      ['Find in Notes', 'Find in Notes'],
    );
  });

  for (const [label, grouping] of [
    ['By Dimension', 'dimension'],
    ['By Person', 'person'],
    ['By Date', 'date'],
  ] as const)
    it(`“${label}” groups the notes so`, async () => {
      choices = [label];
      assert.equal(await pickGrouping(noteGroupings, 'dimension'), grouping);
    });

  describe('of prompts for what was hardly touched', () => {
    const { id } = framework.dimensions[0]!;
    const [one, other] = [
      { text: 'What did you decide?', tag: `${id}/${first.id}` },
      { text: 'Who decided?', tag: `${id}/${second.id}` },
    ];
    const step = { title: 'New', step: 1, totalSteps: 1 };

    for (const [label, taken] of [
      ['Go on without', []],
      [other.text, [other]],
      ['All of them', [one, other]],
    ] as const)
      it(`takes along what it says: ${label}`, async () => {
        choices = [label];
        assert.deepEqual(await pickPrompts(framework, [one, other], step), taken);
      });

    it('offers all of them where there are several', async () => {
      await pickPrompts(framework, [one], step);
      assert.deepEqual(shown[0]?.rows.slice(0, 1), ['Go on without']);
      assert.ok(!shown[0].rows.includes('All of them'));
    });
  });

  describe('of a check that was left', () => {
    const begun = startRun(
      framework,
      { kind: 'quick', dimension: undefined },
      { id: 'r', seed: 1, started: '2026-11-24T09:30:00+01:00' },
    );
    const answerOne = (run: typeof begun) =>
      answerStatement(run, { value: 4, ms: 2000 }, '2026-11-24T09:31:00+01:00');
    const half = answerOne(begun);
    const whole = begun.statements.reduce(answerOne, begun);

    for (const [run, title, label, action] of [
      [whole, /isn’t kept yet$/, 'See the result', 'goOn'],
      [whole, /isn’t kept yet$/, 'Keep it in the journal', 'save'],
      [whole, /isn’t kept yet$/, 'Discard it and start anew', 'anew'],
      [
        half,
        /isn’t finished yet$/,
        `Go on where you stopped: 1 of ${begun.statements.length} answered`,
        'goOn',
      ],
      [half, /isn’t finished yet$/, 'Start anew', 'anew'],
    ] as const)
      it(`does what it says: ${label}`, async () => {
        choices = [label];
        assert.equal(await askAboutStored(run), action);
        assert.match(shown[0]?.title ?? '', title);
      });
  });

  it('keeps the tags of a template, or leaves them out, and is the first one next time', async () => {
    const remembered = new Map<string, unknown>();
    const services = {
      ...{ clock, framework: { current: framework } },
      memory: {
        get: (key: string) => remembered.get(key),
        update: (key: string, value: unknown) => Promise.resolve(void remembered.set(key, value)),
      },
    };
    const pick = () =>
      pickTemplate(services as unknown as Parameters<typeof pickTemplate>[0], 'Copy Template');
    choices = ['Sailboat', 'Without tags'];
    assert.equal((await pick())?.tags.size, 0);
    assert.match(shown[1]?.title ?? '', /^Copy Template: Sailboat$/);
    assert.equal(remembered.get('templates.withoutTags'), true);
    choices = ['Sailboat', 'With tags'];
    assert.ok(((await pick())?.tags.size ?? 0) > 0);
    assert.equal(remembered.get('templates.withoutTags'), false);
  });

  describe('of where the sample is written', () => {
    let temporary: string;
    const { TMPDIR } = process.env;
    beforeEach(() => {
      temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-sample-'));
      process.env.TMPDIR = temporary;
    });
    afterEach(() => {
      if (TMPDIR === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = TMPDIR;
      fs.rmSync(temporary, { recursive: true });
    });

    for (const [pressed, visited] of [
      ['Back to My Journal', ['two-hats-sample', undefined]],
      [undefined, ['two-hats-sample']],
    ] as const)
      it(`leads to it, and its message back: ${pressed ?? 'dismissed'}`, async () => {
        const visits: (string | undefined)[] = [];
        const services = {
          ...{ log: { error: (error: unknown) => assert.fail(String(error)) }, context: {} },
          journalVisit: {
            visit: (root: vscode.Uri | undefined) => visits.push(root && path.basename(root.fsPath)),
          },
        };
        const ran: string[] = [];
        Object.assign(vscode.window, { showInformationMessage: () => Promise.resolve(pressed) });
        Object.assign(vscode.commands, {
          executeCommand: (id: string) => Promise.resolve(void ran.push(id)),
        });
        choices = ['A temporary folder'];
        await openSample(services as unknown as Services);
        assert.deepEqual(visits, visited);
        assert.deepEqual(ran, ['twoHats.notes.focus']);
        assert.ok(fs.existsSync(path.join(temporary, 'two-hats-sample', 'two-hats.yaml')));
      });
  });

  describe('of what there was', () => {
    const ana = 'people/ana/2026-11-18.md';
    const text =
      '---\nperson: Ana\ndate: 2026-11-18\n---\nWe decided with Ana #decision-making\n\n- a secret #private\n';
    const known = indexed({ [ana]: text });
    let folder: string;
    let said: string[];
    let pressed: string | undefined;
    let hidden: boolean;
    let shows: boolean;

    beforeEach(async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      folder = fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-choices-'));
      fs.mkdirSync(path.join(folder, 'people/ana'), { recursive: true });
      fs.writeFileSync(path.join(folder, ana), text);
      [said, pressed, hidden, shows] = [[] as string[], undefined, false, false];
      const say = (message: string, _options: unknown, ...buttons: string[]) => {
        said.push(message);
        return Promise.resolve(buttons.find((button) => button === pressed));
      };
      for (const kind of ['showInformationMessage', 'showErrorMessage'] as const) vscode.window[kind] = say;
      vscode.commands.executeCommand = ((id: string, ...values: unknown[]) => {
        if (id !== 'twoHats.showPrivateDetails') return realCommand(id, ...values);
        hidden = !shows;
        return Promise.resolve();
      }) as typeof vscode.commands.executeCommand;
    });
    afterEach(async () => {
      for (let tabs = openText().length; tabs > 0; tabs--)
        await realCommand('workbench.action.revertAndCloseActiveEditor');
      fs.rmSync(folder, { recursive: true });
    });

    const openText = () => vscode.window.activeTextEditor?.document.getText() ?? '';
    const kept = () =>
      fs.existsSync(path.join(folder, 'notes')) ? fs.readdirSync(path.join(folder, 'notes')) : [];

    /** Does what a command would, with these rows chosen one after the other. */
    async function run(
      what: (services: Services, journal: Journal, row?: unknown) => Promise<void>,
      answers: readonly string[],
      row?: unknown,
    ): Promise<void> {
      choices = [...answers];
      shown = [];
      const root = vscode.Uri.file(folder);
      const files = openFiles(root, vscode.Uri.joinPath(root, '.storage'), { warn: () => undefined });
      const services = {
        ...{ clock, framework: { current: framework }, index: { notes: known, skipped: [] } },
        log: { error: () => undefined, warn: () => undefined },
        privacy: {
          get hidden() {
            return hidden;
          },
        },
        people: { whenReady: () => Promise.resolve(people), current: peopleOf(known.values(), noConfig) },
      };
      const uri = (file: string) => vscode.Uri.joinPath(root, file);
      await what(services as unknown as Services, { files, uri, root, ...placed(root) }, row);
    }

    it('looks back with whom was chosen, though everybody is read anew meanwhile', async () => {
      await run(lookBack, ['Ana', 'Half a year', 'An unsaved document']);
      assert.match(openText(), /We decided/);
      assert.doesNotMatch(openText(), /secret/);
      assert.deepEqual(kept(), []);
    });

    it('looks back with whose row it was, in a new note each time', async () => {
      for (const end of ['', '-2']) {
        await run(lookBack, ['Three months', 'A note in your journal'], { person: 'Ana' });
        assert.equal(shown.length, 2);
        const name = `look-back-ana-2026-08-to-2026-11${end}.md`;
        assert.equal(path.basename(vscode.window.activeTextEditor?.document.uri.path ?? ''), name);
        assert.match(openText(), /\]\(\.\.\/people\/ana\/2026-11-18\.md\)/);
      }
      assert.equal(kept().length, 2);
    });

    it('makes nothing where a question is left, nor where hidden details stay hidden', async () => {
      for (const answers of [[], ['Ana'], ['Ana', 'Half a year']]) await run(lookBack, answers);
      for (const answers of [[], ['Prepare a 1:1']]) await run(copyForAssistant, answers);
      for (const answers of [[], ['Ana']]) await run(gather, answers);
      assert.deepEqual([openText(), kept(), said], ['', [], []]);
      hidden = true;
      for (pressed of [undefined, 'Show Private Details'])
        for (const command of [lookBack, copyForAssistant, gather]) {
          await run(command, ['Ana']);
          assert.deepEqual([shown, openText()], [[], '']);
        }
      assert.equal(said.length, 6);
      shows = true;
      await run(gather, []);
      assert.equal(shown.length, 1);
    });

    it('opens what can’t be kept without saving, at wish', async () => {
      fs.writeFileSync(path.join(folder, 'notes'), 'a file of mine');
      for (const [answer, isOpen] of [
        [undefined, false],
        ['Open Without Saving', true],
      ] as const) {
        pressed = answer;
        await run(lookBack, ['Ana', 'Half a year', 'A note in your journal']);
        assert.equal(openText().includes('We decided'), isOpen);
      }
      assert.equal(said.length, 2);
      assert.equal(fs.readFileSync(path.join(folder, 'notes'), 'utf8'), 'a file of mine');
    });

    it('shows an assistant initials, and no private place, whatever is shown elsewhere', async () => {
      await run(copyForAssistant, ['Prepare a 1:1', 'Ana']);
      assert.match(openText(), /We decided with A\./);
      assert.doesNotMatch(openText(), /Ana|secret/);
    });

    it('gathers the private places that were ticked', async () => {
      await run(gather, ['Ana', 'Nov 18, 2026: Line 7']);
      assert.match(openText(), /a secret #private/);
    });
  });

  describe('of an action that moved on five times', () => {
    const note = 'people/ana/2026-11-18.md';
    const asks = 'open for 41 days · moved on 5 times: do, hand over, or drop?';
    const asked = 'open for 41 days · moved on 5 times';
    const never = new vscode.EventEmitter<void>();
    let files: MemoryFiles;
    let remembered: Map<string, unknown>;
    let said: string[];
    let pressed: string | undefined;
    let hidden: boolean;

    /** Moves what is open week by week. */
    function moveOn(weeks: number, first: Record<string, string>): Record<string, string> {
      let texts = first;
      for (let week = 1; week <= weeks; week++) {
        const date = new Date(Date.UTC(2026, 9, 14 + 7 * week)).toISOString().slice(0, 10);
        texts = carried(texts, `people/ana/${date}.md`);
      }
      return texts;
    }

    beforeEach(() => {
      files = new MemoryFiles(
        moveOn(5, {
          'people/ana/2026-10-14.md': '---\nperson: Ana\n---\n- [ ] Write $(x) the plan @me\n- [ ] Book ^b\n',
          'people/ben/2026-10-13.md': '---\nperson: Ben Oak\n---\nMet\n',
        }),
      );
      remembered = new Map();
      [said, pressed, hidden] = [[], undefined, false];
      const say = (message: string, _options: unknown, ...buttons: string[]) => {
        said.push(message);
        return Promise.resolve(buttons.find((button) => button === pressed));
      };
      for (const kind of ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'] as const)
        vscode.window[kind] = say;
      vscode.window.createInputBox = (() => new TypedBox(choices.shift())) as never;
    });

    /** The view of the journal as it is by now, and its rows without their groups. */
    async function shownRows() {
      const read = indexed(Object.fromEntries(files.texts));
      const known = peopleOf(read.values(), noConfig);
      const root = vscode.Uri.file(path.join(os.tmpdir(), 'no-such-journal'));
      const uri = (file: string) => vscode.Uri.joinPath(root, file);
      const onDidChange = never.event;
      const ready = () => Promise.resolve();
      const view = new ActionsView({
        ...{ clock, today: { onDidChange }, privacy: { hidden, onDidChange } },
        log: { error: () => undefined, warn: () => undefined },
        framework: { current: framework, onDidChange },
        index: { notes: read, isReady: true, whenReady: ready, refresh: ready, onDidChange },
        journal: { current: { files, root, uri, pathOf: () => undefined }, onDidChange },
        people: { current: known, whenReady: () => Promise.resolve(known), onDidChange },
        memory: {
          get: (key: string) => remembered.get(key),
          update: (key: string, value: unknown) => Promise.resolve(void remembered.set(key, value)),
        },
      } as unknown as ConstructorParameters<typeof ActionsView>[0]);
      const groups = await view.getChildren();
      const rows = (await Promise.all(groups.map((group) => view.getChildren(group)))).flat();
      const told = rows.map((row) => {
        const item = view.getTreeItem(row);
        return `${item.label as string} | ${item.description as string} | ${item.contextValue}`;
      });
      return { view, rows, told };
    }

    /** Asks about the first row with these words. */
    async function decide(label: string, ...answers: string[]): Promise<void> {
      const { view, rows } = await shownRows();
      choices = answers;
      await view.decide(rows.find((row) => view.getTreeItem(row).label === label));
      view.dispose();
    }
    const text = () => files.texts.get(note) ?? '';
    const told = async () => (await shownRows()).told;
    const plan = 'Write $(x) the plan @me';

    it('is asked for in its row alone, until it was said to be done: wherever it moves on to', async () => {
      const before = text();
      assert.deepEqual(await told(), [
        `${plan} | Ana · ${asks} | actionMovedOn`,
        `Book | ${asks} | actionMovedOn`,
      ]);
      await decide(plan, 'Do');
      assert.deepEqual([text(), said], [before, []]);
      assert.deepEqual(await told(), [
        `${plan} | Ana · ${asked} | actionMovedOn`,
        `Book | ${asks} | actionMovedOn`,
      ]);
      files = new MemoryFiles(carried(Object.fromEntries(files.texts), 'people/ana/2026-11-24.md'));
      const later = [asked, asks].map((words) => words.replace('5 times', '6 times'));
      assert.deepEqual(await told(), [
        `${plan} | Ana · ${later[0]} | actionMovedOn`,
        `Book | ${later[1]} | actionMovedOn`,
      ]);
    });

    it('hands it over to whom was chosen, and undoes that', async () => {
      const before = text();
      await decide(plan, 'Hand Over…', 'Ben Oak');
      assert.equal(text(), before.replace('the plan @me', 'the plan @ben-oak'));
      assert.deepEqual(said.map(plainMessage), [`Handed over to Ben Oak: “${plan}”.`]);
      assert.ok((await told()).some((row) => row.startsWith('Write $(x) the plan @ben-oak')));
      files.texts.set(note, before);
      [said, pressed] = [[], 'Undo'];
      await decide('Book', 'Hand Over…', 'Ben Oak');
      await until(
        () => files.calls.filter((call) => call === `replace ${note}`).length,
        (times) => times === 3,
      );
      assert.equal(text(), before);
    });

    it('drops it with a word why, and undoes that', async () => {
      const before = text();
      await decide('Book', 'Drop…', 'too dear');
      assert.equal(text(), before.replace('- [ ] Book', '- [-] Book (too dear)'));
      assert.deepEqual(said, ['“Book” is dropped.']);
      assert.deepEqual(await told(), [`${plan} | Ana · ${asks} | actionMovedOn`]);
      [said, pressed] = [[], 'Undo'];
      const dropped = text();
      await decide(plan, 'Drop…', 'no');
      await until(text, (now) => now === dropped && said.length === 1);
      assert.deepEqual(await told(), [`${plan} | Ana · ${asked} | actionMovedOn`]);
    });

    it('changes nothing where any question is left, and asks on', async () => {
      const before = text();
      for (const answers of [[], ['Drop…'], ['Hand Over…']]) await decide(plan, ...answers);
      assert.deepEqual([text(), said, [...remembered]], [before, [], []]);
    });

    it('asks from the palette for which, with the undecided first', async () => {
      await decide(plan, 'Do');
      shown = [];
      await decide('no such row', 'Book', 'Drop…', 'too dear');
      assert.deepEqual(shown[0]?.rows.map(plainMessage), ['Book', plan]);
      assert.match(text(), /- \[-\] Book \(too dear\)/);
      files = new MemoryFiles({ [note]: '- [ ] A\n' });
      await decide('A');
      assert.equal(said.at(-1), 'No open action has moved on five times.');
    });

    it('says so where its line has changed meanwhile, or can’t be written, and asks on', async () => {
      const before = text();
      files.texts.set(note, before);
      const { view, rows } = await shownRows();
      choices = ['Drop…', 'too dear'];
      const changed = before.replace('Book', 'Book it');
      files.texts.set(note, changed);
      await view.decide(rows[1]);
      assert.equal(text(), changed);
      assert.match(said.at(-1) ?? '', /^This action has changed in its note meanwhile/);
      files.texts.set(note, before);
      files.fail = 'readOnly';
      await decide('Book', 'Drop…', 'too dear');
      assert.match(said.at(-1) ?? '', /^The action stays as it was\./);
      assert.deepEqual([text(), [...remembered]], [before, []]);
      view.dispose();
    });

    it('shows no word and no name while details are hidden, and writes the true one', async () => {
      hidden = true;
      const { view, rows } = await shownRows();
      choices = ['Hand Over…', 'B. O.'];
      await view.decide(rows[0]);
      view.dispose();
      assert.deepEqual(said, ['Handed over to B. O.: “Hidden”.']);
      assert.doesNotMatch(JSON.stringify(shown), /Ana|Ben|plan/);
      assert.match(text(), /the plan @ben-oak/);
    });
  });
});
