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
import { lookBack } from '../../src/features/lookBack/lookBack';
import { pickGrouping } from '../../src/features/notesView/grouping';
import { pickPrompts } from '../../src/features/notes/pickPrompts';
import { openSample } from '../../src/features/sampleJournal/openSample';
import { askAboutStored } from '../../src/features/selfCheck/resume';
import { pickTemplate } from '../../src/features/templates/pickTemplate';
import type { Services } from '../../src/services/services';
import { MemoryFiles } from '../support/memoryFiles';
import { ChoicePick } from '../support/choicePick';
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
    vscode.window.showInformationMessage = real.showInformationMessage;
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
      assert.equal(await pickGrouping('dimension'), grouping);
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

  it('looks back with whom was chosen, though everybody is read anew meanwhile', async () => {
    choices = ['Ana', 'Half a year', 'An unsaved document'];
    const files = new MemoryFiles({
      'people/ana/2026-11-18.md': '---\nperson: Ana\ndate: 2026-11-18\n---\nWe decided #decision-making\n',
    });
    const services = {
      ...{ clock, privacy: { hidden: false }, framework: { current: framework }, index: { notes } },
      people: { whenReady: () => Promise.resolve(people), current: peopleOf(notes.values(), noConfig) },
    };
    const uri = (file: string) => vscode.Uri.file(path.join(os.tmpdir(), 'no-such-journal', file));
    await lookBack(
      services as unknown as Services,
      { files, uri, root: uri(''), pathOf: () => undefined, isPlaced: () => true },
      undefined,
    );
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /We decided/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
