import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { editsWithoutPerson, readConfig, withoutPerson } from '../../../src/core/journal/config/config';
import { editFile } from '../../../src/core/journal/scan/editFile';
import { filesOf, removedPlaces } from '../../../src/core/journal/people/filesOf';
import { peopleOf } from '../../../src/core/journal/people/knownPeople';
import { indexed } from '../../support/notes';
import { type WritingPath, journalOf, readAll } from './folders';

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

export const removal: WritingPath = {
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
