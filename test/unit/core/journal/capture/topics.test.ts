import assert from 'node:assert/strict';
import fc from 'fast-check';
import { privateNotes } from '../../../../support/privateNotes';
import { applyEdits } from '../../../../../src/core/util/textEdit';
import {
  hasTakenUp,
  newTopics,
  withoutTopics,
  topicsIn,
  topicsKey,
} from '../../../../../src/core/journal/capture/topics';

const head = '---\nperson: Ana\n---\n';
const markOf = (next: string) => topicsIn(next)?.mark ?? '';
const without = (next: string, mark: string) => applyEdits(next, withoutTopics(next, mark));

describe('Topics for the next 1:1', () => {
  it('are what stands in next.md below its front matter', () => {
    assert.equal(topicsIn(`${head}\n\n- a\n\n  b\n- c\n\n`)?.text, '- a\n\n  b\n- c');
    assert.equal(topicsIn(`${head}\n \n`), undefined);
    assert.equal(topicsIn(''), undefined);
  });

  it('begin with whom they are for, in a next.md of somebody', () => {
    assert.equal(newTopics('Priya Shah'), '---\nperson: Priya Shah\n---\n');
    assert.equal(newTopics(undefined), '');
  });

  it('go out of next.md, which keeps its front matter', () => {
    assert.equal(without(`${head}\n- a\n- b\n`, markOf(`${head}\n- a\n- b\n`)), head);
    assert.equal(without('- a\n\n\n', markOf('- a')), '');
  });

  it('that are captured meanwhile stay for the next time', () => {
    assert.equal(without(`${head}\n- a\n\n- b\n`, markOf('- a')), `${head}- b\n`);
  });

  it('are no longer those that a note took up once the person has changed them', () => {
    const mark = markOf('- a\n- b\n');
    for (const next of ['- a changed\n- b\n', '- b\n', '- a\n', ''])
      assert.deepEqual(withoutTopics(next, mark), [], next);
    assert.deepEqual(withoutTopics('- a\n- b\n', 'nonsense'), []);
  });

  it('that are private stay, and so does a topic with a private detail', () => {
    const next = `${head}\n- a\n- b #private\n  - c\n- d\n      - e #private\n- f\n\n**Private**\n---\n\n- g\n`;
    assert.equal(topicsIn(next)?.text, '- a\n- f');
    assert.equal(
      without(`${next}\n# Later\n\n- h\n`, markOf(next)),
      `${head}\n- b #private\n  - c\n- d\n      - e #private\n\n**Private**\n---\n\n- g\n\n# Later\n\n- h\n`,
    );
    assert.equal(topicsIn('# Private\n\n- a\n'), undefined);
  });

  it('stay private when others were taken up', () => {
    for (const text of Object.values(privateNotes).filter((note) => !note.startsWith('---'))) {
      const [next, taken] = [`${text}\n`, topicsIn(text)?.text ?? ''];
      assert.doesNotMatch(taken, /canary/);
      const rest = without(next, markOf(next));
      assert.deepEqual(rest.match(/canary/g), text.match(/canary/g));
      assert.doesNotMatch(topicsIn(rest)?.text ?? '', /canary/, rest);
    }
  });

  it('are taken up by a note that says so in its front matter', () => {
    const mark = markOf('- a\n');
    assert.equal(hasTakenUp(`---\nkind: one-on-one\n${topicsKey}: ${mark}\n---\n\n- a\n`, mark), true);
    assert.equal(hasTakenUp(`---\n${topicsKey}: ${markOf('- b\n')}\n---\n\n- b\n`, mark), false);
    assert.equal(hasTakenUp('- a\n', mark), false);
  });

  it('are out of next.md whole and alone, whatever is captured behind them', () => {
    const topics = fc.array(fc.stringMatching(/^- [a-z]{1,8}$/), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(topics, topics, fc.constantFrom('\n', '\r\n'), (taken, later, lineBreak) => {
        const textOf = (lines: readonly string[]) => lines.join(lineBreak) + lineBreak;
        assert.equal(without(textOf([...taken, ...later]), markOf(textOf(taken))), textOf(later));
      }),
    );
  });

  it('that a note has already are not taken up once more, and count as taken up with what came later', () => {
    const { mark } = topicsIn('- one\n\n- two\n') ?? assert.fail();
    const both = topicsIn('- one\n\n- two\n\n- three\n', mark);
    assert.equal(both?.text, '- three');
    assert.equal(both.mark, topicsIn('- one\n\n- two\n\n- three\n')?.mark);
    assert.equal(topicsIn('- one\n\n- two\n', mark)?.text, '');
    assert.equal(topicsIn('- other\n\n- two\n', mark)?.text, '- other\n\n- two');
  });
});
