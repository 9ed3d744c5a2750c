/** What every way of writing is tried on. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { type EditableNotes } from '../../../src/core/journal/tags/changeRun';
import { editFile } from '../../../src/core/journal/scan/editFile';
import type { Files } from '../../../src/core/journal/files';
import type { Clock } from '../../../src/core/util/dates';
import type { NodeFileSystem } from '../../../src/platform/nodeDisk';
import { NodeFiles } from '../../../src/platform/nodeFiles';
import { isTemporary } from '../../../src/platform/temporary';

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

export const filesIn = (folder: string, disk?: NodeFileSystem): Files =>
  new NodeFiles(folder, () => ({ dispose: () => undefined }), disk);
export const journalOf = ({ journal, disk }: Folders): Files => filesIn(journal, disk);
export const storedIn = ({ storage, disk }: Folders, folder: string): Files =>
  filesIn(path.join(storage, folder), disk);
const at = (now: number): Clock => ({ now: () => now, offset: () => 60 });
export const killedAt = at(Date.UTC(2026, 10, 24, 9));
export const longAgo = at(Date.UTC(2026, 10, 24, 8));
export const startedAt = at(Date.UTC(2026, 10, 24, 10));

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
export function notesIn(folders: Folders): EditableNotes {
  const files = journalOf(folders);
  return {
    read: async (file) => (await files.read(file)) ?? assert.fail(`${file} is gone`),
    isWritable: () => Promise.resolve(true),
    isSavedByEditor: () => false,
    edit: (file, change) => editFile(files, file, change),
  };
}

/** One note goes from one text to another, and the same done twice is done once. */
export function oneNote(
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

export function remove({ disk = fs.promises }: Folders, file: string): Promise<void> {
  return disk.rm(file, { force: true });
}
