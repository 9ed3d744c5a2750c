import assert from 'node:assert/strict';
import fc from 'fast-check';
import builtin from '../../../src/core/framework/builtin.framework.yaml';
import { changedFile, parseRecord, stateOf } from '../../../src/core/journal/changeRecord';
import { changeEdits, namedTag, type TagChange } from '../../../src/core/journal/tagChange';
import { knownTags, tagText, type KnownTag } from '../../../src/core/journal/tags';
import { applyEdits, inverseEdits } from '../../../src/core/journal/textEdit';
import { scanned } from '../../support/notes';

const known = knownTags(builtin);
const tag = (run: string): KnownTag => namedTag(run, known)!;

/** `from → to`; `from/*` is a dimension with all its hats. */
function changeOf(said: string): TagChange {
  const [from = '', to = ''] = said.split(' → ');
  return { from: tag(from.replace('/*', '')), withHats: from.endsWith('/*'), to: tag(to) };
}

function changed(said: string, text: string): string {
  return applyEdits(text, changeEdits(text, scanned(text).tags, changeOf(said), known));
}

describe('A change of a tag', () => {
  const cases: [why: string, said: string, before: string, after: string][] = [
    [
      'changes a side, wherever it stands',
      'risk-taking/leadership → time-horizon/management',
      '# Plan #risk-taking/leadership\r\n\r\n- [ ] (#Risk-Taking/LEADERSHIP) and\r\n',
      '# Plan #time-horizon/management\r\n\r\n- [ ] (#time-horizon/management) and\r\n',
    ],
    [
      'leaves the other hat and the dimension alone',
      'risk-taking/leadership → time-horizon/leadership',
      '#risk-taking/management #risk-taking #risk-taking/own',
      '#risk-taking/management #risk-taking #risk-taking/own',
    ],
    [
      'keeps the sub-tag of one’s own',
      'risk-taking/leadership → decision-making',
      '#risk-taking/leadership/vendors/2026.',
      '#decision-making/vendors/2026.',
    ],
    [
      'keeps it on a tag without a hat',
      'risk-taking → decision-making/leadership',
      '#risk-taking/vendors #risk-taking/',
      '#decision-making/leadership/vendors #decision-making/leadership/',
    ],
    [
      'keeps each hat of a dimension that is changed as a whole',
      'risk-taking/* → decision-making',
      '#risk-taking #risk-taking/leadership/x #risk-taking/management',
      '#decision-making #decision-making/leadership/x #decision-making/management',
    ],
    [
      'gives all of a dimension the one hat that is asked for',
      'risk-taking/* → decision-making/leadership',
      '#risk-taking #risk-taking/management/x',
      '#decision-making/leadership #decision-making/leadership/x',
    ],
    [
      'leaves code, links and other words as they are',
      'risk-taking → decision-making',
      '`#risk-taking` [a](#risk-taking) #risk-takings #risk-taking',
      '`#risk-taking` [a](#risk-taking) #risk-takings #decision-making',
    ],
    [
      'changes front matter, without giving it a #',
      'risk-taking/leadership → decision-making',
      '---\ntags: [risk-taking/leadership, "#risk-taking/leadership/x", other]\n---\n',
      '---\ntags: [decision-making, "#decision-making/x", other]\n---\n',
    ],
    [
      'changes front matter with escapes, and nothing beside',
      'risk-taking → focus-and-goals',
      '---\ntags: "other, risk\\u002Dtaking/own, \\x72isk-taking"\n---\n',
      '---\ntags: "other, focus-and-goals/own, focus-and-goals"\n---\n',
    ],
    [
      'leaves a tag alone whose sub-tag would become a hat',
      'risk-taking/leadership → decision-making',
      '#risk-taking/leadership/management #risk-taking/leadership',
      '#risk-taking/leadership/management #decision-making',
    ],
  ];
  for (const [why, said, before, after] of cases)
    it(why, () => {
      assert.equal(changed(said, before), after);
    });

  it('says where each edit stands in its line', () => {
    const text = 'One.\n\nSo #risk-taking.\n';
    const edits = changeEdits(text, scanned(text).tags, changeOf('risk-taking → time-horizon'), known);
    assert.deepEqual(edits, [{ start: 10, end: 21, text: 'time-horizon', line: 2, character: 4 }]);
  });

  it('is taken back by its inverse, whatever stands between the tags', () => {
    const piece = fc.oneof(
      fc.constantFrom('#risk-taking/leadership', '#risk-taking', '#Risk-Taking/own', ' ', '\r\n\r\n', '- '),
      fc.string({ maxLength: 5 }),
    );
    const to = fc.constantFrom('time-horizon', 'focus-and-goals/management');
    fc.assert(
      fc.property(fc.array(piece), to, (pieces, target) => {
        const text = pieces.join(' ');
        const edits = changeEdits(text, scanned(text).tags, changeOf(`risk-taking/* → ${target}`), known);
        const after = applyEdits(text, edits);
        assert.equal(applyEdits(after, inverseEdits(text, edits)), text);
        const before = scanned(text).tags.filter(({ dimension }) => dimension === 'risk-taking');
        assert.equal(edits.length, before.length);
        assert.ok(scanned(after).tags.every(({ dimension }) => dimension !== 'risk-taking'));
      }),
    );
  });
});

