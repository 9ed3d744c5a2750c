import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { CacheWriter } from '../../../../src/core/journal/index/cache';
import { JournalNotes } from '../../../../src/core/journal/index/journalNotes';
import { notePlaces } from '../../../../src/core/journal/index/notePlaces';
import { namedList, carriedList } from '../../../../src/core/journal/carryOver/carriedItems';
import { NoteLines } from '../../../../src/core/journal/blocks/excerpt';
import { openItems } from '../../../../src/core/journal/carryOver/openItems';
import { readFrontMatterYaml } from '../../../../src/core/journal/frontMatter/frontMatterYaml';
import { scanNote } from '../../../../src/core/journal/scan/scanNote';
import { showTags } from '../../../../src/features/tagLanguage/markdownIt';
import { MemoryFiles } from '../../../support/memoryFiles';
import { scanContext } from '../../../support/notes';
import { canaryTask, privateNotes } from '../../../support/privateNotes';

/** What shows something of a note, but for those that need an editor. */
const surfaces: Readonly<Record<string, (text: string, readsYaml: boolean) => string | Promise<string>>> = {
  'what the index knows': (text, readsYaml) =>
    JSON.stringify(scanNote('notes/2026-11-24.md', text, contextOf(readsYaml)), (key, value: unknown) =>
      ['headings', 'otherTags'].includes(key) ? undefined : withoutPrivateOwner(value),
    ),
  'the cache on disk': async (text) => {
    const files = new MemoryFiles({ 'notes/2026-11-24.md': text });
    const loadYaml = () => Promise.resolve(readFrontMatterYaml);
    const known = new JournalNotes(
      { files, clock: { now: () => 1e9 }, loadYaml },
      { places: notePlaces(''), scan: { tags: scanContext.tags } },
    );
    await known.compare([''], () => false);
    const writer = new CacheWriter('key');
    for (const note of known.stored.values()) writer.add(note);
    assert.equal(known.stored.size, 1);
    return writer.text();
  },
  excerpts: (text, readsYaml) => {
    const { privateLines, tags, headings } = scanNote('a.md', text, contextOf(readsYaml));
    const lines = new NoteLines(text, privateLines);
    const all = { first: 0, last: Infinity };
    const blocks = [
      all,
      ...tags.map(({ block }) => block),
      ...headings.map(({ line }) => ({ first: line, last: line })),
    ];
    return blocks.map((block) => lines.plainText(block)).join('\n');
  },
  'another note’s open actions': (text, readsYaml) => {
    const items = openItems('notes/a.md', text, {
      ...{ scan: contextOf(readsYaml), to: 'notes/b.md', level: 2, goes: () => true },
    });
    return carriedList(items) + namedList(items, () => '');
  },
  'the Markdown preview': (text, readsYaml) => {
    const note = {};
    const md = showTags(new MarkdownIt({ html: true, linkify: true }), {
      ...{ tags: scanContext.tags, scan: (source) => scanNote('', source, contextOf(readsYaml)) },
      ...{
        styleOf: () => '',
        titleOf: () => '',
        privateWord: 'Private',
        isNote: (document) => document === note,
      },
    });
    return md.render(text, { currentDocument: note });
  },
};

function contextOf(readsYaml: boolean) {
  return readsYaml ? scanContext : { tags: scanContext.tags };
}

/** The index drops it when it keeps a task. */
function withoutPrivateOwner(value: unknown): unknown {
  const isPrivate = typeof value === 'object' && value !== null && 'owner' in value && 'isPrivate' in value;
  return isPrivate && value.isPrivate ? { ...value, owner: undefined } : value;
}

describe('Nothing private is in', () => {
  for (const [surface, show] of Object.entries(surfaces))
    for (const [what, text] of Object.entries(privateNotes))
      it(`${surface}: ${what}`, async () => {
        for (const readsYaml of [true, false]) {
          const shown = await show(text, readsYaml);
          assert.ok(!/canary/i.test(shown), shown);
        }
      });

  it('a surface that shows nothing at all', async () => {
    for (const [surface, show] of Object.entries(surfaces)) {
      const shown = await show(`---\ntitle: canary\n---\n\n${canaryTask}\n`, true);
      assert.ok(/canary/i.test(shown), `${surface}: ${shown}`);
    }
  });
});
