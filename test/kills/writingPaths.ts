/** Every way in which the product writes, as a process does it that may die, and as the next start finds it. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { addItem, type CaptureNotes } from '../../src/core/journal/capture/addItem';
import { captureItem, timesSaved } from '../../src/core/journal/capture/captured';
import { newRecord, stateOf } from '../../src/core/journal/tags/changeRecord';
import { carryOut, takeBack, type EditableNotes } from '../../src/core/journal/tags/changeRun';
import { ChangeStore } from '../../src/core/journal/tags/changeStore';
import { editsWithoutPerson, readConfig, withoutPerson } from '../../src/core/journal/config/config';
import { editFile } from '../../src/core/journal/scan/editFile';
import { filesOf, removedPlaces } from '../../src/core/journal/people/filesOf';
import { CacheReader, CacheWriter } from '../../src/core/journal/index/cache';
import { peopleOf } from '../../src/core/journal/people/knownPeople';
import { beginMoves, finishMoves, type MoveRun } from '../../src/core/journal/tasks/moveRun';
import { readPending, type PendingMoves } from '../../src/core/journal/tasks/moves';
import type { Files } from '../../src/core/journal/files';
import type { Clock } from '../../src/core/util/dates';
import { changeIn, type TagChange } from '../../src/core/journal/tags/tagChange';
import { tick } from '../../src/core/journal/tasks/taskEdit';
import { tasksIn } from '../../src/core/journal/tasks/taskText';
import { newTopics } from '../../src/core/journal/capture/topics';
import { saveCheck, writeRecord } from '../../src/core/selfcheck/save';
import { answerStatement, startRun } from '../../src/core/selfcheck/run';
import { CaptureDrafts, type CaptureDraft } from '../../src/features/capture/drafts';
import type { NodeFileSystem } from '../../src/platform/nodeDisk';
import { NodeFiles } from '../../src/platform/nodeFiles';
import { replaceBeside, type ReplacingFolder } from '../../src/platform/replaceBeside';
import { isTemporary } from '../../src/platform/temporary';
import type { Memento } from '../../src/services/services';
import { makeFramework } from '../support/frameworks';
import { indexed, scanContext, scanned } from '../support/notes';

/** A journal, and the extension's storage. */
export interface Folders {
  readonly journal: string;
  readonly storage: string;
  /** What both lie on; Node's own file system by default. */
  readonly disk?: NodeFileSystem;
}

export interface WritingPath {
  /** The journal before. */
  readonly texts: Readonly<Record<string, string>>;
  /** What may be killed. */
  write(folders: Folders): Promise<void>;
  /** What the next start, or the person's next try, does. */
  recover(folders: Folders, kill: number): Promise<void>;
  /** What must hold after the kill, and (`isRecovered`) after that. */
  check(folders: Folders, isRecovered: boolean, kill: number): void | Promise<void>;
}

const filesIn = (folder: string, disk?: NodeFileSystem): Files =>
  new NodeFiles(folder, () => ({ dispose: () => undefined }), disk);
const journalOf = ({ journal, disk }: Folders): Files => filesIn(journal, disk);
const storedIn = ({ storage, disk }: Folders, folder: string): Files =>
  filesIn(path.join(storage, folder), disk);
const at = (now: number): Clock => ({ now: () => now, offset: () => 60 });
const killedAt = at(Date.UTC(2026, 10, 24, 9));
const longAgo = at(Date.UTC(2026, 10, 24, 8));
const startedAt = at(Date.UTC(2026, 10, 24, 10));

export function readAll(folder: string): Record<string, string> {
  const files = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const own = files.filter((file) => !isTemporary(path.basename(file)));
  return Object.fromEntries(
    own.sort().map((file) => [path.relative(folder, file), fs.readFileSync(file, 'utf8')]),
  );
}

