import assert from 'node:assert/strict';
import builtin from '../../../../../src/core/framework/builtin.framework.yaml';
import {
  taggedBlocksOf,
  taggedBlockAt,
  newestFirst,
  prepareTaggedBlocks,
} from '../../../../../src/core/journal/blocks/entries';
import type { IndexedNote } from '../../../../../src/core/journal/note';
import { rowsBy, type Grouping } from '../../../../../src/core/journal/tree/groupings';
import { skippedRows } from '../../../../../src/core/journal/tree/lists';
import { manyRows } from '../../../../../src/core/journal/tree/periods';
import { findRow, type AnyRow, type RowFacts } from '../../../../../src/core/journal/tree/rows';
import { makeFramework } from '../../../../support/frameworks';
import { indexed } from '../../../../support/notes';

const [one, two] = builtin.dimensions.map(({ id }) => id);
const [first, second] = builtin.hats.map(({ id }) => id);
const said = 'We talked about it at length.';

const personOf = ({ person }: IndexedNote) => person;

function rows(
  grouping: Grouping,
  notes: ReadonlyMap<string, IndexedNote>,
  framework = builtin,
): readonly AnyRow[] {
  return rowsBy[grouping]({ notes: newestFirst(notes.values()), framework, personOf });
}

/** What a row stands for, in a word. */
function name(facts: RowFacts): string {
  switch (facts.kind) {
    case 'dimension':
      return facts.dimension;
    case 'hat':
      return facts.hat ?? '?';
    case 'person':
      return facts.name ?? '?';
    case 'period':
      return facts.period ?? '?';
    case 'note':
      return facts.note.path;
    case 'entry':
      return `${facts.entry.note.path}:${facts.tag.line}`;
    case 'skipped':
      return `${facts.files.length} skipped`;
    case 'skippedFile':
      return `${facts.file.path}: ${facts.file.reason}`;
  }
}

/** One line a row, indented by level: `name written+unwritten`. */
function drawn(some: readonly AnyRow[], indent = ''): string[] {
  return some.flatMap(({ facts, counts, children }) => [
    `${indent}${name(facts)} ${counts.written}+${counts.unwritten}`,
    ...drawn(children, `${indent}  `),
  ]);
}

function everyRow(some: readonly AnyRow[]): AnyRow[] {
  return some.flatMap((row) => [row, ...everyRow(row.children)]);
}

describe('The rows of notes by dimension', () => {
  it('are every dimension in its order, both hats in theirs, what names no hat last, and the newest block first', () => {
    const notes = indexed({
      'notes/2026-11-01.md': `${said} #${two}/${second}`,
      'notes/2026-11-03.md': `${said} #${two}/${second}\n\n${said} #${two}`,
      'notes/2026-11-02.md': `${said} #${two}/${first}\n\n#${two}/${second}`,
    });
    const others = builtin.dimensions.slice(2).map(({ id }) => `${id} 0+0`);
    assert.deepEqual(drawn(rows('dimension', notes)), [
      `${one} 0+0`,
      `${two} 4+1`,
      `  ${first} 1+0`,
      '    notes/2026-11-02.md:0 1+0',
      `  ${second} 2+1`,
      '    notes/2026-11-03.md:0 1+0',
      '    notes/2026-11-02.md:2 0+1',
      '    notes/2026-11-01.md:0 1+0',
      '  ? 1+0',
      '    notes/2026-11-03.md:2 1+0',
      ...others,
    ]);
  });

  it('follow a framework of any dimensions and order', () => {
    const notes = indexed({ 'a.md': `${said} #${one}/${first} and #${two}` });
    const framework = { ...makeFramework(two!, one!), hats: builtin.hats };
    assert.deepEqual(
      rows('dimension', notes, framework).map(({ facts }) => name(facts)),
      [two, one],
    );
    assert.deepEqual(drawn(rows('dimension', notes, makeFramework('fox'))), ['fox 0+0']);
  });

  it('count a block once in a dimension, and once in each hat that it names', () => {
    const notes = indexed({ 'a.md': `${said} #${one}/${first} #${one}/${second} #${one}/${first} #${two}` });
    assert.deepEqual(drawn(rows('dimension', notes)).slice(0, 8), [
      `${one} 1+0`,
      `  ${first} 1+0`,
      '    a.md:0 1+0',
      `  ${second} 1+0`,
      '    a.md:0 1+0',
      `${two} 1+0`,
      `  ${first} 0+0`,
      `  ${second} 0+0`,
    ]);
  });

  it('open a block at the first tag of their own side', () => {
    const notes = indexed({ 'a.md': `- ${said} #${one}\n  #${two}/${first}\n  #${two}/${second}` });
    const [, row] = rows('dimension', notes);
    const places = everyRow([row!]).flatMap(({ facts }) => (facts.kind === 'entry' ? [facts.tag.line] : []));
    assert.deepEqual(places, [1, 2]);
  });

  it('are none without a note', () => {
    assert.deepEqual(rows('dimension', new Map()), []);
  });
});

