import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanNote } from '../../../../src/core/journal/scan/scanNote';
import { takeIn } from '../../../../src/core/templates/takeIn';
import type { OpeningSection } from '../../../../src/core/templates/carryOver';
import { applyEdits } from '../../../../src/core/util/textEdit';
import { scanContext } from '../../../support/notes';

const headings = new Set(['Still open', 'Topics', 'Worth asking']);
const open: OpeningSection = { heading: 'Still open', text: '- [ ] Ask' };
const topics: OpeningSection = { heading: 'Topics', text: '- the rota\n\n  more' };

function taken(note: string, sections: readonly OpeningSection[], mark?: string): string {
  const edits = takeIn(note, sections, { headings, mark });
  assert.ok(edits, 'no place for the mark');
  return applyEdits(note, edits);
}

describe('A note that is there already', () => {
  it('takes in above the first section of the person’s own', () => {
    assert.equal(
      taken('---\nperson: Ana\n---\n\n# 1:1\n\n*Last met*\n\n## Talk\n\n- mine\n', [open, topics], '2-abc'),
      '---\nperson: Ana\ntopics: "2-abc"\n---\n\n# 1:1\n\n*Last met*\n\n## Still open\n\n- [ ] Ask\n\n## Topics\n\n- the rota\n\n  more\n\n## Talk\n\n- mine\n',
    );
  });

  it('takes in at the end of a section that it has, and leaves the words of the person under theirs', () => {
    assert.equal(
      taken('# 1:1\nwords\n## Topics\n\n- old\n  ### own\n\n### Below\n- deep\n\n## Talk\n', [open, topics]),
      '# 1:1\nwords\n## Topics\n\n- old\n  ### own\n\n- the rota\n\n  more\n\n### Below\n- deep\n\n## Still open\n\n- [ ] Ask\n\n## Talk\n',
    );
    assert.equal(
      taken('# 1:1\n\n## Still open\n\n- [ ] One', [open]),
      '# 1:1\n\n## Still open\n\n- [ ] One\n- [ ] Ask\n',
    );
  });

  it('takes in at its end where it has no section, whatever that leaves open', () => {
    assert.equal(taken('Mine\n', [open]), 'Mine\n\n## Still open\n\n- [ ] Ask\n');
    assert.equal(taken('', [open]), '## Still open\n\n- [ ] Ask\n');
    assert.equal(
      taken('# 1:1\n\n```\ncode', [open]),
      '# 1:1\n\n```\ncode\n```\n\n## Still open\n\n- [ ] Ask\n',
    );
  });

  it('never takes in where it is private', () => {
    for (const note of [
      '# 1:1\n\n## Private\n\nmine\n',
      '# Private\n\nmine\n',
      '# 1:1\n\n## Still open #private\n\n- mine\n',
    ]) {
      const { tasks } = scanNote('a.md', taken(note, [open]), scanContext);
      assert.deepEqual(
        tasks.map(({ isPrivate }) => isPrivate),
        [false],
        note,
      );
    }
  });

  it('has all headings and tasks of the person as they were, and what is private so, however a heading is written', () => {
    const own = fc.constantFrom(
      ...[
        '# a',
        '## Topics',
        '  ## b',
        '## Private',
        'x #private',
        'word',
        '  more',
        '---',
        '- ',
        '- [ ] mine',
        '',
      ],
    );
    const facts = (note: string) => {
      const { headings, tasks, privateLines } = scanNote('a.md', note, scanContext);
      const isPrivate = (line: number) =>
        privateLines.some(({ first, last }) => first <= line && line <= last) ? 'private' : '';
      return [
        ...headings.map(({ level, text, line }) => `${level} ${text} ${isPrivate(line)}`),
        ...tasks.map(({ hash, state, line }) => `${hash} ${state} ${isPrivate(line)}`),
      ].sort();
    };
    const added = facts('- [ ] Ask\n- [ ] the rota\n');
    fc.assert(
      fc.property(
        fc.array(own, { maxLength: 10 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (lines, lineBreak) => {
          const note = ['Title', ...lines, ''].join(lineBreak);
          const after = facts(taken(note, [open, { ...topics, text: '- [ ] the rota\n\n  more' }]));
          for (const each of [...facts(note), ...added]) {
            const at = after.indexOf(each);
            assert.ok(at >= 0, `${JSON.stringify(note)}: ${each}`);
            after.splice(at, 1);
          }
        },
      ),
    );
  });

  it('says of topics what it took, in the place of what it said before', () => {
    assert.match(
      taken('---\ntopics: "1-0a"\nperson: Ana\n---\n', [], '2-0b'),
      /^---\ntopics: "2-0b"\nperson: Ana\n---\n/,
    );
    assert.equal(taken('Mine\n', [], '2-0b'), '---\ntopics: "2-0b"\n---\n\nMine\n');
    assert.equal(taken('\uFEFFMine\r\n', [], '2-0b'), '\uFEFF---\r\ntopics: "2-0b"\r\n---\r\n\r\nMine\r\n');
  });

  it('takes no topics where its front matter is of another form', () => {
    for (const head of [
      '---\n{person: Ana}\n---\n',
      '---\ntopics:\n  - mine\n---\n',
      '---\ntopics: mine\n---\n',
      '+++\ntitle = "x"\n+++\n',
      '---\ntags: [private]\n\n# canary\n',
    ])
      assert.equal(takeIn(head, [topics], { headings, mark: '2-0b' }), undefined, head);
  });

  it('has all of its lines as before, and the task of what it took in, whatever it holds', () => {
    const line = fc.constantFrom(
      ...[
        '# a',
        '## Topics',
        '## b',
        '- x',
        '  - y',
        '> q',
        '```',
        'text 😀',
        '',
        '---',
        '<!--',
        '-->',
        '%%',
        '$$',
        '| a |',
      ],
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), (lines, lineBreak) => {
        const note = [...lines, ''].join(lineBreak);
        const after = taken(note, [open, topics]);
        const left = after.split(lineBreak);
        for (const each of lines) {
          const at = left.indexOf(each);
          assert.ok(at >= 0, `${JSON.stringify(each)} is gone`);
          left.splice(0, at + 1);
        }
        const { tasks } = scanNote('a.md', after, scanContext);
        assert.ok(tasks.length > 0, JSON.stringify(after));
      }),
    );
  });
});
