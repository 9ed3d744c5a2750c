import assert from 'node:assert/strict';
import fc from 'fast-check';
import builtin from '../../../../../src/core/framework/builtin.framework.yaml';
import {
  changedFile,
  editsTo,
  newRecord,
  parseRecord,
  stateOf,
  withoutTexts,
} from '../../../../../src/core/journal/tags/changeRecord';
import { changeIn, namedTag, type TagChange } from '../../../../../src/core/journal/tags/tagChange';
import { knownTags, tagText, type KnownTag } from '../../../../../src/core/journal/tags/tags';
import { applyEdits, inverseEdits } from '../../../../../src/core/util/textEdit';
import { scanned } from '../../../../support/notes';

const known = knownTags(builtin);
const tag = (run: string): KnownTag => namedTag(run, known)!;

/** `from → to`; `from/*` is a dimension with all its hats. */
function changeOf(said: string): TagChange {
  const [from = '', to = ''] = said.split(' → ');
  return { from: tag(from.replace('/*', '')), withHats: from.endsWith('/*'), to: tag(to) };
}

function changeOfText(said: string, text: string) {
  return changeIn(text, scanned, changeOf(said), known);
}

function changed(said: string, text: string): string {
  return applyEdits(text, changeOfText(said, text).edits);
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

  describe('that makes two tags of the front matter equal', () => {
    const front = (lines: string) => `---\ntitle: Ana\n${lines}date: 2026-11-24\n---\n\nSo #risk-taking.\n`;
    const forms: [form: string, before: string, after: string][] = [
      ['in brackets', 'tags: [risk-taking, time-horizon]\n', 'tags: [time-horizon]\n'],
      ['in brackets, the other way round', 'tags: [time-horizon, risk-taking]\n', 'tags: [time-horizon]\n'],
      [
        'in brackets, others between them and behind',
        'tags: [a, risk-taking, b, "#Time-Horizon", c] # mine\n',
        'tags: [a, time-horizon, b, c] # mine\n',
      ],
      [
        'in brackets, three of them',
        "tags: [risk-taking, 'time-horizon', time-horizon]\n",
        'tags: [time-horizon]\n',
      ],
      [
        'in brackets over lines, with comments',
        'tags: [\n  risk-taking, # one\n  time-horizon, # two\n  c\n]\n',
        'tags: [\n  time-horizon, # one\n  # two\n  c\n]\n',
      ],
      [
        'in brackets over lines, at the end',
        'tags: [\n  risk-taking, # one\n  time-horizon\n]\n',
        'tags: [\n  time-horizon, # one\n]\n',
      ],
      ['by lines', 'tags:\n  - risk-taking\n  - b\n  - time-horizon\n', 'tags:\n  - time-horizon\n  - b\n'],
      [
        'by lines, with comments and quotes',
        'tags:\n- time-horizon # one\n# between\n- "#risk-taking" # two\n- c\n',
        'tags:\n- time-horizon # one\n# between\n# two\n- c\n',
      ],
      [
        'by lines that end at CR LF',
        'tags:\r\n- risk-taking\r\n- time-horizon\r\n',
        'tags:\r\n- time-horizon\r\n',
      ],
      ['in a string', 'tags: risk-taking, b time-horizon c\n', 'tags: time-horizon, b c\n'],
      ['in a string at its end', 'tags: time-horizon, risk-taking # mine\n', 'tags: time-horizon # mine\n'],
      ['in a string with quotes', 'tags: "#risk-taking, #time-horizon/"\n', 'tags: "#time-horizon"\n'],
      [
        'in a string over lines',
        'tags: >\n  risk-taking\n  time-horizon b\n',
        'tags: >\n  time-horizon\n  b\n',
      ],
      ['under two keys', 'tags: [risk-taking]\ntag: time-horizon\n', 'tags: [time-horizon]\ntag:\n'],
    ];
    for (const [form, before, after] of forms)
      it(`leaves the first: ${form}`, () => {
        const text = front(before);
        const expected = front(after).replace('#risk-taking', '#time-horizon');
        assert.equal(changed('risk-taking → time-horizon', text), expected);
        assert.equal(
          changeOfText('risk-taking → time-horizon', text).places,
          text.split('risk-taking').length - 1,
        );
      });

    const kept: [why: string, before: string, after: string][] = [
      [
        'sub-tags differ',
        'tags: [risk-taking/own, time-horizon]\n',
        'tags: [time-horizon/own, time-horizon]\n',
      ],
      ['it makes none of them', 'tags: [b, b, risk-taking, c, c]\n', 'tags: [b, b, time-horizon, c, c]\n'],
      [
        'one is another tag’s name',
        'tags: &all [risk-taking, time-horizon]\nmore: *all\n',
        'tags: &all [time-horizon]\nmore: *all\n',
      ],
    ];
    for (const [why, before, after] of kept)
      it(`leaves what is as it was: ${why}`, () => {
        const expected = front(after).replace('#risk-taking', '#time-horizon');
        assert.equal(changed('risk-taking → time-horizon', front(before)), expected);
      });

    it('leaves none of them twice, loses no other tag, and is taken back', () => {
      const run = fc.constantFrom(
        'risk-taking',
        'time-horizon',
        'Time-Horizon',
        'risk-taking/own',
        'time-horizon/own',
        'b',
      );
      const quoted = fc.tuple(run, fc.constantFrom('', '"', "'")).map(([tag, quote]) => quote + tag + quote);
      const comment = fc.constantFrom('', ' # why');
      const lines = fc
        .array(fc.tuple(quoted, comment), { maxLength: 6 })
        .map((items) => `tags:\n${items.map(([tag, why]) => `  - ${tag}${why}\n`).join('')}`);
      const brackets = fc
        .array(fc.tuple(quoted, fc.constantFrom(', ', ',', ',\n  ', ', # why\n  ')), { maxLength: 6 })
        .map((items) => `tags: [${items.map(([tag, comma]) => tag + comma).join('')}b]\n`);
      const string = fc
        .array(fc.tuple(run, fc.constantFrom(' ', ', ', ',')), { maxLength: 6 })
        .chain((items) =>
          fc.constantFrom('', '"', "'").map((quote) => `tags: ${quote}${items.flat().join('')}b${quote}\n`),
        );
      fc.assert(
        fc.property(fc.oneof(lines, brackets, string), (tags) => {
          const text = `---\ntitle: Ana\n${tags}kind: note\n---\n`;
          const { edits } = changeOfText('risk-taking → time-horizon', text);
          const after = applyEdits(text, edits);
          const runs = (of: string) => {
            const { tags: all, otherTags } = scanned(of);
            return [
              ...all.map(({ start, end }) => of.slice(start, end)),
              ...otherTags.map((other) => other.text),
            ]
              .map((each) => each.toLowerCase().replace('risk-taking', 'time-horizon'))
              .sort();
          };
          const changes = (name: string) => new RegExp(`risk-taking${name}(?![/-])`).test(text);
          const expected = runs(text).filter(
            (each, index, all) =>
              index === all.indexOf(each) ||
              !(each === 'time-horizon' ? changes('') : each === 'time-horizon/own' && changes('/own')),
          );
          assert.deepEqual(runs(after), expected);
          assert.equal(after.split('# why').length, text.split('# why').length);
          assert.deepEqual([scanned(after).title, scanned(after).kind], ['Ana', 'note']);
          assert.equal(applyEdits(after, inverseEdits(text, edits)), text);
        }),
      );
    });
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
        const { edits } = changeOfText(`risk-taking/* → ${target}`, text);
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
  const change = changeOfText('risk-taking → time-horizon', text);
  const file = changedFile('notes/a.md', text, change, false);
  const after = applyEdits(text, change.edits);
  const brought = (goal: 'before' | 'after', from: string, of = file) => {
    const edits = editsTo(goal, of, from);
    return typeof edits === 'string' ? edits : applyEdits(from, edits);
  };

  it('tells a file before, after, and changed since', () => {
    assert.equal(stateOf(file, text), 'before');
    assert.equal(stateOf(file, after), 'after');
    assert.equal(stateOf(file, `${after} `), 'other');
    assert.equal(stateOf(file, undefined), 'other');
    assert.equal(stateOf(file, ''), 'other');
  });

  it('brings a file to either state, whatever it is in, but not one that was changed since', () => {
    for (const from of [text, after]) {
      assert.equal(brought('after', from), after);
      assert.equal(brought('before', from), text);
    }
    assert.equal(brought('after', `${after} `), 'changed');
    assert.equal(brought('before', ''), 'changed');
  });

  it('rebuilds a note that was cut short while an editor saved it, in the middle of a character too', () => {
    const whole = '# 🎩 ü\n\nSo #risk-taking, and more.\n';
    const own = changedFile('notes/a.md', whole, changeOfText('risk-taking → time-horizon', whole), true);
    const changedText = changed('risk-taking → time-horizon', whole);
    const bytes = Buffer.from(changedText);
    for (let length = 0; length <= bytes.length; length++) {
      const cut = bytes.subarray(0, length).toString();
      assert.equal(brought('after', cut, own), changedText);
      assert.equal(brought('before', cut, own), whole);
    }
    assert.equal(brought('before', '# Mine\n', own), 'changed');
  });

  it('holds nothing of a note but its tags, save while an editor saves it', () => {
    const written = 'The board was not amused. #risk-taking';
    const files = [true, false].map((mayBeCut) =>
      changedFile('notes/a.md', written, changeOfText('risk-taking → time-horizon', written), mayBeCut),
    );
    assert.match(JSON.stringify(files[0]), /amused/);
    const begun = {
      ...newRecord(changeOf('risk-taking → time-horizon'), '2026-11-24T09:30:12+01:00'),
      files,
    };
    for (const json of [JSON.stringify(files[1]), JSON.stringify(withoutTexts(begun))]) {
      assert.doesNotMatch(json, /board|amused/);
      assert.match(json, /risk-taking/);
    }
  });

  const record = {
    ...newRecord(changeOf('risk-taking/* → time-horizon/leadership'), '2026-11-24T09:30:12+01:00'),
    files: [file],
  };

  it('reads back as it was written', () => {
    assert.deepEqual(parseRecord(JSON.stringify(record)), record);
  });

  it('is none when it was cut short, or is something else', () => {
    const json = JSON.stringify(record);
    for (let length = 0; length < json.length; length += 7)
      assert.equal(parseRecord(json.slice(0, length)), undefined);
    for (const other of ['null', '[]', '{}', '"a"', json.replace('change/2', 'change/1')])
      assert.equal(parseRecord(other), undefined);
  });
});