/** A note that nobody has open, as the product changes it. */
function notesIn(folders: Folders): EditableNotes {
  const files = journalOf(folders);
  return {
    read: async (file) => (await files.read(file)) ?? assert.fail(`${file} is gone`),
    isWritable: () => Promise.resolve(true),
    isSavedByEditor: () => false,
    edit: (file, change) => editFile(files, file, change),
  };
}

/** One note goes from one text to another, and the same done twice is done once. */
function oneNote(
  texts: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
  write: (folders: Folders) => Promise<void>,
): WritingPath {
  return {
    ...{ texts, write, recover: write },
    check: ({ journal }, isRecovered) => {
      const now = readAll(journal);
      if (isRecovered || JSON.stringify(now) !== JSON.stringify(texts)) assert.deepEqual(now, after);
    },
  };
}

const framework = makeFramework('a');
const run = framework.dimensions.reduce(
  (before) => answerStatement(before, { value: 4, ms: 2100 }, '2026-11-24T09:31:00+01:00'),
  startRun(
    framework,
    { kind: 'quick', dimension: undefined },
    { id: 'r1', seed: 1, started: '2026-11-24T09:30:00+01:00' },
  ),
);

const check: WritingPath = {
  texts: {},
  write: async (folders) => {
    await saveCheck(journalOf(folders), killedAt, run);
  },
  recover: async (folders) => {
    await saveCheck(journalOf(folders), startedAt, run);
  },
  check: ({ journal }, isRecovered) => {
    const now = Object.values(readAll(journal));
    if (isRecovered || now.length > 0) assert.deepEqual(now, [writeRecord(run)]);
  },
};

const line = 'Ask about the rota';
const topics = 'people/ana/next.md';
const newTopicsOfAna = { head: newTopics('Ana'), item: captureItem(line) };

/** What an extension remembers; that VS Code stores it is not ours to try. */
function mementoIn({ storage }: Folders): Memento {
  const file = path.join(storage, 'memento.json');
  const all = (): Map<string, unknown> =>
    new Map(fs.existsSync(file) ? Object.entries(JSON.parse(fs.readFileSync(file, 'utf8')) as object) : []);
  return {
    get: (key) => all().get(key),
    update: (key, value) => {
      const now = JSON.stringify(Object.fromEntries(all().set(key, value)));
      fs.writeFileSync(`${file}.new`, now);
      fs.renameSync(`${file}.new`, file);
      return Promise.resolve();
    },
  };
}

/** What was typed is sent. */
async function send(folders: Folders, drafts: CaptureDrafts, draft: CaptureDraft): Promise<void> {
  const files = journalOf(folders);
  const notes: CaptureNotes = {
    text: (file) => files.read(file),
    edit: (file, change, absent) => editFile(files, file, change, absent),
  };
  await addItem(notes, topics, newTopicsOfAna, async (before) => {
    draft.sent = { journal: folders.journal, path: topics, item: newTopicsOfAna.item, before };
    await drafts.save();
  });
  draft.text = '';
  draft.sent = undefined;
  await drafts.save();
}

/** @param before the topics, if there are any */
function capturing(before: string | undefined): WritingPath {
  const texts = before === undefined ? {} : { [topics]: before };
  const after = `${before ?? `${newTopics('Ana')}\n`}- ${line}\n`;
  return {
    texts,
    write: async (folders) => {
      const drafts = new CaptureDrafts(mementoIn(folders));
      const draft = drafts.take();
      draft.text = line;
      await drafts.save();
      await send(folders, drafts, draft);
    },
    recover: async (folders) => {
      const drafts = new CaptureDrafts(mementoIn(folders));
      const { item } = newTopicsOfAna;
      await drafts.settle(async ({ path: file }) =>
        timesSaved((await journalOf(folders).read(file)) ?? '', item),
      );
      const offered = drafts.take();
      if (offered.text !== '') await send(folders, drafts, offered);
    },
    check: (folders, isRecovered) => {
      const now = readAll(folders.journal);
      const isOffered = firstOfferedOrSent(folders);
      if (now[topics] === after) return;
      assert.deepEqual([now, isRecovered, isOffered], [texts, false, true]);
    },
  };
}

