import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Part } from '../../../../src/core/templates/model';
import { readBody } from '../../../../src/core/templates/body';
import { toSnippet } from '../../../../src/core/templates/snippet';
import { toText } from '../../../../src/core/templates/text';
import { sampleTags } from './sample';
import { asText, readSnippet } from './snippetGrammar';

const snippet = (text: string, tags = sampleTags) =>
  toSnippet({ body: readBody(text, sampleTags).parts }, tags);

describe('A template as a snippet', () => {
  it('numbers its stops in writing order and ends at $0', () => {
    assert.equal(
      snippet('# {{title Sprint …}}, {{date}}\n\n- {{stop}}\n- [ ] {{stop what}} @{{stop owner}}\n'),
      '# ${1:Sprint …}, $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE\n\n- $2\n- [ ] ${3:what} @${4:owner}$0',
    );
  });

  it('links the person and the title wherever they recur', () => {
    assert.equal(
      snippet('{{person name}} {{stop}} {{person other}} {{title T}} {{person}} {{title}}'),
      '${1:name} $2 $1 ${3:T} $1 $3$0',
    );
  });

  it('keeps a known tag as it is, and offers each side and the dimension alone where either may be', () => {
    assert.equal(snippet('A {{tag day/fox}}\nB {{tag night}}'), 'A #day/fox\nB #night$0');
    assert.equal(snippet('C {{tag day/fox|owl}}'), 'C ${1|#day/fox,#day/owl,#day|}$0');
  });

  it('leaves unknown tags out, and what of a choice is unknown', () => {
    assert.equal(snippet('A {{tag day/fox}} {{stop}}', new Set()), 'A $1$0');
    assert.equal(snippet('C {{tag day/fox|owl}}', new Set(['day', 'day/owl'])), 'C #day/owl$0');
  });

  it('keeps a stop and the date apart from what follows', () => {
    assert.equal(
      snippet('{{stop}}0 {{person n}} {{person}}1 {{date}}_x'),
      '${1}0 ${2:n} ${2}1 $CURRENT_YEAR-$CURRENT_MONTH-${CURRENT_DATE}_x$0',
    );
  });

  it('escapes what means something in a snippet', () => {
    assert.equal(snippet('a $1 } \\ {{stop b}$\\}}'), 'a \\$1 \\} \\\\ ${1:b\\}\\$\\\\}$0');
    assert.equal(snippet('{{choice a, b\\|c}$d}}'), '${1|a\\, b\\\\,c}$d|}$0');
  });

  const word = fc.string({
    unit: fc.constantFrom('a', '_', '$', '}', '{', '\\', ',', '|', '1', ':', ' ', '😀'),
  });
  const part: fc.Arbitrary<Part> = fc.oneof(
    word,
    fc.constant('\n'),
    fc.constant<Part>({ kind: 'date' }),
    word.map((text): Part => ({ kind: 'stop', text })),
    fc.constant<Part>({ kind: 'person', text: 'n$me' }),
    fc.constant<Part>({ kind: 'title', text: 'T' }),
    fc.array(word, { minLength: 2, maxLength: 4 }).map((options): Part => ({ kind: 'choice', options })),
    fc.constantFrom<Part>(
      { kind: 'tag', dimension: 'day', hats: [] },
      { kind: 'tag', dimension: 'day', hats: ['fox'] },
      { kind: 'tag', dimension: 'night', hats: ['fox', 'owl'] },
      { kind: 'tag', dimension: 'dawn', hats: [] },
    ),
  );

  it('is read back by the grammar as the text it stands for, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(part), (body) => {
        const read = readSnippet(toSnippet({ body }, sampleTags), asText);
        assert.equal(`${read.text}\n`, toText({ body }, { date: 'Y-M-D', tags: sampleTags }).text);
        const firsts = [...new Set(read.stops)];
        assert.deepEqual(firsts, [...firsts.slice(0, -1).map((_, index) => index + 1), 0]);
        const options = body.flatMap((p) =>
          typeof p !== 'string' && p.kind === 'choice' ? [p.options] : [],
        );
        assert.deepEqual(
          read.choices.filter(([option = '']) => !option.startsWith('#')),
          options,
        );
      }),
    );
  });
});
