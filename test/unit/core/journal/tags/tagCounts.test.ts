import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TagCounts } from '../../../../../src/core/journal/tags/tagCounts';
import type { IndexedNote } from '../../../../../src/core/journal/note';
import { indexed } from '../../../../support/notes';

const written = 'We chose the vendor together.';
const deciding = { dimension: 'decision-making', hat: 'leadership' };

function counts(texts: Readonly<Record<string, string>>): TagCounts {
  const counted = new TagCounts();
  counted.update(indexed(texts));
  return counted;
}

describe('The counts of a tag', () => {
  it('are blocks with something written, notes, and the newest note’s date', () => {
    const counted = counts({
      'notes/2026-11-20.md': `- #decision-making/leadership ${written}\n- #decision-making/leadership\n`,
      'notes/2026-11-24.md': `#decision-making/leadership ${written}\n\n#decision-making/leadership ${written}\n`,
      'notes/2026-11-22.md': `#decision-making/management ${written}\n`,
    });
    assert.deepEqual(counted.of(deciding), { evidence: 3, notes: 2, last: '2026-11-24' });
  });

  it('count a block once, however often the tag stands in it', () => {
    const counted = counts({ 'a.md': `#risk-taking ${written} #risk-taking #risk-taking/leadership\n` });
    assert.deepEqual(counted.of({ dimension: 'risk-taking', hat: undefined }), {
      evidence: 1,
      notes: 1,
      last: undefined,
    });
  });

  it('are those of all its hats for a dimension, and of one hat for a side', () => {
    const counted = counts({
      'a.md': `#risk-taking/leadership ${written}\n\n#risk-taking/management ${written}\n`,
      'b.md': `#risk-taking ${written}\n`,
    });
    assert.deepEqual(counted.of({ dimension: 'risk-taking', hat: undefined }).evidence, 3);
    assert.deepEqual(counted.of({ dimension: 'risk-taking', hat: 'management' }).evidence, 1);
    assert.deepEqual(counted.of({ dimension: 'risk-taking', hat: undefined }).notes, 2);
  });

  it('are nothing for a tag that stands nowhere', () => {
    assert.deepEqual(new TagCounts().of(deciding), { evidence: 0, notes: 0, last: undefined });
  });

  it('are, after any changes, those of an index that was read anew', () => {
    const text = fc.constantFrom(
      '',
      `#risk-taking ${written}`,
      `#risk-taking/leadership`,
      `#risk-taking/leadership ${written}\n\n#decision-making/leadership ${written}`,
    );
    const path = fc.constantFrom('2026-11-20.md', '2026-11-21.md', 'c.md');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(path, fc.option(text, { nil: undefined })), { maxLength: 12 }),
        (steps) => {
          const notes = new Map<string, IndexedNote>();
          const counted = new TagCounts();
          for (const [at, now] of steps) {
            const [note] = now === undefined ? [] : indexed({ [at]: now }).values();
            if (note) notes.set(at, note);
            else notes.delete(at);
            counted.update(notes);
          }
          const anew = new TagCounts();
          anew.update(notes);
          for (const tag of [
            deciding,
            { dimension: 'risk-taking', hat: undefined },
            { dimension: 'risk-taking', hat: 'leadership' },
          ])
            assert.deepEqual(counted.of(tag), anew.of(tag));
        },
      ),
    );
  });
});
