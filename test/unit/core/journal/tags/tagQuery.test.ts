import assert from 'node:assert/strict';
import builtin from '../../../../../src/core/framework/builtin.framework.yaml';
import { tagQueryAt } from '../../../../../src/core/journal/tags/tagQuery';
import { knownTags } from '../../../../../src/core/journal/tags/tags';

const tags = knownTags(builtin);

/** `|` is the cursor; the answer shows what would be replaced between brackets, and what was typed. */
function query(marked: string): string | undefined {
  const line = marked.replace('|', '');
  const found = tagQueryAt(line, marked.indexOf('|'), tags);
  if (!found) return undefined;
  const { start, end, text } = found;
  return `${line.slice(0, start)}[${line.slice(start, end)}]${line.slice(end)} ${text}`;
}

describe('A tag that is being written', () => {
  const cases: [marked: string, expected: string | undefined][] = [
    ['So #|', 'So [#] '],
    ['So #ri|', 'So [#ri] ri'],
    ['So #ri| then', 'So [#ri] then ri'],
    ['So #ri|sk-tak then', 'So [#risk-tak] then ri'],
    ['So #risk-taking/|', 'So [#risk-taking/] risk-taking/'],
    ['So (#risk-taking/le|)', 'So ([#risk-taking/le]) risk-taking/le'],
    ['- #|', '- [#] '],
    ['> #ri|', '> [#ri] ri'],
    ['#ri|', '[#ri] ri'],
    ['## Plan #ri|', '## Plan [#ri] ri'],
    ['So #people |', 'So [#people ] people '],
    ['So #people l|', 'So [#people l] people l'],
    ['So #people l|ong', 'So [#people long] people l'],
    ['So #people |long', 'So [#people long] people '],
    ['So #people l m|', undefined],
    ['So # |', undefined],
    ['So #risk-taking |', undefined],
    ['So #risk-taking/leadership we|', undefined],
    ['#|', undefined],
    ['##|', undefined],
    ['  ###|', undefined],
    ['## |', undefined],
    ['So ##|', undefined],
    ['C#|', undefined],
    ['page/#ri|', undefined],
    ['So \\#ri|', undefined],
    ['&#ri|', undefined],
    ['So |#ri', undefined],
    ['So #ri, |', undefined],
    ['So |', undefined],
  ];
  for (const [marked, expected] of cases)
    it(`${expected === undefined ? 'is not there' : 'is there'}: ${marked}`, () => {
      assert.equal(query(marked), expected);
    });
});
