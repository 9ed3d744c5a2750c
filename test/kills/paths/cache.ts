import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { CacheReader, CacheWriter } from '../../../src/core/journal/index/cache';
import { replaceBeside, type ReplacingFolder } from '../../../src/platform/replaceBeside';
import { indexed } from '../../support/notes';
import { type Folders, type WritingPath, filesIn } from './folders';
import { notesWith } from './tagChange';

const storedNotes = Object.entries(notesWith('risk-taking', 40)).map(([name, text]) => ({
  ...{ path: name, size: text.length, mtime: 1.5 },
  ...(indexed({ [name]: text }).get(name) ?? assert.fail()),
}));
const cacheOf = (count: number): string => {
  const writer = new CacheWriter('key');
  for (const note of storedNotes.slice(0, count)) writer.add(note);
  return writer.text();
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
export const cache: WritingPath = {
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
