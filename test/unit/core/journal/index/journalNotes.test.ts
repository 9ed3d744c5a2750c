import assert from 'node:assert/strict';
import fc from 'fast-check';
import { textHash } from '../../../../../src/core/util/hash';
import { JournalNotes } from '../../../../../src/core/journal/index/journalNotes';
import { notePlaces } from '../../../../../src/core/journal/index/notePlaces';
import { FileError } from '../../../../../src/core/journal/files';
import { readFrontMatterYaml } from '../../../../../src/core/journal/frontMatter/frontMatterYaml';
import { knownTags } from '../../../../../src/core/journal/tags/tags';
import { makeFramework } from '../../../../support/frameworks';
import { MemoryFiles } from '../../../../support/memoryFiles';

const scanOf = (...dimensions: string[]) => ({
  tags: knownTags(makeFramework(...dimensions)),
});
const never = () => false;

/** Long after whatever `MemoryFiles` holds was written. */
const longAfter = 1e9;

class Journal {
  now = longAfter;
  yamlLoads = 0;
  readonly files: MemoryFiles;
  readonly notes: JournalNotes;

  constructor(texts: Readonly<Record<string, string>> = {}) {
    this.files = new MemoryFiles(texts);
    const loadYaml = () => {
      this.yamlLoads++;
      return Promise.resolve(readFrontMatterYaml);
    };
    this.notes = new JournalNotes(
      { files: this.files, clock: { now: () => this.now }, loadYaml },
      { places: notePlaces(''), scan: scanOf('fox', 'owl') },
    );
  }

  compare(...paths: string[]) {
    this.files.calls.length = 0;
    return this.notes.compare(paths, never);
  }

  /** What was read since the last comparison began. */
  get read(): string[] {
    return this.files.calls.filter((call) => call.startsWith('read ')).map((call) => call.slice(5));
  }

  /** Each note's tags. */
  get known(): Record<string, string> {
    const words = ([path, note]: (typeof all)[number]) => [
      path,
      note.tags.map(({ dimension, hat }) => [dimension, hat].join('/')).join(' '),
    ];
    const all = [...this.notes.notes].sort();
    return Object.fromEntries(all.map(words)) as Record<string, string>;
  }
}