describe('The rows of notes by person', () => {
  it('are people by when they were last met, with notes and blocks, and notes about no one person last', () => {
    const notes = indexed({
      'people/ann/2026-11-02.md': `---\nperson: Ann\n---\n${said} #${one}\n\n#${two}`,
      'people/bo/2026-11-03.md': `---\nperson: Bo\n---\nNo tag here.`,
      'people/ann/2026-11-01.md': `---\nperson: Ann\n---\n`,
      'retros/2026-11-09.md': `${said} #${one}`,
    });
    assert.deepEqual(drawn(rows('person', notes)), [
      'Bo 0+0',
      '  people/bo/2026-11-03.md 0+0',
      'Ann 1+1',
      '  people/ann/2026-11-02.md 1+1',
      '    people/ann/2026-11-02.md:3 1+0',
      '    people/ann/2026-11-02.md:5 0+1',
      '  people/ann/2026-11-01.md 0+0',
      '? 1+0',
      '  retros/2026-11-09.md 1+0',
      '    retros/2026-11-09.md:0 1+0',
    ]);
  });
});

describe('The rows of notes by date', () => {
  const day = (date: string) => [`notes/${date}.md`, `${said} #${one}`] as const;
  const days = (month: string, count: number) =>
    Array.from({ length: count }, (_, index) => day(`${month}-${String(index + 1).padStart(2, '0')}`));

  it('are the notes themselves, the newest first and those without a date last, while they are few', () => {
    const notes = indexed(Object.fromEntries([...days('2025-02', 2), ['about.md', said], day('2026-01-01')]));
    assert.deepEqual(
      rows('date', notes).map(({ facts }) => name(facts)),
      ['notes/2026-01-01.md', 'notes/2025-02-02.md', 'notes/2025-02-01.md', 'about.md'],
    );
  });

  it('are years where notes are many, and months in a year of many', () => {
    const all = [...days('2024-12', 3), ...days('2025-01', 28), ...days('2025-02', 28), ['about.md', said]];
    const notes = indexed(Object.fromEntries(all) as Record<string, string>);
    const top = rows('date', notes);
    assert.deepEqual(
      top.map((row) => `${name(row.facts)} ${row.counts.written} ${row.children.length}`),
      ['2025 56 2', '2024 3 3', '? 0 1'],
    );
    assert.deepEqual(
      top[0]!.children.map((row) => `${name(row.facts)} ${row.children.length}`),
      ['2025-02 28', '2025-01 28'],
    );
  });

  it('are months at once where all notes are of one year', () => {
    const notes = indexed(Object.fromEntries([...days('2025-01', 28), ...days('2025-02', 28)]));
    assert.deepEqual(
      rows('date', notes).map(({ facts }) => name(facts)),
      ['2025-02', '2025-01'],
    );
  });

  it('are put into periods from one more than can be looked through', () => {
    const of = (count: number) =>
      rows('date', indexed(Object.fromEntries([...days('2025-01', 28), ...days('2025-02', count - 28)])));
    assert.equal(of(manyRows).length, manyRows);
    assert.equal(of(manyRows + 1).length, 2);
  });

  it('stay one list where nothing tells many notes apart', () => {
    const many = Array.from({ length: manyRows + 1 }, (_, index) => [`about-${index}.md`, said] as const);
    assert.equal(rows('date', indexed(Object.fromEntries(many))).length, manyRows + 1);
  });
});