function firstOfferedOrSent(folders: Folders): boolean {
  const drafts: unknown = mementoIn(folders).get('capture.drafts');
  return JSON.stringify(drafts ?? []).includes(line);
}

const open = `# 1:1\n\n${'Words. '.repeat(2000)}\n\n- [ ] Fix the build @ana\n`;
const ticking = oneNote({ 'a.md': open }, { 'a.md': open.replace('[ ]', '[x]') }, async (folders) => {
  await notesIn(folders).edit('a.md', (text) => {
    const [task] = scanned(text).tasks;
    const edit = task ? tick(text, task) : 'notFound';
    return typeof edit === 'string' ? [] : [edit];
  });
});

const [older, newer, topicsOf] = ['people/ana/2026-11-17.md', 'people/ana/2026-11-24.md', topics];
const oldText = '# 1:1\n\n- [ ] Fix the build\n- [x] Done\n- [ ] Write to Ben\n';
const newText = '---\nperson: Ana\n---\n\n## Still open\n\n- [ ] Fix the build\n- [ ] Write to Ben\n';
const pending: PendingMoves = {
  ...{ journal: 'file:///j', note: newer, at: killedAt.now() },
  tasks: tasksIn(oldText)
    .filter(({ state }) => state === 'open')
    .map(({ line: number, hash }) => ({ path: older, line: number, hash, arrivesAs: hash })),
};

function moveRunIn(folders: Folders): MoveRun & { readonly records: Files } {
  const files = journalOf(folders);
  const records = storedIn(folders, 'moves');
  return {
    records: Object.assign(records, {
      remove: (record: string) => remove(folders, path.join(folders.storage, 'moves', record)),
    }),
    notes: {
      create: (file, text) => files.create(file, text),
      text: (file) => files.read(file),
      edit: (file, change) => notesIn(folders).edit(file, change),
      isUnsaved: () => false,
    },
  };
}

function remove({ disk = fs.promises }: Folders, file: string): Promise<void> {
  return disk.rm(file, { force: true });
}

const carryOver: WritingPath = {
  texts: { [older]: oldText, [topicsOf]: '- the rota\n' },
  write: async (folders) => {
    const moves = moveRunIn(folders);
    const record = await beginMoves(moves, pending, newText);
    if (record !== undefined) await finishMoves(moves, record, pending);
  },
  recover: async (folders) => {
    const moves = moveRunIn(folders);
    for (const { name } of await moves.records.list('')) {
      const left = readPending((await moves.records.read(name)) ?? '');
      if (left) await finishMoves(moves, name, left);
      else await moves.records.remove(name);
    }
    if ((await journalOf(folders).read(newer)) === undefined) await carryOver.write(folders);
  },
  check: ({ journal, storage }, isRecovered) => {
    const now = readAll(journal);
    const actions = Object.values(now).flatMap((text) => text.match(/^- \[ \] .*$/gm) ?? []);
    assert.deepEqual([...new Set(actions)].sort(), ['- [ ] Fix the build', '- [ ] Write to Ben']);
    if (newer in now) assert.equal(now[newer], newText);
    assert.ok(now[older]?.includes('- [x] Done\n'));
    if (!isRecovered) return;
    assert.equal(actions.length, 2);
    assert.deepEqual(readAll(path.join(storage, 'moves')), {});
  },
};

const tagChange: TagChange = {
  ...{ from: { dimension: 'risk-taking', hat: undefined }, withHats: true },
  to: { dimension: 'time-horizon', hat: undefined },
};
/** Of each kill, most of the time goes into them: the unit tests do with fewer. */
const notesOfChange = process.env.TWO_HATS_KILLS === undefined ? 40 : 300;
const notesWith = (tag: string, count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, number): [string, string] => [
      `notes/${number}.md`,
      `# Note ${number}\n\n${'Words. '.repeat(number)}#${tag}/leadership, and #${tag}.\n`,
    ]).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
