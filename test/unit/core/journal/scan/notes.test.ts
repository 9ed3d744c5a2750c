import assert from 'node:assert/strict';
import { withoutDue } from '../../../../../src/core/journal/tasks/tasks';
import { scanned } from '../../../../support/notes';

/** `line:character state due owner` of each task. */
function tasks(text: string): string[] {
  return scanned(text).tasks.map(({ line, character, state, due, owner }) =>
    [`${line}:${character}`, state, due ?? '', owner ?? ''].join(' ').trim(),
  );
}

describe('A task', () => {
  for (const [text, expected] of [
    ['- [ ] a', '0:3 open'],
    ['* [/] a', '0:3 open'],
    ['+ [x] a', '0:3 done'],
    ['1. [X] a', '0:4 done'],
    ['10) [>] a', '0:5 moved'],
    ['- [-]\ta', '0:3 dropped'],
    ['-   [ ]   a', '0:5 open'],
    ['> - [ ] a', '0:5 open'],
    ['- b\n  - [ ] a', '1:5 open'],
    ['- [ ]\n  a', '0:3 open'],
    ['- [ ] \n  a', '0:3 open'],
    ['- [b]: c\n  [ ] a', '1:3 open'],
    ['- [ ] a 📅 2026-12-01', '0:3 open 2026-12-01'],
    ['- [ ] a 📅\uFE0F2026-12-01 @ana', '0:3 open 2026-12-01 ana'],
    ['- [ ] a due:2026-12-01', '0:3 open 2026-12-01'],
    ['- [ ] a [due:: 2026-12-01]', '0:3 open 2026-12-01'],
    ['- [ ] a (due:: 2026-12-01)', '0:3 open 2026-12-01'],
    ['- [ ] a\n  due:2026-12-01 @李雷.', '0:3 open 2026-12-01 李雷'],
    ['- [ ] (@jean-luc) a', '0:3 open  jean-luc'],
    ['- [ ] @ana’s turn', '0:3 open  ana'],
    ["- [ ] @ana's", '0:3 open  ana'],
    ['- [ ] @o’neill asks', '0:3 open  o’neill'],
    ['- [ ] @अमित से पूछो', '0:3 open  अमित'],
    ...['\u00a0', '\u3000', '\u2009', '\u202f', '\u2003', '\u3000 '].map(
      (space) => [`- [ ]${space}a @ana due:2026-12-01`, '0:3 open 2026-12-01 ana'] as const,
    ),
    ['- [x]\u3000買い物', '0:3 done'],
    ['- [ ]\u00a0\n  a', '0:3 open'],
    ...['📆', '📆\uFE0F', '🗓', '🗓\uFE0F'].flatMap((calendar) => [
      [`- [ ] a ${calendar} 2026-12-01`, '0:3 open 2026-12-01'] as const,
      [`- [ ] ${calendar}2026-12-01 a`, '0:3 open 2026-12-01'] as const,
    ]),
    ['- [ ] a 📅2026-12-01 and due:2026-12-02', '0:3 open 2026-12-01'],
  ] as const)
    it(`is read: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(tasks(text), [expected]);
    });

  for (const text of [
    ...[
      '- [ ]',
      '- [ ]  ',
      '- [ ]a',
      '- [y] a',
      '- [  ] a',
      '- [ ]\u00a0',
      '- [ ]\u3000\u3000',
      '- [ ]\u200ba',
      '[ ] a',
      '-[ ] a',
      '- a [ ] b',
      '- \\[ ] a',
    ],
    ...[
      '```\n- [ ] a\n```',
      '<!--\n- [ ] a\n-->',
      '%%\n- [ ] a\n%%',
      '- %% [ ] a %%',
      '    - [ ] a',
      '- b\n\n  [ ] a',
      '-      [ ] a',
      '`- [ ] a`',
    ],
  ])
    it(`is not: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(tasks(text), []);
    });

  for (const text of [
    ...['- [ ] due:2026-02-30 a', '- [ ] 2026-12-01 a', '- [ ] overdue:2026-12-01', '- [ ] 📅 2026-12-012'],
    ...['- [ ] a %%@ana due:2026-12-01%%', '- [ ] a <!-- @ana 📅 2026-12-01 -->'],
    ...['- [ ] mail ana@example.org', '- [ ] `@Override` a', '- [ ] see [a](x/@ana)', '- [ ] @ a'],
  ])
    it(`has neither due date nor owner: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(tasks(text), ['0:3 open']);
    });

  it('is told by its text, whatever its mark and place', () => {
    const hashes = (text: string): string[] => scanned(text).tasks.map(({ hash }) => hash);
    const [one] = hashes('- [ ] ask Ana\n  for it');
    assert.deepEqual(hashes('> 1. [x]  ask  Ana\n>    for it\n'), [one]);
    assert.notDeepEqual(hashes('- [ ] ask Ana'), [one]);
  });
});

describe('A note', () => {
  it('has headings without closing marks, which stand apart', () => {
    assert.deepEqual(
      scanned('# One#\n# Two ##  \n## C# # x #\n# #\n#\tTab\t#\n# \\#\n').headings.map(({ text }) => text),
      ['One#', 'Two', 'C# # x', '', 'Tab', '\\#'],
    );
  });

  it('has its headings with level and line', () => {
    assert.deepEqual(scanned('# One #\n\nTwo *x*\nmore\n---\n\n> ### Three\n').headings, [
      { line: 0, level: 1, text: 'One' },
      { line: 2, level: 2, text: 'Two *x* more' },
      { line: 6, level: 3, text: 'Three' },
    ]);
  });

  for (const [path, text, title, date] of [
    ['notes/a.md', '---\ntitle: Plan B\ndate: 2026-11-02\n---\n# Heading', 'Plan B', '2026-11-02'],
    ['retros/2026-11-20-sprint_42.md', '---\ntitle: ""\n---\n# 2026-01-01', 'sprint 42', '2026-11-20'],
    ['people/ana/2026-11-20.md', '# Talk', undefined, '2026-11-20'],
    ['notes/plan.MARKDOWN', '# Plan of 2026-11-20', 'plan', '2026-11-20'],
    ['notes/2026-02-30.md', '---\ndate: yesterday\n---\n', undefined, undefined],
    ['notes/plan.md', '---\ntitle: 2026\n---\n', '2026', undefined],
    ['notes/plan.md', '---\ntitle: ~\nx: {}\n---\n', 'plan', undefined],
    ['notes/plan.md', '---\ntitle: 2026\nx: {}\n---\n', '2026', undefined],
    ['notes/2024-02-29.md', '', undefined, '2024-02-29'],
    ['notes/2000-02-29.md', '', undefined, '2000-02-29'],
    ['notes/2026-02-29.md', '', undefined, undefined],
    ['notes/1900-02-29.md', '', undefined, undefined],
    ['notes/2026-11-205.md', '', '2026 11 205', undefined],
    ['notes/12026-11-20.md', '', '12026 11 20', undefined],
    ['retros/sprint-42-2026-11-20.md', '', 'sprint 42', '2026-11-20'],
    ['notes/plan.md', '---\ndate: 2026-11-20T09:30:00+01:00\n---\n', 'plan', '2026-11-20'],
  ] as const)
    it(`${path} is “${title ?? 'nothing'}” of ${date ?? 'no day'}`, () => {
      const note = scanned(text, path);
      assert.deepEqual([note.title, note.date], [title, date]);
    });

  it('says its kind and person', () => {
    const { kind, person } = scanned('---\nkind: one-on-one\nperson: "Ana: the first"\n---\n');
    assert.deepEqual([kind, person], ['one-on-one', 'Ana: the first']);
  });

  it('asks for the YAML library only where its front matter is unusual', () => {
    const usual = scanned('---\na: b\ntags: [x, "y"]\nz:\n- a\n---\n');
    assert.equal(usual.needsYaml, false);
  });
});

describe('A task’s text', () => {
  it('is shown without its due date, in whatever notation', () => {
    for (const due of [
      'due:2026-12-01',
      '📅 2026-12-01',
      '📆2026-12-01',
      '🗓\uFE0F 2026-12-01',
      '[due:: 2026-12-01]',
      '(due:: 2026-12-01)',
    ])
      assert.equal(withoutDue(`ask Ana ${due} for it`), 'ask Ana for it');
    assert.equal(withoutDue('overdue:2026-12-01'), 'overdue:2026-12-01');
  });
});
