// What the Notes and the Actions view do after a change, but for handing rows to VS Code and reading the texts of those in
// sight: see `src/features/notesView` and `src/features/actionsView`.
import builtin from '../../src/core/framework/builtin.framework.yaml';
import { openActions } from '../../src/core/journal/tasks/actions';
import { noConfig } from '../../src/core/journal/config/configModel';
import { newestFirst } from '../../src/core/journal/blocks/entries';
import { peopleOf } from '../../src/core/journal/people/knownPeople';
import type { IndexedNote } from '../../src/core/journal/note';
import { rowsBy } from '../../src/core/journal/tree/groupings';
import templates from '../../src/core/templates/builtin.templates.yaml';
import { templateTasks } from '../../src/core/templates/templateTasks';

/** Both trees, with the rows below the first dimension. */
export function makeTrees(notes: ReadonlyMap<string, IndexedNote>): void {
  const people = peopleOf(notes.values(), noConfig);
  const personOf = (note: IndexedNote) => people.of(note)?.name;
  const [first] = rowsBy.dimension({ notes: newestFirst(notes.values()), framework: builtin, personOf });
  const isUnwritten = templateTasks(templates.templates, builtin);
  const groups = openActions(notes.values(), people, '2026-11-27', isUnwritten);
  if (!first?.children[0]?.children.length || groups.length === 0) throw new Error('The trees are empty.');
}