const steps = { step: () => undefined, isStopped: () => false, failed: () => undefined };
const changeOf = (_: string, text: string) => changeIn(text, scanned, tagChange, scanContext.tags);

function storeIn(folders: Folders, clock: Clock): ChangeStore {
  const files = storedIn(folders, 'tag-changes');
  return new ChangeStore(
    'file:///j',
    {
      read: (name) => files.read(name),
      create: (name, text) => files.create(name, text),
      replace: (name, text) => files.replace(name, text),
      remove: (name) => remove(folders, path.join(folders.storage, 'tag-changes', name)),
    },
    clock,
  );
}

/** A change of as many notes, or (`isUndone`) its undo after it was made. */
export function changingTag(count: number, isUndone = false): WritingPath {
  const [tagged, changed] = [notesWith('risk-taking', count), notesWith('time-horizon', count)];
  const paths = Object.keys(tagged);
  const readIn = (folders: Folders) => (name: string) => filesIn(folders.journal).read(name);
  const counts = (folders: Folders) => {
    const now = readAll(folders.journal);
    const alike = (texts: Readonly<Record<string, string>>) =>
      paths.filter((name) => now[name] === texts[name]).length;
    assert.deepEqual(Object.keys(now), paths);
    const [done, undone] = [alike(changed), alike(tagged)];
    assert.equal(done + undone, count);
    return { now, done, undone };
  };
  const runIn = (folders: Folders, clock: Clock) => {
    const store = storeIn(folders, clock);
    return { store, notes: notesIn(folders), steps };
  };
  const make = async (folders: Folders, clock: Clock): Promise<void> => {
    const change = runIn(folders, clock);
    const record = newRecord(tagChange, '2026-11-24T10:00:00+01:00');
    if (await change.store.begin(record, readIn(folders))) await carryOut(change, record, paths, changeOf);
  };
  const undo = async (folders: Folders, clock: Clock): Promise<void> => {
    const change = runIn(folders, clock);
    const record = await change.store.last(readIn(folders));
    if (record && (await change.store.begin(record, readIn(folders)))) await takeBack(change, record);
  };
  return {
    texts: tagged,
    write: async ({ disk, ...folders }) => {
      if (isUndone) await make(folders, longAgo);
      await (isUndone ? undo : make)(disk ? { ...folders, disk } : folders, killedAt);
    },
    recover: async (folders, kill) => {
      const change = runIn(folders, startedAt);
      const record = await change.store.interrupted();
      if (record && (isUndone || kill % 2 === 0)) await takeBack(change, record);
      else if (record) await carryOut(change, record, paths, changeOf);
      // What could not be written is said, and may be tried once more.
      const { done, undone } = counts(folders);
      if (done > 0 && (undone > 0 || isUndone)) await (isUndone ? undo : make)(folders, startedAt);
    },
    check: async (folders, isRecovered, kill) => {
      const { now, done, undone } = counts(folders);
      const store = storeIn(folders, startedAt);
      const read = readIn(folders);
      if (!isRecovered) {
        const record = (await store.interrupted()) ?? (await store.last(read));
        // Whatever was touched is in the record, so that all of it can be taken back.
        if (done > 0 && undone > 0)
          assert.equal(
            record?.files.filter((file) => stateOf(file, now[file.path]) === 'after').length,
            done,
          );
        return;
      }
      assert.ok(done === 0 || (done === count && !isUndone), `${done} of ${count} notes are changed`);
      const last = await store.last(read);
      assert.equal(last !== undefined, done === count);
      if (!last || kill % 10 !== 1) return;
      await undo(folders, startedAt);
      assert.deepEqual(readAll(folders.journal), tagged);
    },
  };
}