describe('A row', () => {
  const texts = {
    'people/ann/2026-11-02.md': `---\nperson: Ann\ntags: ${one}\n---\n${said} #${one}/${first} #${two}\n\n#${two}`,
    'notes/2026-11-09.md': `${said} #${one}/${first}`,
  };

  for (const grouping of ['dimension', 'person', 'date'] as const)
    it(`has an id of its own by ${grouping}, which stays when lines are written above and notes come`, () => {
      const before = everyRow(rows(grouping, indexed(texts))).map(({ id }) => id);
      assert.equal(new Set(before).size, before.length);
      const changed = Object.entries(texts).map(([path, text]) => [path, text.replace(said, `\n\n${said}`)]);
      const more = { ...(Object.fromEntries(changed) as typeof texts), 'notes/2026-12-01.md': said };
      const after = new Set(everyRow(rows(grouping, indexed(more))).map(({ id }) => id));
      assert.deepEqual(
        before.filter((id) => !after.has(id)),
        [],
      );
    });

  it('is found for a note, in periods too, and by dimension for the block at the cursor', () => {
    const many = Array.from({ length: 60 }, (_, index) => {
      const date = `202${5 + (index % 2)}-03-${String((index >> 1) + 1).padStart(2, '0')}`;
      return [`notes/${date}.md`, `${said} #${one}/${second}`] as const;
    });
    const notes = indexed({ ...texts, ...Object.fromEntries(many) });
    const note = notes.get('people/ann/2026-11-02.md')!;
    for (const grouping of ['person', 'date'] as const) {
      const found = findRow(rows(grouping, notes), note, taggedBlockAt(note, 6));
      assert.equal(found && name(found.facts), note.path);
    }
    const found = findRow(rows('dimension', notes), note, taggedBlockAt(note, 6));
    assert.deepEqual(found?.facts, { kind: 'entry', entry: taggedBlocksOf(note)[2], tag: note.tags[3] });
    const deep = notes.get('notes/2025-03-04.md')!;
    const row = findRow(rows('dimension', notes), deep, undefined);
    const above = [];
    for (let at = row?.parent; at; at = at.parent) above.push(name(at.facts));
    assert.deepEqual(above, ['2025', second, one]);
  });

  it('is not found for a note without a tag by dimension', () => {
    const notes = indexed({ ...texts, 'b.md': said });
    assert.equal(findRow(rows('dimension', notes), notes.get('b.md')!, undefined), undefined);
  });
});

describe('The entries of a note', () => {
  it('are its tagged blocks, each with all its tags', () => {
    const note = indexed({
      'a.md': `# Head #${one}\n\n- ${said} #${two}/${first}\n  #${two}/${second}\n  - ${said} #${one}\n`,
    }).get('a.md')!;
    assert.deepEqual(
      taggedBlocksOf(note).map(({ index, block, tags }) => [index, block.first, block.last, tags.length]),
      [
        [0, 0, 4, 1],
        [1, 2, 3, 2],
        [2, 4, 4, 1],
      ],
    );
    assert.equal(taggedBlockAt(note, 4)?.index, 2);
    assert.equal(taggedBlockAt(note, 2)?.index, 1);
    assert.equal(taggedBlockAt(note, 1)?.index, 0);
  });

  it('know what is private and what is evidence', () => {
    const note = indexed({ 'a.md': `${said} #${one} #private\n\n#${two}\n` }).get('a.md')!;
    assert.deepEqual(
      taggedBlocksOf(note).map(({ evidence, isPrivate }) => ({ evidence, isPrivate })),
      [
        { evidence: true, isPrivate: true },
        { evidence: false, isPrivate: false },
      ],
    );
  });
});

describe('The entries of many notes', () => {
  it('are read with pauses, each of which is waited for', async () => {
    const many = Array.from({ length: 600 }, (_, index): [string, string] => [`${index}.md`, `#${one}`]);
    let [pauses, open, most] = [0, 0, 0];
    await prepareTaggedBlocks(indexed(Object.fromEntries(many)).values(), async () => {
      pauses++;
      most = Math.max(most, ++open);
      await Promise.resolve();
      open--;
    });
    assert.deepEqual([pauses, most], [2, 1]);
  });
});

describe('Files that can’t be read', () => {
  it('stand in one row, with their reasons below it', () => {
    const rows = skippedRows([
      { path: 'a.md', reason: 'tooLarge' },
      { path: 'b', reason: 'unreadable' },
    ]);
    assert.deepEqual(drawn(rows), ['2 skipped 0+0', '  a.md: tooLarge 0+0', '  b: unreadable 0+0']);
    assert.deepEqual(skippedRows([]), []);
  });
});
