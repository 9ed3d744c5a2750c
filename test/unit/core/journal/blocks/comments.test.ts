import assert from 'node:assert/strict';
import { withoutComments } from '../../../../../src/core/journal/blocks/comments';

describe('What is shown of a note', () => {
  for (const [what, note] of [
    ['one that lies in the comment', 'a %%b\r#x\nc%% d'],
    ['one that begins before it', 'a\r%%b\nc%% d'],
    ['one that ends behind it', 'a %%b\r%%\nd'],
  ] as const)
    it(`is without comments and has all of its lines: two line breaks do not become ${what}`, () => {
      const shown = withoutComments(note);
      assert.doesNotMatch(shown, /%%|[bcx]/);
      assert.equal(shown.split(/\r\n|\n|\r/).length, note.split(/\r\n|\n|\r/).length);
    });

  it('is without thousands of comments in a moment', () => {
    const note = `# A week\n\n${'what was said %% by whom %%\n\n'.repeat(20_000)}`;
    const started = process.cpuUsage();
    assert.equal(withoutComments(note).trimEnd().split('\n').at(-1), 'what was said');
    const { user, system } = process.cpuUsage(started);
    assert.ok(user + system < 1_000_000, `${user + system} µs`);
  });
});
