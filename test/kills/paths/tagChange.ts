import assert from 'node:assert/strict';
import path from 'node:path';
import { newRecord, stateOf } from '../../../src/core/journal/tags/changeRecord';
import { carryOut, takeBack } from '../../../src/core/journal/tags/changeRun';
import { ChangeStore } from '../../../src/core/journal/tags/changeStore';
import type { Clock } from '../../../src/core/util/dates';
import { changeIn, type TagChange } from '../../../src/core/journal/tags/tagChange';
import { scanContext, scanned } from '../../support/notes';
import {
  type Folders,
  type WritingPath,
  filesIn,
  killedAt,
  longAgo,
  notesIn,
  readAll,
  remove,
  startedAt,
  storedIn,
} from './folders';

const tagChange: TagChange = {
  ...{ from: { dimension: 'risk-taking', hat: undefined }, withHats: true },
  to: { dimension: 'time-horizon', hat: undefined },
};
/** Of each kill, most of the time goes into them: the unit tests do with fewer. */
export const notesOfChange = process.env.TWO_HATS_KILLS === undefined ? 40 : 300;
export const notesWith = (tag: string, count: number): Record<string, string> =>
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