describe('The name of a tag', () => {
  const cases: [name: string, tag: string | undefined][] = [
    ['risk-taking', '#risk-taking'],
    [' #Risk-Taking/Leadership ', '#risk-taking/leadership'],
    ['risk-taking/own', undefined],
    ['risk-taking/leadership/own', undefined],
    ['risk', undefined],
    ['leadership', undefined],
    ['', undefined],
  ];
  for (const [name, expected] of cases)
    it(`${expected ?? 'none'}: “${name}”`, () => {
      const found = namedTag(name, known);
      assert.equal(found && tagText(found), expected);
    });
});

describe('The record of a change', () => {
  const text = 'So #risk-taking, and #risk-taking.\n';
  const edits = changeEdits(text, scanned(text).tags, changeOf('risk-taking → time-horizon'), known);
  const file = changedFile('notes/a.md', text, edits);
  const after = applyEdits(text, edits);

  it('tells a file before, after, and changed since', () => {
    assert.equal(stateOf(file, text), 'before');
    assert.equal(stateOf(file, after), 'after');
    assert.equal(stateOf(file, `${after} `), 'other');
    assert.equal(stateOf(file, undefined), 'other');
    assert.equal(stateOf(file, ''), 'other');
  });

  it('takes the change back', () => {
    assert.equal(applyEdits(after, file.undo), text);
  });

  it('holds nothing of a note but its tags', () => {
    const written = 'The board was not amused. #risk-taking';
    const change = changeEdits(written, scanned(written).tags, changeOf('risk-taking → time-horizon'), known);
    const json = JSON.stringify(changedFile('notes/a.md', written, change));
    assert.deepEqual(
      json.match(/[a-z-]{4,}/g)?.filter((word) => /board|amused/.test(word)),
      [],
    );
    assert.ok(json.includes('risk-taking'));
  });

  const record = {
    format: 'two-hats-tag-change/1' as const,
    ...{ from: '#risk-taking', to: '#time-horizon', at: '2026-11-24T09:30:12+01:00', files: [file] },
  };

  it('reads back as it was written', () => {
    assert.deepEqual(parseRecord(JSON.stringify(record)), record);
  });

  it('is none when it was cut short, or is something else', () => {
    const json = JSON.stringify(record);
    for (let length = 0; length < json.length; length += 7)
      assert.equal(parseRecord(json.slice(0, length)), undefined);
    for (const other of ['null', '[]', '{}', '"a"', json.replace('change/1', 'change/2')])
      assert.equal(parseRecord(other), undefined);
  });
});
