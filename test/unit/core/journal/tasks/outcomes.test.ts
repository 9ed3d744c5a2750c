import assert from 'node:assert/strict';
import { outcomesOf } from '../../../../../src/core/journal/tasks/outcomes';
import { carried } from '../../../../support/carryOver';
import { indexed } from '../../../../support/notes';

const last = 'retros/2026-11-06-r.md';

function outcomes(texts: Readonly<Record<string, string>>): readonly string[] {
  const notes = indexed(texts);
  const note = notes.get(last) ?? assert.fail();
  return outcomesOf(note, notes.values()).map(
    ({ task, now, at }) => `${task.line} ${now.state}${at === note ? '' : ` ${at.path}:${now.line}`}`,
  );
}

describe('What became of the actions of a note', () => {
  it('is what they say, where they stayed', () => {
    const text = '- [ ] open\n- [x] done\n- [-] let go\n- [>] went nowhere\n';
    assert.deepEqual(outcomes({ [last]: text }), ['0 open', '1 done', '2 dropped', '3 moved']);
    assert.deepEqual(outcomes({ [last]: '' }), []);
  });

  it('is what they are where they went, over as many notes as that took', () => {
    let texts: Record<string, string> = { [last]: '- [ ] Write #risk-taking the plan\n- [ ] Ask\n' };
    texts = carried(texts, 'people/ana/2026-11-10.md');
    texts = carried(texts, 'people/ana/2026-11-17.md');
    const there = 'people/ana/2026-11-17.md';
    texts[there] = (texts[there] ?? '').replace('- [ ] Write', '- [x] Write');
    assert.deepEqual(outcomes(texts), [`0 done ${there}:2`, `1 open ${there}:3`]);
  });
});
