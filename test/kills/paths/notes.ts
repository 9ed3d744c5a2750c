import assert from 'node:assert/strict';
import path from 'node:path';
import {
  beginMoves,
  beginTakingIn,
  finishMoves,
  type MoveRun,
} from '../../../src/core/journal/carryOver/moveRun';
import { readPending, type PendingMoves } from '../../../src/core/journal/carryOver/moves';
import type { Files } from '../../../src/core/journal/files';
import { tick } from '../../../src/core/journal/tasks/taskEdit';
import { tasksIn } from '../../../src/core/journal/tasks/taskText';
import { topicsIn, type Topics } from '../../../src/core/journal/capture/topics';
import { takeIn } from '../../../src/core/templates/takeIn';
import { applyEdits, type TextEdit } from '../../../src/core/util/textEdit';
import { scanned } from '../../support/notes';
import {
  type Folders,
  type WritingPath,
  journalOf,
  killedAt,
  notesIn,
  oneNote,
  readAll,
  remove,
  storedIn,
} from './folders';
import { topics } from './capture';

const open = `# 1:1\n\n${'Words. '.repeat(2000)}\n\n- [ ] Fix the build @ana\n`;
export const ticking = oneNote({ 'a.md': open }, { 'a.md': open.replace('[ ]', '[x]') }, async (folders) => {
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

async function finishLeft(moves: ReturnType<typeof moveRunIn>): Promise<void> {
  for (const { name } of await moves.records.list('')) {
    const left = readPending((await moves.records.read(name)) ?? '');
    if (left) await finishMoves(moves, name, left);
    else await moves.records.remove(name);
  }
}

export const carryOver: WritingPath = {
  texts: { [older]: oldText, [topicsOf]: '- the rota\n' },
  write: async (folders) => {
    const moves = moveRunIn(folders);
    const record = await beginMoves(moves, pending, newText);
    if (record !== undefined) await finishMoves(moves, record, pending);
  },
  recover: async (folders) => {
    await finishLeft(moveRunIn(folders));
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

const [rota, mine] = ['- the rota\n', '- mine\n'];
const dayText = `---\nperson: Ana\n---\n\n# 1:1\n\n## Talk\n\n${mine}`;
const takenText = applyEdits(dayText, takenIn(dayText, topicsIn(rota)));

function takenIn(text: string, collected: Topics | undefined): readonly TextEdit[] {
  const sections = [
    { heading: 'Still open', text: '- [ ] Fix the build\n- [ ] Write to Ben' },
    ...(collected ? [{ heading: 'Collected topics', text: collected.text }] : []),
  ];
  const headings = new Set(['Still open', 'Collected topics']);
  return takeIn(text, sections, { headings, mark: collected?.mark }) ?? assert.fail('It takes in nothing.');
}

/** A note of the day that is there already. */
export const takingIn: WritingPath = {
  texts: { [older]: oldText, [topicsOf]: rota, [newer]: dayText },
  write: async (folders) => {
    const moves = moveRunIn(folders);
    const collected = topicsIn((await journalOf(folders).read(topicsOf)) ?? '');
    const moved = { ...pending, ...(collected ? { topics: { path: topicsOf, mark: collected.mark } } : {}) };
    const edit = () => notesIn(folders).edit(newer, (text) => takenIn(text, collected));
    const record = await beginTakingIn(moves, moved, edit);
    if (record !== undefined) await finishMoves(moves, record, moved);
  },
  recover: async (folders) => {
    await finishLeft(moveRunIn(folders));
    if ((await journalOf(folders).read(newer)) === dayText) await takingIn.write(folders);
  },
  check: ({ journal, storage }, isRecovered) => {
    const now = readAll(journal);
    assert.ok([dayText, takenText].includes(now[newer] ?? ''), now[newer]);
    const all = Object.values(now).join('\n');
    const times = (text: string) => all.split(text).length - 1;
    for (const text of ['- [ ] Fix the build\n', '- [ ] Write to Ben\n', rota]) {
      assert.ok(times(text) >= 1, `${text} is gone`);
      if (isRecovered) assert.equal(times(text), 1, text);
    }
    assert.equal(times('- [x] Done\n'), 1);
    if (isRecovered) assert.deepEqual(readAll(path.join(storage, 'moves')), {});
  },
};
