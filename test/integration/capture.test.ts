import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { noConfig } from '../../src/core/journal/config/configModel';
import { peopleOf, type People } from '../../src/core/journal/people/knownPeople';
import { createCapture } from '../../src/features/capture';
import { saveCapture, type PlacedCapture } from '../../src/features/capture/save';
import { openJournal, type JournalPlace } from '../../src/services/journal/address';
import { originOf } from '../../src/features/capture/origin';
import type { Journal } from '../../src/services/services';
import { createPeople } from '../../src/services/people';
import { MemoryFiles } from '../support/memoryFiles';
import { indexed } from '../support/notes';
import { untilEqual, untilTrue } from '../support/until';

describe('What is captured', () => {
  const clock = { now: () => Date.parse('2026-11-24T23:30:00Z'), offset: () => 60 };
  const people = peopleOf([{ path: 'people/ana/2026-11-18.md', person: 'Ana', date: undefined }], noConfig);
  let folder: string;
  let journal: Journal;
  let place: JournalPlace;

  beforeEach(() => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-journal-')));
    const root = vscode.Uri.file(folder);
    const opened = openJournal(root, root, { warn: () => undefined });
    place = opened.place;
    journal = opened.journal;
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    place.dispose();
    fs.rmSync(folder, { recursive: true });
  });

  const capture = (text: string, of: Partial<PlacedCapture> = {}) =>
    saveCapture(journal, people, clock, { text, destination: { kind: 'today' }, origin: undefined, ...of });
  const today = () => fs.readFileSync(path.join(folder, 'notes/2026-11-25.md'), 'utf8');
  const head = '---\nkind: note\ndate: 2026-11-25\n---\n';

  /** With a name that no other test uses: what VS Code kept of an earlier “Untitled-1” may come back in the next one. */
  async function showUntitled(name: string, text: string): Promise<vscode.TextEditor> {
    const editor = await vscode.window.showTextDocument(vscode.Uri.from({ scheme: 'untitled', path: name }));
    assert.ok(
      await editor.edit((edit) => {
        edit.insert(new vscode.Position(0, 0), text);
      }),
    );
    return editor;
  }

  it('is all there when several are on their way at once', async () => {
    const texts = Array.from({ length: 12 }, (_, index) => `thought ${index}`);
    await Promise.all(texts.map((text) => capture(text)));
    const items = today().slice(head.length).trim().split('\n');
    assert.deepEqual(items.sort(), texts.map((text) => `- ${text}`).sort());
  });

  it('is told with what stands in its note, before anything is written', async () => {
    await capture('quince');
    const now = today();
    const told: unknown[] = [];
    await saveCapture(
      journal,
      people,
      clock,
      { text: 'quince', destination: { kind: 'today' }, origin: undefined },
      (sent) => {
        told.push(sent, today());
        return Promise.resolve();
      },
    );
    const sent = {
      journal: journal.root.toString(),
      path: 'notes/2026-11-25.md',
      item: '- quince',
      before: 1,
    };
    assert.deepEqual(told, [sent, now]);
    assert.equal(today(), `${now}- quince\n`);
  });

  for (const [whose, arrives] of [
    ['is not offered again by a window that spells the journal’s folder otherwise', true],
    ['is offered again where another journal holds the same', false],
  ] as const)
    it(`${whose}, after a kill while it was written`, async () => {
      await capture('quince');
      const link = `${fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-link-'))}/journal`;
      if (arrives) fs.symlinkSync(folder, link);
      else fs.cpSync(folder, link, { recursive: true });
      const sent = {
        ...{ journal: vscode.Uri.file(link).toString(), path: 'notes/2026-11-25.md' },
        ...{ item: '- quince', before: 0 },
      };
      const memory = new Map<string, unknown>([['capture.drafts', [{ text: 'quince', sent }]]]);
      const services = {
        log: { warn: (...words: unknown[]) => assert.fail(words.join(' ')) },
        memory: {
          get: (key: string) => memory.get(key),
          update: (key: string, value: unknown) => Promise.resolve(void memory.set(key, value)),
        },
        journal: { current: journal },
      };
      const next = createCapture(services as unknown as Parameters<typeof createCapture>[0]);
      // Settled when it is kept without where it was sent.
      await untilEqual(() => memory.get('capture.drafts'), arrives ? [] : ['quince']);
      assert.equal(next.offered, arrives ? '' : 'quince');
      fs.rmSync(path.dirname(link), { recursive: true });
    });

  it('goes into an open note on screen, which is saved as it was', async () => {
    await capture('one');
    const document = await vscode.workspace.openTextDocument(path.join(folder, 'notes/2026-11-25.md'));
    await vscode.window.showTextDocument(document);
    await capture('two');
    assert.deepEqual([document.getText(), document.isDirty], [`${head}\n- one\n- two\n`, false]);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(document.getText().length), '- typed at once\n');
    await vscode.workspace.applyEdit(edit);
    assert.ok(await document.save());
    assert.equal(today(), `${head}\n- one\n- two\n- typed at once\n`);
  });

  it('keeps whole lines of a long selection, and says that there were more', async () => {
    const content = Array.from({ length: 300 }, (_, line) => `line ${line} of many`).join('\n');
    const editor = await showUntitled('long', content);
    editor.selection = new vscode.Selection(0, 0, 299, 0);
    await capture('look', { origin: originOf(editor, () => false) });
    assert.match(today(), /\n {2}line \d+ of many\n {2}…\n {2}```\n$/);
  });

  it('keeps the bare place where no link could lead back, and the selection', async () => {
    const editor = await showUntitled('bare', 'a\nb c\n');
    editor.selection = new vscode.Selection(1, 0, 1, 3);
    await capture('look', { origin: originOf(editor, () => false) });
    assert.match(today(), /\n- look \(bare:2\)\n\n {2}```\n {2}b c\n {2}```\n$/);
  });
});

describe('Whom the journal knows', () => {
  /** Parts of a journal in memory, whose events are fired by hand. */
  function knowing(texts: Readonly<Record<string, string>>) {
    const files = new MemoryFiles(texts);
    const root = vscode.Uri.file('/journal');
    const [indexChanged, other] = [new vscode.EventEmitter<void>(), new vscode.EventEmitter<void>()];
    const notes = indexed(Object.fromEntries(Object.entries(texts).filter(([path]) => path.endsWith('.md'))));
    const index = {
      ...{ notes, skipped: [], isReady: true, onDidChange: indexChanged.event },
      ...{ whenReady: () => Promise.resolve(), refresh: () => Promise.resolve() },
    };
    const never = () => Promise.resolve(undefined);
    const people = createPeople({
      config: { current: noConfig, whenReady: () => Promise.resolve(noConfig), onDidChange: other.event },
      index,
      journal: {
        current: { root, files, uri: () => root, pathOf: () => undefined, isPlaced: () => true },
        ...{ onDidChange: other.event, onDidChangeAddress: other.event },
        ...{ ensure: never, choose: never },
      },
      log: vscode.window.createOutputChannel('Two Hats test', { log: true }),
    });
    return { files, people };
  }
  const names = ({ all }: People) => all.map(({ name }) => name);

  it('is the same now and when all was read, a folder without notes included', async () => {
    const { files, people } = knowing({
      'people/ana/2026-11-24.md': '---\nperson: Ana\n---\n',
      'people/ben/photo.png': '',
    });
    assert.deepEqual(names(people.current), ['Ana']);
    const changed = new Promise<void>((resolve) => {
      people.onDidChange(resolve);
    });
    assert.deepEqual(names(await people.whenReady()), ['Ana', 'Ben']);
    await changed;
    assert.deepEqual(names(people.current), ['Ana', 'Ben']);
    assert.equal(people.current, await people.whenReady());
    await files.create('people/chi/photo.png', '');
    await untilTrue(() => names(people.current).includes('Chi'));
    people.dispose();
  });
});
