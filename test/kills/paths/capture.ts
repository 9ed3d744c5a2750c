import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { addItem, type CaptureNotes } from '../../../src/core/journal/capture/addItem';
import { captureItem, timesSaved } from '../../../src/core/journal/capture/captured';
import { editFile } from '../../../src/core/journal/scan/editFile';
import { newTopics } from '../../../src/core/journal/capture/topics';
import { CaptureDrafts, type CaptureDraft } from '../../../src/features/capture/drafts';
import type { Memento } from '../../../src/services/services';
import { type Folders, type WritingPath, journalOf, readAll } from './folders';

const line = 'Ask about the rota';
export const topics = 'people/ana/next.md';
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
export function capturing(before: string | undefined): WritingPath {
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
