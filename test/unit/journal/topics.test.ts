import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FileErrorCode } from '../../../src/core/journal/ports';
import {
  collectedTopics,
  takeOut,
  topicsIn,
  topicsKey,
  withoutTopics,
  type Topics,
} from '../../../src/core/journal/topics';
import { MemoryFiles } from '../../support/memoryFiles';

const next = 'people/ana/next.md';
const note = 'people/ana/2026-11-24.md';
const head = '---\nperson: Ana\n---\n';

const noteOf = (topics: Topics | undefined): string =>
  topics ? `---\n${topicsKey}: ${topics.mark}\n---\n\n${topics.text}\n` : 'nothing';

/** Makes a note that takes them up, as *New 1:1 Note…* does. */
async function takeUp(files: MemoryFiles, path = note, notes: readonly string[] = []): Promise<boolean> {
  const topics = await collectedTopics(files, next, notes);
  const isNew = await files.create(path, noteOf(topics));
  if (isNew && topics) await takeOut(files, next, topics.mark);
  return isNew;
}

describe('Topics for the next 1:1', () => {
  it('are what stands in next.md below its front matter', () => {
    assert.equal(topicsIn(`${head}\n\n- a\n\n  b\n- c\n\n`)?.text, '- a\n\n  b\n- c');
    assert.equal(topicsIn(`${head}\n \n`), undefined);
    assert.equal(topicsIn(''), undefined);
  });

  it('go into the new note and out of next.md, which keeps its front matter', async () => {
    const files = new MemoryFiles({ [next]: `${head}- a\n- b\n` });
    assert.equal(await takeUp(files), true);
    assert.match(files.texts.get(note) ?? '', /- a\n- b\n$/);
    assert.equal(files.texts.get(next), head);
  });

  it('stay where the note exists already', async () => {
    const files = new MemoryFiles({ [next]: '- a\n', [note]: 'mine' });
    assert.equal(await takeUp(files), false);
    assert.deepEqual([files.texts.get(next), files.texts.get(note)], ['- a\n', 'mine']);
  });

  it('that are captured meanwhile stay for the next time', async () => {
    const files = new MemoryFiles({ [next]: '- a\n' });
    const topics = await collectedTopics(files, next, []);
    await files.replace(next, '- a\n- b\n');
    await takeOut(files, next, topics?.mark ?? '');
    assert.equal(files.texts.get(next), '- b\n');
  });

  it('are taken out the next time when the program stopped before that', async () => {
    const files = new MemoryFiles({ [next]: `${head}- a\n- b\n` });
    files.failReplace = 'noSpace';
    await assert.rejects(takeUp(files));
    files.failReplace = undefined;
    await files.replace(next, `${head}- a\n- b\n- c\n`);
    const later = 'people/ana/2026-12-01.md';
    assert.equal(await takeUp(files, later, [note]), true);
    assert.equal(files.texts.get(later)?.includes('- a'), false);
    assert.match(files.texts.get(later) ?? '', /- c\n$/);
    assert.equal(files.texts.get(next), head);
  });

  it('are no longer those that a note took up once the person has changed them', () => {
    const mark = topicsIn('- a\n- b\n')?.mark ?? '';
    assert.equal(withoutTopics('- a changed\n- b\n', mark), '- a changed\n- b\n');
    assert.equal(withoutTopics('- b\n', mark), '- b\n');
    assert.equal(withoutTopics('- a\n- b\n', 'nonsense'), '- a\n- b\n');
  });

  it('stand in exactly one place after any interruption and another try', async () => {
    const topic = fc.stringMatching(/^- [a-z]{1,8}$/);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(topic, { minLength: 1, maxLength: 5 }),
        fc.constantFrom<FileErrorCode | undefined>('noSpace', undefined),
        fc.constantFrom('\n', '\r\n'),
        async (topics, failure, lineBreak) => {
          const files = new MemoryFiles({ [next]: topics.join(lineBreak) + lineBreak });
          files.failReplace = failure;
          await takeUp(files).catch(() => undefined);
          files.failReplace = undefined;
          await takeUp(files, 'people/ana/2026-12-01.md', [note]);
          const all = [...files.texts.values()].join('\n').split(/\r?\n/);
          for (const one of topics) assert.equal(all.filter((line) => line === one).length, 1, one);
        },
      ),
    );
  });
});
