import assert from 'node:assert/strict';
import { linkPath, markdownLink, markdownText } from '../../../../../src/core/journal/markdown/linkPaths';
import { placeLinksIn } from '../../../../../src/core/journal/markdown/placeLinks';

describe('Links to lines of notes', () => {
  const link = (label: string, path: string) => markdownLink(label, `${linkPath('', path)}#L3`);

  it('lead to each that we made, whatever its label is', () => {
    for (const label of ['line 3', 'a](b', '\\', '\\\\', ']', '[x](y#L1)'])
      assert.deepEqual(
        placeLinksIn(`- ${link(label, 'people/ana (2)/ü.md')}`).map(({ path, line }) => [path, line]),
        [['people/ana (2)/ü.md', '3']],
        label,
      );
    const text = `- ${link('line 3', 'a.md')} · ${link('line 3', 'b.md')}`;
    assert.deepEqual(
      placeLinksIn(text).map(({ start, end }) => text.slice(start, end)),
      ['a.md#L3', 'b.md#L3'],
    );
  });

  it('are none of those that somebody wrote in a note', () => {
    for (const words of ['[x](notes/a.md#L1)', '\\[x](a#L1)', '[x\\](a#L1)', '](a#L1)', '[[x]](a#L1)'])
      assert.deepEqual(placeLinksIn(markdownText(words)), [], words);
  });

  it('lead out of no journal', () => {
    assert.deepEqual(placeLinksIn('[x](../../secret#L1) [y](a/%2e%2e/%2e%2e/b#L1) [z](%ff#L1)'), []);
  });
});
