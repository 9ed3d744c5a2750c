import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { drop, handOver, takeBack, type Decision } from '../../../../../src/core/journal/tasks/decisions';
import { targetHash } from '../../../../../src/core/journal/tasks/movedTaskText';
import { outcomesOf } from '../../../../../src/core/journal/tasks/outcomes';
import type { NoTask, SeenTask } from '../../../../../src/core/journal/tasks/taskEdit';
import { tasksIn, type TaskInText } from '../../../../../src/core/journal/tasks/taskText';
import { applyEdits } from '../../../../../src/core/util/textEdit';
import { carried } from '../../../../support/carryOver';
import { indexed, scanned } from '../../../../support/notes';
import { anyTaskText } from '../../../../support/taskTexts';

function seen(text: string, line: number): SeenTask {
  return scanned(text).tasks.find((task) => task.line === line) ?? assert.fail(`no task on line ${line}`);
}

function result(text: string, decision: Decision | NoTask): string {
  return typeof decision === 'string' ? decision : applyEdits(text, decision.edits);
}

describe('Dropping a task', () => {
  for (const [what, text, why, expected] of [
    ['puts the word behind it', '- [ ] Buy a robot\n', ' too dear ', '- [-] Buy a robot (too dear)\n'],
    ['one in progress', '* [/] A  \r\n', 'b', '* [-] A (b)  \r\n'],
    ['leaves a block’s id the last', '- [ ] A ^a-1\n', 'b', '- [-] A (b) ^a-1\n'],
    ['goes behind lines that go on', '> - [ ] A\n> b\n', 'c', '> - [-] A\n> b (c)\n'],
    ['leaves nested ones', '- [ ] A\n  - [ ] B', 'c', '- [-] A (c)\n  - [ ] B'],
    [
      'takes whatever was typed for text',
      '- [ ] A\n',
      'no (yet) #private @ben <!-- `%%\n- [ ] B',
      '- [-] A (no \\(yet\\) \\#private \\@ben \\<\\!-- \\`%\\% - \\[ \\] B)\n',
    ],
  ] as const)
    it(what, () => {
      assert.equal(result(text, drop(text, seen(text, 0), why)), expected);
    });

  it('leaves one that was ticked, dropped, moved or changed meanwhile, and takes none of two', () => {
    const task = seen('- [ ] A\n', 0);
    for (const text of ['- [x] A\n', '- [-] A\n', '- [-] A (b)\n', '- [>] A\n', '- [ ] B\n', ''])
      assert.equal(drop(text, task, 'c'), 'notFound', text);
    assert.equal(drop('- [ ] A\n- [ ] B\n- [ ] A\n', { ...task, line: 1 }, 'c'), 'ambiguous');
  });

  it('is followed from where it moved away, with a word why or without one', () => {
    const last = 'retros/2026-11-02.md';
    const next = 'retros/2026-11-16.md';
    for (const [action, dropped] of [
      ['Buy a robot (red)', undefined],
      ['Buy a robot ^r', undefined],
      ['Buy a robot', '- [-] Buy a robot (too dear)\n'],
      ['Buy a robot', '- [-] Buy a robot\n'],
    ] as const) {
      const texts: Record<string, string> = { [last]: `- [ ] ${action}\n` };
      Object.assign(texts, carried(texts, next, { from: [last] }));
      const text = texts[next] ?? '';
      texts[next] = dropped ?? result(text, drop(text, seen(text, tasksIn(text)[0]!.line), 'too (dear)'));
      const notes = indexed(texts);
      const [outcome] = outcomesOf(notes.get(last)!, notes.values());
      assert.deepEqual([outcome?.now.state, outcome?.at.path], ['dropped', next], texts[next]);
    }
  });
});

describe('Handing a task over', () => {
  for (const [text, expected] of [
    ['- [ ] Ask\n', '- [ ] Ask @ben-oak\n'],
    ['- [/] @me: ask @ana ^a\n', '- [/] @ben-oak: ask @ana ^a\n'],
    ['- [ ] Ask ^a\n', '- [ ] Ask @ben-oak ^a\n'],
    ['\uFEFF> - [ ] `@me`\n>   @Priya’s turn  \n', '\uFEFF> - [ ] `@me`\n>   @ben-oak’s turn  \n'],
  ] as const)
    it(`puts the name where it belongs: ${JSON.stringify(text)}`, () => {
      const [task] = tasksIn(text);
      const changed = result(text, handOver(text, task!, 'ben-oak'));
      assert.equal(changed, expected);
      assert.equal(scanned(changed).tasks[0]?.owner, 'ben-oak');
    });

  it('begins to count anew how often it moves on', () => {
    const text = '- [ ] Ask @me\n';
    const decision = handOver(text, seen(text, 0), 'ben');
    assert.ok(typeof decision !== 'string');
    assert.notEqual(targetHash(decision.changed.hash, 'a.md'), targetHash(seen(text, 0).hash, 'a.md'));
  });
});

describe('Any text with an open task', () => {
  const decisions = (word: string) =>
    [
      ['dropped', (text: string, task: SeenTask) => drop(text, task, word)],
      ['open', (text: string, task: SeenTask) => handOver(text, task, 'ben-oak')],
    ] as const;
  const word = fc.oneof(
    fc.constantFrom('too dear', '`', '<!--', '-->', '%%', '$$', '(', '))', '\\', '\n# H', '#private', '^a'),
    fc.string({ maxLength: 8, minLength: 1 }),
  );

  it('has that task changed and nothing else, and all of it back afterwards', () => {
    let changes = 0;
    fc.assert(
      fc.property(anyTaskText, fc.nat(9), word, (text, index, why) => {
        const open = tasksIn(text).filter(({ state }) => state === 'open');
        const task = open[index % Math.max(1, open.length)];
        if (!task || why.trim() === '') return;
        for (const [state, decide] of decisions(why)) {
          const decision = decide(text, task);
          assert.ok(typeof decision !== 'string');
          changes++;
          const after: string = applyEdits(text, decision.edits);
          const others = (of: string): unknown[] =>
            tasksIn(of).map((one) => (one.line === task.line ? [one.line] : [one.line, one.state, one.hash]));
          assert.deepEqual(others(after), others(text));
          const changed: TaskInText | undefined = tasksIn(after).find(({ line }) => line === task.line);
          assert.equal(changed?.state, state);
          if (state === 'dropped') assert.equal(changed.hash, task.hash);
          assert.deepEqual(scanned(after).privateLines, scanned(text).privateLines);
          for (const moved of ['', '- [ ] above\n\n']) {
            const back = takeBack(moved + after, decision.changed);
            if (moved !== '' && typeof back === 'string') continue;
            assert.ok(typeof back !== 'string');
            assert.equal(applyEdits(moved + after, [back]), moved + text);
          }
        }
      }),
      { numRuns: 1000 },
    );
    assert.ok(changes > 200, String(changes));
  });

  it('is not changed back where it was changed again', () => {
    const text = '- [ ] A\n';
    const decision = drop(text, seen(text, 0), 'b');
    assert.ok(typeof decision !== 'string');
    for (const since of ['- [-] A (c)\n', '- [-] A (b) more\n', '- [ ] A\n', ''])
      assert.equal(takeBack(since, decision.changed), 'notFound', since);
  });
});
