import assert from 'node:assert/strict';
import { othersHidden } from '../../../../../src/core/journal/people/othersHidden';
import { peopleOf } from '../../../../../src/core/journal/people/knownPeople';
import { indexed } from '../../../../support/notes';

function hiddenFor(name: string, names: readonly string[], aliases: readonly string[] = []) {
  const texts = Object.fromEntries(
    names.map((person, index) => [`people/p${index}-x/2026-06-01.md`, `---\nperson: ${person}\n---\n`]),
  );
  const people = peopleOf(indexed(texts).values(), {
    people: [{ name, aliases: [...aliases], role: undefined, cadence: undefined }],
  });
  return othersHidden(people, people.find(name)!);
}

describe('Everybody but one', () => {
  it('is initials, while the names of the one stay, shared words included', () => {
    const { text, title } = hiddenFor('Ana Example', ['Ana Example', 'Ben Example', 'Chloé Example']);
    assert.equal(
      text('  - Ana Example and Ben Example asked Chloé, @ben too; ana example agreed'),
      '  - Ana Example and B. E. asked C., @B. too; ana example agreed',
    );
    assert.equal(title('ben-example-and-ana-example'), 'B. E.-and-ana-example');
  });

  it('is initials in every script', () => {
    const { text } = hiddenFor('林美玲', ['林美玲', 'Ольга Примерова', 'Zoë']);
    assert.equal(text('林美玲 和 Ольга Примерова, Zoë'), '林美玲 和 О. П., Z.');
  });

  it('has nothing of another’s name in it, where an own one is part of that', () => {
    const { text } = hiddenFor('Ana Example', ['Ana Example', 'Anna Ana Muster'], ['Ana']);
    assert.doesNotMatch(text('Anna Ana Muster came, and Muster went'), /Muster|Anna/);
  });

  it('has paths only where they name nobody else', () => {
    const { path } = hiddenFor('Ana Example', ['Ana Example', 'Ben Example']);
    assert.equal(path('people/p0-x/2026-06-01.md'), 'people/p0-x/2026-06-01.md');
    assert.equal(path('notes/2026-06-01.md'), 'notes/2026-06-01.md');
    assert.equal(path('people/p1-x/2026-06-01.md'), undefined);
    assert.equal(path('notes/2026-06-01-ben.md'), undefined);
    assert.equal(path('people/p0-x/2026-06-01-with-ben.md'), undefined);
  });

  it('is nobody where the journal knows nobody else', () => {
    assert.equal(hiddenFor('Ana', ['Ana']).text('Ana met Bo'), 'Ana met Bo');
  });
});
