// What each answer leads to where notes are put together, and that a question that is left leads to nothing.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { openFiles } from '#files';
import framework from '../../src/core/framework/builtin.framework.yaml';
import { FileError } from '../../src/core/journal/files';
import { noConfig } from '../../src/core/journal/config/configModel';
import { peopleOf } from '../../src/core/journal/people/knownPeople';
import { noExperiments, type Experiments } from '../../src/core/experiment/experiment';
import { readExperiments } from '../../src/core/experiment/experimentFiles';
import { writeExperiment } from '../../src/core/experiment/experimentText';
import { copyForAssistant } from '../../src/features/lookBack/assistant';
import { gather } from '../../src/features/lookBack/gather';
import { lookBack } from '../../src/features/lookBack/lookBack';
import { showExperiment } from '../../src/features/tryOneThing/menu';
import type { Services } from '../../src/services/services';
import { ChoicePick } from '../support/choicePick';
import { indexed } from '../support/notes';
import { untilTrue } from '../support/until';

const texts = {
  'people/ana/2026-11-18.md': '---\nperson: Ana\n---\n\n- We decided\n- kept to myself #private\n',
  'people/ben/2026-11-19.md': '---\nperson: Ben\n---\n\n- Ben spoke\n',
  'retros/2026-11-20.md': '- the team spoke\n',
  'notes/2026-11-21.md': '- I thought\n',
};