const others = {
  'people/ben-oak/2026-11-24.md': '---\nperson: Ben Oak\n---\nAs Priya Shah said\n',
  'notes/2026-11-21.md': 'Nobody here\n',
};
const priya = {
  'people/priya-shah/2026-11-24.md': '---\nperson: Priya Shah\n---\n',
  'people/priya-shah/next.md': 'topics',
  'notes/2026-11-20.md': '---\nperson: Priya Shah\n---\n',
};
const config = 'people:\n  - name: Priya Shah # mine\n  - name: Ben Oak\n';
const bothNotes = indexed({ ...others, ...priya });

const removal: WritingPath = {
  texts: { ...others, ...priya, 'two-hats.yaml': config },
  write: async (folders) => {
    const files = journalOf(folders);
    const people = peopleOf(bothNotes.values(), readConfig(config).config);
    const person = people.find('Priya Shah') ?? assert.fail('nobody');
    const found = await filesOf(files, bothNotes.values(), people, person);
    const { disk = fs.promises } = folders;
    for (const file of removedPlaces(found))
      await disk.rm(path.join(folders.journal, file), { recursive: true, force: true });
    await editFile(files, 'two-hats.yaml', (now) => editsWithoutPerson(now, person.name));
  },
  recover: (folders) => removal.write(folders),
  check: ({ journal }, isRecovered) => {
    const { 'two-hats.yaml': now, ...notes } = readAll(journal);
    const left = withoutPerson(config, 'Priya Shah') ?? '';
    assert.ok(now === left || (!isRecovered && now === config), now);
    for (const [name, text] of Object.entries(notes)) assert.equal(text, removal.texts[name]);
    for (const name of Object.keys(others)) assert.ok(name in notes, `${name} is gone`);
    if (isRecovered) assert.deepEqual(Object.keys(notes), Object.keys(others).sort());
  },
};

const storedNotes = Object.entries(notesWith('risk-taking', 40)).map(([name, text]) => ({
  ...{ path: name, size: text.length, mtime: 1.5 },
  ...(indexed({ [name]: text }).get(name) ?? assert.fail()),
}));
const cacheOf = (count: number): string => {
  const writer = new CacheWriter();
  for (const note of storedNotes.slice(0, count)) writer.add(note);
  return writer.text('key');
};
const restored = (text: string): number => {
  const reader = new CacheReader(text, 'key');
  let count = 0;
  for (let note = reader.next(); note; note = reader.next()) {
    assert.equal(note.path, storedNotes[count]?.path);
    count++;
  }
  return count;
};

function cacheFolder({ storage, disk = fs.promises }: Folders): ReplacingFolder {
  const at = (name: string) => path.join(storage, 'index', name);
  return {
    write: async (name, text) => {
      await disk.mkdir(at(''), { recursive: true });
      const handle = await disk.open(at(name), 'w');
      await handle.writeFile(text).finally(() => handle.close());
    },
    rename: (from, to) => disk.rename(at(from), at(to)),
    remove: (name) => disk.rm(at(name), { force: true }),
  };
}

/** Whatever is left of it, the index begins with it or without it. */
const cache: WritingPath = {
  texts: {},
  write: async (folders) => {
    await replaceBeside(cacheFolder(folders), 'j.txt', cacheOf(10));
    await replaceBeside(cacheFolder(folders), 'j.txt', cacheOf(40));
  },
  recover: async (folders) => {
    await replaceBeside(cacheFolder(folders), 'j.txt', cacheOf(40));
  },
  check: async ({ storage }, isRecovered) => {
    const text = await filesIn(path.join(storage, 'index')).read('j.txt');
    const count = text === undefined ? 0 : restored(text);
    assert.ok([0, 10, 40].includes(count), `${count} notes`);
    if (isRecovered) assert.equal(count, 40);
  },
};

export const writingPaths: Readonly<Record<string, WritingPath>> = {
  'a self-check': check,
  'a captured line': capturing(`${newTopics('Ana')}- one\n`),
  'a captured line in a new note': capturing(undefined),
  'a new note that takes actions over': carryOver,
  'a tick': ticking,
  'a tag change over many notes': changingTag(notesOfChange),
  'the removal of a person': removal,
  'the cache of the index': cache,
};