describe('The notes of a journal', () => {
  it('are known once they were compared with the disk', async () => {
    const journal = new Journal({ 'a.md': '#fox/keep', 'people/ana/b.markdown': '#owl', 'c.txt': '#fox' });
    assert.equal(await journal.compare(''), 'changed');
    assert.deepEqual(journal.known, { 'a.md': 'fox/keep', 'people/ana/b.markdown': 'owl/' });
    assert.equal(await journal.compare(''), 'same');
    assert.deepEqual(journal.read, []);
  });

  it('hold what the views need', async () => {
    const text = [
      ...['---', 'kind: one-on-one', 'person: Ana', '---', '# Weekly', ''],
      ...['We kept it going all week, and wrote it down. #fox/keep', '', '## Private', ''],
      ...['- [x] ask #owl due:2026-12-01 @ben', ''],
    ].join('\n');
    const journal = new Journal({ 'people/ana/2026-11-24.md': text });
    await journal.compare('');
    const tag = { inFrontMatter: false, isPrivate: false };
    const [fox, owl] = ['#fox/keep', '#owl'].map((found) => text.indexOf(found));
    assert.deepEqual(Object.fromEntries(journal.notes.stored), {
      'people/ana/2026-11-24.md': {
        ...{ path: 'people/ana/2026-11-24.md', title: undefined, date: '2026-11-24' },
        ...{ kind: 'one-on-one', person: 'Ana', size: text.length, mtime: 0 },
        tags: [
          {
            ...{ ...tag, start: fox, end: fox! + 9, line: 6, character: 46, dimension: 'fox', hat: 'keep' },
            ...{ block: { first: 6, last: 6 }, evidence: true },
          },
          {
            ...{
              ...tag,
              start: owl,
              end: owl! + 4,
              line: 10,
              character: 10,
              dimension: 'owl',
              hat: undefined,
            },
            ...{ block: { first: 10, last: 10 }, evidence: false, isPrivate: true },
          },
        ],
        tasks: [
          {
            ...{ line: 10, character: 3, state: 'done', due: '2026-12-01', owner: undefined },
            ...{ hash: textHash('ask #owl due:2026-12-01 @ben'), isPrivate: true },
          },
        ],
      },
    });
  });

  it('are read again only where they changed', async () => {
    const journal = new Journal({ 'a.md': '#fox', 'b.md': '#fox', 'people/c.md': '#fox' });
    await journal.compare('');
    await journal.files.replace('b.md', '#owl');
    assert.equal(await journal.compare('b.md'), 'changed');
    assert.deepEqual(journal.read, ['b.md']);
    await journal.files.replace('people/c.md', '#owl');
    assert.equal(await journal.compare(''), 'changed');
    assert.deepEqual(journal.read, ['people/c.md']);
    assert.deepEqual(journal.known, { 'a.md': 'fox/', 'b.md': 'owl/', 'people/c.md': 'owl/' });
  });

  it('are gone when their files or folders are', async () => {
    const journal = new Journal({
      'a.md': '',
      'people/ana/b.md': '',
      'people/ana/c.md': '',
      'people-d.md': '',
    });
    await journal.compare('');
    journal.files.texts.delete('a.md');
    assert.equal(await journal.compare('a.md'), 'changed');
    assert.deepEqual(Object.keys(journal.known), ['people-d.md', 'people/ana/b.md', 'people/ana/c.md']);
    journal.files.texts.delete('people/ana/b.md');
    assert.equal(await journal.compare('people/ana'), 'changed');
    assert.deepEqual(Object.keys(journal.known), ['people-d.md', 'people/ana/c.md']);
    journal.files.texts.clear();
    assert.equal(await journal.compare('people'), 'changed');
    assert.deepEqual(Object.keys(journal.known), ['people-d.md']);
    assert.equal(await journal.compare(''), 'changed');
    assert.deepEqual(journal.known, {});
  });

  it('follow a rename', async () => {
    const journal = new Journal({ 'a.md': '#fox' });
    await journal.compare('');
    journal.files.texts.delete('a.md');
    await journal.files.create('b.md', '#fox');
    assert.equal(await journal.compare('a.md', 'b.md'), 'changed');
    assert.deepEqual(journal.known, { 'b.md': 'fox/' });
  });

  it('take a burst of changes in one walk', async () => {
    const paths = Array.from({ length: 1000 }, (_, index) => `notes/${index}.md`);
    const journal = new Journal(Object.fromEntries(paths.map((path) => [path, '#fox'])));
    await journal.compare('');
    for (const path of paths) await journal.files.replace(path, '#owl/lead');
    assert.equal(await journal.compare(...paths), 'changed');
    assert.equal(journal.files.calls.filter((call) => call.startsWith('walk ')).length, 1);
    assert.deepEqual(new Set(Object.values(journal.known)), new Set(['owl/lead']));
  });

  it('are read again when they may have changed without a sign of it, which by itself is no change', async () => {
    const journal = new Journal({ 'a.md': '#fox' });
    await journal.files.replace('b.md', '#fox');
    journal.now = 1500;
    await journal.compare('');
    journal.files.texts.set('b.md', '#owl');
    journal.now = longAfter;
    assert.equal(await journal.compare(''), 'changed');
    assert.deepEqual(journal.known, { 'a.md': 'fox/', 'b.md': 'owl/' });
    assert.deepEqual([...journal.notes.stale], []);

    journal.now = 1500;
    await journal.files.replace('b.md', '#fox');
    await journal.compare('');
    assert.deepEqual([...journal.notes.stale], ['b.md']);
    assert.equal(await journal.compare(''), 'same');
    assert.deepEqual(journal.read, ['b.md']);
  });

  it('are what is on screen while that differs from the file', async () => {
    const journal = new Journal({ 'a.md': '#fox' });
    await journal.compare('');
    journal.notes.setDraft('a.md', '#owl/keep');
    journal.notes.setDraft('new.md', '#fox/lead');
    assert.deepEqual(journal.known, { 'a.md': 'owl/keep', 'new.md': 'fox/lead' });
    await journal.files.replace('a.md', '#fox #fox');
    await journal.compare('');
    assert.deepEqual(journal.known, { 'a.md': 'owl/keep', 'new.md': 'fox/lead' });
    assert.equal(journal.notes.dropDraft('a.md'), true);
    assert.equal(journal.notes.dropDraft('new.md'), true);
    assert.equal(journal.notes.dropDraft('new.md'), false);
    assert.deepEqual(journal.known, { 'a.md': 'fox/ fox/' });
  });

  it('are private on screen before the YAML that may say so can be read, and as it says after', async () => {
    const journal = new Journal();
    const unusual = (tags: string) => `---\nmood: { now: low }\ntags: ${tags}\n---\n- [ ] ask #fox`;
    const isPrivate = (path: string) => {
      const { tags, tasks } = journal.notes.notes.get(path)!;
      return [...tags, ...tasks].map((part) => part.isPrivate);
    };
    assert.equal(journal.notes.setDraft('a.md', unusual('[private]')), true);
    assert.equal(journal.notes.setDraft('b.md', unusual('[a] # private')), true);
    assert.deepEqual(['a.md', 'b.md'].map(isPrivate), [
      [true, true],
      [true, true],
    ]);
    await journal.notes.loadYaml();
    assert.equal(journal.notes.setDraft('a.md', unusual('[private]')), false);
    assert.equal(journal.notes.setDraft('b.md', unusual('[a] # private')), false);
    assert.deepEqual(['a.md', 'b.md'].map(isPrivate), [
      [true, true],
      [false, false],
    ]);
    journal.files.texts.set('c.md', unusual('[private]'));
    assert.equal(await journal.compare(''), 'changed');
    assert.deepEqual(isPrivate('c.md'), [true, true]);
  });

  it('are what is on screen, also when what was known before comes later, or templates lie elsewhere', async () => {
    const before = new Journal({ 'a.md': '#fox' });
    await before.compare('');
    const journal = new Journal({ 'a.md': '#fox' });
    journal.notes.setDraft('a.md', '#owl');
    for (const note of before.notes.stored.values()) journal.notes.restore(note);
    assert.deepEqual(journal.known, { 'a.md': 'owl/' });
    journal.notes.setPlaces(notePlaces('mine'));
    await journal.compare('');
    assert.deepEqual(journal.known, { 'a.md': 'owl/' });
  });

  it('keep a text on screen whose file is gone', async () => {
    const journal = new Journal({ 'a.md': '#fox' });
    await journal.compare('');
    journal.notes.setDraft('a.md', '#owl');
    journal.files.texts.clear();
    await journal.compare('');
    assert.deepEqual(journal.known, { 'a.md': 'owl/' });
    assert.deepEqual([...journal.notes.stored.keys()], []);
  });

  it('are scanned anew with other tags, and known as before until then', async () => {
    const journal = new Journal({ 'a.md': '#fox #cat', 'b.md': '#owl' });
    await journal.compare('');
    journal.notes.setScan(scanOf('cat'));
    assert.deepEqual(journal.known, { 'a.md': 'fox/', 'b.md': 'owl/' });
    assert.equal(await journal.compare(''), 'changed');
    assert.deepEqual(journal.known, { 'a.md': 'cat/', 'b.md': '' });
    assert.equal(await journal.compare(''), 'same');
  });

  it('give a comparison up when other tags are to be looked for, and read all with these', async () => {
    const journal = new Journal({ 'a.md': '#fox #cat', 'b.md': '#fox #cat' });
    const comparing = journal.compare('');
    await Promise.resolve();
    await Promise.resolve();
    journal.notes.setScan(scanOf('cat'));
    assert.equal(await comparing, 'givenUp');
    assert.equal(await journal.compare(''), 'changed');
    assert.deepEqual(journal.known, { 'a.md': 'cat/', 'b.md': 'cat/' });
  });

  it('leave out a folder that is one of templates by now', async () => {
    const journal = new Journal({ 'mine/a.md': '', 'a.md': '' });
    await journal.compare('');
    journal.notes.setDraft('mine/b.md', '');
    journal.notes.setPlaces(notePlaces('mine'));
    assert.equal(await journal.compare(''), 'changed');
    assert.deepEqual(Object.keys(journal.known), ['a.md']);
    assert.deepEqual(journal.read, []);
  });

  it('name what can’t be read, until it can', async () => {
    const journal = new Journal({ 'a.md': '#fox', 'b.md': '#fox' });
    await journal.compare('');
    journal.files.unreadable.set('b.md', 'unreadable');
    assert.equal(await journal.compare('b.md'), 'changed');
    assert.deepEqual(journal.notes.skipped, [{ path: 'b.md', reason: 'unreadable' }]);
    assert.deepEqual(journal.known, { 'a.md': 'fox/' });
    assert.equal(await journal.compare(''), 'same');
    journal.files.unreadable.set('b.md', 'notAFile');
    assert.equal(await journal.compare(''), 'changed');
    assert.deepEqual(journal.notes.skipped, [{ path: 'b.md', reason: 'notAFile' }]);
    journal.files.unreadable.clear();
    assert.equal(await journal.compare('b.md'), 'changed');
    assert.deepEqual(journal.notes.skipped, []);
    assert.deepEqual(journal.known, { 'a.md': 'fox/', 'b.md': 'fox/' });
  });

  it('name what is no UTF-8 beside what can be read of it, at each start, until it is', async () => {
    const journal = new Journal({ 'a.md': '#fox', 'b.md': '#fox caf\uFFFD' });
    journal.files.damaged.add('b.md');
    await journal.compare('');
    for (let pass = 0; pass < 2; pass++) {
      assert.deepEqual(journal.notes.skipped, [{ path: 'b.md', reason: 'notText' }]);
      assert.deepEqual(journal.known, { 'a.md': 'fox/', 'b.md': 'fox/' });
      assert.deepEqual([...journal.notes.stale], ['b.md']);
      assert.equal(await journal.compare(''), 'same');
    }
    journal.files.damaged.clear();
    assert.equal(await journal.compare('b.md'), 'changed');
    assert.deepEqual(journal.notes.skipped, []);
    assert.deepEqual(journal.known, { 'a.md': 'fox/', 'b.md': 'fox/' });
  });

  it('are gone when they went while the journal could not be read', async () => {
    const journal = new Journal({ 'a.md': '#fox', 'b.md': '#fox' });
    await journal.compare('');
    const walk = journal.files.walk.bind(journal.files);
    const failure = new FileError('noPermission', '', undefined);
    journal.files.walk = () => Promise.reject(failure);
    await assert.rejects(journal.compare(''), failure);
    assert.deepEqual(journal.notes.skipped, [{ path: '', reason: 'unreadable' }]);
    assert.deepEqual(Object.keys(journal.known), ['a.md', 'b.md']);
    journal.files.texts.delete('a.md');
    journal.files.walk = walk;
    assert.equal(await journal.compare(''), 'changed');
    assert.deepEqual(journal.notes.skipped, []);
    assert.deepEqual(Object.keys(journal.known), ['b.md']);
  });

  it('forget what could not be read when it is gone', async () => {
    const journal = new Journal({ 'a.md': '' });
    journal.files.unreadable.set('notes/b.md', 'tooLarge');
    await journal.compare('');
    journal.files.unreadable.clear();
    assert.equal(await journal.compare('notes'), 'changed');
    assert.deepEqual(journal.notes.skipped, []);
  });

  it('load the YAML library only for front matter that needs it, and once', async () => {
    const usual = '---\nperson: Ana\ntags: [fox]\n---\n';
    const unusual = '---\nperson: !!str Ana\ntags: {fox: 1}\n"tag": owl\n---\n';
    const journal = new Journal({ 'a.md': usual });
    await journal.compare('');
    assert.equal(journal.yamlLoads, 0);
    await journal.files.create('b.md', unusual);
    assert.equal(await journal.compare('b.md'), 'changed');
    assert.equal(journal.notes.notes.get('b.md')?.person, 'Ana');
    await journal.files.create('c.md', unusual);
    journal.notes.setScan(scanOf('owl'));
    await journal.compare('');
    assert.equal(journal.yamlLoads, 1);
    assert.deepEqual(journal.known, { 'a.md': '', 'b.md': 'owl/', 'c.md': 'owl/' });
    assert.deepEqual([...journal.notes.stale], []);
    await journal.files.create('d.md', '---\nx: {y: 1}\n---\n');
    const other = new Journal(Object.fromEntries(journal.files.texts));
    assert.equal(await other.compare('d.md'), 'changed');
  });

  it('that were known before are read only where their files changed since', async () => {
    const texts = { 'a.md': '#fox', 'b.md': '#fox', 'c.md': '#fox' };
    const before = new Journal(texts);
    await before.compare('');
    const journal = new Journal({ 'a.md': '#fox', 'b.md': '#owl/keep', 'd.md': '#owl' });
    for (const note of before.notes.stored.values()) journal.notes.restore(note);
    assert.deepEqual(Object.keys(journal.known), ['a.md', 'b.md', 'c.md']);
    assert.equal(await journal.compare(''), 'changed');
    assert.deepEqual(journal.read, ['b.md', 'd.md']);
    assert.deepEqual(journal.known, { 'a.md': 'fox/', 'b.md': 'owl/keep', 'd.md': 'owl/' });
  });

  it('are the same after any changes as if all had been read at once', async () => {
    const path = fc.constantFrom(
      'a.md',
      'b.md',
      'p/a.md',
      'p/q/a.md',
      'p/q/b.markdown',
      'r/.a.md',
      'r/a.txt',
    );
    const text = fc.constantFrom(
      '#fox',
      '#owl/keep\n\n- [ ] do it @ana',
      '# Head\n#fox/lead',
      '',
      '---\ntags: fox\n---\n',
    );
    const change = fc.oneof(
      fc.record({ kind: fc.constant('write' as const), path, text }),
      fc.record({ kind: fc.constant('delete' as const), path }),
      fc.record({
        kind: fc.constant('compare' as const),
        path: fc.constantFrom('', 'a.md', 'p', 'p/q', 'r'),
      }),
      fc.record({ kind: fc.constant('break' as const), path }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 20 }), async (changes) => {
        const journal = new Journal();
        const untold = new Set<string>();
        for (const { kind, path, ...more } of changes) {
          if (kind === 'compare') await journal.compare(path, ...untold);
          else untold.add(path);
          if (kind === 'compare') untold.clear();
          if (kind === 'write') await journal.files.replace(path, 'text' in more ? more.text : '');
          if (kind === 'delete') journal.files.texts.delete(path);
          if (kind === 'break' && !journal.files.unreadable.delete(path))
            journal.files.unreadable.set(path, 'unreadable');
        }
        await journal.compare(...untold);
        const fresh = new Journal();
        for (const [path, text] of journal.files.texts) fresh.files.texts.set(path, text);
        for (const [path, time] of journal.files.times) fresh.files.times.set(path, time);
        for (const [path, reason] of journal.files.unreadable) fresh.files.unreadable.set(path, reason);
        await fresh.compare('');
        const sorted = <T>(notes: ReadonlyMap<string, T>) =>
          [...notes].sort(([one], [other]) => (one < other ? -1 : 1));
        assert.deepEqual(sorted(journal.notes.notes), sorted(fresh.notes.notes));
        assert.deepEqual(sorted(journal.notes.stored), sorted(fresh.notes.stored));
        const skipped = ({ notes }: Journal) => notes.skipped.map(({ path }) => path).sort();
        assert.deepEqual(skipped(journal), skipped(fresh));
      }),
    );
  });
});

describe('Which files are notes', () => {
  const places = notePlaces('own/templates');
  for (const [path, isNote] of [
    ['a.md', true],
    ['A.MARKDOWN', true],
    ['people/ana/a.md', true],
    ['folder.md/a.md', true],
    ['own/a.md', true],
    ['own/templates.md', true],
    ['own/templates/a.md', false],
    ['own/templates/deep/a.md', false],
    ['a.mdx', false],
    ['amd', false],
    ['.a.md', false],
    ['.md', false],
    ['.git/a.md', false],
    ['notes/.a.md', false],
    ['notes/.b/c/a.md', false],
    ['node_modules/a.md', false],
    ['notes/node_modules/x/a.md', false],
    ['node_modules.md', true],
  ] as const)
    it(`${path} is ${isNote ? 'one' : 'none'}`, () => {
      assert.equal(places.isNote(path), isNote);
    });
});