describe('What was written is put together', () => {
  const { createQuickPick, showInformationMessage, showErrorMessage } = vscode.window;
  const realCommand = vscode.commands.executeCommand;
  const log = vscode.window.createOutputChannel('Test', { log: true });
  let folder: string;
  let journal: Parameters<typeof lookBack>[1];
  /** The labels to choose in each picker, in turn; then it is left. */
  let answers: readonly string[][];
  let asked: { readonly title: string; readonly labels: readonly string[] }[];
  let said: string[];
  let pressed: string | undefined;
  let ran: unknown[][];
  let hidden: boolean;
  let experiments: Experiments;

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-look-back-'));
    for (const [file, text] of Object.entries(texts)) {
      fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      fs.writeFileSync(path.join(folder, file), text);
    }
    const root = vscode.Uri.file(folder);
    const uri = (file: string) => vscode.Uri.joinPath(root, file);
    const files = openFiles(root, uri('.storage'), log);
    journal = { files, root, uri, pathOf: () => undefined, isPlaced: () => true };
    [answers, asked, said, pressed, ran, hidden, experiments] = [
      [],
      [],
      [],
      undefined,
      [],
      false,
      noExperiments,
    ];
    const createPick = () => {
      const picker = new ChoicePick<vscode.QuickPickItem>((items) => {
        const rows = items.filter(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
        asked.push({ title: picker.title, labels: rows.map(({ label }) => label) });
        const [next, ...others] = answers;
        answers = others;
        return next && rows.filter(({ label }) => next.includes(label));
      });
      return picker;
    };
    const say = (message: string, ...rest: unknown[]) => {
      said.push(message);
      return Promise.resolve(rest.find((button) => button === pressed));
    };
    Object.assign(vscode.window, {
      createQuickPick: createPick,
      ...{ showInformationMessage: say, showErrorMessage: say },
    });
    Object.assign(vscode.commands, {
      executeCommand: (id: string, ...rest: unknown[]) => {
        if (!id.startsWith('twoHats.')) return realCommand(id, ...rest);
        ran.push([id, ...rest]);
        if (id === 'twoHats.showPrivateDetails') hidden = false;
        return Promise.resolve();
      },
    });
  });
  afterEach(async () => {
    Object.assign(vscode.window, { createQuickPick, showInformationMessage, showErrorMessage });
    vscode.commands.executeCommand = realCommand;
    while (vscode.window.tabGroups.activeTabGroup.activeTab)
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    // A name that is free before its document is gone would be given to the next one, with the old text.
    const isGone = () => !vscode.workspace.textDocuments.some(({ isUntitled }) => isUntitled);
    await untilTrue(() => editor() === undefined && isGone(), 'a document is still open');
    fs.rmSync(folder, { recursive: true });
  });

  function services(): Services {
    const notes = indexed(texts);
    const people = peopleOf(notes.values(), noConfig);
    const known = {
      ...{
        log,
        framework: { current: framework },
        index: { notes, skipped: [] },
        journal: { current: journal },
      },
      clock: { now: () => Date.parse('2026-11-28T12:00:00Z'), offset: () => 0 },
      people: { current: people, whenReady: () => Promise.resolve(people) },
      checks: { current: { records: [] }, whenReady: () => Promise.resolve({ records: [] }) },
      experiments: { current: experiments },
      privacy: {
        get hidden() {
          return hidden;
        },
      },
    };
    return known as unknown as Services;
  }
  const made = () =>
    fs.readdirSync(path.join(folder, 'notes')).filter((name) => name.startsWith('look-back'));
  const editor = () => vscode.window.activeTextEditor;
  const text = () => editor()?.document.getText() ?? '';
  const untilShown = (words: RegExp) => untilTrue(() => words.test(text()), `${words} is not shown`);
  const lookBackWith = (...chosen: string[]) => {
    answers = chosen.map((label) => [label]);
    return lookBack(services(), journal, undefined);
  };

  for (const [company, words, other] of [
    ['Ana', /We decided/, /spoke|thought|to myself/],
    ['The team', /the team spoke/, /Ben|decided|thought/],
    ['Alone', /I thought/, /spoke|decided/],
  ] as const)
    it(`with ${company}, unsaved or as a new note beside the one before`, async () => {
      await lookBackWith(company, 'Three months', 'An unsaved document');
      await untilShown(words);
      assert.equal(editor()?.document.isUntitled, true);
      assert.doesNotMatch(text(), other);
      assert.deepEqual(made(), []);
      for (const end of ['', '-2']) {
        await lookBackWith(company, 'Three months', 'A note in your journal');
        const file = `-2026-08-to-2026-11${end}.md`;
        await untilTrue(() => editor()?.document.fileName.endsWith(file) === true, `${file} is not shown`);
        assert.equal(editor()?.document.isUntitled, false);
        assert.match(text(), words);
      }
      assert.equal(made().length, 2);
    });

  it('nowhere where any question is left', async () => {
    const all = ['Ana', 'A year', 'A note in your journal'];
    for (const count of [0, 1, 2]) {
      await lookBackWith(...all.slice(0, count));
      assert.equal(asked.length, count + 1);
      asked = [];
    }
    assert.deepEqual([made(), editor()], [[], undefined]);
    await lookBackWith(...all);
    assert.equal(made().length, 1);
  });

  it('unsaved where the journal can’t be written, if that is what the person wants', async () => {
    const create = (file: string) => Promise.reject(new FileError('noSpace', file, undefined));
    Object.assign(journal.files, { create });
    await lookBackWith('Ana', 'A year', 'A note in your journal');
    assert.equal(said.length, 1);
    assert.equal(editor(), undefined);
    pressed = 'Open Without Saving';
    await lookBackWith('Ana', 'A year', 'A note in your journal');
    await untilShown(/We decided/);
    assert.equal(editor()?.document.isUntitled, true);
  });

  it('while details are hidden only once the person shows them', async () => {
    hidden = true;
    for (const command of [() => lookBackWith('Ana'), () => gather(services(), journal, undefined)])
      await command();
    assert.deepEqual([asked, editor(), ran], [[], undefined, []]);
    pressed = 'Show Private Details';
    await lookBackWith('Ana', 'A year', 'An unsaved document');
    assert.deepEqual(ran, [['twoHats.showPrivateDetails']]);
    await untilShown(/We decided/);
  });

  it('all about somebody, with those private places that were ticked', async () => {
    const place = asked;
    assert.deepEqual(place, []);
    for (const ticked of [[], ['2026-11-18']]) {
      answers = [['Ana'], ticked];
      await gather(services(), journal, undefined);
      const label = asked.at(-1)?.labels[0] ?? '';
      if (ticked.length > 0) {
        answers = [['Ana'], [label]];
        await gather(services(), journal, undefined);
      }
      assert.equal(text().includes('kept to myself'), ticked.length > 0);
      assert.match(
        text(),
        new RegExp(`Private places: 1, of which left out: ${ticked.length === 0 ? 1 : 0}\\.`),
      );
    }
    const before = text();
    answers = [['Ben'], []];
    await gather(services(), journal, undefined);
    assert.match(text(), /Ben spoke/);
    answers = [['Ana']];
    await gather(services(), journal, undefined);
    assert.notEqual(text(), before);
    assert.match(text(), /Ben spoke/, 'left: nothing new is open');
  });

  it('for an assistant: what is to be copied is selected, below what it is', async () => {
    answers = [['Find a question'], ['Ben']];
    await copyForAssistant(services(), journal);
    const selected = editor()?.document.getText(editor()?.selection) ?? '';
    assert.match(selected, /^I lead a team\. .*find one question.*B\. spoke/s);
    assert.match(text(), /^> Notes in this text: 1\./);
    assert.ok(text().endsWith(selected));
    assert.deepEqual(asked[1]?.labels, ['Ben', 'Ana', 'The team', 'Alone']);
    [answers, asked] = [[['Prepare a 1:1']], []];
    await copyForAssistant(services(), journal);
    assert.deepEqual(asked[1]?.labels, ['Ben', 'Ana'], 'a 1:1 is with somebody');
    assert.match(text(), /find one question/, 'left: nothing new is open');
  });

  describe('of what is tried', () => {
    const file = 'experiments/a.yaml';
    const plan = {
      ...{ dimension: 'risk-taking', hat: 'leadership', move: 'When we plan, I ask' },
      ...{ planned: '2026-10-01', start: '2026-11-02', end: '2026-12-13' },
    };
    const choose = async (end: string, label?: string) => {
      fs.mkdirSync(path.join(folder, 'experiments'), { recursive: true });
      fs.writeFileSync(path.join(folder, file), writeExperiment({ ...plan, end }));
      experiments = await readExperiments(journal.files);
      answers = label === undefined ? [] : [[label]];
      return showExperiment(services(), experiments.list[0]!);
    };
    const [running, over] = ['2026-12-13', '2026-11-22'];
    const rows = () => asked.at(-1)?.labels.join('\n') ?? '';

    it('each row leads to what it says, and leaving to nothing', async () => {
      assert.equal(await choose(running), false);
      assert.match(
        rows(),
        /Answer this week’s statements[^]*balance report[^]*Stop trying this[^]*Open its file/,
      );
      assert.deepEqual([ran, editor()], [[], undefined]);
      assert.equal(await choose(running, 'Answer this week’s statements'), false);
      assert.equal(await choose(running, 'Show it in the balance report'), false);
      assert.deepEqual(ran, [['twoHats.checkDimension', 'risk-taking'], ['twoHats.showBalanceReport']]);
      assert.equal(await choose(running, 'Open its file'), false);
      assert.equal(editor()?.document.fileName, path.join(folder, file));
      assert.equal(await choose(running, 'Stop trying this'), false);
      assert.match(fs.readFileSync(path.join(folder, file), 'utf8'), /^stopped: 2026-11-28$/m);
    });

    it('another one is planned once it is over, and only then', async () => {
      assert.equal(await choose(over, 'Try another thing'), true);
      assert.match(rows(), /balance report[^]*Write a note about it[^]*Try another thing[^]*Open its file/);
      assert.doesNotMatch(rows(), /Stop|Answer/);
      assert.equal(await choose(over, 'Show it in the balance report'), false);
      assert.equal(await choose(over), false);
      assert.doesNotMatch(fs.readFileSync(path.join(folder, file), 'utf8'), /stopped/);
    });
  });
});
